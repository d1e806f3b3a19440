using System.Globalization;

namespace Corridor.Model.Units;

/// <summary>A mass; inside in kt (thousand tonnes).</summary>
public readonly record struct Mass : IComparable<Mass>
{
    private readonly double _kilotonnes;

    private Mass(double kilotonnes) => _kilotonnes = kilotonnes;

    /// <summary>Sum.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static Mass operator +(Mass left, Mass right) => new(left._kilotonnes + right._kilotonnes);

    /// <summary>Difference; may be negative.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static Mass operator -(Mass left, Mass right) => new(left._kilotonnes - right._kilotonnes);

    /// <summary>Opposite.</summary>
    /// <param name="value">Value.</param>
    public static Mass operator -(Mass value) => new(-value._kilotonnes);

    /// <summary>Multiple.</summary>
    /// <param name="left">Quantity.</param>
    /// <param name="right">Factor, without unit.</param>
    public static Mass operator *(Mass left, double right) => new(left._kilotonnes * right);

    /// <inheritdoc cref="op_Multiply(Mass, double)"/>
    public static Mass operator *(double left, Mass right) => right * left;

    /// <summary>Part.</summary>
    /// <param name="left">Quantity.</param>
    /// <param name="right">Divisor, without unit; not 0.</param>
    public static Mass operator /(Mass left, double right) => new(left._kilotonnes / right);

    /// <summary>Ratio, without unit.</summary>
    /// <param name="left">Dividend.</param>
    /// <param name="right">Divisor.</param>
    public static double operator /(Mass left, Mass right) => left._kilotonnes / right._kilotonnes;

    /// <summary>Compares by size.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator <(Mass left, Mass right) => left._kilotonnes < right._kilotonnes;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(Mass left, Mass right) => left._kilotonnes > right._kilotonnes;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(Mass left, Mass right) => left._kilotonnes <= right._kilotonnes;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(Mass left, Mass right) => left._kilotonnes >= right._kilotonnes;

    /// <summary>Creates from thousand tonnes.</summary>
    /// <param name="kilotonnes">thousand tonnes.</param>
    public static Mass FromKilotonnes(double kilotonnes) => new(kilotonnes);

    /// <summary>Creates from kg.</summary>
    /// <param name="kilograms">kg.</param>
    public static Mass FromKilograms(double kilograms) => From(kilograms, UnitTable.Get("kg"));

    /// <summary>Creates from tonnes.</summary>
    /// <param name="tonnes">tonnes.</param>
    public static Mass FromTonnes(double tonnes) => From(tonnes, UnitTable.Get("t"));

    /// <summary>Creates from million tonnes.</summary>
    /// <param name="millionTonnes">million tonnes.</param>
    public static Mass FromMillionTonnes(double millionTonnes) => From(millionTonnes, UnitTable.Get("Mt"));

    /// <summary>Creates from a value in any unit of the dimension.</summary>
    /// <param name="value">Value in the unit.</param>
    /// <param name="unit">A unit of <see cref="Dimension.Mass"/>.</param>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public static Mass From(double value, Unit unit) => new(Checked(unit).ToCanonical(value));

    /// <summary>In thousand tonnes.</summary>
    public double InKilotonnes() => _kilotonnes;

    /// <summary>In kg.</summary>
    public double InKilograms() => In(UnitTable.Get("kg"));

    /// <summary>In tonnes.</summary>
    public double InTonnes() => In(UnitTable.Get("t"));

    /// <summary>In million tonnes.</summary>
    public double InMillionTonnes() => In(UnitTable.Get("Mt"));

    /// <summary>In any unit of the dimension.</summary>
    /// <param name="unit">A unit of <see cref="Dimension.Mass"/>.</param>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public double In(Unit unit) => Checked(unit).FromCanonical(_kilotonnes);

    /// <summary>Energy of a mass of fuel.</summary>
    /// <param name="heatingValue">Heating value per mass, gross or net.</param>
    /// <exception cref="ArgumentException">The heating value is per gas volume.</exception>
    public Energy EnergyAt(HeatingValue heatingValue) =>
        heatingValue.Per == Dimension.Mass
            ? Energy.FromGigawattHours(_kilotonnes * heatingValue.GigawattHoursPerCanonical)
            : throw new ArgumentException($"A heating value in {heatingValue.Unit} is not per mass.", nameof(heatingValue));

    /// <inheritdoc/>
    public int CompareTo(Mass other) => _kilotonnes.CompareTo(other._kilotonnes);

    /// <summary>Value and unit, invariant.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_kilotonnes} kt");

    private static Unit Checked(Unit unit) =>
        unit.Dimension == Dimension.Mass ? unit : throw new ArgumentException($"'{unit}' is not a unit of Mass.", nameof(unit));
}
