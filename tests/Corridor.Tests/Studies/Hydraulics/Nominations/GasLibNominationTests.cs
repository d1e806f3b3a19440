using Corridor.Data.Formats.GasLib;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Nominations;
using Corridor.Tests.Numerics;

namespace Corridor.Tests.Studies.Hydraulics.Nominations;

/// <summary>The verdicts that come with GasLib's nominations.</summary>
public sealed class GasLibNominationTests
{
    private static readonly HydraulicSettings Settings = new() { Friction = FrictionKind.Nikuradse, EquationOfState = EquationOfStateKind.Papay };

    /// <summary>All 155 days of GasLib-134: every one is feasible but 2012-11-11, when gas would have to pass the station backwards.</summary>
    [SkippableFact]
    public void Every_day_of_GasLib_134_has_the_verdict_of_the_reference()
    {
        string folder = ReferenceData.Folder(Path.Combine("gaslib", "GasLib-134"));
        var findings = new FindingList();
        GasLibNetwork network = GasLibNetwork.Read(Path.Combine(folder, "GasLib-134-v2.net"), null, null, findings).ShouldNotBeNull();
        string[] days = [.. Directory.GetFiles(Path.Combine(folder, "nominations"), "*.scn").Order(StringComparer.Ordinal)];

        var infeasible = new List<string>();
        foreach (string day in days)
        {
            GasNetwork nominated = GasLibNomination.Read(day, findings).ShouldNotBeNull().Apply(network, findings);
            NominationVerdict verdict = NominationStudy.Validate(nominated, Settings);
            verdict.Status.ShouldNotBe(NominationStatus.Undecided, $"{Path.GetFileName(day)}: {string.Join(" ", verdict.Explanation)}");
            if (verdict.Status == NominationStatus.Feasible)
            {
                verdict.BoundViolation.ShouldBeLessThanOrEqualTo(1e-6, day);
                continue;
            }

            infeasible.Add(Path.GetFileNameWithoutExtension(day));
            verdict.Proof!.Holds().ShouldBeTrue(day);
            string.Join(" ", verdict.Explanation).ShouldContain("only by compressor cs");
        }

        days.Length.ShouldBe(155);
        infeasible.ShouldBe(["2012-11-11"]);
        findings.Errors.ShouldBe(0);
    }

    /// <summary>The scenarios of the small networks. Every regulator and station has a bypass, as other readers of the format take it where a file states nothing.</summary>
    [SkippableTheory]
    [InlineData("GasLib-11")]
    [InlineData("GasLib-24")]
    [InlineData("GasLib-40")]
    [InlineData("GasLib-135")]
    public void The_scenario_is_feasible(string name)
    {
        string folder = ReferenceData.Folder(Path.Combine("gaslib", name));
        var findings = new FindingList();
        GasLibNetwork network = GasLibNetwork.Read(Path.Combine(folder, $"{name}.net"), Path.Combine(folder, $"{name}.cs"), null, findings).ShouldNotBeNull();
        GasNetwork nominated = GasLibNomination.Read(Path.Combine(folder, $"{name}.scn"), findings).ShouldNotBeNull().Apply(network, findings);
        GasElement[] elements = [.. nominated.Elements.Select(WithBypass)];

        NominationVerdict verdict = NominationStudy.Validate(nominated with { Elements = elements }, Settings);

        verdict.Status.ShouldBe(NominationStatus.Feasible, string.Join(" ", verdict.Explanation));
        verdict.BoundViolation.ShouldBeLessThanOrEqualTo(1e-6);
        verdict.StationsOutsideMap.ShouldBeEmpty();
    }

    /// <summary>GasLib-582: 76 combinations of decisions, 23 regulators, 26 valves, 5 stations. Bounded by a number of assignments, so that the outcome is the same on any machine.</summary>
    [SkippableFact]
    public void The_cold_day_of_GasLib_582_is_feasible()
    {
        string folder = ReferenceData.Folder(Path.Combine("gaslib", "GasLib-582"));
        var findings = new FindingList();
        GasLibNetwork network = GasLibNetwork.Read(
            Path.Combine(folder, "GasLib-582-v2.net"), Path.Combine(folder, "GasLib-582-v2.cs"), Path.Combine(folder, "GasLib-582-v2.cdf"), findings).ShouldNotBeNull();
        GasNetwork nominated = GasLibNomination.Read(Path.Combine(folder, "nomination_cold_5.scn"), findings).ShouldNotBeNull().Apply(network, findings);

        NominationVerdict verdict = NominationStudy.Validate(nominated, Settings, new NominationLimits { Time = null, MaxAssignments = 77 });

        verdict.Status.ShouldBe(NominationStatus.Feasible, string.Join(" ", verdict.Explanation));
        verdict.BoundViolation.ShouldBeLessThanOrEqualTo(1e-6);
    }

    private static GasElement WithBypass(GasElement element) => element switch
    {
        GasCompressorStation station => station with { HasBypass = true },
        GasControlValve regulator => regulator with { HasBypass = true },
        _ => element,
    };
}
