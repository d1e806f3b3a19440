using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Time;
using Corridor.Reporting.Archive;
using Corridor.Reporting.Netback;
using Corridor.Reporting.Summaries;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Netback;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor netback PKG|RUN --route ROUTE</c>: at which prices a delivery pays for seller and buyer.</summary>
internal static class NetbackCommand
{
    public static Command Create(Session session)
    {
        var place = new Argument<string>("PKG|RUN") { Description = "Package, or folder of a run, whose package, scenarios and prices are then used." };
        var route = new Option<string>("--route") { Description = "Pipeline or transport at whose end the contract delivers.", HelpName = "ID", Required = true };
        Option<string[]> scenario = RunCommand.ScenarioOption();
        var field = new Option<string?>("--field") { Description = "Supply that the gas comes from; the largest upstream of the route where left out.", HelpName = "ID" };
        var hub = new Option<string[]>("--hub") { Description = "Price index, or an index at a price: jkm=11. Repeat for several; ttf and jkm where left out.", HelpName = "INDEX[=PRICE]" };
        var price = new Option<double[]>("--price") { Description = "Contract price whose gains are asked for, per 1000 m³ at the carrier's reference. Repeat for several.", HelpName = "PRICE", CustomParser = Numbers };
        var without = new Option<string?>("--without") { Description = "Run without the route, for the nodal price it would replace.", HelpName = "RUN" };
        Option<DateOnly?> from = DateOption("--from", "First day of the window; that of the run or package where left out.");
        Option<DateOnly?> to = DateOption("--to", "First day after the window.");
        Option<double> discount = Share("--discount", "Discount rate of investments, a year.", 0.08), load = Share("--load", "Mean use of the route's capacity.", 0.9), operation = Share("--operation", "Operation of new lines a year, as a share of the investment.", 0.03);
        var json = new Option<bool>("--json") { Description = "Print the result as one JSON object." };
        var command = new Command("netback", "At which prices a delivery pays for seller and buyer.") { place, route, scenario, field, hub, price, without, from, to, discount, load, operation, json };
        CommandTree.WithExamples(
            command,
            "corridor netback data/eurasia --route p-ru-cn-power-of-siberia",
            "corridor netback data/eurasia --route p-mn-cn-soyuz-vostok --scenario power-of-siberia-2",
            "corridor netback RUN --route p-mn-cn-soyuz-vostok --hub jkm=11 --hub ttf=9 --price 200 --price 250",
            "corridor netback RUN --route p-mn-cn-soyuz-vostok --without OTHER-RUN --json");
        command.SetAction(parsed =>
        {
            var findings = new FindingList();
            string path = parsed.GetRequiredValue(place);
            (EnergySystem? system, EnergySystem? history, DispatchResult? with, Horizon? window) = Open(session, path, parsed.GetValue(scenario) ?? [], (parsed.GetValue(from), parsed.GetValue(to)), findings);
            DispatchResult? other = parsed.GetValue(without) is { } folder ? RunArchive.Open(folder, findings, session.Stopped)?.Report.Result : null;
            if (system is null || window is null || findings.HasErrors)
                return session.Refuse(path, findings, "Nothing was computed.");
            string id = parsed.GetRequiredValue(route);
            string? carrier = system.Nodes.FirstOrDefault(n => n.Id == (system.Pipelines.FirstOrDefault(p => p.Id == id)?.To ?? system.Transports.FirstOrDefault(t => t.Id == id)?.To))?.Carrier;
            IReadOnlyDictionary<string, DisplayUnit> units = DisplayUnit.Of(system);
            if (carrier is null || !units.TryGetValue(carrier, out DisplayUnit? unit))
                throw new UsageException($"There is no pipeline or transport {id}.");
            var request = new NetbackRequest
            {
                Route = id,
                Window = window,
                Unit = unit.Price,
                Field = parsed.GetValue(field),
                History = history,
                Hubs = [.. (parsed.GetValue(hub) is { Length: > 0 } given ? given : ["ttf", "jkm"]).Select(Hub)],
                Prices = parsed.GetValue(price) ?? [],
                DiscountRate = parsed.GetValue(discount),
                LoadFactor = parsed.GetValue(load),
                OperatingShare = parsed.GetValue(operation),
            };
            NetbackResult? result = NetbackStudy.Run(system, request, findings, with, other);
            if (result is null)
                return session.Refuse(path, findings, "Nothing was computed.");
            if (parsed.GetValue(json))
                session.Terminals.OutBytes(NetbackJson.Write(result));
            else
                NetbackView.Write(session.Terminals.Out, result, system);
            return ExitCode.Fine;
        });
        return command;
    }

    private static (EnergySystem? System, EnergySystem? History, DispatchResult? Run, Horizon? Window) Open(
        Session session, string path, string[] names, (DateOnly? From, DateOnly? To) asked, FindingList findings)
    {
        if (File.Exists(Path.Combine(path, "run.json")))
        {
            if (names.Length > 0)
                throw new UsageException("A run has its scenarios already; give --scenario with a package.");
            RestoredRun? run = RunArchive.Open(path, findings, session.Stopped);
            Horizon? own = run?.Report.Horizon;
            return (run?.Report.System, run?.Report.BaseSystem, run?.Report.MayBeShown == true ? run.Report.Result : null, own is null ? null : Window(asked.From ?? own.From, asked.To ?? own.To));
        }

        var places = new PackagePlaces();
        EnergySystem? system = PackageInput.Read(path, places, findings, session.Stopped);
        if (system is null || findings.HasErrors)
            return (null, null, null, null);
        ScenarioInput scenarios = ScenarioInput.Read(path, names, findings);
        Horizon window = Window(asked.From ?? scenarios.Span.From ?? system.Description.From, asked.To ?? scenarios.Span.To ?? system.Description.To);
        return (scenarios.Apply(system, places, new DateWindow(window.From, window.To), findings), system, null, window);
    }

    private static Horizon Window(DateOnly? from, DateOnly? to)
    {
        if (from is not { } start || to is not { } last)
            throw new UsageException("The package states no span; give --from and --to.");
        if (last <= start || last > start.AddYears(100))
            throw new UsageException("--to must be later than --from, by at most 100 years.");
        return new Horizon(start, last, TimeStep.Month);
    }

    private static HubRequest Hub(string text)
    {
        int at = text.IndexOf('=', StringComparison.Ordinal);
        if (at < 0)
            return new HubRequest(text);
        return double.TryParse(text.AsSpan(at + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double level) && double.IsFinite(level) && level >= 0
            ? new HubRequest(text[..at], level)
            : throw new UsageException($"--hub {text}: the price after = is no number of 0 or more.");
    }

    private static Option<double> Share(string name, string description, double usual)
    {
        var option = new Option<double>(name) { Description = description, HelpName = "SHARE", DefaultValueFactory = _ => usual, CustomParser = result => Number(result, result.Tokens[0].Value) };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(Parse(result.Tokens[0].Value) is > 0 and <= 1))
                result.AddError($"{name} is a number above 0 and at most 1, such as 0.08, not '{result.Tokens[0].Value}'.");
        });
        return option;
    }

    private static double[]? Numbers(ArgumentResult result) => [.. result.Tokens.Select(t => Number(result, t.Value))];

    private static double Number(ArgumentResult result, string text)
    {
        if (Parse(text) is { } number)
            return number;
        result.AddError($"'{text}' is no number.");
        return 0;
    }

    private static double? Parse(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    private static Option<DateOnly?> DateOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
                return date;
            result.AddError($"'{result.Tokens[0].Value}' is no date; write year-month-day, such as 2031-01-01.");
            return null;
        },
    };
}
