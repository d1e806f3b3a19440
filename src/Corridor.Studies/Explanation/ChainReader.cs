using Corridor.Model.Rules;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch.Program;

namespace Corridor.Studies.Explanation;

/// <summary>
/// Reads hops as lines. A column j of the program satisfies Σ_i a_ij y_i = c_j − z_j, whatever its reduced cost z_j is; solved for the price of one row this
/// states it as the sum of costs, of the prices of other rows, and of the rent −z_j. So the lines of a chain add up, to rounding.
/// </summary>
internal sealed class ChainReader(ProgramView view, CostParts costs)
{
    private CompiledNetwork Network => view.Network;

    /// <summary>The link that a hop is.</summary>
    /// <param name="hop">The hop.</param>
    /// <param name="factor">Units at the node explained per unit at the place of the hop.</param>
    /// <param name="nextFactor">The same for the next place.</param>
    public PriceLink Read(Hop hop, double factor, out double nextFactor)
    {
        RowKey row = view.Source.Key.OfRow(hop.Row);
        ColumnKey column = view.Source.Key.OfColumn(hop.Column);
        double scale = view.Entry(hop.Row, hop.Column) * view.Scale(row), price = view.Price(hop.Row, row);
        RowKey next = hop.Next < 0 ? default : view.Source.Key.OfRow(hop.Next);
        double kappa = hop.Next < 0 ? 0 : -view.Entry(hop.Next, hop.Column) * view.Scale(next) / scale;
        double nextPrice = hop.Next < 0 ? 0 : view.Price(hop.Next, next);
        bool carried = column.Kind is ColumnKind.Arc or ColumnKind.Injection or ColumnKind.Withdrawal or ColumnKind.Level;
        // Costs are shown per unit that enters, as the package states them; what is lost on the way is a line of its own.
        double shown = carried && kappa > 1 ? 1 / kappa : 1;
        var lines = new List<PriceLine>();
        double entering = Costs(lines, column, scale, shown, factor) + Others(lines, hop, column, scale, shown, factor);
        if (carried)
            Add(lines, PriceLineKind.Losses, ElementOf(column), TableOf(column), column.Kind == ColumnKind.Level ? "standing_loss" : LossColumn(column), factor * (kappa > 1 ? (1 - shown) * (entering + (kappa * nextPrice)) : (kappa - 1) * nextPrice), price * factor);
        nextFactor = carried ? factor : factor * kappa;
        return new PriceLink(
            KindOf(column, row, scale * view.Sign(hop.Column, column), hop.Next < 0), ElementOf(column), TableOf(column), PlaceOf(row), row.Period, hop.Next < 0 ? "" : PlaceOf(next), hop.Next < 0 ? -1 : next.Period,
            view.Sign(hop.Column, column) * view.Value(hop.Column), factor, lines);
    }

    private double Costs(List<PriceLine> lines, ColumnKey column, double scale, double shown, double factor)
    {
        double days = view.Days(column), sum = 0;
        foreach (PriceLine part in costs.Of(column))
        {
            double raw = part.Amount * days / scale;
            lines.Add(part with { Amount = factor * shown * raw });
            sum += raw;
        }

        double whole = view.Cost(ColumnOf(column)) / scale, rising = whole - (view.Linear.Cost[ColumnOf(column)] / scale);
        if (rising != 0)
        {
            lines.Add(new PriceLine(PriceLineKind.SupplyCost, ElementOf(column), TableOf(column), "cost_slope", factor * shown * rising));
            sum += rising;
        }

        if (Math.Abs(whole - sum) > 1e-9 * Math.Max(Math.Abs(whole), 1e-9))
            lines.Add(new PriceLine(PriceLineKind.OtherCost, ElementOf(column), TableOf(column), "", factor * shown * (whole - sum)));
        return whole;
    }

    /// <summary>Rent, and the other rows of the column. Returns what applies to a unit that enters.</summary>
    private double Others(List<PriceLine> lines, Hop hop, ColumnKey column, double scale, double shown, double factor)
    {
        double price = factor * view.Price(hop.Row, view.Source.Key.OfRow(hop.Row));
        double rent = -view.Reduced(hop.Column) / scale, entering = rent;
        Add(lines, Full(hop.Column, column) ? PriceLineKind.RouteFull : RentOf(column, view.Reduced(hop.Column)), ElementOf(column), TableOf(column), "", factor * shown * rent, price);
        foreach ((int row, double entry) in view.RowsOf(hop.Column))
        {
            if (row == hop.Row || row == hop.Next)
                continue;
            double raw = -entry * view.Dual(row) / scale;
            RowKey key = view.Source.Key.OfRow(row);
            if (key.Kind == RowKind.Split)
            {
                Contract(lines, row, factor * raw, price);
                continue;
            }

            entering += raw;
            Row(lines, key, row, factor * shown * raw, entry < 0, price);
        }

        return entering;
    }

