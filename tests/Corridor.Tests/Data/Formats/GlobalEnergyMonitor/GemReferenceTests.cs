using Corridor.Data.Formats.Exchange;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Time;
using Corridor.Tests.Numerics;
using Corridor.Tests.Studies.Dispatch;

namespace Corridor.Tests.Data.Formats.GlobalEnergyMonitor;

/// <summary>The published files of the trackers.</summary>
public sealed class GemReferenceTests
{
    [SkippableFact]
    public void All_rows_of_all_trackers_are_accounted_for()
    {
        string folder = ReferenceData.Folder("gem");
        var findings = new FindingList();
        ImportResult result = GemSamples.Import(findings, "", folder).ShouldNotBeNull();
        Rows("gas pipelines", e => !IsRepeated(e)).ShouldBe(3067);
        Rows("LNG terminals", e => !IsRepeated(e)).ShouldBe(1291);
        Rows("gas pipelines", IsRepeated).ShouldBe(3067);
        Rows("LNG terminals", IsRepeated).ShouldBe(1291);
        (Rows("oil pipelines") + Rows("NGL pipelines")).ShouldBe(1018);
        Rows("coal terminals").ShouldBe(521);
        GemSamples.RowsOf(result.Fidelity, e => e.Kind == FidelityKind.Exact).ShouldBe(2944 + 944 + 903 + 37 + 466);
        PackageValidator.Validate(result.System, new PackagePlaces(), findings);
        findings.Items.Where(f => f.Severity == Severity.Error).ShouldBeEmpty();

        int Rows(string part, Func<FidelityEntry, bool>? some = null) => GemSamples.RowsOf(result.Fidelity, e => e.Part == part && (some is null || some(e)));
        static bool IsRepeated(FidelityEntry entry) => entry.Note.EndsWith("has a row with the same id", StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Four_countries_are_a_package_that_is_dispatched()
    {
        string file = Path.Combine(ReferenceData.Folder("gem"), "ggit_2024-10-08.xlsx");
        var findings = new FindingList();
        EnergySystem system = GemSamples.Import(findings, "RU,KZ,CN,MN", file).ShouldNotBeNull().System;
        PackageValidator.Validate(system, new PackagePlaces(), findings);
        findings.Items.Where(f => f.Severity != Severity.Information).ShouldBeEmpty();
        system.Zones.Select(z => z.Iso).ShouldBeSubsetOf(["RU", "KZ", "CN", "MN", "AM", "BY", "DE", "GE", "KG", "LT", "MM", "TM", "TR", "UA", "UZ", "AZ", "EE", "FI", "KP", "LV", "TJ", "JP", "KR", "PL"]);
        Pipeline power = system.Pipelines.First(p => p.Name!.StartsWith("Power of Siberia", StringComparison.Ordinal) && p.Status == AssetStatus.Operating);
        system.Pipelines.Any(p => p.From == power.To || p.To == power.To).ShouldBeTrue();
        SmallSystem.Solve(system, 365, TimeStep.Month, new DateOnly(2025, 1, 1)).Objective.ShouldBeGreaterThan(0);
    }
}
