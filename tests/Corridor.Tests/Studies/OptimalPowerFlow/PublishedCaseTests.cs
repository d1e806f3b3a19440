using System.Globalization;
using Corridor.Data.Formats.Matpower;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Studies.OptimalPowerFlow;
using Corridor.Tests.Numerics;

namespace Corridor.Tests.Studies.OptimalPowerFlow;

/// <summary>Cases of the Power Grid Library against the column "DC ($/h)" of its BASELINE.md (PowerModels v0.19.9), all five digits.</summary>
public class PublishedCaseTests
{
    [SkippableTheory]
    [InlineData("case3_lmbd", "5.6959e+03")]
    [InlineData("case5_pjm", "1.7480e+04")]
    [InlineData("case14_ieee", "2.0515e+03")]
    [InlineData("case24_ieee_rts", "6.1001e+04")]
    [InlineData("case30_ieee", "7.4728e+03")]
    [InlineData("case39_epri", "1.3689e+05")]
    [InlineData("case57_ieee", "3.4773e+04")]
    [InlineData("case73_ieee_rts", "1.8300e+05")]
    [InlineData("case89_pegase", "1.0504e+05")]
    [InlineData("case118_ieee", "9.3101e+04")]
    [InlineData("case179_goc", "7.5188e+05")]
    [InlineData("case200_activ", "2.7480e+04")]
    [InlineData("case300_ieee", "5.1785e+05")]
    [InlineData("case500_goc", "4.4055e+05")]
    [InlineData("case588_sdet", "3.1013e+05")]
    [InlineData("case1354_pegase", "1.2182e+06")]
    [InlineData("case1888_rte", "1.3529e+06")]
    [InlineData("case2000_goc", "9.4304e+05")]
    public void The_cost_is_the_published_one(string name, string published)
    {
        OptimalFlowResult result = Grids.Certified(Read(name), new OptimalFlowRequest { Convention = SusceptanceConvention.PowerModels });
        double expected = double.Parse(published, CultureInfo.InvariantCulture);
        double.Parse(result.Objective.ToString("E4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ShouldBe(expected, 1e-9 * expected);
    }

    [SkippableFact]
    public void A_published_case_is_secured_against_all_outages_but_those_that_split_it()
    {
        PowerGrid grid = Read("case24_ieee_rts");
        grid = grid with { Branches = [.. grid.Branches.Select(b => b with { EmergencyRating = 1.4 * b.Rating })] };
        OptimalFlowResult free = Grids.Certified(grid);
        OptimalFlowResult secured = Grids.Certified(grid, new OptimalFlowRequest { SecureAll = true });
        secured.Objective.ShouldBeGreaterThanOrEqualTo(free.Objective * (1.0 - 1e-9));
        secured.Certificate!.OutagesSolved.ShouldBe(secured.Secured.Count);
        (secured.Secured.Count + secured.Splitting.Count).ShouldBe(grid.Branches.Count);
        secured.Splitting.Select(l => grid.Branches[l].Id).ShouldBe(["7-8-1"]);
    }

    private static PowerGrid Read(string name)
    {
        var findings = new FindingList();
        PowerGrid? grid = MatpowerFile.Read(Path.Combine(ReferenceData.Folder("pglib-opf"), $"pglib_opf_{name}.m"), findings)?.ToGrid(findings);
        grid.ShouldNotBeNull(string.Join("; ", findings.Items.Select(f => f.Message)));
        return grid;
    }
}
