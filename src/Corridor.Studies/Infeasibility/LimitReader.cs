using Corridor.Model.Network;
using Corridor.Numerics.Infeasibility;
using Corridor.Numerics.LinearPrograms;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch.Program;

namespace Corridor.Studies.Infeasibility;

/// <summary>A limit in one period or year, before it is added up over a span.</summary>
internal readonly record struct LimitPoint(LimitKind Kind, string Element, string Table, string Column, int Period, int Year, double PerUnit, QuantityKind Quantity, string Of)
{
    /// <summary>Whether the amounts of periods add up; levels do not.</summary>
    public bool Adds => Kind is not (LimitKind.StorageLeast or LimitKind.StorageLast or LimitKind.StorageMost or LimitKind.StorageFirst);
}

/// <summary>Reads constraints of a dispatch's program as demands and limits of the package.</summary>
internal sealed class LimitReader(DispatchProgram program)
{
    private readonly CompiledNetwork _network = program.Layout.Network;
    private readonly LinearProgram _linear = program.LinearProgram;

    /// <summary>What a constraint is; null for what no figure of the package changes: balances, and flows that cannot be negative.</summary>
    public LimitPoint? Read(Constraint constraint) => constraint.Side switch
    {
        ConstraintSide.ColumnLower => !IsLimit(constraint.Index) ? null : Lower(program.Key.OfColumn(constraint.Index)),
        ConstraintSide.ColumnUpper => Upper(program.Key.OfColumn(constraint.Index)),
        _ => OfRow(program.Key.OfRow(constraint.Index), constraint.Side == ConstraintSide.RowLower),
    };

    /// <summary>Whether the lower bound of a column is a figure of the package, and not that a flow cannot be negative.</summary>
    public bool IsLimit(int column) =>
        double.IsFinite(_linear.ColumnLower[column]) && (_linear.ColumnLower[column] != 0 || IsSigned(column));

    /// <summary>Whether a column is the flow of an arc both ways, whose lower bound is minus the capacity backward.</summary>
    public bool IsSigned(int column) => program.Key.OfColumn(column) is { Kind: ColumnKind.Arc } key && program.Arcs.IsSigned(key.Element);

    /// <summary>The node whose balance a constraint is; null if it is none.</summary>
    public string? NodeOf(Constraint constraint)
    {
        if (constraint.Side is not (ConstraintSide.RowLower or ConstraintSide.RowUpper))
            return null;
        RowKey key = program.Key.OfRow(constraint.Index);
        return key.Kind == RowKind.Balance ? _network.Nodes[key.Element].Id : null;
    }

    private LimitPoint? Lower(ColumnKey key) => key.Kind switch
    {
        ColumnKind.SupplyStep => Supply(LimitKind.SupplyMinimum, "min_output", key.Element, key.Period, 0),
        ColumnKind.Activity => Converter(LimitKind.ConverterMinimum, "min_load", key.Element, key.Period, 0),
        ColumnKind.Delivery => Contract(LimitKind.ContractMinimum, "min_daily", key.Element, key.Period, 0),
        ColumnKind.Level when key.Period == _network.PeriodCount - 1 && IsLast(key.Element) => Storage(LimitKind.StorageLast, "last_level", key.Element, key.Period, 1),
        ColumnKind.Level => Storage(LimitKind.StorageLeast, "min_level", key.Element, key.Period, 1),
        ColumnKind.Expansion => Expansion(LimitKind.CapacityLeast, "capacity_min", key.Element),
        ColumnKind.Arc => Arc(LimitKind.Route, Reverse(key.Element), key.Element, key.Period),
        _ => null,
    };

    private LimitPoint? Upper(ColumnKey key) => key.Kind switch
    {
        ColumnKind.SupplyStep => Supply(LimitKind.SupplyMaximum, "capacity", key.Element, key.Period, 0),
        ColumnKind.Curtailment or ColumnKind.DemandStep => Demand(key.Element, key.Period),
        ColumnKind.Arc => Arc(LimitKind.Route, key.Part == 0 ? Capacity(key.Element) : Reverse(key.Element), key.Element, key.Period),
        ColumnKind.Injection => Storage(LimitKind.StorageRate, "max_injection", key.Element, key.Period, Days(key.Period)),
        ColumnKind.Withdrawal => Storage(LimitKind.StorageRate, "max_withdrawal", key.Element, key.Period, Days(key.Period)),
        ColumnKind.Level => Storage(LimitKind.StorageMost, "working_volume", key.Element, key.Period, 1),
        ColumnKind.Activity => Converter(LimitKind.ConverterMaximum, "capacity", key.Element, key.Period, 0),
        ColumnKind.Expansion => Expansion(LimitKind.CapacityMost, "capacity_max", key.Element),
        ColumnKind.Measure => Measure("rate", key.Element, key.Period, Days(key.Period)),
        ColumnKind.Delivery => Contract(LimitKind.ContractMaximum, "dcq", key.Element, key.Period, 0),
        _ => null,
    };

