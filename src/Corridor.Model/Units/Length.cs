using System.Globalization;

namespace Corridor.Model.Units;

/// <summary>A length, distance or diameter; inside in km.</summary>
public readonly record struct Length : IComparable<Length>
{
    private readonly double _kilometres;

    private Length(double kilometres) => _kilometres = kilometres;

    /// <summary>Sum.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static Length operator +(Length left, Length right) => new(left._kilometres + right._kilometres);

    /// <summary>Difference; may be negative.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static Length operator -(Length left, Length right) => new(left._kilometres - right._kilometres);

    /// <summary>Opposite.</summary>
    /// <param name="value">Value.</param>
    public static Length operator -(Length value) => new(-value._kilometres);

    /// <summary>Multiple.</summary>
    /// <param name="left">Quantity.</param>
    /// <param name="right">Factor, without unit.</param>
    public static Length operator *(Length left, double right) => new(left._kilometres * right);

    /// <inheritdoc cref="op_Multiply(Length, double)"/>
    public static Length operator *(double left, Length right) => right * left;

    /// <summary>Part.</summary>
    /// <param name="left">Quantity.</param>
    /// <param name="right">Divisor, without unit; not 0.</param>
    public static Length operator /(Length left, double right) => new(left._kilometres / right);

    /// <summary>Ratio, without unit.</summary>
    /// <param name="left">Dividend.</param>
    /// <param name="right">Divisor.</param>
    public static double operator /(Length left, Length right) => left._kilometres / right._kilometres;

    /// <summary>Compares by size.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator <(Length left, Length right) => left._kilometres < right._kilometres;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(Length left, Length right) => left._kilometres > right._kilometres;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(Length left, Length right) => left._kilometres <= right._kilometres;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(Length left, Length right) => left._kilometres >= right._kilometres;

    /// <summary>Creates from km.</summary>
    /// <param name="kilometres">km.</param>
    public static Length FromKilometres(double kilometres) => new(kilometres);

    /// <summary>Creates from m.</summary>
    /// <param name="metres">m.</param>
    public static Length FromMetres(double metres) => From(metres, UnitTable.Get("m"));

    /// <summary>Creates from mm.</summary>
    /// <param name="millimetres">mm.</param>
    public static Length FromMillimetres(double millimetres) => From(millimetres, UnitTable.Get("mm"));

    /// <summary>Creates from in.</summary>
    /// <param name="inches">in.</param>
    public static Length FromInches(double inches) => From(inches, UnitTable.Get("in"));

    /// <summary>Creates from nautical miles.</summary>
    /// <param name="nauticalMiles">nautical miles.</param>
    public static Length FromNauticalMiles(double nauticalMiles) => From(nauticalMiles, UnitTable.Get("nmi"));

    /// <summary>Creates from a value in any unit of the dimension.</summary>
    /// <param name="value">Value in the unit.</param>
    /// <param name="unit">A unit of <see cref="Dimension.Length"/>.</param>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public static Length From(double value, Unit unit) => new(Checked(unit).ToCanonical(value));

    /// <summary>In km.</summary>
    public double InKilometres() => _kilometres;

    /// <summary>In m.</summary>
    public double InMetres() => In(UnitTable.Get("m"));

    /// <summary>In mm.</summary>
    public double InMillimetres() => In(UnitTable.Get("mm"));

    /// <summary>In in.</summary>
    public double InInches() => In(UnitTable.Get("in"));

    /// <summary>In nautical miles.</summary>
    public double InNauticalMiles() => In(UnitTable.Get("nmi"));

    /// <summary>In any unit of the dimension.</summary>
    /// <param name="unit">A unit of <see cref="Dimension.Length"/>.</param>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public double In(Unit unit) => Checked(unit).FromCanonical(_kilometres);

    /// <inheritdoc/>
    public int CompareTo(Length other) => _kilometres.CompareTo(other._kilometres);

    /// <summary>Value and unit, invariant.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_kilometres} km");

    private static Unit Checked(Unit unit) =>
        unit.Dimension == Dimension.Length ? unit : throw new ArgumentException($"'{unit}' is not a unit of Length.", nameof(unit));
}
