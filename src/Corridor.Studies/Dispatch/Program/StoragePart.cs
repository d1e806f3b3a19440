using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>Storages: injection, withdrawal, levels, and rates that follow the level.</summary>
internal sealed class StoragePart
{
    private readonly ProgramLayout _layout;
    private readonly int[] _first;
    private readonly int[] _levelRow;
    private readonly int[] _curveRow;
    private readonly int[] _limitRow;
    private readonly ExpansionPart _expansions;

    public StoragePart(ProgramLayout layout, ExpansionPart expansions)
    {
        _layout = layout;
        _expansions = expansions;
        IReadOnlyList<CompiledStorage> storages = layout.Network.Storages;
        _first = new int[storages.Count];
        _levelRow = new int[storages.Count];
        _curveRow = new int[storages.Count];
        _limitRow = new int[storages.Count];
        for (int s = 0; s < storages.Count; s++)
        {
            _first[s] = layout.AddColumns(3);
            _levelRow[s] = layout.AddRows(1, $"level of storage {storages[s].Id}");
            _curveRow[s] = layout.AddRows(storages[s].InjectionCurve.Count + storages[s].WithdrawalCurve.Count, $"rates of storage {storages[s].Id}");
            _limitRow[s] = storages[s].Expansion >= 0 ? layout.AddRows(4, $"capacity chosen of {storages[s].Id}") : -1;
        }
    }

    public int InjectionSlot(int storage) => _first[storage];

    public int WithdrawalSlot(int storage) => _first[storage] + 1;

    public int LevelSlot(int storage) => _first[storage] + 2;

    /// <summary>Says what its columns and rows are.</summary>
    public void Describe(ProgramKey key)
    {
        for (int s = 0; s < _first.Length; s++)
        {
            key.Column(InjectionSlot(s), ColumnKind.Injection, s);
            key.Column(WithdrawalSlot(s), ColumnKind.Withdrawal, s);
            key.Column(LevelSlot(s), ColumnKind.Level, s);
            key.Row(_levelRow[s], RowKind.StorageLevel, s);
            int injection = _layout.Network.Storages[s].InjectionCurve.Count, curves = injection + _layout.Network.Storages[s].WithdrawalCurve.Count;
            for (int k = 0; k < curves; k++)
                key.Row(_curveRow[s] + k, RowKind.StorageRate, s, k < injection ? 0 : 1);
            for (int k = 0; k < 4 && _limitRow[s] >= 0; k++)
                key.Row(_limitRow[s] + k, RowKind.Expansion, _layout.Network.Storages[s].Expansion, k);
        }
    }

    public void Write(ProgramWriter writer)
    {
        for (int t = 0; t < _layout.PeriodCount; t++)
        {
            for (int s = 0; s < _first.Length; s++)
                Write(writer, _layout.Network.Storages[s], s, t);
        }
    }

    private void Write(ProgramWriter writer, CompiledStorage storage, int s, int t)
    {
        int last = _layout.PeriodCount - 1;
        double days = writer.Days(t);
        double kept = Math.Pow(1 - storage.StandingLoss, days);
        double least = storage.MinShare * storage.Volume[t];
        if (t == last && storage.LastLevel is { } final)
            least = Math.Max(least, Math.Min(final, storage.Volume[t]));
        bool chosen = storage.Expansion >= 0;
        double Most(double limit) => chosen && limit > 0 ? double.PositiveInfinity : limit;
        writer.Column(InjectionSlot(s), t, 0, Most(storage.Injection[t]), storage.InjectionCost[t] + storage.InjectionLevy[t]);
        writer.Column(WithdrawalSlot(s), t, 0, Most(storage.Withdrawal[t]), storage.WithdrawalCost[t] + storage.WithdrawalLevy[t]);
        writer.Column(LevelSlot(s), t, chosen ? 0 : least, Most(storage.Volume[t]), 0);
        if (chosen)
        {
            _expansions.AtMost(writer, storage.Expansion, _limitRow[s], InjectionSlot(s), t, storage.Injection[t]);
            _expansions.AtMost(writer, storage.Expansion, _limitRow[s] + 1, WithdrawalSlot(s), t, storage.Withdrawal[t]);
            _expansions.AtMost(writer, storage.Expansion, _limitRow[s] + 2, LevelSlot(s), t, storage.Volume[t]);
            _expansions.AtLeast(writer, storage.Expansion, _limitRow[s] + 3, LevelSlot(s), t, least);
        }

        writer.Entry(storage.Node.Value, InjectionSlot(s), t, -1);
        writer.Entry(storage.Node.Value, WithdrawalSlot(s), t, 1);

        int row = _levelRow[s];
        writer.Entry(row, LevelSlot(s), t, 1);
        writer.Entry(row, InjectionSlot(s), t, -days * (1 - storage.InjectionLoss));
        writer.Entry(row, WithdrawalSlot(s), t, days / (1 - storage.WithdrawalLoss));
        if (t > 0)
            writer.Entry(row, t, LevelSlot(s), t - 1, -kept);
        else if (storage.FirstLevel is { } share && chosen)
            _expansions.Entry(writer, storage.Expansion, row, t, -kept * share);
        else if (storage.FirstLevel is { } first)
            writer.RowBounds(row, t, kept * first, kept * first);
        else
            writer.Entry(row, t, LevelSlot(s), last, -kept);

        int curve = _curveRow[s];
        foreach ((double intercept, double slope) in storage.InjectionCurve)
            Curve(writer, curve++, InjectionSlot(s), s, t, intercept * storage.Injection[t], storage.Volume[t] > 0 ? slope * storage.Injection[t] / storage.Volume[t] : 0);
        foreach ((double intercept, double slope) in storage.WithdrawalCurve)
            Curve(writer, curve++, WithdrawalSlot(s), s, t, intercept * storage.Withdrawal[t], storage.Volume[t] > 0 ? slope * storage.Withdrawal[t] / storage.Volume[t] : 0);
    }

    private void Curve(ProgramWriter writer, int row, int slot, int s, int t, double intercept, double slope)
    {
        writer.Entry(row, slot, t, 1);
        writer.Entry(row, LevelSlot(s), t, -slope);
        int expansion = _layout.Network.Storages[s].Expansion;
        writer.RowBounds(row, t, double.NegativeInfinity, expansion >= 0 ? 0 : intercept);
        if (expansion >= 0)
            _expansions.Entry(writer, expansion, row, t, -intercept);
    }
}
