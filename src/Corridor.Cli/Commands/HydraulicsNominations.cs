using System.Diagnostics;
using Corridor.Data.Formats;
using Corridor.Data.Formats.GasLib;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Reporting.Hydraulics;
using Corridor.Reporting.Hydraulics.Results;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Nominations;
using Corridor.Studies.Hydraulics.Verification;

namespace Corridor.Cli.Commands;

/// <summary>Validates a nomination, or each of a folder.</summary>
internal sealed class HydraulicsNominations(Session session, HydraulicsRequest request, HydraulicSettings settings, GasNetworkInput input, FindingList findings)
{
    /// <summary>Runs; the exit code.</summary>
    public int Execute()
    {
        string path = request.Nominations!;
        return Directory.Exists(path) ? ExecuteFolder(path) : ExecuteFile(path);
    }

    /// <summary>One nomination is told in full, as a steady state.</summary>
    private int ExecuteFile(string path)
    {
        int known = findings.Items.Count;
        GasNetwork? network = Apply(path, findings, out GasLibNomination? nomination);
        if (network is null)
        {
            if (!request.Json)
                return PackageInput.Refuse(session.Terminals.Error, path, findings, "Nothing was calculated.");
            session.Terminals.OutBytes(HydraulicJson.WriteRefusal(findings, session.Clock.Elapsed.TotalSeconds));
            return ExitCode.Findings;
        }

        if (!request.Json && !request.Quiet && findings.Items.Count > known)
            FindingsView.Write(session.Terminals.Error, findings, Severity.Information, 20);
        return new HydraulicsSteady(session, request, settings, input with { Network = network, Nomination = nomination }, findings).Execute();
    }

    private int ExecuteFolder(string folder)
    {
        var page = new HydraulicsPage(session, request);
        IReadOnlyList<RouteRequest> routes = page.Routes(input.Network);
        string[] files = [.. Directory.EnumerateFiles(folder, "*.scn").Order(StringComparer.Ordinal)];
        if (files.Length == 0)
            throw new UsageException($"The folder {folder} holds no .scn file.");
        int width = files.Max(f => Path.GetFileName(f).Length);
        var rows = new List<NominationRow>();
        foreach (string file in files)
        {
            session.Stopped.ThrowIfCancellationRequested();
            NominationRow row = Validate(file);
            rows.Add(row);
            if (!request.Json && !request.Quiet)
                NominationView.WriteRow(session.Terminals.Out, row, width);
        }

        session.Stopped.ThrowIfCancellationRequested();
        if (request.Json)
            session.Terminals.OutBytes(NominationJson.Write(input.Network.Name, rows, findings, session.Clock.Elapsed.TotalSeconds));
        else if (!request.Quiet)
            NominationView.WriteSummary(session.Terminals.Out, rows);
        NamedNomination[] named = [.. rows.Where(r => r.Verdict is not null).Select(r => new NamedNomination(r.File, r.Verdict!))];
        page.Write(new HydraulicReportInput { Network = input.Network, Nominations = named, UnreadNominations = [.. rows.Where(r => r.Verdict is null).Select(r => new UnreadNomination(r.File, Error(r.Findings)))], Routes = routes }, findings);
        return rows.Any(r => r.Word == "error") ? ExitCode.Findings : rows.All(r => r.Word is "feasible" or "feasible_without_maps") ? ExitCode.Fine : ExitCode.NoResult;
    }

    private static string Error(FindingList found) =>
        found.Items.OrderByDescending(f => f.Severity).FirstOrDefault() is { } first
            ? $"{first.Code} at {first.Place}: {first.Message}"
            : "The file could not be read.";

    private NominationRow Validate(string file)
    {
        var own = new FindingList();
        var clock = Stopwatch.StartNew();
        GasNetwork? network = Apply(file, own, out GasLibNomination? nomination);
        string name = Path.GetFileName(file);
        if (network is null)
            return new NominationRow(name, "", null, null, false, clock.Elapsed.TotalSeconds, own);
        NominationVerdict verdict = NominationStudy.Validate(network, settings, HydraulicsSteady.Limits(request), session.Stopped);
        bool isCertified = verdict.Status switch
        {
            NominationStatus.Feasible or NominationStatus.FeasibleWithoutMaps => verdict.Solution is { } solution && HydraulicChecker.Check(solution).Verdict == HydraulicVerdict.Verified,
            NominationStatus.Infeasible => verdict.Proof is { } proof && proof.Holds(),
            _ => false,
        };
        return new NominationRow(name, nomination!.Id, network, verdict, isCertified, clock.Elapsed.TotalSeconds, own);
    }

    private GasNetwork? Apply(string file, FindingList found, out GasLibNomination? nomination)
    {
        int before = found.Errors;
        nomination = GasLibNomination.Read(file, found);
        GasNetwork? network = nomination?.Apply(input.GasLib!, found);
        return found.Errors > before ? null : network;
    }
}
