using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>Capacities that the run chooses: one column each for all periods, in units of account per day. The parts of the elements write the limits that scale with it.</summary>
internal sealed class ExpansionPart
{
    private readonly IReadOnlyList<CompiledExpansion> _expansions;
    private readonly int[] _column;

    public ExpansionPart(ProgramLayout layout)
    {
        _expansions = layout.Network.Expansions;
        _column = [.. _expansions.Select(_ => layout.AddLongColumns(1))];
    }

    /// <summary>Long column of a capacity.</summary>
    public int Column(int expansion) => _column[expansion];

    /// <summary>Says what its columns are.</summary>
    public void Describe(ProgramKey key)
    {
        for (int e = 0; e < _column.Length; e++)
            key.LongColumn(_column[e], ColumnKind.Expansion, e, 0, 0);
    }

    public void Write(ProgramWriter writer)
    {
        for (int e = 0; e < _column.Length; e++)
        {
            CompiledExpansion expansion = _expansions[e];
            writer.LongColumn(_column[e], expansion.Least, expansion.Most, expansion.Cost);
            writer.Constant(-expansion.Cost * expansion.Installed);
        }
    }

    /// <summary>Adds the capacity to a row of a period: <paramref name="limit"/> is what stands for the stated capacity.</summary>
    public void Entry(ProgramWriter writer, int expansion, int row, int period, double limit) =>
        writer.MixedEntry(row, period, _column[expansion], limit / _expansions[expansion].Stated);

    /// <summary>Writes x − limit · K / stated ≤ 0, with −x in place of x for the sign −1.</summary>
    public void AtMost(ProgramWriter writer, int expansion, int row, int slot, int period, double limit, int sign = 1)
    {
        writer.Entry(row, slot, period, sign);
        Entry(writer, expansion, row, period, -limit);
        writer.RowBounds(row, period, double.NegativeInfinity, 0);
    }

    /// <summary>Writes x − limit · K / stated ≥ 0.</summary>
    public void AtLeast(ProgramWriter writer, int expansion, int row, int slot, int period, double limit)
    {
        writer.Entry(row, slot, period, 1);
        Entry(writer, expansion, row, period, -limit);
        writer.RowBounds(row, period, 0, double.PositiveInfinity);
    }
}
