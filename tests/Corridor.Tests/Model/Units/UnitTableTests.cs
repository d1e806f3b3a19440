using System.Globalization;
using Corridor.Model.Units;

namespace Corridor.Tests.Model.Units;

/// <summary>Every factor against a value written down independently of the table's own arithmetic.</summary>
public class UnitTableTests
{
    // symbol, value of one unit in the canonical unit of its dimension, canonical symbol
    private static readonly (string Symbol, double One, string Canonical)[] Expected =
    [
        ("km", 1, "km"), ("m", 0.001, "km"), ("cm_length", 0.00001, "km"), ("mm", 0.000001, "km"), ("um", 1e-9, "km"),
        ("in", 0.0000254, "km"), ("mi", 1.609344, "km"), ("nmi", 1.852, "km"),
        ("bar_abs", 1, "bar_abs"), ("bar_gauge", 2.01325, "bar_abs"), ("MPa_abs", 10, "bar_abs"), ("MPa_gauge", 11.01325, "bar_abs"),
        ("kPa", 0.01, "bar_abs"), ("Pa", 0.00001, "bar_abs"), ("psi_a", 0.0689475729, "bar_abs"), ("psi_g", 1.0821975729, "bar_abs"),
        ("atm", 1.01325, "bar_abs"), ("at", 0.980665, "bar_abs"), ("at_gauge", 1.993915, "bar_abs"),
        ("K", 1, "K"), ("°C", 274.15, "K"), ("°F", 255.92777777777778, "K"),
        ("GWh", 1, "GWh"), ("Wh", 1e-9, "GWh"), ("kWh", 1e-6, "GWh"), ("MWh", 0.001, "GWh"), ("TWh", 1000, "GWh"),
        ("kJ", 2.7777777777777778e-10, "GWh"), ("MJ", 2.7777777777777778e-7, "GWh"), ("GJ", 2.7777777777777778e-4, "GWh"),
        ("TJ", 0.27777777777777778, "GWh"), ("PJ", 277.77777777777778, "GWh"), ("EJ", 277777.77777777778, "GWh"),
        ("Btu", 2.9307107017222e-10, "GWh"), ("MMBtu", 2.9307107017222e-4, "GWh"), ("therm", 2.9307107017222e-5, "GWh"),
        ("kcal", 1.163e-9, "GWh"), ("Gcal", 0.001163, "GWh"),
        ("toe", 0.01163, "GWh"), ("ktoe", 11.63, "GWh"), ("Mtoe", 11630, "GWh"),
        ("tce", 0.008141, "GWh"), ("ktce", 8.141, "GWh"), ("Mtce", 8141, "GWh"),
        ("MW", 1, "MW"), ("W", 1e-6, "MW"), ("kW", 0.001, "MW"), ("GW", 1000, "MW"), ("TW", 1e6, "MW"),
        ("kt", 1, "kt"), ("kg", 1e-6, "kt"), ("t", 0.001, "kt"), ("Mt", 1000, "kt"), ("Gt", 1e6, "kt"),
        ("lb", 4.5359237e-7, "kt"), ("short_ton", 9.0718474e-4, "kt"), ("long_ton", 1.0160469088e-3, "kt"),
        ("mcm@20C", 1, "mcm@20C"), ("m3@20C", 1e-6, "mcm@20C"), ("kcm@20C", 0.001, "mcm@20C"), ("bcm@20C", 1000, "mcm@20C"),
        ("m3@15C", 1.0173520735e-6, "mcm@20C"), ("kcm@15C", 0.0010173520735, "mcm@20C"), ("mcm@15C", 1.0173520735, "mcm@20C"), ("bcm@15C", 1017.3520735, "mcm@20C"),
        ("m3@0C", 1.0732198426e-6, "mcm@20C"), ("kcm@0C", 0.0010732198426, "mcm@20C"), ("mcm@0C", 1.0732198426, "mcm@20C"), ("bcm@0C", 1073.2198426, "mcm@20C"),
        ("Sm3", 1.0173520735e-6, "mcm@20C"), ("Nm3", 1.0732198426e-6, "mcm@20C"),
        ("kb", 1, "kb"), ("bbl", 0.001, "kb"), ("MMbbl", 1000, "kb"), ("m3_liquid", 0.0062898107704, "kb"), ("L", 6.2898107704e-6, "kb"), ("gal_US", 2.380952381e-5, "kb"),
        ("h", 1, "h"), ("s", 2.7777777777777778e-4, "h"), ("min", 0.016666666666666667, "h"), ("d", 24, "h"), ("week", 168, "h"), ("year", 8760, "h"),
        ("share", 1, "share"), ("%", 0.01, "share"), ("permille", 0.001, "share"), ("ppm", 1e-6, "share"),
        ("kV", 1, "kV"), ("V", 0.001, "kV"), ("ohm", 1, "ohm"),
    ];

    [Fact]
    public void Every_factor_has_the_value_of_its_standard()
    {
        foreach ((string symbol, double one, string _) in Expected)
        {
            double value = UnitTable.Get(symbol).ToCanonical(1);
            Math.Abs((value / one) - 1).ShouldBeLessThan(1e-9, $"{symbol}: {value.ToString("R", CultureInfo.InvariantCulture)}");
        }
    }

    [Fact]
    public void No_unit_is_without_an_expected_value()
    {
        UnitTable.All.Select(u => u.Symbol).ShouldBe(Expected.Select(e => e.Symbol), ignoreOrder: true);
    }

    [Fact]
    public void Each_dimension_has_its_one_canonical_unit()
    {
        foreach (Dimension dimension in Enum.GetValues<Dimension>())
        {
            string canonical = UnitTable.Canonical(dimension).Symbol;
            string[] expected = [.. Expected.Where(e => UnitTable.Get(e.Symbol).Dimension == dimension).Select(e => e.Canonical).Distinct()];
            expected.ShouldBe([canonical], dimension.ToString());
        }
    }

    [Fact]
    public void Every_factor_names_its_source()
    {
        UnitTable.All.ShouldAllBe(u => u.Source.Length > 0 && u.Factor > 0);
    }

    [Fact]
    public void Gross_and_net_variants_have_the_factor_of_the_bare_unit()
    {
        UnitTable.Get("PJ_gross").Factor.ShouldBe(UnitTable.Get("PJ").Factor);
        UnitTable.Get("PJ_net").Basis.ShouldBe(HeatingBasis.Net);
        UnitTable.Get("Mtoe").Basis.ShouldBe(HeatingBasis.Net);
        UnitTable.Get("Mtoe_net").Symbol.ShouldBe("Mtoe");
        UnitTable.Get("Mtoe_gross").Basis.ShouldBe(HeatingBasis.Gross);
        UnitTable.Get("TWh").Basis.ShouldBe(HeatingBasis.Unstated);
    }

    [Fact]
    public void An_unknown_symbol_is_a_programming_error()
    {
        Should.Throw<ArgumentException>(() => UnitTable.Get("bcm"));
    }

    [Fact]
    public void Barrels_per_tonne_are_those_of_the_source()
    {
        UnitTable.TypicalBarrelsPerTonne.ToDictionary(b => b.Product, b => b.Value).ShouldBe(new Dictionary<string, double>
        {
            ["crude"] = 7.33,
            ["lpg"] = 11.6,
            ["gasoline"] = 8.35,
            ["kerosene"] = 7.88,
            ["diesel"] = 7.46,
            ["fuel_oil"] = 6.35,
            ["products"] = 8.058,
        });
    }
}
