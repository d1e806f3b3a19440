using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>What is assumed of a carrier so that a package of lines and terminals can be dispatched: the trackers state none of it.</summary>
internal sealed record GemAssumption
{
    private const string Heat = "assumed: one quality for the whole system";

    /// <summary>The carrier.</summary>
    internal required Carrier Carrier { get; init; }

    /// <summary>What is taken where a capacity is not stated and no other row states one.</summary>
    internal required Rate Capacity { get; init; }

    /// <summary>Marginal cost of a supply.</summary>
    internal required UnitPrice SupplyCost { get; init; }

    /// <summary>Cost of not serving a demand.</summary>
    internal required UnitPrice CurtailmentCost { get; init; }

    /// <summary>Charge of a line for a unit and 100 km, or handling of a terminal for a unit.</summary>
    internal required UnitPrice Charge { get; init; }

    /// <summary>Unit of yearly volumes.</summary>
    internal required AmountUnit Amount { get; init; }

    /// <summary>How the carrier is accounted.</summary>
    internal CarrierBasis Account => new(Carrier.Id, Carrier.Unit, Gross(Carrier), null, Carrier.BarrelsPerTonne);

    /// <summary>Natural gas.</summary>
    internal static GemAssumption Gas { get; } = Of("gas", "Natural gas", CarrierKind.Gas, "mcm@20C", 37.3, 33.6, "MJ/m3@20C", null, 56.1, "5 bcm@15C/year", "60 USD/kcm@15C", "1000 USD/kcm@15C", "1 USD/kcm@15C/100km", "bcm@15C");

    /// <summary>Hydrogen.</summary>
    internal static GemAssumption Hydrogen { get; } = Of("hydrogen", "Hydrogen", CarrierKind.Hydrogen, "mcm@20C", 11.9, 10.0, "MJ/m3@20C", null, 0, "5 bcm@15C/year", "200 USD/kcm@15C", "2000 USD/kcm@15C", "2 USD/kcm@15C/100km", "bcm@15C");

    /// <summary>Crude oil.</summary>
    internal static GemAssumption Oil { get; } = Of("crude", "Crude oil and condensate", CarrierKind.Crude, "kt", 44.8, 42, "MJ/kg", 7.33, 73.3, "100000 bbl/d", "30 USD/bbl", "300 USD/bbl", "0.2 USD/bbl/100km", "MMbbl");

    /// <summary>Natural gas liquids.</summary>
    internal static GemAssumption Ngl { get; } = Of("ngl", "Natural gas liquids", CarrierKind.Other, "kt", 49, 45.5, "MJ/kg", 11.6, 64.2, "50000 bbl/d", "20 USD/bbl", "300 USD/bbl", "0.2 USD/bbl/100km", "MMbbl");

    /// <summary>Liquefied natural gas.</summary>
    internal static GemAssumption Lng { get; } = Of("lng", "Liquefied natural gas", CarrierKind.Lng, "kt", 54.4, 49, "MJ/kg", null, 56.1, "3 Mt/year", "400 USD/t", "400 USD/t", "20 USD/t", "Mt");

    /// <summary>Coal.</summary>
    internal static GemAssumption Coal { get; } = Of("coal", "Coal", CarrierKind.Coal, "kt", 25, 24, "MJ/kg", null, 95, "5 Mt/year", "100 USD/t", "400 USD/t", "5 USD/t", "Mt");

    /// <summary>The assumptions for a fuel.</summary>
    internal static GemAssumption Of(GemFuel fuel) => fuel switch
    {
        GemFuel.Gas => Gas,
        GemFuel.Hydrogen => Hydrogen,
        GemFuel.Oil => Oil,
        GemFuel.Ngl => Ngl,
        GemFuel.Lng => Lng,
        _ => Coal,
    };

    private static GemAssumption Of(string id, string name, CarrierKind kind, string unit, double gross, double net, string heatUnit, double? barrels, double co2, string capacity, string supply, string curtailment, string charge, string amount) => new()
    {
        Carrier = new Carrier
        {
            Id = id,
            Name = name,
            Kind = kind,
            Unit = AmountUnit.Parse(unit),
            GrossHeatingValue = gross,
            NetHeatingValue = net,
            HeatingValueUnit = heatUnit,
            BarrelsPerTonne = barrels,
            Co2PerNetEnergy = co2,
            Basis = Basis.Assumed,
            Note = Heat,
        },
        Capacity = new Rate(Number(capacity), RateUnit.Parse(Word(capacity))),
        SupplyCost = Price(supply),
        CurtailmentCost = Price(curtailment),
        Charge = Price(charge),
        Amount = AmountUnit.Parse(amount),
    };

    private static HeatingValue? Gross(Carrier carrier) =>
        carrier.GrossHeatingValue is { } value && HeatingValueUnit.TryParse(carrier.HeatingValueUnit, out HeatingValueUnit? unit, out _) ? new HeatingValue(value, unit, HeatingBasis.Gross) : null;

    private static UnitPrice Price(string text) => new(Number(text), PriceUnit.Parse(Word(text)));

    private static double Number(string text) => double.Parse(text.AsSpan(0, text.IndexOf(' ', StringComparison.Ordinal)), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);

    private static string Word(string text) => text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