    /// <summary>What contracts add to the price of what arrives over an arc: the terms of the largest delivery.</summary>
    private void Contract(List<PriceLine> lines, int split, double amount, double price)
    {
        int delivery = ChainSearch.DeliveryOf(view, split);
        RowKey key = view.Source.Key.OfRow(split);
        CompiledArc arc = Network.Arcs[key.Element];
        if (Math.Abs(amount) <= view.Rounding(price) || delivery < 0)
        {
            Add(lines, PriceLineKind.ContractOnly, arc.Id, TableOf(arc), "access", amount, price);
            return;
        }

        // σ of the row = −(cost − rent − Σ other rows) of the delivery, whose entry in it is −1.
        ColumnKey column = view.Source.Key.OfColumn(delivery);
        double scale = amount / view.Dual(split), sum = 0;
        if (column.Kind == ColumnKind.Spot)
        {
            Add(lines, PriceLineKind.ContractOnly, arc.Id, TableOf(arc), "access", amount, price);
            return;
        }

        foreach (PriceLine part in costs.Of(column))
        {
            double raw = -scale * part.Amount * view.Days(column);
            lines.Add(part with { Amount = raw });
            sum += raw;
        }

        double whole = -scale * view.Linear.Cost[delivery];
        if (Math.Abs(whole - sum) > 1e-9 * Math.Max(Math.Abs(whole), 1e-9))
            lines.Add(new PriceLine(PriceLineKind.OtherCost, ElementOf(column), "contracts", "", whole - sum));
        Add(lines, RentOf(column, view.Reduced(delivery)), ElementOf(column), "contracts", view.Reduced(delivery) > 0 ? "min_daily" : "dcq", scale * view.Reduced(delivery), price);
        foreach ((int row, double entry) in view.RowsOf(delivery))
        {
            if (row != split)
                Row(lines, view.Source.Key.OfRow(row), row, scale * entry * view.Dual(row), entry < 0, price);
        }
    }

    private void Row(List<PriceLine> lines, RowKey key, int row, double amount, bool input, double price)
    {
        switch (key.Kind)
        {
            case RowKind.Balance:
                Add(lines, input ? PriceLineKind.OtherInput : PriceLineKind.ByProduct, Network.Nodes[key.Element].Id, "nodes", "", amount, price);
                break;
            case RowKind.SupplyMinimum:
                Add(lines, PriceLineKind.SupplyMinimum, Network.Supplies[key.Element].Id, "supplies", "min_output", amount, price);
                break;
            case RowKind.SupplyAnnual:
                Add(lines, PriceLineKind.AnnualLimit, Network.Supplies[key.Element].Id, "supplies", "annual_limit", amount, price);
                break;
            case RowKind.ConverterAnnual:
                Add(lines, PriceLineKind.AnnualLimit, Network.Converters[key.Element].Id, "converters", "annual_limit", amount, price);
                break;
            case RowKind.PowerFlow:
                Add(lines, PriceLineKind.LoopFlow, Network.Arcs[key.Element].Id, "power_lines", Network.Arcs[key.Element].Kind == ArcKind.DcMeshed ? "resistance" : "reactance", amount, price);
                break;
            case RowKind.Expansion:
                Expansion(lines, key, amount, price);
                break;
            case RowKind.Fleet:
                Add(lines, PriceLineKind.Fleet, Network.Fleets[key.Element].Id, "fleets", "vehicles", amount, price);
                break;
            case RowKind.StorageRate or RowKind.StorageLevel:
                Add(lines, PriceLineKind.StorageRate, Network.Storages[key.Element].Id, "storages", key.Part == 0 ? "max_injection" : "max_withdrawal", amount, price);
                break;
            case RowKind.Disposal:
                Add(lines, PriceLineKind.ByProduct, Network.Converters[key.Element].Id, "converters", "", amount, price);
                break;
            case RowKind.MeasureVolume:
                Add(lines, PriceLineKind.MeasureFull, Network.Measures[key.Element].Id, "measures", "volume", amount, price);
                break;
            case RowKind.MeasureDemand:
                Add(lines, PriceLineKind.MeasureFull, Network.Demands[key.Element].Id, "demands", "annual_volume", amount, price);
                break;
            case RowKind.ContractTotal:
                Add(lines, amount > 0 ? PriceLineKind.ContractMaximum : PriceLineKind.ContractMinimum, Network.Contracts[key.Element].Id, "contracts", amount > 0 ? "dcq" : "min_daily", amount, price);
                break;
            case RowKind.Booking:
                Add(lines, PriceLineKind.ShipOrPay, Network.Contracts[key.Element].Id, "contracts", "ship_or_pay", amount, price);
                break;
            case RowKind.Channel:
                Add(lines, PriceLineKind.ChannelFull, Network.Channels[key.Element].Id, "payment_channels", "capacity", amount, price);
                break;
            case RowKind.LedgerDelivered:
                Ledger(lines, key, row, amount, price);
                break;
            case RowKind.RuleRate or RowKind.RuleVolume:
                CompiledRule rule = Network.Rules[key.Element];
                Add(lines, rule.Effect == RuleEffect.Require ? PriceLineKind.RuleRequirement : PriceLineKind.RuleLimit, rule.Id, "rules", rule.Tonnes is not null ? "emissions" : key.Kind == RowKind.RuleRate ? "rate" : "volume", amount, price);
                break;
            default:
                Add(lines, PriceLineKind.OtherCost, "", "", "", amount, price);
                break;
        }
    }

