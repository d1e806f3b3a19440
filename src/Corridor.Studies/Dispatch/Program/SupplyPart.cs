using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>Supplies: cost steps, least output, annual limits.</summary>
internal sealed class SupplyPart
{
    private readonly ProgramLayout _layout;
    private readonly int[] _first;
    private readonly int[] _minimumRow;
    private readonly Dictionary<(int Supply, int Year), int> _annualRow = [];

    public SupplyPart(ProgramLayout layout)
    {
        _layout = layout;
        IReadOnlyList<CompiledSupply> supplies = layout.Network.Supplies;
        _first = new int[supplies.Count];
        _minimumRow = new int[supplies.Count];
        for (int s = 0; s < supplies.Count; s++)
        {
            _first[s] = layout.AddColumns(supplies[s].Steps.Count);
            _minimumRow[s] = supplies[s].Steps.Count > 1 && CompilationContext.Ever(supplies[s].MinOutput) ? layout.AddRows(1, $"least output of {supplies[s].Id}") : -1;
            foreach (int year in supplies[s].AnnualLimit.Keys)
                _annualRow[(s, year)] = layout.AddLongRows(1, $"limit of {supplies[s].Id} in {year}");
        }
    }

    /// <summary>Slot of a cost step.</summary>
    public int Slot(int supply, int step) => _first[supply] + step;

    /// <summary>Says what its columns and rows are.</summary>
    public void Describe(ProgramKey key)
    {
        for (int s = 0; s < _first.Length; s++)
        {
            for (int k = 0; k < _layout.Network.Supplies[s].Steps.Count; k++)
                key.Column(_first[s] + k, ColumnKind.SupplyStep, s, k);
            key.Row(_minimumRow[s], RowKind.SupplyMinimum, s);
        }

        foreach (((int supply, int year), int row) in _annualRow)
            key.LongRow(row, RowKind.SupplyAnnual, supply, 0, year);
    }

    public void Write(ProgramWriter writer)
    {
        for (int s = 0; s < _first.Length; s++)
        {
            CompiledSupply supply = _layout.Network.Supplies[s];
            foreach ((int year, double limit) in supply.AnnualLimit)
                writer.LongRowBounds(_annualRow[(s, year)], double.NegativeInfinity, limit);
            for (int t = 0; t < _layout.PeriodCount; t++)
                Write(writer, supply, s, t);
        }
    }

    private void Write(ProgramWriter writer, CompiledSupply supply, int s, int t)
    {
        bool annual = _annualRow.TryGetValue((s, _layout.Network.Horizon.Periods[t].Year), out int annualRow);
        for (int k = 0; k < supply.Steps.Count; k++)
        {
            int slot = _first[s] + k;
            double lower = supply.Steps.Count == 1 ? supply.MinOutput[t] : 0;
            double upper = supply.Steps[k].Share * supply.Capacity[t];
            writer.Column(slot, t, Math.Min(lower, upper), upper, supply.Steps[k].Price[t] + supply.Levy[t]);
            writer.Entry(supply.Node.Value, slot, t, 1);
            if (_minimumRow[s] >= 0)
                writer.Entry(_minimumRow[s], slot, t, 1);
            if (annual)
                writer.LongEntry(annualRow, slot, t, writer.Days(t));
        }

        if (_minimumRow[s] >= 0)
            writer.RowBounds(_minimumRow[s], t, supply.MinOutput[t], double.PositiveInfinity);
    }
}
