using Corridor.Data.Formats.Exchange;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>Stores become storages without loss whose rates never bind.</summary>
internal static class PyPsaStoreMapping
{
    /// <summary>Maps the stores.</summary>
    public static void Map(PyPsaContext context)
    {
        if (context.Components("stores") is not { } stores)
            return;
        for (int row = 0; row < stores.Count; row++)
        {
            if (context.Node(stores, row, "bus") is { } bus)
                Map(context, stores, row, bus);
        }
    }

    private static void Map(PyPsaContext context, PyPsaComponents stores, int row, PyPsaNode bus)
    {
        if (stores.Number(row, "sign") != 1)
            context.Tally.Say(FidelityKind.Approximated, stores.Table, row, "sign", "", "a sign other than 1 is taken as 1", warns: true);
        var capacity = new PyPsaCapacity(context, stores, row, "e_nom");
        double most = Bound(context, stores, row, "e_max_pu", "storages.working_volume", f => f.Least, "the least over time is taken");
        double least = Bound(context, stores, row, "e_min_pu", "storages.min_level", f => f.Greatest, "the greatest over time is taken");
        double? loss = PyPsaStorageMapping.LossOfDay(context, stores, row);
        bool isCyclic = stores.Flag(row, "e_cyclic");
        double first = stores.Number(row, "e_initial");

        // A level that may fall below zero is counted from its floor.
        double floor = Math.Min(0, least) * capacity.Stated;
        if (floor < 0 && loss is not null)
        {
            context.Tally.Say(FidelityKind.Dropped, stores.Table, row, "standing_loss", "", "a level that may be negative does not fade", warns: true);
            loss = null;
        }

        double volume = Math.Max(0, (most * capacity.Stated) - floor);
        double share = volume > 0 ? (first - floor) / volume : 0;
        if (!isCyclic && share is < 0 or > 1)
        {
            context.Tally.Say(FidelityKind.Approximated, stores.Table, row, "e_initial", "storages.first_level", "a first level outside the volume is taken at its bound", warns: true);
            share = Math.Clamp(share, 0, 1);
        }

        double cost = context.Mean(stores, row, "marginal_cost", "storages.withdrawal_cost");
        bool costsNothing = isCyclic && loss is null;
        if (cost != 0 && !costsNothing)
            context.Tally.Say(FidelityKind.Dropped, stores.Table, row, "marginal_cost", "", "a store has no value of its level", warns: true);

        // Nothing can move faster than the whole volume in the shortest period.
        double rate = Math.Min(volume / context.Times.Hours.Where(h => h > 0).DefaultIfEmpty(1).Min(), ForeignFigure.Greatest);
        string id = context.AssetId(stores, row, "store");
        string place = stores.Table.Place(row);
        string carrier = stores.Text(row, "carrier");
        context.Storages.Add(new Storage
        {
            Id = id,
            Name = stores.Table.Names[row],
            Node = bus.Id,
            Kind = bus.IsElectric ? StorageKind.Battery : StorageKind.Other,
            WorkingVolume = PyPsaUnits.MegawattHours(volume),
            MaxInjection = PyPsaUnits.Megawatts(rate),
            MaxWithdrawal = PyPsaUnits.Megawatts(rate),
            StandingLoss = loss,
            MinLevel = least > 0 && volume > 0 ? least * capacity.Stated / volume : null,
            FirstLevel = isCyclic ? null : share,
            LastLevel = isCyclic ? null : Math.Max(0, volume > 0 ? least * capacity.Stated / volume : 0),
            AmountUnit = PyPsaUnits.Energy,
            RateUnit = PyPsaUnits.Power,
            Status = stores.Flag(row, "active") ? AssetStatus.Operating : AssetStatus.Suspended,
            Source = PyPsaContext.Source,
            Note = carrier.Length == 0 ? place : $"{place}, carrier {carrier}",
        });
        context.Tally.Report.Defaulted("stores", "", "storages.max_injection and max_withdrawal", "a store has no rates; the volume in the shortest period is taken, which never binds", stores.Table.Names[row]);
        if (volume > 0)
            capacity.Expand(id, rate / capacity.Stated);
        else
            capacity.CannotExpand("a store without volume is not expanded");
        if (capacity.IsExtendable && !isCyclic && first != 0)
            context.Tally.Say(FidelityKind.Approximated, stores.Table, row, "e_initial", "storages.first_level", "the first level grows with the capacity chosen", warns: true);
    }

    private static double Bound(PyPsaContext context, PyPsaComponents stores, int row, string attribute, string target, Func<PyPsaFigure, double> choose, string note)
    {
        PyPsaFigure figure = context.Figure(stores, row, attribute);
        if (figure.Series is not null && figure.Least < figure.Greatest)
            context.Tally.Say(FidelityKind.Approximated, stores.Table, row, attribute + " (series)", target, note, warns: true);
        return choose(figure);
    }
}
