using System.Globalization;
using System.Text.Json;
using Corridor.Data.Packages;
using Corridor.Data.Scenarios;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Time;
using Corridor.Reporting.Export;
using Corridor.Reporting.Summaries;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;
using Corridor.Studies.Hydraulics.Dispatch;
using Corridor.Studies.Plausibility;
using Corridor.Studies.Solving;
using Corridor.Studies.Tracing;

namespace Corridor.Reporting.Archive;

/// <summary>
/// What a run keeps so that it can be opened again without a solve: its inputs (<c>inputs/</c>) and the two points that the solver found
/// (<c>solution.bin</c>). Whoever has the folder has all of it; the package need not be at its place any more.
/// </summary>
public static class RunArchive
{
    /// <summary>Where the fidelity report of an import stands in the folder of a run, with a slash on every system.</summary>
    public const string FidelityPlace = "inputs/fidelity.json";

    private const string SolutionName = "solution.bin";

    /// <summary>Writes inputs and solution into the folder of a run.</summary>
    /// <param name="folder">The folder that is being filled.</param>
    /// <param name="inputs">Where the inputs stand.</param>
    /// <param name="result">The result, of any status.</param>
    /// <exception cref="IOException">The disk refuses, or the package cannot be read any more.</exception>
    public static void Write(RunFolder folder, RunInputs inputs, DispatchResult result)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(inputs);
        string place = Path.Combine(folder.Partial, "inputs");
        Directory.CreateDirectory(place);
        var findings = new FindingList();
        string archive = Path.Combine(place, "package.zip");
        if (inputs.Image is { } image)
            image.WriteArchive(archive);
        else if (!PackageArchive.Write(inputs.Package, archive, findings))
            throw new IOException($"{inputs.Package} cannot be read any more: {findings.Items[0].Message}");
        for (int i = 0; i < inputs.Scenarios.Count; i++)
        {
            using var file = new FileStream(ScenarioPath(place, i), FileMode.CreateNew, FileAccess.Write, FileShare.None);
            file.Write(inputs.Scenarios[i].Content.Span);
        }

