using Corridor.Model.Network;

namespace Corridor.Data.Formats.PyPsa.Writing;

/// <summary>Writes storages as storage units, and those that give nothing or always keep something as stores.</summary>
internal static class PyPsaStorageWriter
{
    private const string Storages = "storages";

    /// <summary>Writes the storages.</summary>
    public static void Write(PyPsaExport export)
    {
        foreach (Storage storage in export.System.Storages)
        {
            double volume = export.Scale.Amount(storage.Node, storage.WorkingVolume, "storages.working_volume");
            double give = export.Scale.Rate(storage.Node, storage.MaxWithdrawal, "storages.max_withdrawal");
            double take = export.Scale.Rate(storage.Node, storage.MaxInjection, "storages.max_injection");
            bool isUnit = give > 0 && storage.MinLevel is null or 0;
            PyPsaSheet sheet = export.Begin(isUnit ? "storage_units" : "stores", storage, storage.Status, storage.Start, storage.End, Storages);
            sheet.Set("bus", export.Buses.GetValueOrDefault(storage.Node));
            double hourly = storage.StandingLoss is { } daily ? 1 - Math.Pow(1 - daily, 1.0 / 24) : 0;
            if (hourly > 0)
                sheet.Set("standing_loss", hourly);
            bool isCyclic = storage.FirstLevel is null;
            if (isUnit)
                Unit(export, sheet, storage, volume, give, take, isCyclic);
            else
                Store(export, sheet, storage, volume, give, isCyclic);
            export.Report.Approximated(Storages, "kind", "", "the format has no kinds of storages", storage.Id);
            export.Report.Dropped(Storages, "last_level", "the format has no level to end at", storage.Id, storage.LastLevel is > 0 || (!isCyclic && storage.LastLevel is null) ? 1 : 0);
            export.Report.Dropped(Storages, "injection_cost", "the format has no cost of injection", storage.Id, storage.InjectionCost is null ? 0 : 1);
        }

        export.Report.Dropped("storage_curves", "", "rates do not follow the level in the format", null, export.System.StorageCurves.Count);
    }

    private static void Unit(PyPsaExport export, PyPsaSheet sheet, Storage storage, double volume, double give, double take, bool isCyclic)
    {
        export.Capacity(sheet, storage.Id, "p_nom", give, r => export.Scale.Rate(storage.Node, r, "expansions"));
        sheet.Set("max_hours", volume / give);
        sheet.Set("p_min_pu", -take / give);
        sheet.Set("efficiency_store", 1 - (storage.InjectionLoss ?? 0));
        sheet.Set("efficiency_dispatch", 1 - (storage.WithdrawalLoss ?? 0));
        if (storage.WithdrawalCost is { } cost)
            sheet.Set("marginal_cost", export.Scale.Price(storage.Node, cost, "storages.withdrawal_cost"));
        sheet.Set("cyclic_state_of_charge", isCyclic);
        if (!isCyclic)
            sheet.Set("state_of_charge_initial", storage.FirstLevel!.Value * volume);
    }

    private static void Store(PyPsaExport export, PyPsaSheet sheet, Storage storage, double volume, double give, bool isCyclic)
    {
        export.Capacity(sheet, storage.Id, "e_nom", volume, r => export.Scale.Rate(storage.Node, r, "expansions"), give > 0 ? volume / give : 1);
        sheet.Set("e_cyclic", isCyclic);
        if (storage.MinLevel is > 0)
            sheet.Set("e_min_pu", storage.MinLevel);
        if (!isCyclic)
            sheet.Set("e_initial", storage.FirstLevel!.Value * volume);
        export.Report.Approximated(Storages, "max_injection and max_withdrawal", "stores", "a store has no rates and no losses of going in and out", storage.Id);
    }
}
