using System.Text;
using Corridor.Data.Packages;
using Corridor.Data.Scenarios;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Time;
using Corridor.Reporting.Archive;
using Corridor.Reporting.Export;
using Corridor.Reporting.Summaries;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;
using Corridor.Tests.Architecture;

namespace Corridor.Tests.Reporting.Archive;

public sealed class RunArchiveTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("corridor-archive-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void An_opened_run_is_the_run_to_the_bit_without_its_package()
    {
        (string place, RunReport report) = Write();
        Directory.Delete(Path.Combine(_root, "package"), recursive: true);
        var findings = new FindingList();
        RestoredRun run = RunArchive.Open(place, findings).ShouldNotBeNull(string.Join(' ', findings.Items));
        findings.Items.ShouldBeEmpty();
        run.Report.MayBeShown.ShouldBeTrue();
        var timing = new TimingSummary(0, 0, 0, 0, 0, 0);
        RunSummaryJson.Write(RunSummaryBuilder.Build(run.Report, timing)).ShouldBe(RunSummaryJson.Write(RunSummaryBuilder.Build(report, timing)));
        run.Report.Result.Solution.ReducedCost.ShouldBe(report.Result.Solution.ReducedCost);
    }

    [Fact]
    public void The_package_that_a_run_keeps_has_the_hash_of_the_one_it_was_run_from()
    {
        (string place, _) = Write();
        PackageHash.Compute(Path.Combine(place, "inputs", "package.zip"), new FindingList()).ShouldBe(PackageHash.Compute(Path.Combine(_root, "package"), new FindingList()));
    }

    [Fact]
    public void An_opened_run_has_its_scenarios_applied_again()
    {
        (string place, RunReport report) = Write("title: Less\nquestion: How much?\nchanges:\n  - capacity: a-b\n    factor: 0.9\n    from: 2025-06-01\n  - demand: homes\n    value: 1\n");
        Directory.Delete(Path.Combine(_root, "package"), recursive: true);
        var findings = new FindingList();
        RestoredRun run = RunArchive.Open(place, findings).ShouldNotBeNull(string.Join(' ', findings.Items));
        run.Report.Scenario.ShouldBe("less");
        run.Report.BaseSystem!.Demands[1].AnnualVolume.Value.ShouldBe(2);
        run.Report.System.Demands[1].AnnualVolume.Value.ShouldBe(1);
        run.Stamp.Scenarios.ShouldHaveSingleItem().Name.ShouldBe("less");
        var timing = new TimingSummary(0, 0, 0, 0, 0, 0);
        RunSummary summary = RunSummaryBuilder.Build(run.Report, timing);
        Encoding.UTF8.GetString(RunSummaryJson.Write(summary)).ShouldBe(Encoding.UTF8.GetString(RunSummaryJson.Write(RunSummaryBuilder.Build(report, timing))));
        summary.Scenarios.ShouldHaveSingleItem().Changes.ShouldBe(["Line A to B: capacity × 0.900, from 2025-06-01", "Households at border-gas: demand 1"]);
    }

    [Fact]
    public void A_scenario_that_was_changed_is_a_finding()
    {
        (string place, _) = Write("title: Less\nchanges:\n  - demand: homes\n    value: 1\n");
        File.AppendAllText(Path.Combine(place, "inputs", "scenario-1.yaml"), "# changed\n");
        Refusal(place, "not the scenario that was run", "R002");
    }

    [Theory]
    [InlineData("solution.bin", "cut off or damaged", "R002")]
    [InlineData("inputs/package.zip", "not the package", "R002")]
    [InlineData("run.json", "cannot be read back", "R002")]
    public void A_file_that_was_cut_off_is_a_finding(string file, string expected, string code)
    {
        (string place, _) = Write();
        string path = Path.Combine(place, file);
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..^9]);
        Refusal(place, expected, code);
    }

    [Fact]
    public void A_changed_value_of_the_solution_is_a_finding()
    {
        (string place, _) = Write();
        string path = Path.Combine(place, "solution.bin");
        byte[] bytes = File.ReadAllBytes(path);
        bytes[100] ^= 1;
        File.WriteAllBytes(path, bytes);
        Refusal(place, "cut off or damaged", "R002");
    }

    [Fact]
    public void A_solution_of_another_program_is_a_finding()
    {
        (string place, RunReport report) = Write();
        string path = Path.Combine(place, "solution.bin");
        File.Delete(path);
        SolvedPoint point = SolvedPoint.Of(report.Result);
        SolutionFile.Write(path, point with { Primal = [.. point.Primal, 0] });
        Refusal(place, "states its program differently", "R003");
    }

    [Fact]
    public void A_solution_that_the_check_refuses_is_a_finding()
    {
        (string place, RunReport report) = Write();
        string path = Path.Combine(place, "solution.bin");
        File.Delete(path);
        SolvedPoint point = SolvedPoint.Of(report.Result);
        SolutionFile.Write(path, point with { Primal = [.. point.Primal.Select(x => 1.01 * x)] });
        Refusal(place, "does not confirm", "R003");
    }

    [Fact]
    public void A_folder_without_run_is_a_finding()
    {
        Refusal(_root, "no folder of a run", "R001");
        Refusal(Path.Combine(_root, "nowhere"), "no folder of a run", "R001");
    }

    [Fact]
    public void Every_code_of_the_archive_is_explained()
    {
        string document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "findings.md"));
        foreach (string code in (string[])[ArchiveFindings.NotARun, ArchiveFindings.Damaged, ArchiveFindings.OtherVersion])
            document.ShouldContain($"| {code} |");
    }

    private static void Refusal(string place, string expected, string code)
    {
        var findings = new FindingList();
        RunArchive.Open(place, findings).ShouldBeNull();
        Finding finding = findings.Items.ShouldHaveSingleItem();
        finding.Code.ShouldBe(code);
        finding.Message.ShouldContain(expected);
        finding.Hint.ShouldNotBeNullOrEmpty();
    }

    private (string Place, RunReport Report) Write(string? yaml = null)
    {
        string package = Path.Combine(_root, "package");
        PackageWriter.Write(SampleSystem.Create(), package);
        var findings = new FindingList();
        var places = new PackagePlaces();
        Corridor.Model.EnergySystem system = PackageReader.Read(package, findings, places).ShouldNotBeNull();
        PackageValidator.Validate(system, places, findings);
        ScenarioFile[] files = yaml is null ? [] : [new ScenarioFile("less", "less.yaml", Encoding.UTF8.GetBytes(yaml))];
        Scenario[] scenarios = [.. files.Select(f => ScenarioReader.Read(f, findings).ShouldNotBeNull())];
        Corridor.Model.EnergySystem before = system;
        if (files.Length > 0)
            system = ScenarioValidator.Apply(system, places, scenarios, DateWindow.Always, findings).System;
        var horizon = new Horizon(new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1), TimeStep.Month);
        DispatchResult result = DispatchStudy.Run(NetworkCompiler.Compile(system, horizon, findings).ShouldNotBeNull(), new DispatchSettings { Threads = 1 }, null, default);
        var report = new RunReport { System = system, BaseSystem = files.Length == 0 ? null : before, Scenarios = scenarios, Horizon = horizon, Result = result, Certificate = DispatchCertifier.Check(system, result), Findings = findings };
        var stamp = new RunStamp { CodeVersion = "1", PackageHash = PackageHash.Compute(package, findings)!, Scenarios = [.. files.Select(f => new ScenarioStamp(f.Name, f.Hash))], Tolerance = 1e-8, Threads = 1 };
        string place = Path.Combine(_root, "run");
        using RunFolder folder = RunFolder.Begin(place);
        RunArchive.Write(folder, new RunInputs(package, files), result);
        RunStore.WriteSummary(folder, RunSummaryBuilder.Build(report, new TimingSummary(0, 0, 0, 0, 0, 0)), stamp);
        folder.Commit();
        return (place, report);
    }
}
