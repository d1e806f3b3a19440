using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>Supplies: cost steps, least output, annual limits.</summary>
internal sealed class SupplyPart
{
    private readonly ProgramLayout _layout;
    private readonly int[] _first;
    private readonly int[] _minimumRow;
    private readonly int[] _limitRow;
    private readonly ExpansionPart _expansions;
    private readonly Dictionary<(int Supply, int Year), int> _annualRow = [];

    public SupplyPart(ProgramLayout layout, ExpansionPart expansions)
    {
        _layout = layout;
        _expansions = expansions;
        IReadOnlyList<CompiledSupply> supplies = layout.Network.Supplies;
        _first = new int[supplies.Count];
        _minimumRow = new int[supplies.Count];
        _limitRow = new int[supplies.Count];
        for (int s = 0; s < supplies.Count; s++)
        {
            _first[s] = layout.AddColumns(supplies[s].Steps.Count);
            _minimumRow[s] = (supplies[s].Steps.Count > 1 || supplies[s].Expansion >= 0) && CompilationContext.Ever(supplies[s].MinOutput) ? layout.AddRows(1, $"least output of {supplies[s].Id}") : -1;
            _limitRow[s] = supplies[s].Expansion >= 0 ? layout.AddRows(supplies[s].Steps.Count, $"capacity chosen of {supplies[s].Id}") : -1;
            foreach (int year in supplies[s].AnnualLimit.Keys)
                _annualRow[(s, year)] = layout.AddLongRows(1, $"limit of {supplies[s].Id} in {year}");
        }
    }

    /// <summary>Slot of a cost step.</summary>
    public int Slot(int supply, int step) => _first[supply] + step;

    /// <summary>Row of the limit that a capacity to be chosen sets to a cost step, or −1.</summary>
    public int LimitRow(int supply, int step) => _limitRow[supply] < 0 ? -1 : _limitRow[supply] + step;

    /// <summary>Says what its columns and rows are.</summary>
    public void Describe(ProgramKey key)
    {
        for (int s = 0; s < _first.Length; s++)
        {
            for (int k = 0; k < _layout.Network.Supplies[s].Steps.Count; k++)
                key.Column(_first[s] + k, ColumnKind.SupplyStep, s, k);
            key.Row(_minimumRow[s], RowKind.SupplyMinimum, s);
            for (int k = 0; k < _layout.Network.Supplies[s].Steps.Count; k++)
                key.Row(LimitRow(s, k), RowKind.Expansion, _layout.Network.Supplies[s].Expansion, k);
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
            double lower = _minimumRow[s] < 0 ? supply.MinOutput[t] : 0;
            double upper = supply.Steps[k].Share * supply.Capacity[t];
            if (supply.Expansion >= 0)
            {
                _expansions.AtMost(writer, supply.Expansion, LimitRow(s, k), slot, t, upper);
                upper = upper > 0 ? double.PositiveInfinity : 0;
            }

            writer.Column(slot, t, Math.Min(lower, upper), upper, supply.Steps[k].Price[t] + supply.Levy[t]);
            if (supply.CostSlope is { } slope)
                writer.Quadratic(slot, t, slope[t]);
            writer.Entry(supply.Node.Value, slot, t, 1);
            if (_minimumRow[s] >= 0)
                writer.Entry(_minimumRow[s], slot, t, 1);
            if (annual)
                writer.LongEntry(annualRow, slot, t, writer.Days(t));
        }

        if (supply.StandingCost is { } standing)
            writer.Constant(standing[t] * writer.Days(t));
        if (_minimumRow[s] < 0)
            return;
        writer.RowBounds(_minimumRow[s], t, supply.Expansion >= 0 ? 0 : supply.MinOutput[t], double.PositiveInfinity);
        if (supply.Expansion >= 0)
            _expansions.Entry(writer, supply.Expansion, _minimumRow[s], t, -supply.MinOutput[t]);
    }
}
