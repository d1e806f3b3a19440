using System.CommandLine;
using System.Globalization;
using Corridor.Model.Hydraulics;
using Corridor.Reporting.Hydraulics.Results;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor hydraulics PATH</c>: pressures and flows of a gas network, steady or in motion, and whether a nomination can flow.</summary>
internal static class HydraulicsCommand
{
    private static readonly FrictionKind[] Frictions = Enum.GetValues<FrictionKind>();
    private static readonly EquationOfStateKind[] States = Enum.GetValues<EquationOfStateKind>();

    public static Command Create(Session session)
    {
        var path = new Argument<string>("PATH") { Description = "A GasLib .net, a pandapipes .json, a folder of GasSteadySim or GasTranSim JSON files, or a package." };
        var steady = new Option<bool>("--steady") { Description = "The steady state; this is what is done where nothing else is asked for." };
        var transient = new Option<bool>("--transient") { Description = "The network in motion: linepack, schedules, and how long customers are served." };
        var validate = new Option<string?>("--validate") { Description = "Can this nomination flow? A .scn file, or a folder of them.", HelpName = "NOMINATION" };
        var nomination = new Option<string?>("--nomination") { Description = "The .scn file that a GasLib network is run under. The one beside the .net where left out.", HelpName = "FILE.scn" };
        var stations = new Option<string?>("--stations") { Description = "The machines of a GasLib network. The .cs beside the .net where left out.", HelpName = "FILE.cs" };
        var decisions = new Option<string?>("--decisions") { Description = "The combined decisions of a GasLib network. The .cdf beside the .net where left out.", HelpName = "FILE.cdf" };
        var parameters = new Option<string?>("--parameters") { Description = "Another file of parameters in a folder of JSON files. params.json where left out.", HelpName = "FILE.json" };
        Option<string?> friction = Words("--friction", "Friction law. The network's own where left out, and Colebrook where it states none.", Frictions.Select(HydraulicWords.Of));
        Option<string?> state = Words("--eos", "Equation of state. The network's own where left out, and Papay where it states none.", States.Select(HydraulicWords.Of));
        var temperature = new Option<bool>("--temperature") { Description = "Follow the temperature of the gas: soil, throttling, machines. The network's own throughout where left out." };
        Option<double?> hours = Positive("--hours", "Length of a transient run in hours. That of the files where left out, or 24.", "H");
        Option<double?> step = Positive("--step", "Greatest step of a transient run in seconds. That of the files where left out, or 300.", "S");
        var disruptions = new Option<bool>("--disruptions") { Description = "Let the ruptures of disruptions.json happen in a transient run." };
        var schedule = new Option<string?>("--schedule") { Description = "Conditions and events of a transient run: CSV with time_s,kind,id,value[,delay_s].", HelpName = "FILE.csv" };
        var protectedNodes = new Option<string[]>("--protected") { Description = "Nodes whose customers are protected, for survival times. Every exit with a least pressure where left out.", HelpName = "NODE", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true };
        Option<string?> exits = Words("--exits", "Whether exits of a transient run take what they ask for (given), or no more than keeps them at their least pressure (limited). Limited where left out, but given for GasTranSim's files.", ["given", "limited"]);
        var gases = new Option<string[]>("--gas") { Description = "Another gas, in mole fractions: methane=0.9,hydrogen=0.1; for one entry: border:methane=1. Mass flows stay as they are.", HelpName = "[NODE:]COMPONENT=X,…", Arity = ArgumentArity.OneOrMore };
        Option<double?> limit = Positive("--time-limit", "Largest time in seconds of the search for the settings of a nomination. 60 where left out.", "S");
        var routes = new Option<string[]>("--route") { Description = "A route whose profile the page shows, such as entry01..exit03.", HelpName = "A..B", Arity = ArgumentArity.OneOrMore };
        var report = new Option<string?>("--report") { Description = "Write a page with a pressure map and profiles along routes.", HelpName = "FILE.html", Arity = ArgumentArity.ZeroOrOne };
        Option<int> threads = RunCommand.ThreadsOption();
        var json = new Option<bool>("--json") { Description = "Print the outcome as one JSON object, and nothing else, on standard output." };
        var quiet = new Option<bool>("--quiet") { Description = "Print neither progress nor outcome; errors go to the error stream, the exit code tells the rest." };
        var command = new Command("hydraulics", "Gas physics: pressures, flows, compressors and linepack of a network, steady or in motion.")
        {
            path, steady, transient, validate, nomination, stations, decisions, parameters, friction, state, temperature, hours, step, disruptions, schedule, protectedNodes, exits, gases, limit, routes, report, threads, json, quiet,
        };
        CommandTree.WithExamples(
            command,
            "corridor hydraulics data/examples/gas-valley/valley.net     settings found, pressures, stations",
            "corridor hydraulics GasLib-134.net --validate nominations   a verdict for each .scn",
            "corridor hydraulics pipes.json --friction nikuradse --json  a pandapipes network, for programs",
            "corridor hydraulics data/examples/gas-ring --report         with a page: map and profiles",
            "corridor hydraulics data/examples/gas-ring --transient --hours 12    half a day in motion",
            "corridor hydraulics data/examples/gas-ring --transient --schedule storm.csv    your own events",
            "corridor hydraulics valley.net --gas methane=0.8,hydrogen=0.2 --eos gerg2008    another gas",
            "corridor hydraulics data/eurasia                            gas lines of a package at capacity",
            "Keys of --json: status (converged, infeasible, failed), nodes [{id, pressure_pa, density, …}],",
            "  elements [{id, kind, flow_kg_s, velocity_m_s, ratio, power_w, linepack_kg, …}], iterations, time_s, residual, …;",
            "  docs/hydraulics.md explains each.",
            "Exit codes: 0 certified, 1 errors in the files, 2 usage, 3 infeasible, not found or not certified.");
        command.SetAction(parsed => new HydraulicsPipeline(session, new HydraulicsRequest(
            parsed.GetRequiredValue(path),
            Mode(parsed.GetValue(steady), parsed.GetValue(transient), parsed.GetValue(validate)),
            parsed.GetValue(validate),
            parsed.GetValue(nomination),
            parsed.GetValue(stations),
            parsed.GetValue(decisions),
            parsed.GetValue(parameters),
            parsed.GetValue(friction) is { } law ? Frictions.First(k => HydraulicWords.Of(k) == law) : null,
            parsed.GetValue(state) is { } equation ? States.First(k => HydraulicWords.Of(k) == equation) : null,
            parsed.GetValue(temperature),
            parsed.GetValue(hours),
            parsed.GetValue(step),
            parsed.GetValue(disruptions),
            parsed.GetValue(schedule),
            parsed.GetValue(protectedNodes) ?? [],
            parsed.GetValue(exits) is { } word ? word == "limited" : null,
            parsed.GetValue(gases) ?? [],
            parsed.GetValue(limit),
            parsed.GetValue(routes) ?? [],
            parsed.GetResult(report) is null ? null : parsed.GetValue(report) ?? "",
            parsed.GetValue(threads),
            parsed.GetValue(json),
            parsed.GetValue(quiet))).Execute());
        return command;
    }

    private static HydraulicsMode Mode(bool steady, bool transient, string? validate)
    {
        int asked = (steady ? 1 : 0) + (transient ? 1 : 0) + (validate is not null ? 1 : 0);
        return asked > 1
            ? throw new UsageException("--steady, --transient and --validate are three questions; ask one of them.")
            : validate is not null ? HydraulicsMode.Validate : transient ? HydraulicsMode.Transient : HydraulicsMode.Steady;
    }

    private static Option<string?> Words(string name, string description, IEnumerable<string> words)
    {
        string[] known = [.. words];
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', known) };
        option.AcceptOnlyFromAmong(known);
        return option;
    }

    private static Option<double?> Positive(string name, string description, string help)
    {
        var option = new Option<double?>(name) { Description = description, HelpName = help };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !(value > 0.0) || value > 1e9))
                result.AddError($"{name} is a number above zero and at most 1e9, not '{result.Tokens[0].Value}'.");
        });
        return option;
    }
}
