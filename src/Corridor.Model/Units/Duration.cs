using System.Globalization;

namespace Corridor.Model.Units;

/// <summary>A duration; inside in hours. A year is 365 days.</summary>
public readonly record struct Duration : IComparable<Duration>
{
    private readonly double _hours;

    private Duration(double hours) => _hours = hours;

    /// <summary>Sum.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static Duration operator +(Duration left, Duration right) => new(left._hours + right._hours);

    /// <summary>Difference; may be negative.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static Duration operator -(Duration left, Duration right) => new(left._hours - right._hours);

    /// <summary>Opposite.</summary>
    /// <param name="value">Value.</param>
    public static Duration operator -(Duration value) => new(-value._hours);

    /// <summary>Multiple.</summary>
    /// <param name="left">Quantity.</param>
    /// <param name="right">Factor, without unit.</param>
    public static Duration operator *(Duration left, double right) => new(left._hours * right);

    /// <inheritdoc cref="op_Multiply(Duration, double)"/>
    public static Duration operator *(double left, Duration right) => right * left;

    /// <summary>Part.</summary>
    /// <param name="left">Quantity.</param>
    /// <param name="right">Divisor, without unit; not 0.</param>
    public static Duration operator /(Duration left, double right) => new(left._hours / right);

    /// <summary>Ratio, without unit.</summary>
    /// <param name="left">Dividend.</param>
    /// <param name="right">Divisor.</param>
    public static double operator /(Duration left, Duration right) => left._hours / right._hours;

    /// <summary>Compares by size.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator <(Duration left, Duration right) => left._hours < right._hours;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(Duration left, Duration right) => left._hours > right._hours;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(Duration left, Duration right) => left._hours <= right._hours;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(Duration left, Duration right) => left._hours >= right._hours;

    /// <summary>Creates from hours.</summary>
    /// <param name="hours">hours.</param>
    public static Duration FromHours(double hours) => new(hours);

    /// <summary>Creates from days.</summary>
    /// <param name="days">days.</param>
    public static Duration FromDays(double days) => From(days, UnitTable.Get("d"));

    /// <summary>Creates from years of 365 days.</summary>
    /// <param name="years">years of 365 days.</param>
    public static Duration FromYears(double years) => From(years, UnitTable.Get("year"));

    /// <summary>Creates from a value in any unit of the dimension.</summary>
    /// <param name="value">Value in the unit.</param>
    /// <param name="unit">A unit of <see cref="Dimension.Duration"/>.</param>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public static Duration From(double value, Unit unit) => new(Checked(unit).ToCanonical(value));

    /// <summary>In hours.</summary>
    public double InHours() => _hours;

    /// <summary>In days.</summary>
    public double InDays() => In(UnitTable.Get("d"));

    /// <summary>In years of 365 days.</summary>
    public double InYears() => In(UnitTable.Get("year"));

    /// <summary>In any unit of the dimension.</summary>
    /// <param name="unit">A unit of <see cref="Dimension.Duration"/>.</param>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public double In(Unit unit) => Checked(unit).FromCanonical(_hours);

    /// <inheritdoc/>
    public int CompareTo(Duration other) => _hours.CompareTo(other._hours);

    /// <summary>Value and unit, invariant.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_hours} h");

    private static Unit Checked(Unit unit) =>
        unit.Dimension == Dimension.Duration ? unit : throw new ArgumentException($"'{unit}' is not a unit of Duration.", nameof(unit));
}
