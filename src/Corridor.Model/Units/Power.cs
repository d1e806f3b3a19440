using System.Globalization;

namespace Corridor.Model.Units;

/// <summary>A power; inside in MW.</summary>
public readonly record struct Power : IComparable<Power>
{
    private readonly double _megawatts;

    private Power(double megawatts) => _megawatts = megawatts;

    /// <summary>Energy over a duration.</summary>
    /// <param name="left">Power.</param>
    /// <param name="right">Duration.</param>
    public static Energy operator *(Power left, Duration right) => Energy.FromGigawattHours(left._megawatts * right.InHours() / 1000);

    /// <summary>Sum.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static Power operator +(Power left, Power right) => new(left._megawatts + right._megawatts);

    /// <summary>Difference; may be negative.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static Power operator -(Power left, Power right) => new(left._megawatts - right._megawatts);

    /// <summary>Opposite.</summary>
    /// <param name="value">Value.</param>
    public static Power operator -(Power value) => new(-value._megawatts);

    /// <summary>Multiple.</summary>
    /// <param name="left">Quantity.</param>
    /// <param name="right">Factor, without unit.</param>
    public static Power operator *(Power left, double right) => new(left._megawatts * right);

    /// <inheritdoc cref="op_Multiply(Power, double)"/>
    public static Power operator *(double left, Power right) => right * left;

    /// <summary>Part.</summary>
    /// <param name="left">Quantity.</param>
    /// <param name="right">Divisor, without unit; not 0.</param>
    public static Power operator /(Power left, double right) => new(left._megawatts / right);

    /// <summary>Ratio, without unit.</summary>
    /// <param name="left">Dividend.</param>
    /// <param name="right">Divisor.</param>
    public static double operator /(Power left, Power right) => left._megawatts / right._megawatts;

    /// <summary>Compares by size.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator <(Power left, Power right) => left._megawatts < right._megawatts;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(Power left, Power right) => left._megawatts > right._megawatts;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(Power left, Power right) => left._megawatts <= right._megawatts;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(Power left, Power right) => left._megawatts >= right._megawatts;

    /// <summary>Creates from MW.</summary>
    /// <param name="megawatts">MW.</param>
    public static Power FromMegawatts(double megawatts) => new(megawatts);

    /// <summary>Creates from kW.</summary>
    /// <param name="kilowatts">kW.</param>
    public static Power FromKilowatts(double kilowatts) => From(kilowatts, UnitTable.Get("kW"));

    /// <summary>Creates from GW.</summary>
    /// <param name="gigawatts">GW.</param>
    public static Power FromGigawatts(double gigawatts) => From(gigawatts, UnitTable.Get("GW"));

    /// <summary>Creates from a value in any unit of the dimension.</summary>
    /// <param name="value">Value in the unit.</param>
    /// <param name="unit">A unit of <see cref="Dimension.Power"/>.</param>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public static Power From(double value, Unit unit) => new(Checked(unit).ToCanonical(value));

    /// <summary>In MW.</summary>
    public double InMegawatts() => _megawatts;

    /// <summary>In kW.</summary>
    public double InKilowatts() => In(UnitTable.Get("kW"));

    /// <summary>In GW.</summary>
    public double InGigawatts() => In(UnitTable.Get("GW"));

    /// <summary>In any unit of the dimension.</summary>
    /// <param name="unit">A unit of <see cref="Dimension.Power"/>.</param>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public double In(Unit unit) => Checked(unit).FromCanonical(_megawatts);

    /// <inheritdoc/>
    public int CompareTo(Power other) => _megawatts.CompareTo(other._megawatts);

    /// <summary>Value and unit, invariant.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_megawatts} MW");

    private static Unit Checked(Unit unit) =>
        unit.Dimension == Dimension.Power ? unit : throw new ArgumentException($"'{unit}' is not a unit of Power.", nameof(unit));
}
