using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>Converters: activity, fixed ratios, outputs that may be thrown away, annual limits.</summary>
internal sealed class ConverterPart
{
    private readonly ProgramLayout _layout;
    private readonly int[] _activity;
    private readonly int[][] _disposal;
    private readonly int[][] _disposalRow;
    private readonly int[] _limitRow;
    private readonly ExpansionPart _expansions;
    private readonly Dictionary<(int Converter, int Year), int> _annualRow = [];

    public ConverterPart(ProgramLayout layout, ExpansionPart expansions)
    {
        _layout = layout;
        _expansions = expansions;
        IReadOnlyList<CompiledConverter> converters = layout.Network.Converters;
        _activity = new int[converters.Count];
        _disposal = new int[converters.Count][];
        _disposalRow = new int[converters.Count][];
        _limitRow = new int[converters.Count];
        for (int c = 0; c < converters.Count; c++)
        {
            _activity[c] = layout.AddColumns(1);
            _disposal[c] = [.. converters[c].Flows.Select(f => f.Disposable ? layout.AddColumns(1) : -1)];
            _disposalRow[c] = [.. converters[c].Flows.Select(f => f.Disposable ? layout.AddRows(1, $"disposal of {converters[c].Id}") : -1)];
            _limitRow[c] = converters[c].Expansion >= 0 ? layout.AddRows(2, $"capacity chosen of {converters[c].Id}") : -1;
            foreach (int year in converters[c].AnnualLimit.Keys)
                _annualRow[(c, year)] = layout.AddLongRows(1, $"limit of {converters[c].Id} in {year}");
        }
    }

    public int ActivitySlot(int converter) => _activity[converter];

    /// <summary>Slot of what is thrown away of an output, or −1.</summary>
    public int DisposalSlot(int converter, int flow) => _disposal[converter][flow];

    /// <summary>Says what its columns and rows are.</summary>
    public void Describe(ProgramKey key)
    {
        for (int c = 0; c < _activity.Length; c++)
        {
            key.Column(_activity[c], ColumnKind.Activity, c);
            for (int k = 0; k < 2 && _limitRow[c] >= 0; k++)
                key.Row(_limitRow[c] + k, RowKind.Expansion, _layout.Network.Converters[c].Expansion, k);
            for (int f = 0; f < _disposal[c].Length; f++)
            {
                key.Column(_disposal[c][f], ColumnKind.Disposal, c, f);
                key.Row(_disposalRow[c][f], RowKind.Disposal, c, f);
            }
        }

        foreach (((int converter, int year), int row) in _annualRow)
            key.LongRow(row, RowKind.ConverterAnnual, converter, 0, year);
    }

    public void Write(ProgramWriter writer)
    {
        for (int c = 0; c < _activity.Length; c++)
        {
            CompiledConverter converter = _layout.Network.Converters[c];
            foreach ((int year, double limit) in converter.AnnualLimit)
                writer.LongRowBounds(_annualRow[(c, year)], double.NegativeInfinity, limit);
            for (int t = 0; t < _layout.PeriodCount; t++)
                Write(writer, converter, c, t);
        }
    }

    private void Write(ProgramWriter writer, CompiledConverter converter, int c, int t)
    {
        bool chosen = converter.Expansion >= 0;
        double most = chosen && converter.Capacity[t] > 0 ? double.PositiveInfinity : converter.Capacity[t];
        if (chosen)
        {
            _expansions.AtMost(writer, converter.Expansion, _limitRow[c], _activity[c], t, converter.Capacity[t]);
            _expansions.AtLeast(writer, converter.Expansion, _limitRow[c] + 1, _activity[c], t, converter.MinActivity[t]);
        }

        writer.Column(_activity[c], t, chosen ? 0 : converter.MinActivity[t], most, converter.Cost[t] + converter.Co2Cost[t] + converter.Levy[t]);
        for (int f = 0; f < converter.Flows.Count; f++)
        {
            CompiledConverterFlow flow = converter.Flows[f];
            writer.Entry(flow.Node.Value, _activity[c], t, flow.Ratio);
            if (_disposal[c][f] < 0)
                continue;
            writer.Column(_disposal[c][f], t, 0, flow.Ratio * most, 0);
            writer.Entry(flow.Node.Value, _disposal[c][f], t, -1);
            writer.Entry(_disposalRow[c][f], _disposal[c][f], t, 1);
            writer.Entry(_disposalRow[c][f], _activity[c], t, -flow.Ratio);
            writer.RowBounds(_disposalRow[c][f], t, double.NegativeInfinity, 0);
        }

        if (_annualRow.TryGetValue((c, _layout.Network.Horizon.Periods[t].Year), out int row))
            writer.LongEntry(row, _activity[c], t, writer.Days(t));
    }
}
