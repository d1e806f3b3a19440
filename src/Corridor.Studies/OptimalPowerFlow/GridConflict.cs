using System.Globalization;
using Corridor.Model.PowerGrids;
using Corridor.Numerics.Infeasibility;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>Limits of a grid that no flow satisfies together, in words.</summary>
internal static class GridConflict
{
    /// <summary>Entries that the search for few limits may work through.</summary>
    private const long WorkLimit = 5_000_000;

    /// <summary>Limits named at most.</summary>
    private const int Most = 40;

    /// <summary>Finds and names them.</summary>
    public static (IReadOnlyList<string> Words, bool IsIrreducible) Of(
        ActiveGrid active, FlowProgram program, double[] ray, IReadOnlyList<OutageLimit> limits, CancellationToken cancellation)
    {
        var subset = InfeasibleSubset.Find(program.Linear, ray, WorkLimit, cancellation);
        string[] owner = Owners(active, program, limits);
        int columns = program.Linear.ColumnCount;
        var ofColumn = new Dictionary<int, int>();
        for (int branch = 0; branch < program.FlowColumn.Length; branch++)
        {
            if (program.FlowColumn[branch] >= 0)
                ofColumn[program.FlowColumn[branch]] = branch;
        }

        var words = new List<string>();
        var said = new HashSet<string>();
        foreach (Constraint member in subset.Members)
        {
            bool isRow = member.Side is ConstraintSide.RowLower or ConstraintSide.RowUpper;
            bool isLower = member.Side is ConstraintSide.RowLower or ConstraintSide.ColumnLower;
            double[] bounds = isRow ? (isLower ? program.Linear.RowLower : program.Linear.RowUpper) : isLower ? program.Linear.ColumnLower : program.Linear.ColumnUpper;
            string name = owner[isRow ? columns + member.Index : member.Index];
            if (name.Length == 0)
                continue;
            bool isEquality = isRow && member.Index < active.Bus.Length;
            string why = !isRow && ofColumn.TryGetValue(member.Index, out int l) && Math.Abs(bounds[member.Index]) < active.Branches[l].Rating ? ", its limit of angles" : "";
            string text = isEquality ? name : string.Create(CultureInfo.InvariantCulture, $"{name}: {(isLower ? "at least" : "at most")} {Figure(member.Index, isRow, isLower, bounds[member.Index])}{why}");
            if (said.Add(text))
                words.Add(text);
        }

        int more = words.Count - Most;
        return (more > 0 ? [.. words.Take(Most), string.Create(CultureInfo.InvariantCulture, $"and {more} more")] : words, subset.Irreducible);

        // A step of a cost is no limit of its own: what it stands for is that of its unit or line. Rows before those of outages are limits of angles.
        string Figure(int index, bool isRow, bool isLower, double bound)
        {
            if (isRow && index < program.FirstOutageRow)
                return string.Create(CultureInfo.InvariantCulture, $"{bound * 180.0 / Math.PI:0.###}°");
            double power = isRow ? bound * active.Grid.BasePower : OfSteps(active, program, index, isLower) ?? bound * active.Grid.BasePower;
            return string.Create(CultureInfo.InvariantCulture, $"{power:0.###} MW");
        }
    }

    /// <summary>The limit of the unit or direct current line [MW] that a column is a step of; null for another column.</summary>
    private static double? OfSteps(ActiveGrid active, FlowProgram program, int column, bool isLower)
    {
        int g = Array.FindIndex(program.UnitColumns, c => column >= c.First && column < c.First + c.Count);
        if (g >= 0)
            return isLower ? active.Grid.Units[active.Units[g].Index].ActiveMin : active.Grid.Units[active.Units[g].Index].ActiveMax;
        int d = Array.FindIndex(program.DcColumns, c => column >= c.First && column < c.First + c.Count);
        return d < 0 ? null : isLower ? active.Grid.DcLines[active.DcLines[d].Index].FlowMin : active.Grid.DcLines[active.DcLines[d].Index].FlowMax;
    }

    /// <summary>Names of columns, then rows; empty for what is no limit of the grid (laws, angles).</summary>
    private static string[] Owners(ActiveGrid active, FlowProgram program, IReadOnlyList<OutageLimit> limits)
    {
        PowerGrid grid = active.Grid;
        int columns = program.Linear.ColumnCount;
        string[] owner = new string[columns + program.Linear.RowCount];
        Array.Fill(owner, "");
        for (int g = 0; g < program.UnitColumns.Length; g++)
        {
            for (int k = 0; k < program.UnitColumns[g].Count; k++)
                owner[program.UnitColumns[g].First + k] = $"output of unit {grid.Units[active.Units[g].Index].Id}";
        }

        for (int d = 0; d < program.DcColumns.Length; d++)
        {
            for (int k = 0; k < program.DcColumns[d].Count; k++)
                owner[program.DcColumns[d].First + k] = $"flow of direct current line {grid.DcLines[active.DcLines[d].Index].Id}";
        }

        for (int l = 0; l < active.Branches.Length; l++)
        {
            if (program.FlowColumn[l] >= 0)
                owner[program.FlowColumn[l]] = $"flow of branch {Name(l)}";
            else if (program.LawRow[l] >= 0)
                owner[columns + program.LawRow[l]] = $"angles of branch {Name(l)}";
        }

        for (int i = 0; i < active.Bus.Length; i++)
            owner[columns + i] = string.Create(CultureInfo.InvariantCulture, $"balance of bus {grid.Buses[active.Bus[i]].Id}, demand {active.Demand[i] * grid.BasePower:0.###} MW");
        for (int c = 0; c < limits.Count; c++)
            owner[columns + program.FirstOutageRow + c] = $"flow of branch {Name(limits[c].Branch)} after the outage of {Name(limits[c].Outage)}";
        return owner;

        string Name(int l)
        {
            GridBranch branch = grid.Branches[active.Branches[l].Index];
            return $"{branch.Id} ({grid.Buses[branch.From].Id} – {grid.Buses[branch.To].Id})";
        }
    }
}
