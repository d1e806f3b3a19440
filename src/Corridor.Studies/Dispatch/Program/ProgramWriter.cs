using Corridor.Numerics.LinearPrograms;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>Writes columns, rows and entries of a dispatch into a linear program, by slot and period.</summary>
internal sealed class ProgramWriter
{
    private readonly LinearProgramBuilder _builder;

    private double[]? _quadratic;

    public ProgramWriter(ProgramLayout layout)
    {
        Layout = layout;
        int rows = layout.LongRow(layout.LongRows), columns = layout.LongColumn(layout.LongColumns);
        _builder = new LinearProgramBuilder(rows, columns, 0);
        for (int i = 0; i < rows; i++)
            _builder.AddRow(0, 0);
        for (int j = 0; j < columns; j++)
            _builder.AddColumn(0, 0, 0);
    }

    public ProgramLayout Layout { get; }

    public CompiledNetwork Network => Layout.Network;

    /// <summary>Length of a period in days.</summary>
    public double Days(int period) => Network.Horizon.Periods[period].Days;

    /// <summary>Sets a column of a period; the cost is per unit of the rate and is multiplied by the days of the period.</summary>
    public void Column(int slot, int period, double lower, double upper, double costPerUnit)
    {
        int column = Layout.Column(slot, period);
        _builder.SetColumnBounds(column, lower, upper);
        if (costPerUnit != 0)
            _builder.SetCost(column, costPerUnit * Days(period));
    }

    public void LongColumn(int index, double lower, double upper, double cost)
    {
        _builder.SetColumnBounds(Layout.LongColumn(index), lower, upper);
        _builder.SetCost(Layout.LongColumn(index), cost);
    }

    public void RowBounds(int slot, int period, double lower, double upper) => _builder.SetRowBounds(Layout.Row(slot, period), lower, upper);

    public void LongRowBounds(int index, double lower, double upper) => _builder.SetRowBounds(Layout.LongRow(index), lower, upper);

    public void Entry(int rowSlot, int rowPeriod, int columnSlot, int columnPeriod, double value)
    {
        if (value != 0)
            _builder.AddEntry(Layout.Row(rowSlot, rowPeriod), Layout.Column(columnSlot, columnPeriod), value);
    }

    public void Entry(int rowSlot, int columnSlot, int period, double value) => Entry(rowSlot, period, columnSlot, period, value);

    public void LongEntry(int longRow, int columnSlot, int period, double value)
    {
        if (value != 0)
            _builder.AddEntry(Layout.LongRow(longRow), Layout.Column(columnSlot, period), value);
    }

    /// <summary>An entry of a column that spans periods in a row of a period.</summary>
    public void MixedEntry(int rowSlot, int period, int longColumn, double value)
    {
        if (value != 0)
            _builder.AddEntry(Layout.Row(rowSlot, period), Layout.LongColumn(longColumn), value);
    }

    /// <summary>Adds ½ · slope · x² to the cost of a unit of time, x the rate of a column of a period; the slope is at or above 0.</summary>
    public void Quadratic(int slot, int period, double slope)
    {
        _quadratic ??= new double[Layout.LongColumn(Layout.LongColumns)];
        _quadratic[Layout.Column(slot, period)] = slope * Days(period);
    }

    /// <summary>The diagonal of the quadratic term, one value a column, at or above 0; null where the objective is linear.</summary>
    public double[]? Diagonal => _quadratic;

    public void LongEntry(int longRow, int longColumn, double value) => _builder.AddEntry(Layout.LongRow(longRow), Layout.LongColumn(longColumn), value);

    public void Constant(double cost) => _builder.CostOffset += cost;

    /// <summary>The program; the writer is empty afterwards.</summary>
    public LinearProgram Build() => _builder.BuildAndClear();
}
