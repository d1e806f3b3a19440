using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Reporting.Hydraulics;
using Corridor.Reporting.Hydraulics.Results;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics.Verification;

namespace Corridor.Cli.Commands;

/// <summary>Writes the page of a hydraulic study where one is asked for.</summary>
internal sealed class HydraulicsPage(Session session, HydraulicsRequest request)
{
    /// <summary>The routes that were asked for.</summary>
    /// <exception cref="UsageException">One is none of the network.</exception>
    public IReadOnlyList<RouteRequest> Routes(GasNetwork network) => request.Report is null ? [] : [.. request.Routes.Select(r => Route(r, network))];

    /// <summary>Items of a check as the page lists them.</summary>
    public static IReadOnlyList<HydraulicCheck> Checks(SteadyOutcome outcome) =>
        [.. (outcome.Check?.Residuals ?? []).Select(r => new HydraulicCheck(HydraulicWords.Of(r.Kind), r.Value, r.Tolerance, Place(outcome.Network, r)))];

    /// <summary>Writes the page; nothing where none is asked for.</summary>
    public void Write(HydraulicReportInput input, FindingList findings)
    {
        if (request.Report is not { } asked)
            return;
        string page = asked.Length > 0 ? asked : Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(request.Path)) + "-hydraulics.html";
        Corridor.Reporting.Hydraulics.HydraulicReport.Write(input with { Source = request.Path, Findings = findings.Items, Program = "Corridor " + CommandTree.CodeVersion }, page);
        if (!request.Json && !request.Quiet)
            session.Terminals.Out.Write($"Page: {page}", TextStyle.Quiet);
    }

    private static RouteRequest Route(string text, GasNetwork network) =>
        RouteRequest.TryParse(text, network, out RouteRequest route, out string? problem) ? route : throw new UsageException($"--route {text}: {problem}");

    private static string Place(GasNetwork network, HydraulicResidual residual) =>
        residual.Node >= 0 ? network.Nodes[residual.Node].Id : residual.Element >= 0 ? network.Elements[residual.Element].Id : "";
}
