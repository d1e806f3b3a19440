using System.Globalization;
using Corridor.Model.Network;
using Corridor.Model.Time;
using Corridor.Model.Units;

namespace Corridor.Data.Packages.Validation;

/// <summary>Capacities that can be chosen, periods that make a horizon, and costs that rise in one way.</summary>
internal static class ExpansionChecks
{
    internal static void Expansions(ValidationContext context)
    {
        for (int i = 0; i < context.System.Expansions.Count; i++)
        {
            Expansion row = context.System.Expansions[i];
            if (context.FindAsset(row.Asset) is not { } asset)
                continue;
            void Refuse(string column, string message) => context.Report(ValidationFindings.ExpansionUnusable, "expansions", i, column, message);
            if (asset.Table.Name == "demands")
                Refuse("asset", $"'{row.Asset}' is a demand: what it takes cannot be chosen.");
            else if (!(StatedOf(context, row.Asset) > 0))
                Refuse("asset", $"'{row.Asset}' states {(asset.Table.Name == "storages" ? "no largest withdrawal" : "no capacity")} above zero, with which its limits could scale.");
            if (row.RateUnit is null && row.Cost is not null and not 0)
                Refuse("rate_unit", "The cost is for a unit of capacity; rate_unit must say which.");
            if (row.Cost < 0 && row.CapacityMax is null)
                Refuse("capacity_max", "The cost is below zero: without capacity_max more would always be better.");
            if (row is { CapacityMin: { } least, CapacityMax: { } most } && least.Value > most.Value)
                context.Report(ValidationFindings.LimitsReversed, "expansions", i, "capacity_min", string.Create(CultureInfo.InvariantCulture, $"capacity_min, {least.Value}, is above capacity_max, {most.Value}."));
        }
    }

    internal static void Periods(ValidationContext context)
    {
        DateTime? before = null;
        for (int i = 0; i < context.System.Periods.Count; i++)
        {
            PeriodRow row = context.System.Periods[i];
            if (!PeriodRow.TryParseStart(row.Start, out DateTime start))
                context.Report(ValidationFindings.PeriodOrder, "periods", i, "start", "It is no instant.");
            else if (start <= before)
                context.Report(ValidationFindings.PeriodOrder, "periods", i, "start", "It is not later than the one before.");
            else if (!(row.Hours > 0))
                context.Report(ValidationFindings.PeriodOrder, "periods", i, "hours", "It stands for no hours.");
            else if (Horizon.Of([context.System.Periods[0], row]) is null && i > 0)
                context.Report(ValidationFindings.PeriodOrder, "periods", i, "start", "The periods span more than a hundred years.");
            else
                before = start;
        }
    }

    internal static void CostSlopes(ValidationContext context)
    {
        HashSet<string> stepped = [.. context.System.SupplySteps.Select(s => s.Supply)];
        for (int i = 0; i < context.System.Supplies.Count; i++)
        {
            if (context.System.Supplies[i].CostSlope is { Value: > 0 } && stepped.Contains(context.System.Supplies[i].Id))
                context.Report(ValidationFindings.TwoCosts, "supplies", i, "cost_slope", "Its steps stand in supply_steps.");
        }
    }

    /// <summary>What the rates of an asset are converted with; null where it is not known.</summary>
    internal static CarrierBasis? BasisOf(ValidationContext context, string asset)
    {
        if (context.Find<Converter>("converters", asset) is { } converter)
            return new CarrierBasis("activity of " + converter.Id, converter.ReferenceUnit);
        string? node = context.Find<Supply>("supplies", asset)?.Node ?? context.Find<Storage>("storages", asset)?.Node ?? context.FindArc(asset)?.From;
        return context.BasisOf(context.CarrierOfNode(node));
    }

    private static double? StatedOf(ValidationContext context, string asset) =>
        context.Find<Supply>("supplies", asset)?.Capacity.Value
        ?? context.Find<Pipeline>("pipelines", asset)?.Capacity.Value
        ?? context.Find<PowerLine>("power_lines", asset)?.Rating.InMegawatts()
        ?? context.Find<Transport>("transports", asset)?.Capacity.Value
        ?? context.Find<Storage>("storages", asset)?.MaxWithdrawal.Value
        ?? context.Find<Converter>("converters", asset)?.Capacity.Value;
}
