using Corridor.Data.Formats.Matpower;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Studies.PowerFlow;
using Corridor.Tests.Numerics;

namespace Corridor.Tests.Studies.PowerFlow;

public class PowerFlowLibraryTests
{
    [SkippableFact]
    public void EveryCaseOfTheLibraryConvergesFromItsOwnStart()
    {
        foreach (string file in Directory.GetFiles(ReferenceData.Folder("pglib-opf"), "*.m").Order(StringComparer.Ordinal))
        {
            var findings = new FindingList();
            PowerGrid grid = MatpowerFile.Read(file, findings)!.ToGrid(findings)!;
            PowerFlowSolution solution = AcPowerFlow.Solve(grid);
            solution.Status.ShouldBe(PowerFlowStatus.Converged, grid.Name);
            solution.Mismatch.ShouldBeLessThanOrEqualTo(1e-8, grid.Name);
            DcPowerFlow.Solve(grid).Status.ShouldBe(PowerFlowStatus.Converged, grid.Name);
        }
    }
}
