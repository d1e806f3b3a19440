using Corridor.Data.Packages;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Reporting.Export;
using Corridor.Reporting.Hydraulics;
using Corridor.Reporting.Hydraulics.Results;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics;
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

    /// <summary>The file as the user named it, or the name made from that of the network; null where no page is asked for.</summary>
    private string? Name => request.Report switch
    {
        null => null,
        { Length: > 0 } asked => asked,
        _ => Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(request.Path)) + "-hydraulics.html",
    };

    /// <summary>Refuses a name under which no page can or should be written, before anything is calculated.</summary>
    /// <exception cref="UsageException">It does not end as pages do, is no regular file, or its folder does not let files be written.</exception>
    public void CheckName()
    {
        if (Name is not { } page)
            return;
        if (!IsPage(page))
            throw new UsageException($"--report {page}: a page ends in .html or .htm.");
        if (Directory.Exists(page) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(page))))
            throw new UsageException($"--report {page} cannot be written: it must be a file in a folder that exists.");
        try
        {
            if (OutputTarget.Refusal(page) is { } refusal)
                throw new UsageException($"--report: {refusal}");
            string target = OutputTarget.Resolve(page);
            if (!IsPage(target))
                throw new UsageException($"--report {page} is a link to {target}, which is no page: a page ends in .html or .htm.");
            string probe = target + ".partial";
            using (File.Create(probe, 1, FileOptions.DeleteOnClose))
            {
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--report {page} cannot be written: its folder or the file there does not allow it.");
        }
    }

    /// <summary>Writes the page; nothing where none is asked for.</summary>
    public void Write(HydraulicReportInput input, FindingList findings)
    {
        if (Name is not { } page)
            return;
        try
        {
            Corridor.Reporting.Hydraulics.HydraulicReport.Write(input with { Settings = new HydraulicSettings { Friction = request.Friction, EquationOfState = request.EquationOfState }, Source = request.Path, Findings = findings.Items, Program = "Corridor " + CommandTree.CodeVersion }, page);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The page {page} cannot be written: {WriteFailure.Of(exception).Reason}.", exception);
        }

        if (!request.Json && !request.Quiet)
            session.Terminals.Out.Write($"Page: {page}", TextStyle.Quiet);
    }

    private static bool IsPage(string path) => Path.GetExtension(path) is var end && (end.Equals(".html", StringComparison.OrdinalIgnoreCase) || end.Equals(".htm", StringComparison.OrdinalIgnoreCase));

    private static RouteRequest Route(string text, GasNetwork network) =>
        RouteRequest.TryParse(text, network, out RouteRequest route, out string? problem) ? route : throw new UsageException($"--route {text}: {problem}");

    private static string Place(GasNetwork network, HydraulicResidual residual) =>
        residual.Node >= 0 ? network.Nodes[residual.Node].Id : residual.Element >= 0 ? network.Elements[residual.Element].Id : "";
}
