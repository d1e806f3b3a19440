using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Reporting.Hydraulics.Results;
using Corridor.Studies.Hydraulics.Dispatch;

namespace Corridor.Cli.Commands;

/// <summary>The gas lines of a package at the greatest flow that their physics allows.</summary>
internal sealed class HydraulicsLines(Session session, HydraulicsRequest request)
{
    /// <summary>Whether a path holds a package.</summary>
    public static bool IsPackage(string path) => File.Exists(Path.Combine(path, "datapackage.json")) || (File.Exists(path) && Path.GetExtension(path) == ".zip");

    /// <summary>Runs; the exit code.</summary>
    public int Execute()
    {
        if (request.Mode != HydraulicsMode.Steady)
            throw new UsageException("A package states lines, not a whole network: only --steady can be asked of it.");
        if (request.Report is not null)
            throw new UsageException("--report draws a network; corridor run PKG --physics check writes a page of a package.");
        if (request.TracksTemperature)
            throw new UsageException("--temperature follows heat along a network's pipes; of a package's lines it cannot be asked.");
        if (request.Friction is Model.Hydraulics.FrictionKind.Fixed)
            throw new UsageException("--friction fixed needs friction factors, which a package does not state.");
        var findings = new FindingList();
        EnergySystem? system = PackageInput.Read(request.Path, findings, session.Stopped);
        if (system is null || findings.HasErrors)
        {
            if (!request.Json)
                return PackageInput.Refuse(session.Terminals.Error, request.Path, findings, "Nothing was calculated.");
            session.Terminals.OutBytes(HydraulicJson.WriteRefusal(findings, session.Clock.Elapsed.TotalSeconds));
            return ExitCode.Findings;
        }

        var settings = new LinePhysicsSettings { Threads = request.Threads };
        if (request.Friction is { } friction)
            settings = settings with { Friction = friction };
        if (request.EquationOfState is { } state)
            settings = settings with { EquationOfState = state };
        CapacityFromPhysics lines = CapacityFromPhysics.Derive(system, null, settings);
        session.Stopped.ThrowIfCancellationRequested();
        var outcome = new LineOutcome(request.Path, system.Description.Title ?? system.Description.Name, lines, settings, session.Clock.Elapsed.TotalSeconds, findings);
        if (request.Json)
            session.Terminals.OutBytes(LineJson.Write(outcome));
        else if (!request.Quiet)
            LineView.Write(session.Terminals.Out, outcome);
        return lines.Capacities.Count > 0 ? ExitCode.Fine : ExitCode.NoResult;
    }
}
