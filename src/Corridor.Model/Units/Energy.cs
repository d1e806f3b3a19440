using System.Globalization;

namespace Corridor.Model.Units;

/// <summary>An energy; inside in GWh. Gross or net is not part of it: a fuel's energy is an <see cref="Amount"/>.</summary>
public readonly record struct Energy : IComparable<Energy>
{
    private readonly double _gigawattHours;

    private Energy(double gigawattHours) => _gigawattHours = gigawattHours;

    /// <summary>Mean power over a duration.</summary>
    /// <param name="left">Energy.</param>
    /// <param name="right">Duration; not 0.</param>
    public static Power operator /(Energy left, Duration right) => Power.FromMegawatts(left._gigawattHours * 1000 / right.InHours());

    /// <summary>Sum.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static Energy operator +(Energy left, Energy right) => new(left._gigawattHours + right._gigawattHours);

    /// <summary>Difference; may be negative.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static Energy operator -(Energy left, Energy right) => new(left._gigawattHours - right._gigawattHours);

    /// <summary>Opposite.</summary>
    /// <param name="value">Value.</param>
    public static Energy operator -(Energy value) => new(-value._gigawattHours);

    /// <summary>Multiple.</summary>
    /// <param name="left">Quantity.</param>
    /// <param name="right">Factor, without unit.</param>
    public static Energy operator *(Energy left, double right) => new(left._gigawattHours * right);

    /// <inheritdoc cref="op_Multiply(Energy, double)"/>
    public static Energy operator *(double left, Energy right) => right * left;

    /// <summary>Part.</summary>
    /// <param name="left">Quantity.</param>
    /// <param name="right">Divisor, without unit; not 0.</param>
    public static Energy operator /(Energy left, double right) => new(left._gigawattHours / right);

    /// <summary>Ratio, without unit.</summary>
    /// <param name="left">Dividend.</param>
    /// <param name="right">Divisor.</param>
    public static double operator /(Energy left, Energy right) => left._gigawattHours / right._gigawattHours;

    /// <summary>Compares by size.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator <(Energy left, Energy right) => left._gigawattHours < right._gigawattHours;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(Energy left, Energy right) => left._gigawattHours > right._gigawattHours;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(Energy left, Energy right) => left._gigawattHours <= right._gigawattHours;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(Energy left, Energy right) => left._gigawattHours >= right._gigawattHours;

    /// <summary>Creates from GWh.</summary>
    /// <param name="gigawattHours">GWh.</param>
    public static Energy FromGigawattHours(double gigawattHours) => new(gigawattHours);

    /// <summary>Creates from MWh.</summary>
    /// <param name="megawattHours">MWh.</param>
    public static Energy FromMegawattHours(double megawattHours) => From(megawattHours, UnitTable.Get("MWh"));

    /// <summary>Creates from TWh.</summary>
    /// <param name="terawattHours">TWh.</param>
    public static Energy FromTerawattHours(double terawattHours) => From(terawattHours, UnitTable.Get("TWh"));

    /// <summary>Creates from GJ.</summary>
    /// <param name="gigajoules">GJ.</param>
    public static Energy FromGigajoules(double gigajoules) => From(gigajoules, UnitTable.Get("GJ"));

    /// <summary>Creates from PJ.</summary>
    /// <param name="petajoules">PJ.</param>
    public static Energy FromPetajoules(double petajoules) => From(petajoules, UnitTable.Get("PJ"));

    /// <summary>Creates from MMBtu (International Table).</summary>
    /// <param name="millionBtu">MMBtu (International Table).</param>
    public static Energy FromMillionBtu(double millionBtu) => From(millionBtu, UnitTable.Get("MMBtu"));

    /// <summary>Creates from toe.</summary>
    /// <param name="tonnesOfOilEquivalent">toe.</param>
    public static Energy FromTonnesOfOilEquivalent(double tonnesOfOilEquivalent) => From(tonnesOfOilEquivalent, UnitTable.Get("toe"));

    /// <summary>Creates from tce.</summary>
    /// <param name="tonnesOfCoalEquivalent">tce.</param>
    public static Energy FromTonnesOfCoalEquivalent(double tonnesOfCoalEquivalent) => From(tonnesOfCoalEquivalent, UnitTable.Get("tce"));

    /// <summary>Creates from a value in any unit of the dimension.</summary>
    /// <param name="value">Value in the unit.</param>
    /// <param name="unit">A unit of <see cref="Dimension.Energy"/>.</param>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public static Energy From(double value, Unit unit) => new(Checked(unit).ToCanonical(value));

    /// <summary>In GWh.</summary>
    public double InGigawattHours() => _gigawattHours;

    /// <summary>In MWh.</summary>
    public double InMegawattHours() => In(UnitTable.Get("MWh"));

    /// <summary>In TWh.</summary>
    public double InTerawattHours() => In(UnitTable.Get("TWh"));

    /// <summary>In GJ.</summary>
    public double InGigajoules() => In(UnitTable.Get("GJ"));

    /// <summary>In PJ.</summary>
    public double InPetajoules() => In(UnitTable.Get("PJ"));

    /// <summary>In MMBtu (International Table).</summary>
    public double InMillionBtu() => In(UnitTable.Get("MMBtu"));

    /// <summary>In toe.</summary>
    public double InTonnesOfOilEquivalent() => In(UnitTable.Get("toe"));

    /// <summary>In tce.</summary>
    public double InTonnesOfCoalEquivalent() => In(UnitTable.Get("tce"));

    /// <summary>In any unit of the dimension.</summary>
    /// <param name="unit">A unit of <see cref="Dimension.Energy"/>.</param>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public double In(Unit unit) => Checked(unit).FromCanonical(_gigawattHours);

    /// <inheritdoc/>
    public int CompareTo(Energy other) => _gigawattHours.CompareTo(other._gigawattHours);

    /// <summary>Value and unit, invariant.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_gigawattHours} GWh");

    private static Unit Checked(Unit unit) =>
        unit.Dimension == Dimension.Energy ? unit : throw new ArgumentException($"'{unit}' is not a unit of Energy.", nameof(unit));
}
