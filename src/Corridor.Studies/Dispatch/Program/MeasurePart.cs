using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>Emergency measures: expensive supply, limited in rate, time and volume.</summary>
internal sealed class MeasurePart
{
    private readonly ProgramLayout _layout;
    private readonly int[] _slot;
    private readonly int[] _volumeRow;
    private readonly DemandPart _demands;
    private readonly SortedDictionary<int, int> _demandRow = [];

    public MeasurePart(ProgramLayout layout, DemandPart demands)
    {
        _layout = layout;
        _demands = demands;
        _slot = [.. layout.Network.Measures.Select(_ => layout.AddColumns(1))];
        _volumeRow = [.. layout.Network.Measures.Select(m => double.IsPositiveInfinity(m.Volume) ? -1 : layout.AddLongRows(1, $"limit of measure {m.Id}"))];
        foreach (CompiledMeasure measure in layout.Network.Measures)
        {
            if (measure.Demand >= 0 && !_demandRow.ContainsKey(measure.Demand))
                _demandRow[measure.Demand] = layout.AddRows(1, $"measures for demand {layout.Network.Demands[measure.Demand].Id}");
        }
    }

    public int Slot(int measure) => _slot[measure];

    /// <summary>Says what its columns and rows are.</summary>
    public void Describe(ProgramKey key)
    {
        for (int m = 0; m < _slot.Length; m++)
        {
            key.Column(_slot[m], ColumnKind.Measure, m);
            key.LongRow(_volumeRow[m], RowKind.MeasureVolume, m, 0, 0);
        }

        foreach ((int demand, int row) in _demandRow)
            key.Row(row, RowKind.MeasureDemand, demand);
    }

    public void Write(ProgramWriter writer)
    {
        for (int m = 0; m < _slot.Length; m++)
        {
            CompiledMeasure measure = _layout.Network.Measures[m];
            if (_volumeRow[m] >= 0)
                writer.LongRowBounds(_volumeRow[m], double.NegativeInfinity, measure.Volume);
            for (int t = 0; t < _layout.PeriodCount; t++)
            {
                writer.Column(_slot[m], t, 0, measure.Rate[t], measure.Cost[t]);
                writer.Entry(measure.Node.Value, _slot[m], t, 1);
                if (_volumeRow[m] >= 0)
                    writer.LongEntry(_volumeRow[m], _slot[m], t, writer.Days(t));
                if (measure.Demand >= 0)
                    writer.Entry(_demandRow[measure.Demand], _slot[m], t, 1);
            }
        }

        WriteDemandRows(writer);
    }

    /// <summary>What measures give for a demand is at most what it is served: Σ measures + curtailed + given up ≤ demand.</summary>
    private void WriteDemandRows(ProgramWriter writer)
    {
        foreach ((int d, int row) in _demandRow)
        {
            CompiledDemand demand = _layout.Network.Demands[d];
            for (int t = 0; t < _layout.PeriodCount; t++)
            {
                writer.RowBounds(row, t, double.NegativeInfinity, demand.Rate[t]);
                if (demand.CurtailmentCost is not null)
                    writer.Entry(row, _demands.CurtailmentSlot(d), t, 1);
                for (int k = 0; k < demand.Steps.Count; k++)
                    writer.Entry(row, _demands.StepSlot(d, k), t, 1);
            }
        }
    }
}
