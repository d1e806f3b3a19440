using System.Globalization;
using System.Text;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>A capacity as printed, and as a rate.</summary>
/// <param name="Printed">The figure as printed.</param>
/// <param name="Unit">Its unit as printed.</param>
/// <param name="Rate">The rate.</param>
/// <param name="Conversion">How it was converted; null where the figure is the same.</param>
/// <param name="IsVolume">Whether it is a gas volume whose reference temperature was not stated.</param>
internal sealed record GemCapacity(string Printed, string Unit, Rate Rate, string? Conversion, bool IsVolume)
{
    // A cubic foot is 0.028316846592 m³ (NIST SP 811); the gas industry of the United States measures at 60 °F.
    private const double CubicFoot = 0.028316846592 * 288.15 / 288.70555555555555;
    private const string CubicFootNote = "a cubic foot at 60 °F is 0.0282624 m³ at 15 °C";
    private const string OilNote = "a barrel of oil equivalent taken as a barrel";

    private static readonly RateUnit YearlyBcm = RateUnit.Parse("bcm@15C/year");
    private static readonly RateUnit DailyMcm = RateUnit.Parse("mcm@15C/d");
    private static readonly RateUnit YearlyMt = RateUnit.Parse("Mt/year");
    private static readonly RateUnit DailyBarrels = RateUnit.Parse("bbl/d");
    private static readonly RateUnit DailyCubicMetres = RateUnit.Parse("m3_liquid/d");
    private static readonly RateUnit DailyGigawattHours = RateUnit.Parse("GWh_gross/d");
    private static readonly RateUnit DailyTerajoules = RateUnit.Parse("TJ_gross/d");
    private static readonly RateUnit DailyMmbtu = RateUnit.Parse("MMBtu_gross/d");

    private static readonly (string Unit, string Names)[] Table =
    [
        ("bcm/y", "bcm/y bcm/yr bcm/year bcm/a bcmy bcma bcm billioncubicmeters/year billioncubicmeters/annum billionm3/year"),
        ("bcm/d", "bcm/d bcm/day billioncubicmeters/day"),
        ("mcm/d", "mcm/d mcm/day mcmd mmcm/d mmcmd mmscm/d mmscmd millioncubicmeters/day millionm3/day millionm3/d"),
        ("mcm/y", "mcm/y mcm/yr mcm/year millioncubicmeters/year millionm3/year millionm3/y"),
        ("kcm/d", "kcm/d kcm/day thousandcubicmeters/day thousandm3/day thousandm3/d 1000m3/d"),
        ("kcm/h", "kcm/h kcm/hour thousandcubicmeters/hour thousandm3/hour thousandm3/h 1000m3/h"),
        ("cm/d", "m3/d m3/day cubicmeters/day"),
        ("cm/h", "m3/h m3/hour cubicmeters/hour"),
        ("mmcf/d", "mmcf/d mmcf/day mmcfd mmscf/d mmscfd millioncubicfeet/day"),
        ("kcf/d", "mcf/d mcf/day mcfd mscf/d mscfd thousandcubicfeet/day"),
        ("bcf/d", "bcf/d bcf/day bcfd billioncubicfeet/day"),
        ("bcf/y", "bcf/y bcf/yr bcf/year bcfy billioncubicfeet/year"),
        ("mt/y", "mtpa mt/y mt/yr mt/year mt/a mta mmtpa mmt/y milliontonnes/year milliontonnes/annum"),
        ("mt", "mt milliontonnes"),
        ("bbl/d", "bpd b/d bbl/d bbl/day bblpd barrels/day"),
        ("kbbl/d", "kbpd kb/d kbbl/d thousandbarrels/day"),
        ("mmbbl/d", "mmbpd mmbbl/d millionbarrels/day"),
        ("boe/d", "boed boe/d boe/day boepd barrelsofoilequivalent/day"),
        ("gwh/d", "gwh/d gwh/day"),
        ("tj/d", "tj/d tj/day"),
        ("mmbtu/d", "mmbtu/d mmbtu/day"),
    ];

    private static readonly Dictionary<string, string> Spellings = Spell();

    /// <summary>The unit in which capacities of a fuel are stated where a file does not say it.</summary>
    internal static string UsualUnit(GemFuel fuel) => fuel switch
    {
        GemFuel.Gas or GemFuel.Hydrogen => "bcm/y",
        GemFuel.Lng or GemFuel.Coal => "mtpa",
        _ => "boe/d",
    };

