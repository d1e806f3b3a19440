using Corridor.Data.Formats.Exchange;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>
/// Storage units become storages; one with an inflow becomes a reservoir at a node of its own, with the inflow as a supply that may spill,
/// and converters for what is stored and what is given.
/// </summary>
internal static class PyPsaStorageMapping
{
    private const string Reservoirs = "reservoir";
    private const string List = "storage";
    private const double LeastEfficiency = 1e-9;

    /// <summary>Maps the storage units.</summary>
    public static void Map(PyPsaContext context)
    {
        if (context.Components("storage_units") is not { } units)
            return;
        for (int row = 0; row < units.Count; row++)
        {
            if (context.Node(units, row, "bus") is { } bus)
                Map(context, units, row, bus);
        }
    }

    /// <summary>Standing loss of a day, of a level that loses a share each hour; null for none.</summary>
    public static double? LossOfDay(PyPsaContext context, PyPsaComponents components, int row)
    {
        double hourly = context.Mean(components, row, "standing_loss", "storages.standing_loss");
        if (hourly is < 0 or > 1)
            context.Tally.Say(FidelityKind.Approximated, components.Table, row, "standing_loss", "storages.standing_loss", "a share lost that is not from 0 to 1 becomes the nearest of them", warns: true);
        return hourly <= 0 ? null : 1 - Math.Pow(1 - Math.Min(hourly, 1), 24);
    }

    private static void Map(PyPsaContext context, PyPsaComponents units, int row, PyPsaNode bus)
    {
        if (units.Number(row, "sign") != 1)
            context.Tally.Say(FidelityKind.Approximated, units.Table, row, "sign", "", "a sign other than 1 is taken as 1", warns: true);
        bus.IsSlack |= units.Text(row, "control") == "Slack";
        bus.HoldsVoltage |= units.Text(row, "control") is "PV" or "Slack";
        var capacity = new PyPsaCapacity(context, units, row, "p_nom");
        PyPsaFigure inflow = context.Figure(units, row, "inflow");
        var figures = new Figures(
            Give: Math.Max(0, context.Mean(units, row, "p_max_pu", "storages.max_withdrawal")),
            Take: Math.Max(0, -context.Mean(units, row, "p_min_pu", "storages.max_injection")),
            Hours: Math.Max(0, units.Number(row, "max_hours")),
            In: context.Mean(units, row, "efficiency_store", "storages.injection_loss"),
            Out: context.Mean(units, row, "efficiency_dispatch", "storages.withdrawal_loss"),
            Loss: LossOfDay(context, units, row),
            Cost: context.Mean(units, row, "marginal_cost", "storages.withdrawal_cost"));
        if (!(figures.Out > LeastEfficiency))
        {
            context.Tally.Say(FidelityKind.Approximated, units.Table, row, "efficiency_dispatch", "storages.max_withdrawal", "a storage whose efficiency is 0 or less gives nothing", warns: true);
            figures = figures with { Give = 0, Out = 1 };
        }

        if (inflow.Greatest > 0)
        {
            Reservoir(context, units, row, bus, capacity, figures, inflow);
            return;
        }

        if (figures.Cost < 0)
            context.Tally.Say(FidelityKind.Dropped, units.Table, row, "marginal_cost", "", "a storage has no earnings of its own", warns: true);
        string id = Storage(context, units, row, bus.Id, capacity.Stated * figures.Hours, (capacity.Stated * figures.Take, capacity.Stated * figures.Give), figures, isReservoir: false);
        if (figures.Give > 0)
            capacity.Expand(id, figures.Give);
        else
            capacity.CannotExpand("a storage that gives nothing is not expanded");
        if (capacity.IsExtendable && units.Number(row, "state_of_charge_initial") != 0 && !units.Flag(row, "cyclic_state_of_charge"))
            context.Tally.Say(FidelityKind.Approximated, units.Table, row, "state_of_charge_initial", "storages.first_level", "the first level grows with the capacity chosen", warns: true);
    }