    private LimitPoint? OfRow(RowKey key, bool lower) => key.Kind switch
    {
        RowKind.SupplyMinimum => Supply(LimitKind.SupplyMinimum, "min_output", key.Element, key.Period, 0),
        RowKind.SupplyAnnual => Supply(LimitKind.SupplyAnnual, "annual_limit", key.Element, -1, key.Year),
        RowKind.Balance when lower => FirmDemand(key.Element, key.Period),
        RowKind.PowerFlow => Arc(LimitKind.PowerFlow, _network.Arcs[key.Element].Kind == ArcKind.DcMeshed ? "resistance" : "reactance", key.Element, key.Period) with { Quantity = QuantityKind.None },
        RowKind.AngleLimit => Arc(LimitKind.AngleLimit, lower ? "angle_min" : "angle_max", key.Element, key.Period) with { Quantity = QuantityKind.None },
        RowKind.Fleet => new LimitPoint(LimitKind.Fleet, _network.Fleets[key.Element].Id, "fleets", "vehicles", key.Period, 0, 1, QuantityKind.None, ""),
        RowKind.StorageLevel when key.Period == 0 && _network.Storages[key.Element].FirstLevel is not null => Storage(LimitKind.StorageFirst, "first_level", key.Element, key.Period, 1),
        RowKind.StorageRate => Storage(LimitKind.StorageRate, key.Part == 0 ? "max_injection" : "max_withdrawal", key.Element, key.Period, Days(key.Period)),
        RowKind.ConverterAnnual => Converter(LimitKind.ConverterAnnual, "annual_limit", key.Element, -1, key.Year),
        RowKind.MeasureDemand => Demand(key.Element, key.Period),
        RowKind.MeasureVolume => Measure("volume", key.Element, -1, 1),
        RowKind.ContractTotal => Contract(lower ? LimitKind.ContractMinimum : LimitKind.ContractMaximum, lower ? "min_daily" : "dcq", key.Element, key.Period, 0),
        RowKind.LedgerMaximum => Contract(LimitKind.ContractAnnualMaximum, "annual_max", key.Element, -1, key.Year),
        RowKind.Channel => new LimitPoint(LimitKind.Channel, _network.Channels[key.Element].Id, "payment_channels", "capacity", key.Period, 0, Days(key.Period), QuantityKind.Money, ""),
        RowKind.Split when _network.Arcs[key.Element].Access == ArcAccess.ContractOnly => Arc(LimitKind.ContractOnly, "access", key.Element, key.Period) with { Quantity = QuantityKind.None },
        RowKind.RuleRate or RowKind.RuleVolume => Rule(lower, key),
        _ => null,
    };

    private LimitPoint Rule(bool lower, RowKey key)
    {
        CompiledRule rule = _network.Rules[key.Element];
        FlowReference flow = rule.Flows[0];
        if (rule.Tonnes is not null)
            return new LimitPoint(LimitKind.RuleLimit, rule.Id, "rules", "emissions", key.Period, key.Year, 1, QuantityKind.Tonnes, "CO2");
        bool activity = flow.Kind == FlowKind.Activity;
        return new LimitPoint(
            lower ? LimitKind.RuleRequirement : LimitKind.RuleLimit, rule.Id, "rules", key.Kind == RowKind.RuleRate ? "rate" : "volume", key.Period, key.Year,
            key.Kind == RowKind.RuleRate ? Days(key.Period) : 1, activity ? QuantityKind.Activity : QuantityKind.Carrier, activity ? _network.Converters[flow.Element].Id : CarrierOf(flow));
    }