    /// <summary>A limit that scales with a capacity to be chosen: the rent that pays for the capacity.</summary>
    private void Expansion(List<PriceLine> lines, RowKey key, double amount, double price)
    {
        CompiledExpansion row = Network.Expansions[key.Element];
        (PriceLineKind kind, string table, string column) = (row.Kind, key.Part) switch
        {
            (ExpandedKind.Supply, _) => (PriceLineKind.SupplyFull, "supplies", "capacity"),
            (ExpandedKind.Arc, _) => (PriceLineKind.RouteFull, TableOf(Network.Arcs[row.Element]), ""),
            (ExpandedKind.Storage, < 2) => (PriceLineKind.StorageRate, "storages", key.Part == 0 ? "max_injection" : "max_withdrawal"),
            (ExpandedKind.Storage, 2) => (PriceLineKind.StorageFull, "storages", "working_volume"),
            (ExpandedKind.Storage, _) => (PriceLineKind.StorageEmpty, "storages", "min_level"),
            (_, 0) => (PriceLineKind.ConverterFull, "converters", "capacity"),
            _ => (PriceLineKind.ConverterMinimum, "converters", "min_load"),
        };
        Add(lines, kind, row.Id, table, column, amount, price);
    }

    /// <summary>The ledger's value of a delivery: the annual maximum, and the rest of it, the take-or-pay.</summary>
    private void Ledger(List<PriceLine> lines, RowKey key, int row, double amount, double price)
    {
        string contract = Network.Contracts[key.Element].Id;
        int year = Network.Contracts[key.Element].Years.ToList().FindIndex(y => y.Year == key.Year);
        double dual = view.Dual(row);
        double maximum = dual == 0 ? 0 : amount / dual * view.Dual(view.Source.Layout.LongRow(view.Source.Ledgers.MaximumRow(key.Element, year)));
        Add(lines, PriceLineKind.AnnualMaximum, contract, "contracts", "annual_max", maximum, price);
        Add(lines, PriceLineKind.TakeOrPay, contract, "contracts", "take_or_pay", amount - maximum, price);
    }

    /// <summary>Whether a signed arc is at its limit backward: its column is at a lower bound below zero.</summary>
    private bool Full(int column, ColumnKey key) =>
        key.Kind == ColumnKind.Arc && view.Source.Arcs.IsSigned(key.Element) && view.Reduced(column) > 0 && view.Linear.ColumnLower[column] < 0;

    private static PriceLineKind RentOf(ColumnKey column, double reduced) => (column.Kind, reduced < 0) switch
    {
        (ColumnKind.SupplyStep, true) => PriceLineKind.SupplyFull,
        (ColumnKind.SupplyStep, false) => PriceLineKind.SupplyIdle,
        (ColumnKind.Arc, true) => PriceLineKind.RouteFull,
        (ColumnKind.Arc, false) => PriceLineKind.RouteIdle,
        (ColumnKind.Level, true) => PriceLineKind.StorageFull,
        (ColumnKind.Level, false) => PriceLineKind.StorageEmpty,
        (ColumnKind.Injection or ColumnKind.Withdrawal, _) => PriceLineKind.StorageRate,
        (ColumnKind.Activity, true) => PriceLineKind.ConverterFull,
        (ColumnKind.Activity, false) => PriceLineKind.ConverterMinimum,
        (ColumnKind.Measure, _) => PriceLineKind.MeasureFull,
        (ColumnKind.Delivery, true) => PriceLineKind.ContractMaximum,
        (ColumnKind.Delivery, false) => PriceLineKind.ContractMinimum,
        (ColumnKind.Curtailment, _) => PriceLineKind.Curtailment,
        (ColumnKind.DemandStep, _) => PriceLineKind.GivenUp,
        _ => PriceLineKind.OtherCost,
    };

