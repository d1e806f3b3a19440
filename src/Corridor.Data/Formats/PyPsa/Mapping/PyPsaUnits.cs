using Corridor.Model.Units;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>The units of the format; it names no currency.</summary>
internal static class PyPsaUnits
{
    /// <summary>Currency taken, since the format states none.</summary>
    internal const string CurrencyCode = "EUR";

    /// <summary>Energy.</summary>
    internal static AmountUnit Energy { get; } = AmountUnit.Parse("MWh");

    /// <summary>Unit in which the carriers are balanced.</summary>
    internal static AmountUnit Account { get; } = AmountUnit.Parse("GWh");

    /// <summary>Power.</summary>
    internal static RateUnit Power { get; } = RateUnit.Parse("MW");

    /// <summary>Price of energy.</summary>
    internal static PriceUnit Price { get; } = PriceUnit.Parse(CurrencyCode + "/MWh");

    /// <summary>Hours of a year of 365 days, which annual volumes are stated for.</summary>
    internal const double YearHours = 8760;

    internal static Rate Megawatts(double value) => new(value, Power);

    internal static Amount MegawattHours(double value) => new(value, Energy);

    internal static UnitPrice PerMegawattHour(double value) => new(value, Price);
}
