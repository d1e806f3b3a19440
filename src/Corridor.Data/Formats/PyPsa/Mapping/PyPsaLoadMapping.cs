using Corridor.Data.Formats.Exchange;
using Corridor.Model.Network;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>Loads become demands that cannot be curtailed; what they give instead of taking becomes a supply that must run.</summary>
internal static class PyPsaLoadMapping
{
    /// <summary>Maps the loads.</summary>
    public static void Map(PyPsaContext context)
    {
        if (context.Components("loads") is not { } loads)
            return;
        for (int row = 0; row < loads.Count; row++)
        {
            if (!loads.Flag(row, "active"))
            {
                context.Tally.Say(FidelityKind.Dropped, loads.Table, row, "active", "", "a load out of service is left out", warns: false);
                continue;
            }

            if (context.Node(loads, row, "bus") is not { } bus)
                continue;
            double sign = loads.Number(row, "sign");
            PyPsaFigure taken = context.Figure(loads, row, "p_set").Map(p => -sign * p);
            if (taken.Greatest > 0 || taken.Least >= 0)
                Demand(context, loads, row, bus, taken.Map(p => Math.Max(p, 0)));
            if (taken.Least < 0)
                Supply(context, loads, row, bus, taken.Map(p => Math.Max(-p, 0)));
            bus.ReactiveDemand += -sign * context.Mean(loads, row, "q_set", "power_nodes.reactive_demand");
        }
    }

    private static void Demand(PyPsaContext context, PyPsaComponents loads, int row, PyPsaNode bus, PyPsaFigure taken)
    {
        string name = loads.Table.Names[row];
        double mean = taken.Mean(context.Times.Hours);
        PyPsaFigure factor = mean > 0 ? taken.Map(p => p / mean) : new PyPsaFigure(1, null);
        string place = loads.Table.Place(row);
        context.Demands.Add(new Demand
        {
            Id = context.AssetId(loads, row, "load"),
            Name = name,
            Node = bus.Id,
            Sector = DemandSector.Other,
            AnnualVolume = PyPsaUnits.MegawattHours(mean * PyPsaUnits.YearHours),
            AmountUnit = PyPsaUnits.Energy,
            Profile = taken.Series is null || mean == 0 ? null : context.Profile(name, "p_set", factor, place),
            Source = PyPsaContext.Source,
            Note = place,
        });
    }

    private static void Supply(PyPsaContext context, PyPsaComponents loads, int row, PyPsaNode bus, PyPsaFigure given)
    {
        string name = loads.Table.Names[row];
        string place = loads.Table.Place(row);
        double most = given.Greatest;
        string? profile = context.Profile(name, "p_set-given", given.Map(p => p / most), place);
        context.Supplies.Add(new Supply
        {
            Id = context.AssetId(name, "load-given"),
            Name = name,
            Node = bus.Id,
            Capacity = PyPsaUnits.Megawatts(most),
            MinOutput = PyPsaUnits.Megawatts(most),
            Cost = PyPsaUnits.PerMegawattHour(0),
            Profile = profile,
            RateUnit = PyPsaUnits.Power,
            PriceUnit = PyPsaUnits.Price,
            Source = PyPsaContext.Source,
            Note = place + ", a load that gives",
        });
    }
}
