using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Reporting.Summaries;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;

namespace Corridor.Reporting.Comparison;

/// <summary>Dispatches what a comparison must know and was not given: a combination of causes.</summary>
public static class CauseRun
{
    /// <summary>Applies the scenarios of a combination, dispatches, and checks.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="combination">Bit i says whether cause i acts.</param>
    /// <param name="settings">Settings of the solve.</param>
    /// <param name="findings">Collects why the combination cannot be run.</param>
    /// <param name="progress">Receives the progress of the solve; may be null.</param>
    /// <param name="cancellation">Stops the solve.</param>
    /// <returns>The run, certified or not; null with findings where it cannot be run.</returns>
    public static ComparedRun? Solve(CausePlan plan, int combination, DispatchSettings settings, FindingList findings, IProgress<DispatchProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(findings);
        IReadOnlyList<Scenario> scenarios = plan.Scenarios(combination);
        EnergySystem system = ScenarioApplication.Apply(plan.System, scenarios, findings);
        CompiledNetwork? network = findings.HasErrors ? null : NetworkCompiler.Compile(system, plan.Horizon, findings);
        cancellation.ThrowIfCancellationRequested();
        if (network is null || findings.HasErrors)
            return null;
        DispatchResult result = DispatchStudy.Run(network, settings, progress, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var report = new RunReport
        {
            System = system,
            BaseSystem = plan.System,
            Scenarios = scenarios,
            Horizon = plan.Horizon,
            Result = result,
            Certificate = DispatchCertifier.Check(system, result),
            Findings = findings,
        };
        return new ComparedRun(plan.Name(combination), null, report, RunSummaryBuilder.Build(report, new TimingSummary(0, 0, 0, 0, 0, 0)));
    }

    /// <summary>Errors of applying a combination, and of compiling it where it can be applied.</summary>
    internal static (int Application, int Compilation) Obstacles(CausePlan plan, int combination)
    {
        var findings = new FindingList();
        EnergySystem system = ScenarioApplication.Apply(plan.System, plan.Scenarios(combination), findings);
        if (findings.HasErrors)
            return (findings.Errors, 0);
        NetworkCompiler.Compile(system, plan.Horizon, findings);
        return (0, findings.Errors);
    }
}
