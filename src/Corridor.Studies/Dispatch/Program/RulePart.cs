using Corridor.Model.Rules;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>Rules that cap or require the sum of flows, in every period or over a year.</summary>
internal sealed class RulePart
{
    private readonly ProgramLayout _layout;
    private readonly SupplyPart _supplies;
    private readonly ArcPart _arcs;
    private readonly StoragePart _storages;
    private readonly ConverterPart _converters;
    private readonly ContractPart _contracts;
    private readonly int[] _rateRow;
    private readonly int[] _violation;
    private readonly Dictionary<(int Rule, int Year), (int Row, int Violation)> _volume = [];

    public RulePart(ProgramLayout layout, SupplyPart supplies, ArcPart arcs, StoragePart storages, ConverterPart converters, ContractPart contracts)
    {
        _layout = layout;
        (_supplies, _arcs, _storages, _converters, _contracts) = (supplies, arcs, storages, converters, contracts);
        IReadOnlyList<CompiledRule> rules = layout.Network.Rules;
        _rateRow = [.. rules.Select(r => r.RateLimit is null ? -1 : layout.AddRows(1, $"rule {r.Id}"))];
        _violation = [.. rules.Select(r => r.RateLimit is null || r.Penalty is null ? -1 : layout.AddColumns(1))];
        for (int r = 0; r < rules.Count; r++)
        {
            if (rules[r].VolumeLimit is not { } limits)
                continue;
            foreach (int year in limits.Keys)
                _volume[(r, year)] = (layout.AddLongRows(1, $"rule {rules[r].Id} in {year}"), rules[r].Penalty is null ? -1 : layout.AddLongColumns(1));
        }
    }

    /// <summary>Row slot of a rule's rate, or −1.</summary>
    public int RateRow(int rule) => _rateRow[rule];

    /// <summary>Slot of the violation of a rule's rate, or −1.</summary>
    public int ViolationSlot(int rule) => _violation[rule];

    /// <summary>Rows and violation columns of a rule's yearly volume.</summary>
    public IEnumerable<(int Row, int Violation)> Volumes(int rule) => _volume.Where(v => v.Key.Rule == rule).Select(v => v.Value);

    /// <summary>Slots whose sum is a flow; a slot of −1 stands for a direction that an arc does not have.</summary>
    public IEnumerable<int> Slots(FlowReference flow) => flow.Kind switch
    {
        FlowKind.Supply => Enumerable.Range(0, _layout.Network.Supplies[flow.Element].Steps.Count).Select(k => _supplies.Slot(flow.Element, k)),
        FlowKind.ArcForward => [_arcs.Slot(flow.Element, 0)],
        FlowKind.ArcBackward => [_arcs.Slot(flow.Element, 1)],
        FlowKind.Injection => [_storages.InjectionSlot(flow.Element)],
        FlowKind.Withdrawal => [_storages.WithdrawalSlot(flow.Element)],
        FlowKind.Activity => [_converters.ActivitySlot(flow.Element)],
        _ => [_contracts.DeliverySlot(flow.Element, flow.Part)],
    };

    /// <summary>Says what its columns and rows are.</summary>
    public void Describe(ProgramKey key)
    {
        for (int r = 0; r < _rateRow.Length; r++)
        {
            key.Row(_rateRow[r], RowKind.RuleRate, r);
            key.Column(_violation[r], ColumnKind.Violation, r);
        }

        foreach (((int rule, int year), (int row, int violation)) in _volume)
        {
            key.LongRow(row, RowKind.RuleVolume, rule, 0, year);
            key.LongColumn(violation, ColumnKind.Violation, rule, 0, year);
        }
    }

    public void Write(ProgramWriter writer)
    {
        for (int r = 0; r < _rateRow.Length; r++)
        {
            CompiledRule rule = _layout.Network.Rules[r];
            (int Slot, double Weight)[] slots = [.. rule.Flows.SelectMany((f, i) => Slots(f).Select(s => (Slot: s, Weight: rule.Tonnes?[i] ?? 1))).Where(s => s.Slot >= 0)];
            double sign = rule.Effect == RuleEffect.Require ? 1 : -1;
            if (rule.RateLimit is { } limit)
                WriteRate(writer, rule, r, slots, limit, sign);
            if (rule.VolumeLimit is { } volumes)
                WriteVolume(writer, rule, r, slots, volumes, sign);
        }
    }

    private void WriteRate(ProgramWriter writer, CompiledRule rule, int r, (int Slot, double Weight)[] slots, double[] limit, double sign)
    {
        for (int t = 0; t < _layout.PeriodCount; t++)
        {
            bool binds = rule.Active[t] >= 1;
            foreach ((int slot, double weight) in slots)
                writer.Entry(_rateRow[r], slot, t, binds ? weight : 0);
            (double lower, double upper) = Bounds(rule.Effect, limit[t], binds);
            writer.RowBounds(_rateRow[r], t, lower, upper);
            if (_violation[r] < 0)
                continue;
            writer.Column(_violation[r], t, 0, binds ? double.PositiveInfinity : 0, rule.Penalty ?? 0);
            writer.Entry(_rateRow[r], _violation[r], t, sign);
        }
    }

    private void WriteVolume(ProgramWriter writer, CompiledRule rule, int r, (int Slot, double Weight)[] slots, IReadOnlyDictionary<int, double> volumes, double sign)
    {
        foreach ((int year, double limit) in volumes)
        {
            (int row, int violation) = _volume[(r, year)];
            (double lower, double upper) = Bounds(rule.Effect, limit, true);
            writer.LongRowBounds(row, lower, upper);
            if (violation >= 0)
            {
                writer.LongColumn(violation, 0, double.PositiveInfinity, rule.Penalty ?? 0);
                writer.LongEntry(row, violation, sign);
            }

            for (int t = 0; t < _layout.PeriodCount; t++)
            {
                if (_layout.Network.Horizon.Periods[t].Year != year)
                    continue;
                foreach ((int slot, double weight) in slots)
                    writer.LongEntry(row, slot, t, rule.Active[t] * writer.Days(t) * weight);
            }
        }
    }

    private static (double Lower, double Upper) Bounds(RuleEffect effect, double limit, bool binds) => (effect, binds) switch
    {
        (_, false) => (double.NegativeInfinity, double.PositiveInfinity),
        (RuleEffect.Require, _) => (limit, double.PositiveInfinity),
        _ => (double.NegativeInfinity, limit),
    };
}
