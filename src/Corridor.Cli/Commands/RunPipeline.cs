using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Packages;
using Corridor.Data.Scenarios;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Schema;
using Corridor.Model.Time;
using Corridor.Reporting.Archive;
using Corridor.Reporting.Exchange;
using Corridor.Reporting.Export;
using Corridor.Reporting.Html;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;
using Corridor.Studies.Hydraulics.Dispatch;
using Corridor.Studies.Plausibility;
using Corridor.Studies.Tracing;

namespace Corridor.Cli.Commands;

/// <summary>A run from the package to the files: read, compile, solve, check, write.</summary>
internal sealed class RunPipeline(Session session, RunRequest request)
{
    private readonly FindingList _findings = new();
    private readonly RunProgress _progress = new(request.Quiet ? null : session.Terminals.ErrorWriter, !request.Quiet && Terminals.ErrorIsLive);
    private readonly string _started = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private (string Format, FidelityReport Fidelity)? _import;
    private string? _format;

    /// <summary>Runs; the exit code.</summary>
    public int Execute()
    {
        if (request.Out is not null && string.IsNullOrWhiteSpace(request.Out))
            throw new UsageException("--out names no folder.");
        if (request.Out is not null && RunFolder.Refusal(request.Out) is { } refusal)
            throw new UsageException(refusal);
        try
        {
            return ExecuteStages();
        }
        finally
        {
            _progress.End();
        }
    }

    private int ExecuteStages()
    {
        _format = request.Format ?? ImportInput.Recognise(session, request.Package, request.Quiet);
        _progress.Begin("read");
        var places = new PackagePlaces();
        EnergySystem? system = Read(places, out Task<PackageImage>? image);
        session.Stopped.ThrowIfCancellationRequested();
        if (system is null || _findings.HasErrors)
            return Refuse();
        if ((image is null ? PackageHash.Compute(request.Package, _findings) : "") is not { } hash)
            return Refuse();
        ScenarioInput scenarios = ScenarioInput.Read(request.Package, request.Scenarios, _findings);
        if (_findings.HasErrors)
            return Refuse();
        Horizon horizon = scenarios.HorizonOf(request.Package, system, request.From, request.To, request.Step);
        EnergySystem changed = scenarios.Apply(system, places, new DateWindow(horizon.From, horizon.To), _findings);
        session.Stopped.ThrowIfCancellationRequested();
        if (_findings.HasErrors)
            return Refuse();
        string folder = request.Out ?? Path.Combine("runs", RunStore.DefaultName(RunStore.PackageName(request.Package, system.Description.Name), scenarios.Scenarios.Count == 0 ? "base" : string.Join('+', scenarios.Scenarios.Select(s => s.Name)), HorizonSummary.Of(horizon)));
        OutputPlace.Run(folder);

        double read = _progress.Begin("compile");
        var laws = new LinePhysicsSettings { Threads = request.Threads };
        CapacityFromPhysics? capacities = request.Physics == PhysicsMode.None
            ? null
            : CapacityFromPhysics.Derive(changed, scenarios.Scenarios.Count == 0 ? null : system, laws, horizon.From);
        if (capacities is not null && request.Physics == PhysicsMode.Capacity)
            changed = capacities.System;
        CompiledNetwork? network = NetworkCompiler.Compile(changed, horizon, _findings);
        session.Stopped.ThrowIfCancellationRequested();
        if (network is null || _findings.HasErrors)
            return Refuse();

        double compile = _progress.Begin("solve");
        var settings = new DispatchSettings { Threads = request.Threads, Solver = request.Solver };
        DispatchResult result = DispatchStudy.Run(network, settings, _progress, session.Stopped);
        session.Stopped.ThrowIfCancellationRequested();

        PlausibilityStudy.Check(result, _findings);
        // The peak of a run's memory would be where its files are written: what the solver worked with makes room for that.
        GC.Collect();

        double solve = _progress.Begin("check");
        // The check and the trace share nothing, so they run side by side.
        Task<TraceResult?> tracing = Task.Run(() => result.Status == DispatchStatus.Optimal ? TraceStudy.Run(result, changed) : null, CancellationToken.None);
        DispatchCertificate certificate = DispatchCertifier.Check(changed, result);
        var report = new RunReport
        {
            System = changed,
            BaseSystem = scenarios.Scenarios.Count == 0 ? null : system,
            Scenarios = scenarios.Scenarios,
            Horizon = horizon,
            Result = result,
            Certificate = certificate,
            Findings = _findings,
            Trace = tracing.GetAwaiter().GetResult()!,
        };
        if (capacities is not null && report.MayBeShown)
            report = report with { Physics = PhysicsCheck.Run(result, capacities, request.Physics, laws, session.Stopped) };
        session.Stopped.ThrowIfCancellationRequested();

        double check = _progress.Begin("write");
        try
        {
            if (image is not null)
                hash = image.GetAwaiter().GetResult().Hash;
        }
        catch (ArgumentException problem)
        {
            _findings.Add(ImportInput.Unwritable(request.Package, problem));
            return Refuse();
        }

        var stamp = new RunStamp
        {
            CodeVersion = CommandTree.CodeVersion,
            PackageHash = hash,
            Scenarios = [.. scenarios.Files.Select(f => new ScenarioStamp(f.Name, f.Hash))],
            Tolerance = settings.Tolerance,
            Threads = request.Threads,
            Solver = request.Solver,
            Physics = request.Physics.ToString().ToLowerInvariant(),
            Started = _started,
        };
        RunSummary summary = Write(folder, report, new RunInputs(request.Package, scenarios.Files) { Image = image?.Result, Fidelity = _import is { } kept ? ExchangeJson.Write(kept.Format, kept.Fidelity) : default(ReadOnlyMemory<byte>) }, stamp, new TimingSummary(read, compile, solve, check, 0, 0));
        _progress.End();
        return Tell(report, summary, folder);
    }

