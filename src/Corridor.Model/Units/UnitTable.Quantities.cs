namespace Corridor.Model.Units;

/// <content>Mass, gas volume, liquid volume; barrels per tonne by product.</content>
public static partial class UnitTable
{
    private const double ZeroCelsius = 273.15;

    // 42 US gallons of 231 cubic inches of 2.54 cm, exactly.
    private const double CubicMetrePerBarrel = 0.158987294928;
    private const string StatisticalReview = "BP (now Energy Institute), Statistical Review of World Energy, approximate conversion factors (July 2021)";

    /// <summary>
    /// Usual barrels per tonne by product, for a carrier whose own density is not known; bbl/t. A carrier's own figure, with its
    /// source, is always better.
    /// </summary>
    public static IReadOnlyList<BarrelsPerTonne> TypicalBarrelsPerTonne { get; } =
    [
        new("crude", 7.33, StatisticalReview, "world average"),
        new("lpg", 11.60, StatisticalReview, "liquefied petroleum gas"),
        new("gasoline", 8.35, StatisticalReview, ""),
        new("kerosene", 7.88, StatisticalReview, "jet fuel"),
        new("diesel", 7.46, StatisticalReview, "gas oil"),
        new("fuel_oil", 6.35, StatisticalReview, "residual fuel oil"),
        new("products", 8.058, StatisticalReview, "basket of products"),
    ];

    /// <summary>The absolute temperature of reference conditions, K.</summary>
    /// <param name="reference">One of the three reference conditions.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not one of the three.</exception>
    public static double Kelvin(ReferenceConditions reference) =>
        Enum.IsDefined(reference) ? (int)reference + ZeroCelsius : throw new ArgumentOutOfRangeException(nameof(reference), reference, "Gas volumes are stated at 0, 15 or 20 °C.");

    private static Unit[] Quantities() =>
    [
        new("kt", Dimension.Mass, 1, 0, Si, "canonical; thousand tonnes"),
        new("kg", Dimension.Mass, 1e-6, 0, Si, ""),
        new("t", Dimension.Mass, 1e-3, 0, Si, "tonne, 1000 kg", "tonne", "tonnes"),
        new("Mt", Dimension.Mass, 1e3, 0, Si, "million tonnes"),
        new("Gt", Dimension.Mass, 1e6, 0, Si, "thousand million tonnes"),
        new("lb", Dimension.Mass, 4.5359237e-7, 0, Nist, "pound, 0.45359237 kg exactly"),
        new("short_ton", Dimension.Mass, 9.0718474e-4, 0, Nist, "2000 lb"),
        new("long_ton", Dimension.Mass, 1.0160469088e-3, 0, Nist, "2240 lb"),

        GasUnit("mcm", 1, ReferenceConditions.At20C, "canonical; million m³ at 20 °C", "Mm3"),
        GasUnit("m3", 1e-6, ReferenceConditions.At20C, "", "cm"),
        GasUnit("kcm", 1e-3, ReferenceConditions.At20C, "thousand m³"),
        GasUnit("bcm", 1e3, ReferenceConditions.At20C, "thousand million m³", "Gm3"),
        GasUnit("m3", 1e-6, ReferenceConditions.At15C, "× 293.15/288.15", "cm"),
        GasUnit("kcm", 1e-3, ReferenceConditions.At15C, "× 293.15/288.15"),
        GasUnit("mcm", 1, ReferenceConditions.At15C, "× 293.15/288.15", "Mm3"),
        GasUnit("bcm", 1e3, ReferenceConditions.At15C, "× 293.15/288.15", "Gm3"),
        GasUnit("m3", 1e-6, ReferenceConditions.At0C, "× 293.15/273.15", "cm"),
        GasUnit("kcm", 1e-3, ReferenceConditions.At0C, "× 293.15/273.15"),
        GasUnit("mcm", 1, ReferenceConditions.At0C, "× 293.15/273.15", "Mm3"),
        GasUnit("bcm", 1e3, ReferenceConditions.At0C, "× 293.15/273.15", "Gm3"),
        new("Sm3", Dimension.GasVolume, 1e-6 * GasRatio(ReferenceConditions.At15C), 0, Gas, "standard cubic metre = m3@15C") { Reference = ReferenceConditions.At15C },
        new("Nm3", Dimension.GasVolume, 1e-6 * GasRatio(ReferenceConditions.At0C), 0, Gas, "normal cubic metre = m3@0C") { Reference = ReferenceConditions.At0C },

        new("kb", Dimension.LiquidVolume, 1, 0, Nist, "canonical; thousand barrels", "kbbl"),
        new("bbl", Dimension.LiquidVolume, 1e-3, 0, Nist, "barrel of 42 US gallons, 0.158987294928 m³", "barrel", "barrels"),
        new("MMbbl", Dimension.LiquidVolume, 1e3, 0, Nist, "million barrels", "mmbbl", "mb"),
        new("m3_liquid", Dimension.LiquidVolume, 1e-3 / CubicMetrePerBarrel, 0, Nist, "cubic metre of liquid"),
        new("L", Dimension.LiquidVolume, 1e-6 / CubicMetrePerBarrel, 0, Nist, "litre", "litre", "litres"),
        new("gal_US", Dimension.LiquidVolume, 1e-3 / 42, 0, Nist, "US gallon, 1/42 barrel"),
    ];

    /// <summary>Volume at 20 °C of what is one volume at the reference: T(20 °C) / T(reference), at equal pressure.</summary>
    private static double GasRatio(ReferenceConditions reference) => Kelvin(ReferenceConditions.At20C) / Kelvin(reference);

    private static Unit GasUnit(string prefix, double millions, ReferenceConditions reference, string note, params string[] aliasPrefixes)
    {
        string at = reference switch { ReferenceConditions.At0C => "@0C", ReferenceConditions.At15C => "@15C", _ => "@20C" };
        string source = reference == ReferenceConditions.At20C ? Gost : Gas;
        return new(prefix + at, Dimension.GasVolume, millions * GasRatio(reference), 0, source, note, [.. aliasPrefixes.Select(p => p + at)]) { Reference = reference };
    }
}
