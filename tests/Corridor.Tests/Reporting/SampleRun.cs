using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Time;
using Corridor.Reporting.Export;
using Corridor.Reporting.Summaries;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;

namespace Corridor.Tests.Reporting;

/// <summary>The sample, dispatched once in months for all tests.</summary>
internal static class SampleRun
{
    public static RunReport Report { get; } = Dispatch(SampleSystem.Create());

    public static RunStamp Stamp { get; } = new() { CodeVersion = "1.2.3", PackageHash = "abc", Tolerance = 1e-8, Threads = 1 };

    public static TimingSummary Timing { get; } = new(0.1, 0.2, 0.3, 0.4, 0.5, 1.5);

    public static RunSummary Summary { get; } = RunSummaryBuilder.Build(Report, Timing);

    /// <summary>The same result with a certificate that failed.</summary>
    public static RunReport Refused { get; } = Report with
    {
        Certificate = new DispatchCertificate { Tolerance = 1e-6, Status = DispatchStatus.Optimal, Items = [], Failures = ["the balance of bb-gas is off by 3 mcm@20C/d"], FailureCount = 1 },
    };

    /// <summary>Dispatches a system over 2025 in months.</summary>
    public static RunReport Dispatch(EnergySystem system)
    {
        var horizon = new Horizon(new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1), TimeStep.Month);
        var findings = new FindingList();
        CompiledNetwork network = NetworkCompiler.Compile(system, horizon, findings) ?? throw new InvalidOperationException(string.Join("\n", findings.Items.Select(f => f.Message)));
        DispatchResult result = DispatchStudy.Run(network, new DispatchSettings(), null, CancellationToken.None);
        return new RunReport { System = system, Horizon = horizon, Result = result, Certificate = DispatchCertifier.Check(system, result), Findings = findings };
    }
}