    /// <summary>Reads a capacity; null where the figure is no single number ≥ 0 or the unit is not known.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="fuel">Whose capacity.</param>
    internal static GemCapacity? Read(string figure, string unit, GemFuel fuel)
    {
        if (NumberOf(figure) is not { } number || UnitOf(Plain(unit), fuel) is not { } to)
            return null;
        bool isVolume = to.Unit == YearlyBcm || to.Unit == DailyMcm;
        return new GemCapacity(figure, unit, new Rate(number * to.Factor, to.Unit), to.Note, isVolume);
    }

    /// <summary>Whether a unit is known for a fuel.</summary>
    internal static bool IsKnown(string unit, GemFuel fuel) => UnitOf(Plain(unit), fuel) is not null;

    /// <summary>A number ≥ 0 with a decimal point, and perhaps commas between thousands; null where it is none.</summary>
    internal static double? NumberOf(string text)
    {
        string plain = IsGrouped(text) ? text.Replace(",", "", StringComparison.Ordinal) : text;
        return double.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) && number is >= 0 and < 1e12 ? number : null;
    }

    private static (RateUnit Unit, double Factor, string? Note)? UnitOf(string unit, GemFuel fuel) => fuel switch
    {
        GemFuel.Gas or GemFuel.Hydrogen => GasUnitOf(unit),
        GemFuel.Lng => unit is "bcm/y" ? (YearlyBcm, 1, null) : unit is "mt/y" ? (YearlyMt, 1, null) : GasUnitOf(unit),
        GemFuel.Coal => unit is "mt/y" or "mt" ? (YearlyMt, 1, null) : null,
        _ => OilUnitOf(unit),
    };

    private static (RateUnit Unit, double Factor, string? Note)? GasUnitOf(string unit) => unit switch
    {
        "bcm/y" => (YearlyBcm, 1, null),
        "bcm/d" => (DailyMcm, 1e3, "thousand million m³ a day"),
        "mcm/d" => (DailyMcm, 1, null),
        "mcm/y" => (YearlyBcm, 1e-3, "million m³ a year"),
        "kcm/d" => (DailyMcm, 1e-3, "thousand m³ a day"),
        "kcm/h" => (DailyMcm, 24e-3, "thousand m³ an hour, 24 hours a day"),
        "cm/d" => (DailyMcm, 1e-6, "m³ a day"),
        "cm/h" => (DailyMcm, 24e-6, "m³ an hour, 24 hours a day"),
        "mmcf/d" => (DailyMcm, CubicFoot, CubicFootNote),
        "kcf/d" => (DailyMcm, CubicFoot * 1e-3, CubicFootNote),
        "bcf/d" => (DailyMcm, CubicFoot * 1e3, CubicFootNote),
        "bcf/y" => (YearlyBcm, CubicFoot, CubicFootNote),
        "gwh/d" => (DailyGigawattHours, 1, null),
        "tj/d" => (DailyTerajoules, 1, null),
        "mmbtu/d" => (DailyMmbtu, 1, null),
        "boe/d" => (DailyMmbtu, 5.8, "a barrel of oil equivalent is 5.8 million Btu gross"),
        _ => null,
    };

    private static (RateUnit Unit, double Factor, string? Note)? OilUnitOf(string unit) => unit switch
    {
        "bbl/d" => (DailyBarrels, 1, null),
        "boe/d" => (DailyBarrels, 1, OilNote),
        "kbbl/d" => (DailyBarrels, 1e3, "thousand barrels a day"),
        "mmbbl/d" => (DailyBarrels, 1e6, "million barrels a day"),
        "mt/y" => (YearlyMt, 1, null),
        "cm/d" => (DailyCubicMetres, 1, null),
        "kcm/d" => (DailyCubicMetres, 1e3, "thousand m³ a day"),
        _ => null,
    };

    /// <summary>One spelling for the many of a unit; empty for one that is not known.</summary>
    private static string Plain(string unit)
    {
        string text = unit.Trim().ToLowerInvariant();
        int of = text.IndexOf(" of ", StringComparison.Ordinal);
        if (of >= 0 && !text.Contains("of oil", StringComparison.Ordinal))
            text = text[..of];
        var plain = new StringBuilder(text);
        plain.Replace("³", "3").Replace(".", "").Replace(" per ", "/").Replace("metres", "meters").Replace("tons", "tonnes").Replace("standard ", "").Replace("metric ", "").Replace(" ", "");
        return Spellings.GetValueOrDefault(plain.ToString(), "");
    }

    private static Dictionary<string, string> Spell()
    {
        var spellings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string unit, string names) in Table)
        {
            foreach (string name in names.Split(' '))
                spellings.Add(name, unit);
        }

        return spellings;
    }

    private static bool IsGrouped(string text)
    {
        string[] groups = text.Split('.')[0].Split(',');
        return groups.Length > 1 && groups[0].Trim().Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3 && g.All(char.IsAsciiDigit));
    }
}
