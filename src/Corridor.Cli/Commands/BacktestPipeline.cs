using System.Globalization;
using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Time;
using Corridor.Reporting.Backtest;
using Corridor.Reporting.Export;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Backtest;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;

namespace Corridor.Cli.Commands;

/// <summary>A backtest from the package to the files: read, dispatch each year, compare, write.</summary>
internal sealed class BacktestPipeline(Session session, BacktestRequest request)
{
    private readonly FindingList _findings = new();
    private readonly RunProgress _progress = new(request.Json ? null : session.Terminals.ErrorWriter, !request.Json && Terminals.ErrorIsLive);

    /// <summary>Runs; the exit code.</summary>
    public int Execute()
    {
        if (request.Years.Count > 1 && (request.Page is null || request.Json))
            throw new UsageException("One --year at a time; several go into a --page.");
        if (request.Out is not null && string.IsNullOrWhiteSpace(request.Out))
            throw new UsageException("--out names no folder.");
        if (request.Page is not null)
            OutputPlace.File("--page", request.Page);
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
        _progress.Begin("read");
        EnergySystem? system = PackageInput.Read(request.Package, _findings, session.Stopped);
        session.Stopped.ThrowIfCancellationRequested();
        if (system is null || _findings.HasErrors)
            return Refuse();
        CheckYears(system);
        string page = request.Page is not null && File.Exists(request.Page) ? File.ReadAllText(request.Page) : "";
        foreach (int year in request.Years)
        {
            int code = Year(system, year, ref page);
            if (code != ExitCode.Fine)
                return code;
        }

        if (request.Page is not null)
        {
            session.Target = request.Page;
            OutputFile.Save(request.Page, stream => stream.Write(Encoding.UTF8.GetBytes(page)));
        }

        return ExitCode.Fine;
    }

    private int Year(EnergySystem system, int year, ref string page)
    {
        Horizon horizon = BacktestStudy.HorizonOf(year, request.Step);
        string folder = request.Out ?? Path.Combine("runs", RunStore.DefaultName(RunStore.PackageName(request.Package, system.Description.Name), "backtest", HorizonSummary.Of(horizon)));
        OutputPlace.Run(folder);
        _progress.Begin("compile");
        CompiledNetwork? network = NetworkCompiler.Compile(system, horizon, _findings);
        if (network is null || _findings.HasErrors)
            return Refuse();
        _progress.Begin("solve");
        var settings = new DispatchSettings { Threads = request.Threads };
        DispatchResult result = DispatchStudy.Run(network, settings, _progress, session.Stopped);
        session.Stopped.ThrowIfCancellationRequested();
        _progress.Begin("check");
        DispatchCertificate certificate = DispatchCertifier.Check(system, result);
        if (!certificate.Certified)
            return Fail(year, certificate);
        BacktestResult compared = BacktestStudy.Compare(system, result, year);
        SensitivityResult? sensitivity = request.Sensitivity ? Sensitivity(system, year, settings) : null;
        _progress.Begin("write");
        session.Target = folder;
        Write(folder, compared, sensitivity);
        session.Target = null;
        _progress.End();
        page = BacktestPage.Replace(page, BacktestPage.ComparisonPart(year), BacktestPage.Comparison(compared));
        if (sensitivity is not null)
            page = BacktestPage.Replace(page, BacktestPage.SensitivityPart(year), BacktestPage.Sensitivity(sensitivity));
        Tell(compared, sensitivity, folder);
        return ExitCode.Fine;
    }

    private SensitivityResult? Sensitivity(EnergySystem system, int year, DispatchSettings settings)
    {
        _progress.Begin("move");
        return SensitivityStudy.Run(system, year, request.Step, settings, null, session.Stopped);
    }

    private void Tell(BacktestResult compared, SensitivityResult? sensitivity, string folder)
    {
        if (request.Json)
        {
            session.Terminals.OutBytes(BacktestJson.Write(compared));
            return;
        }

        Screen screen = session.Terminals.Out;
        BacktestView.Write(screen, compared);
        if (sensitivity is not null)
            BacktestView.Write(screen, sensitivity);
        screen.Line();
        screen.Write($"Files: {folder.Replace('\\', '/').TrimEnd('/')}/backtest.json", TextStyle.Quiet);
    }

    private static void Write(string path, BacktestResult compared, SensitivityResult? sensitivity)
    {
        using RunFolder folder = RunFolder.Begin(path);
        File.WriteAllBytes(Path.Combine(folder.Partial, "backtest.json"), BacktestJson.Write(compared));
        if (sensitivity is not null)
            File.WriteAllBytes(Path.Combine(folder.Partial, "sensitivity.json"), BacktestJson.Write(sensitivity));
        folder.Commit();
    }

    private void CheckYears(EnergySystem system)
    {
        IReadOnlyList<int> known = BacktestStudy.Years(system);
        foreach (int year in request.Years)
        {
            if (known.Contains(year))
                continue;
            string years = known.Count == 0 ? "It has none: fill in backtest_routes, and the column route of observations." : $"It has them for {string.Join(", ", known.Select(y => y.ToString(CultureInfo.InvariantCulture)))}.";
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{request.Package} reports no volumes of {year} to compare with. {years}"));
        }
    }

    private int Fail(int year, DispatchCertificate certificate)
    {
        _progress.End();
        session.Fail(string.Create(CultureInfo.InvariantCulture, $"{year} has no certified result ({certificate.Status.ToString().ToLowerInvariant()}); nothing can be compared."));
        foreach (string failure in certificate.Failures.Take(5))
            session.Terminals.Error.Write("  " + failure, TextStyle.Plain, 4);
        return ExitCode.NoResult;
    }

    private int Refuse()
    {
        _progress.End();
        return session.Refuse(request.Package, _findings, "Nothing was compared.");
    }
}
