using Corridor.Model.PowerGrids;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Studies.PowerFlow;

/// <summary>
/// Outputs of the units of an island, as near to given ones as can be, that its branches can carry away with differences of angles no greater than 25°: a
/// linear program in angles and changes, with the direct current flow.
/// </summary>
internal static class FeasibleOutputs
{
    private const double GreatestDifference = 25.0 * Math.PI / 180.0;

    /// <summary>What a radian beyond the greatest difference costs, against 1 for a change by the base power.</summary>
    private const double Penalty = 1e3;

    /// <summary>Solves the program; null where it has no certified solution.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="island">The island.</param>
    /// <param name="units">Its units in service.</param>
    /// <param name="output">Given output of each unit of the grid [MW].</param>
    /// <returns>Output of each unit of the grid [MW].</returns>
    internal static double[]? Find(PowerGrid grid, GridIsland island, IReadOnlyList<int> units, double[] output)
    {
        double perUnit = 1.0 / grid.BasePower;
        var builder = new LinearProgramBuilder();
        var row = new Dictionary<int, int>(island.Buses.Length);
        var angle = new Dictionary<int, int>(island.Buses.Length);
        var demand = island.Buses.ToDictionary(i => i, i => (grid.Buses[i].ActiveDemand + grid.Buses[i].ShuntConductance) * perUnit);
        foreach (int u in units)
            demand[grid.Units[u].Bus] -= output[u] * perUnit;
        foreach (GridDcLine line in grid.DcLines)
        {
            if (!BusOutputs.Runs(grid, line))
                continue;
            if (demand.ContainsKey(line.From))
                demand[line.From] += line.Flow * perUnit;
            if (demand.ContainsKey(line.To))
                demand[line.To] -= BusSchedule.Arriving(line) * perUnit;
        }

        foreach (GridBranch branch in grid.Branches)
        {
            if (!IsInside(grid, branch, demand))
                continue;
            double constant = Susceptance(branch) * branch.Shift * Math.PI / 180.0;
            demand[branch.From] -= constant;
            demand[branch.To] += constant;
        }

        foreach (int i in island.Buses)
        {
            row[i] = builder.AddRow(demand[i], demand[i]);
            angle[i] = i == island.Slack[0] ? builder.AddColumn(0, 0, 0) : builder.AddColumn(double.NegativeInfinity, double.PositiveInfinity, 0);
        }

        foreach (GridBranch branch in grid.Branches)
        {
            if (!IsInside(grid, branch, demand) || branch.From == branch.To)
                continue;
            double b = Susceptance(branch);
            builder.AddEntry(row[branch.From], angle[branch.From], -b);
            builder.AddEntry(row[branch.From], angle[branch.To], b);
            builder.AddEntry(row[branch.To], angle[branch.To], -b);
            builder.AddEntry(row[branch.To], angle[branch.From], b);

            // A difference beyond the bound is possible at a price: the program always has a solution.
            double shift = branch.Shift * Math.PI / 180.0;
            int limit = builder.AddRow(shift - GreatestDifference, shift + GreatestDifference);
            builder.AddEntry(limit, angle[branch.From], 1);
            builder.AddEntry(limit, angle[branch.To], -1);
            builder.AddEntry(limit, builder.AddColumn(0, double.PositiveInfinity, Penalty), 1);
            builder.AddEntry(limit, builder.AddColumn(0, double.PositiveInfinity, Penalty), -1);
        }

        var more = new int[units.Count];
        var less = new int[units.Count];
        for (int k = 0; k < units.Count; k++)
        {
            GridUnit unit = grid.Units[units[k]];
            double given = output[units[k]];
            more[k] = builder.AddColumn(0, Math.Max(0, unit.ActiveMax - given) * perUnit, 1);
            less[k] = builder.AddColumn(0, Math.Max(0, given - Math.Min(unit.ActiveMin, 0)) * perUnit, 1);
            builder.AddEntry(row[unit.Bus], more[k], 1);
            builder.AddEntry(row[unit.Bus], less[k], -1);
        }

        LinearProgramSolution solution = InteriorPointSolver.Solve(builder.Build(), InteriorPointSettings.Default with { Tolerance = 1e-6 });
        if (solution.PrimalStatus != SolutionStatus.Feasible)
            return null;
        double[] changed = [.. output];
        for (int k = 0; k < units.Count; k++)
        {
            double change = (solution.Primal[more[k]] - solution.Primal[less[k]]) * grid.BasePower;
            if (Math.Abs(change) > 1e-3)
                changed[units[k]] += change;
        }

        return changed;
    }

    private static bool IsInside(PowerGrid grid, GridBranch branch, Dictionary<int, double> buses) => GridIslands.IsLive(grid, branch) && buses.ContainsKey(branch.From);

    private static double Susceptance(GridBranch branch) => BranchAdmittance.LinearSusceptance(branch);
}