    private static PriceLinkKind KindOf(ColumnKey column, RowKey row, double scale, bool ends) => column.Kind switch
    {
        _ when ends => PriceLinkKind.Origin,
        ColumnKind.Arc => scale > 0 ? PriceLinkKind.Arrival : PriceLinkKind.Departure,
        ColumnKind.Level => PriceLinkKind.Held,
        ColumnKind.Withdrawal => row.Kind == RowKind.Balance ? PriceLinkKind.Withdrawal : PriceLinkKind.Departure,
        ColumnKind.Injection => row.Kind == RowKind.Balance ? PriceLinkKind.Injection : PriceLinkKind.Arrival,
        _ => scale > 0 ? PriceLinkKind.Conversion : PriceLinkKind.Use,
    };

    private void Add(List<PriceLine> lines, PriceLineKind kind, string element, string table, string column, double amount, double price)
    {
        if (amount == 0)
            return;
        lines.Add(Math.Abs(amount) <= view.Rounding(price) ? new PriceLine(PriceLineKind.Rounding, "", "", "", amount) : new PriceLine(kind, element, table, column, amount));
    }

    private int ColumnOf(ColumnKey key) => view.Source.Layout.Column(key.Kind switch
    {
        ColumnKind.SupplyStep => view.Source.Supplies.Slot(key.Element, key.Part),
        ColumnKind.DemandStep => view.Source.Demands.StepSlot(key.Element, key.Part),
        ColumnKind.Curtailment => view.Source.Demands.CurtailmentSlot(key.Element),
        ColumnKind.Arc => view.Source.Arcs.Slot(key.Element, key.Part),
        ColumnKind.Injection => view.Source.Storages.InjectionSlot(key.Element),
        ColumnKind.Withdrawal => view.Source.Storages.WithdrawalSlot(key.Element),
        ColumnKind.Level => view.Source.Storages.LevelSlot(key.Element),
        ColumnKind.Activity => view.Source.Converters.ActivitySlot(key.Element),
        ColumnKind.Disposal => view.Source.Converters.DisposalSlot(key.Element, key.Part),
        _ => view.Source.Measures.Slot(key.Element),
    }, key.Period);

    private string PlaceOf(RowKey row) => row.Kind == RowKind.StorageLevel ? Network.Storages[row.Element].Id : Network.Nodes[row.Element].Id;

    private string ElementOf(ColumnKey column) => column.Kind switch
    {
        ColumnKind.SupplyStep => Network.Supplies[column.Element].Id,
        ColumnKind.DemandStep or ColumnKind.Curtailment => Network.Demands[column.Element].Id,
        ColumnKind.Arc => Network.Arcs[column.Element].Id,
        ColumnKind.Injection or ColumnKind.Withdrawal or ColumnKind.Level => Network.Storages[column.Element].Id,
        ColumnKind.Activity or ColumnKind.Disposal => Network.Converters[column.Element].Id,
        ColumnKind.Measure => Network.Measures[column.Element].Id,
        ColumnKind.Delivery => Network.Contracts[column.Element].Id,
        _ => "",
    };

    private string TableOf(ColumnKey column) => column.Kind switch
    {
        ColumnKind.SupplyStep => "supplies",
        ColumnKind.DemandStep or ColumnKind.Curtailment => "demands",
        ColumnKind.Arc => TableOf(Network.Arcs[column.Element]),
        ColumnKind.Injection or ColumnKind.Withdrawal or ColumnKind.Level => "storages",
        ColumnKind.Activity or ColumnKind.Disposal => "converters",
        ColumnKind.Measure => "measures",
        ColumnKind.Delivery => "contracts",
        _ => "",
    };

    private string LossColumn(ColumnKey column) => column.Kind switch
    {
        ColumnKind.Arc => Network.Arcs[column.Element].Kind == ArcKind.Pipeline ? "fuel_share" : "loss_share",
        ColumnKind.Injection => "injection_loss",
        _ => "withdrawal_loss",
    };

    /// <summary>Table of an arc.</summary>
    public static string TableOf(CompiledArc arc) => arc.Kind switch
    {
        ArcKind.Pipeline => "pipelines",
        ArcKind.Transport => "transports",
        _ => "power_lines",
    };
}
