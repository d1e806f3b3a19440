using System.CommandLine;
using System.Globalization;
using Corridor.Model.Findings;
using Corridor.Model.Time;
using Corridor.Reporting.Archive;
using Corridor.Reporting.Explanations;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Explanation;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor explain RUN price|flow|shortage ID DATE</c>: why a figure of a run is what it is.</summary>
internal static class ExplainCommand
{
    public static Command Create(Session session)
    {
        var run = new Argument<string>("RUN") { Description = "Folder of a run." };
        var what = new Argument<string>("WHAT") { Description = "price (of a node), flow (of a route) or shortage (of a zone)." };
        what.AcceptOnlyFromAmong("price", "flow", "shortage");
        var id = new Argument<string>("ID") { Description = "Id of the node, of the route (pipeline, power line, transport), or of the zone." };
        var date = new Argument<string>("DATE") { Description = "Any day of the run; its period is explained." };
        var json = new Option<bool>("--json") { Description = "Print the explanation as JSON." };
        var command = new Command("explain", "Say why a price, a flow or a shortage of a run is what it is.") { run, what, id, date, json };
        CommandTree.WithExamples(
            command,
            "corridor explain runs/base price cn-north-gas 2025-01-15          the chain of costs that adds up to the price",
            "corridor explain runs/base flow p-ru-power-of-siberia 2025-01-15  why it carries so much and no more",
            "corridor explain runs/base shortage kz-north 2025-01-15           who goes short and what would help, or the margin");
        command.SetAction(parsed => Execute(
            session, parsed.GetRequiredValue(run), parsed.GetRequiredValue(what), parsed.GetRequiredValue(id), parsed.GetRequiredValue(date), parsed.GetValue(json)));
        return command;
    }

    private static int Execute(Session session, string folder, string what, string id, string date, bool json)
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            throw new UsageException($"'{date}' is no date; write year-month-day, such as 2025-10-01.");
        var findings = new FindingList();
        RestoredRun? run = RunArchive.Open(folder, findings, session.Stopped);
        if (run is null)
            return session.Refuse(folder, findings, "There is nothing to explain.");
        RunReport report = run.Report;
        if (!report.MayBeShown)
            return session.Fail($"{folder} has no certified result: its figures cannot be explained. `corridor run` said why.");

        int period = PeriodOf(report.Horizon, day);
        byte[]? text = null;
        Screen screen = session.Terminals.Out;
        switch (what)
        {
            case "price":
                Require(id, "node", report.Result.Network.Nodes.Select(n => n.Id));
                PriceExplanation price = PriceStudy.Run(report.Result, report.System, id, period);
                if (json)
                    text = ExplanationJson.Of(price, report.System, report.Horizon);
                else
                    PriceView.Write(screen, price, report.System, report.Horizon);
                break;
            case "flow":
                Require(id, "route", report.Result.Network.Arcs.Select(a => a.Id));
                FlowExplanation flow = FlowStudy.Run(report.Result, report.System, id, period);
                if (json)
                    text = ExplanationJson.Of(flow, report.System, report.Horizon);
                else
                    FlowView.Write(screen, flow, report.System, report.Horizon);
                break;
            default:
                Require(id, "zone", report.System.Zones.Select(z => z.Id));
                ShortageExplanation shortage = ShortageStudy.Run(report.Result, report.System, id, period);
                if (json)
                    text = ExplanationJson.Of(shortage, report.System, report.Horizon);
                else
                    ShortageView.Write(screen, shortage, report.System, report.Horizon);
                break;
        }

        if (text is not null)
            session.Terminals.OutBytes(text);
        return ExitCode.Fine;
    }

    private static void Require(string id, string kind, IEnumerable<string> known)
    {
        string[] ids = [.. known];
        if (ids.Contains(id))
            return;
        string[] near = [.. ids.Where(i => i.Contains(id, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Take(5)];
        string hint = Suggestion.Ask(id, ids) ?? (near.Length > 0 ? $"Did you mean {string.Join(", ", near)}?" : $"`corridor show` prints the tables of a package.");
        throw new UsageException($"The run has no {kind} '{id}'{(kind == "route" ? " that carries anything within its horizon" : "")}. {hint}");
    }

    private static int PeriodOf(Horizon horizon, DateOnly day)
    {
        DateTime time = day.ToDateTime(TimeOnly.MinValue);
        foreach (Period period in horizon.Periods)
        {
            if (period.Start <= time && time < period.End)
                return period.Index;
        }

        throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} is not inside the run, which goes from {horizon.From:yyyy-MM-dd} to {horizon.To:yyyy-MM-dd} (not included)."));
    }
}
