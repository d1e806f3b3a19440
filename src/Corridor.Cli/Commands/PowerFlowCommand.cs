using System.CommandLine;
using Corridor.Studies.PowerFlow;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor powerflow FILE|PKG</c>: voltages, angles and flows of a power grid, and what outages do to them.</summary>
internal static class PowerFlowCommand
{
    public static Command Create(Session session)
    {
        var place = new Argument<string>("FILE|PKG") { Description = "MATPOWER case file (.m), package with power lines, or folder of a PyPSA network." };
        var ac = new Option<bool>("--ac") { Description = "Alternating current by Newton's method; this is what is done where nothing else is asked for." };
        var dc = new Option<bool>("--dc") { Description = "Direct current approximation: flows linear in angles, voltages 1, no losses on branches." };
        Option<string?> susceptance = SusceptanceOption.Create();
        var contingencies = new Option<string?>("--contingencies") { Description = "Outages: of every branch in service, or those of a CSV or JSON file.", HelpName = "all|FILE" };
        var limits = new Option<bool>("--enforce-q") { Description = "Keep the units' reactive limits; buses give up their voltage where they must." };
        var slack = new Option<string?>("--slack") { Description = "Who takes up what the outputs leave over: the slack bus, or all units by participation or room. The slack bus where left out, and all units where that leads to no state.", HelpName = "single|distributed" };
        slack.AcceptOnlyFromAmong("single", "distributed");
        Option<string?> format = ImportCommand.FormatOption("FILE");
        Option<int> threads = RunCommand.ThreadsOption();
        var json = new Option<bool>("--json") { Description = "Print the outcome as one JSON object, and nothing else, on standard output." };
        var quiet = new Option<bool>("--quiet") { Description = "Print nothing but errors, which go to the error stream; the exit code tells." };
        var command = new Command("powerflow", "Voltages, angles and flows of a power grid, and what outages do to them.") { place, ac, dc, susceptance, contingencies, limits, slack, format, threads, json, quiet };
        CommandTree.WithExamples(
            command,
            "corridor powerflow case118.m                              alternating current",
            "corridor powerflow case118.m --enforce-q                  units within their reactive limits",
            "corridor powerflow case118.m --contingencies all          the outage of every branch",
            "corridor powerflow case118.m --dc --susceptance powermodels --json",
            "corridor powerflow mine                                   the grid of a package",
            "Keys of --json: status (converged, not_converged, no_source, refused), buses [{id, v, angle_deg}],",
            "  branches [{from, to, p_from_mw, q_from_mvar, …}], iterations, mismatch, time_s, islands, units, contingencies, …;",
            "  docs/powerflow.md explains each.",
            "Exit codes: 0 converged, 1 errors in the input, 2 usage, 3 not converged.");
        command.SetAction(parsed =>
        {
            bool isDc = parsed.GetValue(dc);
            if (isDc && parsed.GetValue(ac))
                throw new UsageException("--ac and --dc are two questions; ask one of them.");
            if (!isDc && parsed.GetValue(susceptance) is not null)
                throw new UsageException("--susceptance belongs to --dc.");
            if (isDc && parsed.GetValue(limits))
                throw new UsageException("--enforce-q belongs to --ac: direct current knows no reactive power.");
            return new PowerFlowPipeline(session, new PowerFlowRequest(
                parsed.GetRequiredValue(place),
                parsed.GetValue(format),
                isDc,
                SusceptanceOption.Of(parsed.GetValue(susceptance)),
                parsed.GetValue(contingencies),
                parsed.GetValue(limits),
                parsed.GetValue(slack) switch { "single" => SlackRule.Single, "distributed" => SlackRule.Distributed, _ => SlackRule.Automatic },
                parsed.GetValue(threads),
                parsed.GetValue(json),
                parsed.GetValue(quiet))).Execute();
        });
        return command;
    }
}
