using System.CommandLine;
using Corridor.Data.Formats.Contingencies;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Reporting.OptimalPowerFlow;
using Corridor.Reporting.Terminal;
using Corridor.Studies.OptimalPowerFlow;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor opf FILE|PKG --dc</c>: the cheapest output of the units of a power grid.</summary>
internal static class OpfCommand
{
    public static Command Create(Session session)
    {
        var place = new Argument<string>("FILE|PKG") { Description = "MATPOWER case file (.m), package with power lines, or folder of a PyPSA network." };
        var dc = new Option<bool>("--dc") { Description = "Direct current approximation: flows linear in angles, voltages 1, no losses on branches." };
        var ac = new Option<bool>("--ac") { Description = "Not offered; corridor powerflow --ac solves alternating current flows." };
        Option<string?> susceptance = SusceptanceOption.Create();
        var contingencies = new Option<string?>("--contingencies") { Description = "Stay within emergency ratings after the loss of any one branch: of all, or of those in a CSV or JSON file.", HelpName = "all|FILE" };
        Option<string?> format = ImportCommand.FormatOption("FILE");
        Option<int> threads = RunCommand.ThreadsOption();
        var json = new Option<bool>("--json") { Description = "Print the outcome as one JSON object, and nothing else, on standard output." };
        var command = new Command("opf", "The cheapest output of the units of a power grid within ratings and angle limits, certified.") { place, dc, ac, susceptance, contingencies, format, threads, json };
        CommandTree.WithExamples(
            command,
            "corridor opf case118.m --dc                               cost, units, prices, congested branches",
            "corridor opf case118.m --dc --susceptance powermodels     as PowerModels' DCP form has it",
            "corridor opf case118.m --dc --contingencies all --json    secure against the loss of any branch, without redispatch",
            "Keys of --json: status (optimal, not_certified, infeasible, unbounded, limit, numerical_difficulty, cancelled, refused), objective,",
            "  certified, time_s, grid, susceptance, certificate, units, buses, branches, dc_lines, security, conflict, findings; docs/opf.md explains each.",
            "Exit codes: 0 optimal and certified, 1 errors in the input, 2 usage, 3 no certified optimum.");
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(ac))
                throw new UsageException("Optimal power flow with alternating current is not offered: --dc is. Alternating current flows without optimisation: corridor powerflow --ac.");
            if (!parsed.GetValue(dc))
                throw new UsageException("Say --dc: the direct current approximation is what is offered.");
            string path = parsed.GetRequiredValue(place);
            bool asJson = parsed.GetValue(json);
            var findings = new FindingList();
            GridInput? input = GridInput.Read(session, path, parsed.GetValue(format), quiet: false, findings);
            PowerGrid? grid = input?.Grid;
            string? list = parsed.GetValue(contingencies);
            IReadOnlyList<int>? outages = list is null or "all" || grid is null ? [] : ContingencyFile.ReadBranches(list, grid, findings);
            OptimalFlowResult? result = grid is null || outages is null || findings.HasErrors ? null : OptimalFlowStudy.Run(
                grid,
                new OptimalFlowRequest
                {
                    Convention = SusceptanceOption.Of(parsed.GetValue(susceptance)),
                    SecureAll = list == "all",
                    Outages = outages,
                    Threads = parsed.GetValue(threads),
                },
                findings,
                session.Stopped);
            if (asJson)
                session.Terminals.OutBytes(OptimalFlowJson.Write(grid, result, findings, session.Clock.Elapsed.TotalSeconds, input?.Fidelity));
            if (grid is null || result is null)
                return asJson ? ExitCode.Findings : PackageInput.Refuse(session.Terminals.Error, path, findings, "Nothing was computed.");
            if (!asJson)
            {
                FindingsView.Write(session.Terminals.Error, findings, Severity.Warning, 10);
                OptimalFlowView.Write(session.Terminals.Out, grid, result, input!.Fidelity);
            }

            return result.IsCertified ? ExitCode.Fine : ExitCode.NoResult;
        });
        return command;
    }
}