        if (!inputs.Fidelity.IsEmpty)
            File.WriteAllBytes(Path.Combine(folder.Partial, FidelityPlace), inputs.Fidelity.Span);
        SolutionFile.Write(Path.Combine(folder.Partial, SolutionName), SolvedPoint.Of(result));
    }

    /// <summary>Opens a run: reads its inputs, compiles them, reads the solution, and checks the result again from the package.</summary>
    /// <param name="path">Folder of a run.</param>
    /// <param name="findings">Collects why it cannot be opened.</param>
    /// <param name="cancellation">Stops between the stages.</param>
    /// <returns>The run, certified or not as it was; null with findings if it cannot be opened.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RestoredRun? Open(string path, FindingList findings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(findings);
        string json = Path.Combine(path, "run.json");
        if (!File.Exists(json))
        {
            findings.Add(ArchiveFindings.Of(ArchiveFindings.NotARun, path, "This is no folder of a run: it has no run.json.", "Give a folder that `corridor run` has written, such as runs/eurasia-base-2025-01-01-2026-01-01-day."));
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(json));
            return Open(path, document.RootElement, findings, cancellation);
        }
        catch (Exception problem) when (problem is JsonException or InvalidDataException or IOException or UnauthorizedAccessException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            findings.Add(ArchiveFindings.Of(ArchiveFindings.Damaged, path, "The run cannot be read back: " + problem.Message, "Run it again."));
            return null;
        }
    }

    private static RestoredRun? Open(string path, JsonElement root, FindingList findings, CancellationToken cancellation)
    {
        JsonElement stamp = root.GetProperty("stamp"), settings = stamp.GetProperty("settings"), summary = root.GetProperty("summary");
        string package = Path.Combine(path, "inputs", "package.zip"), solution = Path.Combine(path, SolutionName);
        if (!File.Exists(package) || !File.Exists(solution))
        {
            findings.Add(ArchiveFindings.Of(ArchiveFindings.OtherVersion, path, "The run keeps no inputs or no solution: an earlier version of the program wrote it, or they were removed.", "Run it again."));
            return null;
        }

        var quiet = new FindingList();
        var places = new PackagePlaces();
        EnergySystem? system = PackageReader.Read(package, quiet, places, cancellation);
        // The findings of a run are those of its validation too.
        if (system is not null)
            PackageValidator.Validate(system, places, quiet);
        string? hash = PackageHash.Compute(package, quiet);
        cancellation.ThrowIfCancellationRequested();
        if (system is null || quiet.HasErrors || hash != stamp.GetProperty("package_hash").GetString())
            throw new InvalidDataException("inputs/package.zip is not the package that was run.");
        TimeStep step = Enum.Parse<TimeStep>(settings.GetProperty("step").GetString()!, ignoreCase: true);
        Horizon horizon = step == TimeStep.Period
            ? Horizon.Of(system.Periods) ?? throw new InvalidDataException("inputs/package.zip states no periods any more.")
            : new Horizon(Date(settings, "from"), Date(settings, "to"), step);
        Scenario[] scenarios = [.. ScenariosOf(path, stamp, quiet)];
        EnergySystem changed = scenarios.Length == 0 ? system : ScenarioValidator.Apply(system, places, scenarios, new DateWindow(horizon.From, horizon.To), quiet).System;
        if (quiet.HasErrors)
            throw new InvalidDataException("a scenario does not fit the package any more.");
        CapacityFromPhysics? capacities = null;
        PhysicsMode physics = PhysicsOf(settings);
        if (physics != PhysicsMode.None)
        {
            capacities = CapacityFromPhysics.Derive(changed, scenarios.Length == 0 ? null : system, new LinePhysicsSettings(), horizon.From);
            if (physics == PhysicsMode.Capacity)
                changed = capacities.System;
        }

        CompiledNetwork? network = NetworkCompiler.Compile(changed, horizon, quiet);
        SolvedPoint point = SolutionFile.Read(solution);
        cancellation.ThrowIfCancellationRequested();
        DispatchResult? result = network is null ? null : Restore(network, point);
        if (result is null)
        {
            findings.Add(ArchiveFindings.Of(ArchiveFindings.OtherVersion, path, $"Version {stamp.GetProperty("code_version").GetString()} of the program wrote this run; this version states its program differently.", "Run it again."));
            return null;
        }

        PlausibilityStudy.Check(result, quiet);
        // The check and the trace share nothing, so they run side by side.
        Task<TraceResult?> tracing = Task.Run(() => result.Status == DispatchStatus.Optimal ? TraceStudy.Run(result, changed) : null, CancellationToken.None);
        DispatchCertificate certificate = DispatchCertifier.Check(changed, result);
        TraceResult? trace = tracing.GetAwaiter().GetResult();
        cancellation.ThrowIfCancellationRequested();
        if (certificate.Certified != summary.GetProperty("certified").GetBoolean())
        {
            findings.Add(ArchiveFindings.Of(ArchiveFindings.OtherVersion, path, "The check of this version does not confirm what run.json says.", "Run it again."));
            return null;
        }

        PhysicsResult? lines = capacities is not null && certificate.Certified && result.Status == DispatchStatus.Optimal
            ? PhysicsCheck.Run(result, capacities, physics, new LinePhysicsSettings(), cancellation)
            : null;
        return new RestoredRun(
            path,
            new RunReport { System = changed, BaseSystem = scenarios.Length == 0 ? null : system, Scenarios = scenarios, Horizon = horizon, Result = result, Certificate = certificate, Findings = quiet, Trace = trace!, Physics = lines },
            StampOf(stamp, settings),
            TimingOf(summary.GetProperty("timing_s")));
    }

    /// <summary>The scenarios of the run, read from its copies of their files.</summary>
    private static IEnumerable<Scenario> ScenariosOf(string path, JsonElement stamp, FindingList findings)
    {
        IReadOnlyList<ScenarioStamp> stamps = ScenarioStamps(stamp);
        for (int i = 0; i < stamps.Count; i++)
        {
            string file = ScenarioPath(Path.Combine(path, "inputs"), i);
            var found = new ScenarioFile(stamps[i].Name, Path.GetFileName(file), File.ReadAllBytes(file));
            if (found.Hash != stamps[i].Hash)
                throw new InvalidDataException($"inputs/{Path.GetFileName(file)} is not the scenario that was run.");
            yield return ScenarioReader.Read(found, findings) ?? throw new InvalidDataException($"inputs/{Path.GetFileName(file)} is no scenario.");
        }
    }

    private static string ScenarioPath(string inputs, int index) => Path.Combine(inputs, string.Create(CultureInfo.InvariantCulture, $"scenario-{index + 1}.yaml"));

    private static IReadOnlyList<ScenarioStamp> ScenarioStamps(JsonElement stamp) => stamp.TryGetProperty("scenarios", out JsonElement scenarios)
        ? [.. scenarios.EnumerateArray().Select(s => new ScenarioStamp(s.GetProperty("name").GetString() ?? "", s.GetProperty("hash").GetString() ?? ""))]
        : [];

    private static DispatchResult? Restore(CompiledNetwork network, SolvedPoint point)
    {
        try
        {
            return DispatchStudy.Restore(network, point);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static RunStamp StampOf(JsonElement stamp, JsonElement settings)
    {
        JsonElement machine = stamp.GetProperty("machine");
        return new RunStamp
        {
            CodeVersion = stamp.GetProperty("code_version").GetString() ?? "",
            PackageHash = stamp.GetProperty("package_hash").GetString() ?? "",
            Scenarios = ScenarioStamps(stamp),
            Tolerance = settings.GetProperty("tolerance").GetDouble(),
            Threads = settings.GetProperty("threads").GetInt32(),
            Solver = settings.TryGetProperty("solver", out JsonElement solver) && solver.GetString() is { Length: > 0 } name ? name : SolverChoice.Own,
            Physics = PhysicsOf(settings).ToString().ToLowerInvariant(),
            Started = stamp.GetProperty("started").GetString() ?? "",
            OperatingSystem = machine.GetProperty("os").GetString() ?? "",
            Architecture = machine.GetProperty("architecture").GetString() ?? "",
            Processors = machine.GetProperty("processors").GetInt32(),
            DotNet = machine.GetProperty("dotnet").GetString() ?? "",
        };
    }

    private static PhysicsMode PhysicsOf(JsonElement settings) =>
        settings.TryGetProperty("physics", out JsonElement physics) ? Enum.Parse<PhysicsMode>(physics.GetString()!, ignoreCase: true) : PhysicsMode.None;

    private static TimingSummary TimingOf(JsonElement timing)
    {
        double Of(string stage) => timing.TryGetProperty(stage, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0;
        return new TimingSummary(Of("read"), Of("compile"), Of("solve"), Of("check"), Of("write"), Of("total")) { Report = Of("report") };
    }

    private static DateOnly Date(JsonElement settings, string name) =>
        DateOnly.ParseExact(settings.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