    private string CarrierOf(FlowReference flow) => Carrier(flow.Kind switch
    {
        FlowKind.Supply => _network.Supplies[flow.Element].Node,
        FlowKind.ArcForward or FlowKind.ArcBackward => _network.Arcs[flow.Element].From,
        FlowKind.Injection or FlowKind.Withdrawal => _network.Storages[flow.Element].Node,
        _ => _network.Arcs[_network.Contracts[flow.Element].Arc].From,
    });

    private LimitPoint Supply(LimitKind kind, string column, int s, int period, int year) =>
        new(kind, _network.Supplies[s].Id, "supplies", column, period, year, period < 0 ? 1 : Days(period), QuantityKind.Carrier, Carrier(_network.Supplies[s].Node));

    private LimitPoint Converter(LimitKind kind, string column, int c, int period, int year) =>
        new(kind, _network.Converters[c].Id, "converters", column, period, year, period < 0 ? 1 : Days(period), QuantityKind.Activity, _network.Converters[c].Id);

    private LimitPoint Contract(LimitKind kind, string column, int k, int period, int year) =>
        new(kind, _network.Contracts[k].Id, "contracts", column, period, year, period < 0 ? 1 : Days(period), QuantityKind.Carrier, Carrier(_network.Arcs[_network.Contracts[k].Arc].From));

    private LimitPoint Storage(LimitKind kind, string column, int s, int period, double perUnit) =>
        new(kind, _network.Storages[s].Id, "storages", column, period, 0, perUnit, QuantityKind.Carrier, Carrier(_network.Storages[s].Node));

    private LimitPoint Measure(string column, int m, int period, double perUnit) =>
        new(LimitKind.Measure, _network.Measures[m].Id, "measures", column, period, 0, perUnit, QuantityKind.Carrier, Carrier(_network.Measures[m].Node));

    private LimitPoint Demand(int d, int period) =>
        new(LimitKind.Demand, _network.Demands[d].Id, "demands", "annual_volume", period, 0, Days(period), QuantityKind.Carrier, Carrier(_network.Demands[d].Node));

    /// <summary>The largest of the demands at a node that cannot be curtailed: it is what the balance asks for; null where there is none.</summary>
    private LimitPoint? FirmDemand(int node, int period)
    {
        int largest = -1;
        for (int d = 0; d < _network.Demands.Count; d++)
        {
            CompiledDemand demand = _network.Demands[d];
            if (demand.CurtailmentCost is null && demand.Node.Value == node && demand.Rate[period] > (largest < 0 ? 0 : _network.Demands[largest].Rate[period]))
                largest = d;
        }

        return largest < 0 ? null : Demand(largest, period) with { Kind = LimitKind.FirmDemand };
    }

    private LimitPoint Expansion(LimitKind kind, string column, int e)
    {
        CompiledExpansion expansion = _network.Expansions[e];
        NodeIndex node = expansion.Kind switch
        {
            ExpandedKind.Supply => _network.Supplies[expansion.Element].Node,
            ExpandedKind.Arc => _network.Arcs[expansion.Element].From,
            ExpandedKind.Storage => _network.Storages[expansion.Element].Node,
            _ => new NodeIndex(-1),
        };
        return new LimitPoint(kind, expansion.Id, "expansions", column, -1, 0, 1, node.Value < 0 ? QuantityKind.Activity : QuantityKind.Carrier, node.Value < 0 ? expansion.Id : Carrier(node));
    }

    private LimitPoint Arc(LimitKind kind, string column, int a, int period) =>
        new(kind, _network.Arcs[a].Id, TableOf(_network.Arcs[a].Kind), column, period, 0, Days(period), QuantityKind.Carrier, Carrier(_network.Arcs[a].From));

    private string Capacity(int arc) => _network.Arcs[arc].Kind is ArcKind.AcLine or ArcKind.DcLine or ArcKind.DcMeshed ? "rating" : "capacity";

    private string Reverse(int arc) => "reverse_" + Capacity(arc);

    private bool IsLast(int storage) => _network.Storages[storage] is { LastLevel: { } last } s && last > s.MinShare * s.Volume[^1];

    private double Days(int period) => _network.Horizon.Periods[period].Days;

    private string Carrier(NodeIndex node) => _network.Nodes[node.Value].Carrier;

    private static string TableOf(ArcKind kind) => kind switch
    {
        ArcKind.Pipeline => "pipelines",
        ArcKind.Transport => "transports",
        _ => "power_lines",
    };
}
