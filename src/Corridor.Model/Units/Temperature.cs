using System.Globalization;

namespace Corridor.Model.Units;

/// <summary>A thermodynamic temperature; inside in K.</summary>
public readonly record struct Temperature : IComparable<Temperature>
{
    private readonly double _kelvin;

    private Temperature(double kelvin) => _kelvin = kelvin;

    /// <summary>Compares by size.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator <(Temperature left, Temperature right) => left._kelvin < right._kelvin;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(Temperature left, Temperature right) => left._kelvin > right._kelvin;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(Temperature left, Temperature right) => left._kelvin <= right._kelvin;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(Temperature left, Temperature right) => left._kelvin >= right._kelvin;

    /// <summary>Creates from K.</summary>
    /// <param name="kelvin">K.</param>
    public static Temperature FromKelvin(double kelvin) => new(kelvin);

    /// <summary>Creates from °C.</summary>
    /// <param name="celsius">°C.</param>
    public static Temperature FromCelsius(double celsius) => From(celsius, UnitTable.Get("°C"));

    /// <summary>Creates from a value in any unit of the dimension.</summary>
    /// <param name="value">Value in the unit.</param>
    /// <param name="unit">A unit of <see cref="Dimension.Temperature"/>.</param>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public static Temperature From(double value, Unit unit) => new(Checked(unit).ToCanonical(value));

    /// <summary>In K.</summary>
    public double InKelvin() => _kelvin;

    /// <summary>In °C.</summary>
    public double InCelsius() => In(UnitTable.Get("°C"));

    /// <summary>In any unit of the dimension.</summary>
    /// <param name="unit">A unit of <see cref="Dimension.Temperature"/>.</param>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public double In(Unit unit) => Checked(unit).FromCanonical(_kelvin);

    /// <summary>Difference, K; may be negative.</summary>
    /// <param name="other">The temperature to subtract.</param>
    public double KelvinAbove(Temperature other) => _kelvin - other._kelvin;

    /// <inheritdoc/>
    public int CompareTo(Temperature other) => _kelvin.CompareTo(other._kelvin);

    /// <summary>Value and unit, invariant.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_kelvin} K");

    private static Unit Checked(Unit unit) =>
        unit.Dimension == Dimension.Temperature ? unit : throw new ArgumentException($"'{unit}' is not a unit of Temperature.", nameof(unit));
}