    private static string Storage(PyPsaContext context, PyPsaComponents units, int row, string node, double volume, (double In, double Out) rates, Figures figures, bool isReservoir)
    {
        bool isCyclic = units.Flag(row, "cyclic_state_of_charge");
        double first = units.Number(row, "state_of_charge_initial");
        if (!isCyclic && first > volume)
        {
            context.Tally.Say(FidelityKind.Approximated, units.Table, row, "state_of_charge_initial", "storages.first_level", "a first level above the volume is taken as full", warns: true);
            first = volume;
        }

        string id = context.AssetId(units, row, List);
        string place = units.Table.Place(row);
        string carrier = units.Text(row, "carrier");
        context.Storages.Add(new Storage
        {
            Id = id,
            Name = units.Table.Names[row],
            Node = node,
            Kind = isReservoir ? StorageKind.Reservoir : StorageKind.Battery,
            WorkingVolume = PyPsaUnits.MegawattHours(volume),
            MaxInjection = PyPsaUnits.Megawatts(rates.In),
            MaxWithdrawal = PyPsaUnits.Megawatts(rates.Out),
            WithdrawalCost = isReservoir || figures.Cost <= 0 ? null : PyPsaUnits.PerMegawattHour(figures.Cost),
            InjectionLoss = isReservoir || figures.In == 1 ? null : 1 - figures.In,
            WithdrawalLoss = isReservoir || figures.Out == 1 ? null : 1 - figures.Out,
            StandingLoss = figures.Loss,
            FirstLevel = isCyclic ? null : volume > 0 ? first / volume : 0,
            LastLevel = isCyclic ? null : 0,
            AmountUnit = PyPsaUnits.Energy,
            RateUnit = PyPsaUnits.Power,
            PriceUnit = PyPsaUnits.Price,
            Status = units.Flag(row, "active") ? AssetStatus.Operating : AssetStatus.Suspended,
            Source = PyPsaContext.Source,
            Note = carrier.Length == 0 ? place : $"{place}, carrier {carrier}",
        });
        return id;
    }

    private static void Reservoir(PyPsaContext context, PyPsaComponents units, int row, PyPsaNode bus, PyPsaCapacity capacity, Figures figures, PyPsaFigure inflow)
    {
        capacity.CannotExpand("a storage with an inflow keeps its stated capacity");
        string name = units.Table.Names[row];
        string place = units.Table.Place(row);
        if (!context.Carriers.Exists(c => c.Id == Reservoirs))
            context.Carriers.Add(new Carrier { Id = Reservoirs, Name = "Energy behind dams", Kind = CarrierKind.Other, Unit = PyPsaUnits.Account, Source = PyPsaContext.Source, Note = place });
        string id = context.NodeId(name, Reservoirs);
        context.Nodes.Add(new Node { Id = id, Name = name, Carrier = Reservoirs, Zone = bus.Zone, Source = PyPsaContext.Source, Note = place });
        var node = new PyPsaNode(name, id, Reservoirs, IsElectric: false, IsDirect: false, 1) { Zone = bus.Zone, Row = bus.Row };
        double most = inflow.Greatest;
        double spill = context.Mean(units, row, "spill_cost", "supplies.cost");
        if (spill != 0)
            context.Tally.Say(FidelityKind.Approximated, units.Table, row, "spill_cost", "supplies.cost", "what is not spilt earns the cost of spilling: the objective is less by the cost of spilling the whole inflow", warns: true);
        context.Supplies.Add(new Supply
        {
            Id = context.AssetId(name, "inflow"),
            Name = name,
            Node = id,
            Capacity = PyPsaUnits.Megawatts(most),
            Cost = PyPsaUnits.PerMegawattHour(-spill),
            Profile = context.Profile(name, "inflow", inflow.Map(v => Math.Max(v, 0) / most), place),
            RateUnit = PyPsaUnits.Power,
            PriceUnit = PyPsaUnits.Price,
            Source = PyPsaContext.Source,
            Note = place + ", its inflow",
        });
        double give = capacity.Stated * figures.Give;
        double take = capacity.Stated * figures.Take;

        // The level moves by no more than what comes in, or goes out, in one hour.
        Storage(context, units, row, id, capacity.Stated * figures.Hours, (most + (figures.In * take), give / figures.Out), figures, isReservoir: true);
        var turbine = new PyPsaConversion(context, units, row, name, "given");
        turbine.Flow(node, -1 / figures.Out);
        turbine.Flow(bus, 1);
        turbine.Add(give, new PyPsaFigure(1, null), new PyPsaFigure(0, null), figures.Cost);
        if (take == 0)
            return;
        var pump = new PyPsaConversion(context, units, row, name, "stored");
        pump.Flow(bus, -1);
        pump.Flow(node, figures.In);
        pump.Add(take, new PyPsaFigure(1, null), new PyPsaFigure(0, null), 0);
    }

    /// <summary>Figures of a unit, in shares of its nominal power.</summary>
    private sealed record Figures(double Give, double Take, double Hours, double In, double Out, double? Loss, double Cost);
}
