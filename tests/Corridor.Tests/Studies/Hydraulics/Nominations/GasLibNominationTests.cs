using Corridor.Data.Formats.GasLib;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Nominations;
using Corridor.Studies.Hydraulics.Verification;
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
        int looked = 0;
        foreach (string day in days)
        {
            GasNetwork nominated = GasLibNomination.Read(day, findings).ShouldNotBeNull().Apply(network, findings);
            NominationVerdict verdict = NominationStudy.Validate(nominated, Settings);
            verdict.Status.ShouldNotBe(NominationStatus.Undecided, $"{Path.GetFileName(day)}: {string.Join(" ", verdict.Explanation)}");
            if (verdict.Status == NominationStatus.Feasible)
            {
                verdict.BoundViolation.ShouldBeLessThanOrEqualTo(1e-6, day);
                if (looked++ % 12 == 0)
                    ShouldBeVerified(verdict, day);
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

    /// <summary>The scenarios of the small networks, whose stations have bypasses by the schema's default.</summary>
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

        NominationVerdict verdict = NominationStudy.Validate(nominated, Settings);

        verdict.Status.ShouldBe(NominationStatus.Feasible, string.Join(" ", verdict.Explanation));
        verdict.BoundViolation.ShouldBeLessThanOrEqualTo(1e-6);
        verdict.StationsOutsideMap.ShouldBeEmpty();
        ShouldBeVerified(verdict, name);
    }

    /// <summary>
    /// GasLib-582: 76 combinations of decisions, 23 regulators, 26 valves, 5 stations. All pressures and flows are within their bounds, but two stations work
    /// outside the maps of their machines, so that the verdict is not a plain "feasible". Bounded by a number of assignments: the outcome is the same on any
    /// machine.
    /// </summary>
    [SkippableFact]
    public void The_cold_day_of_GasLib_582_is_feasible_only_without_the_maps_of_machines()
    {
        string folder = ReferenceData.Folder(Path.Combine("gaslib", "GasLib-582"));
        var findings = new FindingList();
        GasLibNetwork network = GasLibNetwork.Read(
            Path.Combine(folder, "GasLib-582-v2.net"), Path.Combine(folder, "GasLib-582-v2.cs"), Path.Combine(folder, "GasLib-582-v2.cdf"), findings).ShouldNotBeNull();
        GasNetwork nominated = GasLibNomination.Read(Path.Combine(folder, "nomination_cold_5.scn"), findings).ShouldNotBeNull().Apply(network, findings);

        NominationVerdict verdict = NominationStudy.Validate(nominated, Settings, new NominationLimits { Time = null, MaxAssignments = 60 });

        verdict.Status.ShouldBe(NominationStatus.FeasibleWithoutMaps, string.Join(" ", verdict.Explanation));
        verdict.BoundViolation.ShouldBeLessThanOrEqualTo(1e-6);
        verdict.StationsOutsideMap.Count.ShouldBe(2);
        verdict.StationsOutsideMap.ShouldAllBe(word => word.StartsWith("compressorStation_1 (") || word.StartsWith("compressorStation_5 ("));
        string.Join(" ", verdict.Explanation).ShouldContain("no settings were found that keep every machine within its map");
        ShouldBeVerified(verdict, "nomination_cold_5");
    }

    /// <summary>The independent checker agrees with the state, and its limits, as the verdict gives them.</summary>
    private static void ShouldBeVerified(NominationVerdict verdict, string name)
    {
        HydraulicReport report = HydraulicChecker.Check(verdict.Solution.ShouldNotBeNull());
        report.Verdict.ShouldBe(HydraulicVerdict.Verified, $"{name}: {string.Join(" ", report.Violations.Select(v => v.Message))}");
    }
}
