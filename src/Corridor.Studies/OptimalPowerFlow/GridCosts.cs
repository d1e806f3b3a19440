using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>The costs of what takes part, as a program takes them.</summary>
/// <param name="Units">Of the units.</param>
/// <param name="DcLines">Of the direct current lines.</param>
/// <param name="BothWays">For each direct current line whether its loss must be taken in either direction.</param>
internal sealed record GridCosts(CostCurve[] Units, CostCurve[] DcLines, bool[] BothWays)
{
    /// <summary>Takes them; null, with findings, where one is not convex.</summary>
    public static GridCosts? Of(ActiveGrid active, SusceptanceConvention convention, FindingList findings)
    {
        PowerGrid grid = active.Grid;
        var units = new CostCurve?[active.Units.Length];
        for (int g = 0; g < units.Length; g++)
        {
            GridUnit unit = grid.Units[active.Units[g].Index];
            units[g] = CostCurve.Of(unit.Cost, unit.ActiveMin, unit.ActiveMax, grid.BasePower, $"unit {unit.Id}", unit.Place, findings);
        }

        var lines = new CostCurve?[active.DcLines.Length];
        bool[] bothWays = new bool[lines.Length];
        for (int d = 0; d < lines.Length; d++)
        {
            GridDcLine line = grid.DcLines[active.DcLines[d].Index];
            lines[d] = CostCurve.Of(line.Cost, line.FlowMin, line.FlowMax, grid.BasePower, $"direct current line {line.Id}", line.Place, findings);
            bothWays[d] = convention == SusceptanceConvention.Matpower && line.LossShare != 0.0 && line.FlowMin < 0.0;
        }

        return Array.IndexOf(units, null) < 0 && Array.IndexOf(lines, null) < 0 ? new GridCosts(units!, lines!, bothWays) : null;
    }
}
