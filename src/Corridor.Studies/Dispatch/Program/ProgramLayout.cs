using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>
/// Where each variable and constraint of a dispatch stands in its linear program. Every period has the same columns and rows in the same
/// order ("slots"), so that period <c>t</c> occupies a contiguous block; what spans years comes after the last period.
/// </summary>
internal sealed class ProgramLayout
{
    public ProgramLayout(CompiledNetwork network)
    {
        Network = network;
        RowsPerPeriod = network.Nodes.Count;
        Names = new RowNames(network);
    }

    public CompiledNetwork Network { get; }

    /// <summary>Columns of one period.</summary>
    public int ColumnsPerPeriod { get; private set; }

    /// <summary>Rows of one period; the balance of node <c>n</c> is slot <c>n</c>.</summary>
    public int RowsPerPeriod { get; private set; }

    /// <summary>Columns that span periods.</summary>
    public int LongColumns { get; private set; }

    /// <summary>Rows that span periods.</summary>
    public int LongRows { get; private set; }

    public int PeriodCount => Network.PeriodCount;

    public int AddColumns(int count) => (ColumnsPerPeriod += count) - count;

    /// <summary>The rows in words.</summary>
    public RowNames Names { get; }

    /// <summary>Adds rows to each period; the name says what they hold together.</summary>
    public int AddRows(int count, string name)
    {
        Names.Add(count, name);
        return (RowsPerPeriod += count) - count;
    }

    public int AddLongColumns(int count) => (LongColumns += count) - count;

    /// <summary>Adds rows that span periods; the name says what they hold together.</summary>
    public int AddLongRows(int count, string name)
    {
        Names.AddLong(count, name);
        return (LongRows += count) - count;
    }

    public int Column(int slot, int period) => (period * ColumnsPerPeriod) + slot;

    public int Row(int slot, int period) => (period * RowsPerPeriod) + slot;

    public int LongColumn(int index) => (PeriodCount * ColumnsPerPeriod) + index;

    public int LongRow(int index) => (PeriodCount * RowsPerPeriod) + index;
}