    /// <summary>Reads the package, or another program's data, whose files as a package are then made beside.</summary>
    private EnergySystem? Read(PackagePlaces places, out Task<PackageImage>? image)
    {
        Task<PackageImage>? making = null;
        image = null;
        if (_format is not { } format)
            return PackageInput.Read(request.Package, places, _findings, session.Stopped);
        ImportCommand.RefuseUseless(format, [request.Package], request.Countries.Count > 0 ? "" : null, request.Mapping);
        var import = new ImportRequest(request.Package) { Countries = request.Countries, Mapping = request.Mapping };
        // The schema is made by reflection, which need not wait for the file.
        _ = Task.Run(() => PackageSchema.Tables.Count, CancellationToken.None);
        // The bytes of the package are not needed before the files are written, and are made while it is validated.
        ImportResult? result = ImportInput.Read(format, import, _findings, session.Stopped, read => making = Task.Run(() => PackageImage.Of(read), CancellationToken.None));
        image = making;
        if (result is null || !ImportInput.IsWhole(result, request.Package, _findings))
            return null;
        _import = (format, result.Fidelity);
        return result.System;
    }

    private RunSummary Write(string path, RunReport report, RunInputs inputs, RunStamp stamp, TimingSummary timing)
    {
        long begin = session.Clock.ElapsedMilliseconds;
        session.Target = path;
        using RunFolder folder = RunFolder.Begin(path);
        RunSummary summary = RunSummaryBuilder.Build(report, timing) with { Fidelity = _import is { } import ? FidelityCounts.Of(import.Fidelity) : null };
        // The page and the tables share nothing but what they read, so they are written side by side.
        Task<double> page = Task.Run(() => WritePage(Path.Combine(folder.Partial, ReportFile.Name), report, summary, stamp), CancellationToken.None);
        try
        {
            if (report.MayBeShown)
                RunStore.WriteTables(folder, report, summary, stamp, session.Stopped);
            RunArchive.Write(folder, inputs, report.Result);
            RunSummaryJson.Prepare();
            session.Stopped.ThrowIfCancellationRequested();
            _progress.Begin("report");
        }
        finally
        {
            ((IAsyncResult)page).AsyncWaitHandle.WaitOne();
        }

        double pageTime = page.GetAwaiter().GetResult();
        _progress.Begin("write");
        double total = session.Clock.Elapsed.TotalSeconds;
        summary = summary with { Timing = timing with { Write = total - (begin / 1000.0), Total = total, Report = pageTime } };
        RunStore.WriteSummary(folder, summary, stamp);
        session.Stopped.ThrowIfCancellationRequested();
        folder.Commit();
        return summary;
    }

    /// <summary>Writes the page; seconds that it took.</summary>
    private double WritePage(string path, RunReport report, RunSummary summary, RunStamp stamp)
    {
        TimeSpan begin = session.Clock.Elapsed;
        ReportFile.Write(path, report, summary, stamp);
        return (session.Clock.Elapsed - begin).TotalSeconds;
    }

    private int Tell(RunReport report, RunSummary summary, string folder)
    {
        session.Target = null;
        string shown = folder.Replace('\\', '/').TrimEnd('/');
        if (request.Json)
            session.Terminals.OutBytes(RunSummaryJson.Write(summary));
        else if (!request.Quiet && report.MayBeShown)
            SummaryView.Write(session.Terminals.Out, summary, report.System, shown, report.Findings);
        if (report.MayBeShown)
            return ExitCode.Fine;
        SummaryView.Write(session.Terminals.Error, summary, report.System, shown, report.Findings);
        return ExitCode.NoResult;
    }

    private int Refuse()
    {
        _progress.End();
        return session.Refuse(request.Package, _findings, "Nothing was run or written.");
    }
}
