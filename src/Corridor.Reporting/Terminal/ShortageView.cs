using Corridor.Model;
using Corridor.Model.Schema;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Reporting.Summaries;
using Corridor.Studies.Explanation;
using Corridor.Studies.Infeasibility;

namespace Corridor.Reporting.Terminal;

/// <summary>Who goes short in a zone and why, or how far it is from that, on the screen.</summary>
public static class ShortageView
{
    private const int MostLimits = 8;
    private const int MostWhenServed = 4;

    /// <summary>Writes an explanation.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="shortage">The explanation.</param>
    /// <param name="system">The package, for names and sources.</param>
    /// <param name="horizon">The horizon of the run.</param>
    public static void Write(Screen screen, ShortageExplanation shortage, EnergySystem system, Horizon horizon)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(shortage);
        var names = new ExplanationNames(system, horizon);
        int count = shortage.Carriers.Count(c => c.IsShort);
        screen.Write($"{names.Zone(shortage.Zone)} ({shortage.Zone}), {names.Period(shortage.Period)}", TextStyle.Heading);
        if (shortage.Carriers.Count == 0)
            screen.Write("Nothing is demanded there on this date.");
        else if (count == 0)
            screen.Write("Nothing is short there on this date.", TextStyle.Good);
        foreach (CarrierShortage carrier in shortage.Carriers)
        {
            screen.Line();
            Write(screen, carrier, system, names);
        }

        names.WriteSources(screen);
    }

    private static void Write(Screen screen, CarrierShortage carrier, EnergySystem system, ExplanationNames names)
    {
        string name = names.Carrier(carrier.Carrier);
        if (carrier.IsShort)
        {
            screen.Write($"{name}: short by {NumberText.Of(carrier.Curtailed)} of {names.Rate(carrier.Demand, carrier.Carrier)}.", TextStyle.Bad, 2);
            foreach (SectorShortage sector in carrier.Sectors.Where(s => s.Curtailed > 1e-6 * carrier.Demand))
                screen.Write($"  {SnakeCase.From(sector.Sector.ToString()).Replace('_', ' ')}{(sector.Protected ? ", protected" : "")}: {NumberText.Of(sector.Curtailed)} of {names.Rate(sector.Demand, carrier.Carrier)}");
        }
        else
        {
            screen.Write($"{name}: all {names.Rate(carrier.Demand, carrier.Carrier)} served{(carrier.GivenUp > 1e-3 * carrier.Demand ? $", but for {names.Rate(carrier.GivenUp, carrier.Carrier)} given up for its price" : "")}.");
        }

        string margin = double.IsNaN(carrier.Margin) ? "  How much more could be served was not computed." : carrier.MarginIsOpen
            ? $"  At least ten times the demand could be served."
            : carrier.Margin <= 0 ? "  No more can be brought there in this period, at any cost, without taking it from others."
            : carrier.IsShort ? $"  {names.Rate(carrier.Margin, carrier.Carrier)} more could be brought there, but at a higher cost than curtailment has, or it is kept for later periods."
            : $"  Margin: {names.Rate(carrier.Margin, carrier.Carrier)} more ({NumberText.Of(100 * carrier.Margin / carrier.Demand)} %) could be served in this period alone.";
        screen.Write(margin, indent: 2);
        Limits(screen, carrier, system, names);
        foreach (ShortageMeasure measure in carrier.Measures)
        {
            string state = measure.Available <= 0 ? "not available in this period (lead time or duration)"
                : $"{NumberText.Of(measure.Used < 1e-5 * measure.Available ? 0 : measure.Used)} of {names.Rate(measure.Available, carrier.Carrier)}{(measure.Used >= 0.999 * measure.Available ? ", exhausted" : "")}";
            screen.Write($"  Measure {names.Of(measure.Id)}: {state}.", indent: 4);
        }
    }

    private static void Limits(Screen screen, CarrierShortage carrier, EnergySystem system, ExplanationNames names)
    {
        if (carrier.Limits.Count == 0)
            return;
        screen.Write(carrier.IsShort ? "  What stands in the way; the first helps most:" : "  What would stand in the way first:");
        TextTable table = new TextTable().Text("    limit", 62).Number("one unit gives").Number("saves").Text("");
        int most = carrier.IsShort ? MostLimits : MostWhenServed;
        foreach (ShortageLimit limit in carrier.Limits.Take(most))
        {
            (double value, string unit) = Value(limit, system, names);
            table.Row($"    {Words(limit.Kind)} {names.Of(limit.Element)}", NumberText.Of(limit.Gain), value > 1e-3 ? NumberText.Of(value) : "0", value > 1e-3 ? unit : "");
        }

        table.Write(screen);
        if (carrier.Limits.Count > most)
            screen.Write($"    and {carrier.Limits.Count - most} more", TextStyle.Quiet);
    }

    private static (double Value, string Unit) Value(ShortageLimit limit, EnergySystem system, ExplanationNames names)
    {
        if (limit.Quantity == QuantityKind.Carrier && names.Units.TryGetValue(limit.Of, out DisplayUnit? unit))
            return (limit.Value * unit.PricePerAccount, UnitText.Price(unit.Price.Symbol));
        if (limit.Quantity == QuantityKind.Activity && system.Converters.FirstOrDefault(c => c.Id == limit.Of) is { } converter && Currency.TryParse(system.Description.Currency, out Currency currency, out _))
        {
            var of = DisplayUnit.For(converter.ReferenceUnit, currency);
            return (limit.Value * of.PricePerAccount, UnitText.Price(of.Price.Symbol));
        }

        return (limit.Value, "");
    }

    private static string Words(LimitKind kind) => kind switch
    {
        LimitKind.Route or LimitKind.ContractOnly or LimitKind.PowerFlow or LimitKind.AngleLimit => "route",
        LimitKind.SupplyMaximum or LimitKind.SupplyMinimum => "supply",
        LimitKind.SupplyAnnual => "yearly limit of supply",
        LimitKind.ConverterMaximum or LimitKind.ConverterMinimum => "converter",
        LimitKind.ConverterAnnual => "yearly limit of converter",
        LimitKind.StorageRate => "rate of storage",
        LimitKind.StorageLeast or LimitKind.StorageLast => "least level of storage",
        LimitKind.StorageMost or LimitKind.StorageFirst => "level of storage",
        LimitKind.ContractAnnualMaximum => "annual maximum of contract",
        LimitKind.ContractMaximum or LimitKind.ContractMinimum => "contract",
        LimitKind.Channel => "payment channel",
        LimitKind.Fleet => "fleet",
        LimitKind.Measure => "measure",
        LimitKind.CapacityLeast or LimitKind.CapacityMost => "capacity of",
        LimitKind.FirmDemand => "demand",
        _ => "rule",
    };
}
