using System.Globalization;

namespace Corridor.Model.Units;

/// <summary>A volume of gas; inside in million m³ at 20 °C, 101.325 kPa. It is never made or read without reference conditions.</summary>
public readonly record struct GasVolume : IComparable<GasVolume>
{
    private readonly double _millionCubicMetresAt20C;

    private GasVolume(double millionCubicMetresAt20C) => _millionCubicMetresAt20C = millionCubicMetresAt20C;

    /// <summary>Sum.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static GasVolume operator +(GasVolume left, GasVolume right) => new(left._millionCubicMetresAt20C + right._millionCubicMetresAt20C);

    /// <summary>Difference; may be negative.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static GasVolume operator -(GasVolume left, GasVolume right) => new(left._millionCubicMetresAt20C - right._millionCubicMetresAt20C);

    /// <summary>Opposite.</summary>
    /// <param name="value">Value.</param>
    public static GasVolume operator -(GasVolume value) => new(-value._millionCubicMetresAt20C);

    /// <summary>Multiple.</summary>
    /// <param name="left">Quantity.</param>
    /// <param name="right">Factor, without unit.</param>
    public static GasVolume operator *(GasVolume left, double right) => new(left._millionCubicMetresAt20C * right);

    /// <inheritdoc cref="op_Multiply(GasVolume, double)"/>
    public static GasVolume operator *(double left, GasVolume right) => right * left;

    /// <summary>Part.</summary>
    /// <param name="left">Quantity.</param>
    /// <param name="right">Divisor, without unit; not 0.</param>
    public static GasVolume operator /(GasVolume left, double right) => new(left._millionCubicMetresAt20C / right);

    /// <summary>Ratio, without unit.</summary>
    /// <param name="left">Dividend.</param>
    /// <param name="right">Divisor.</param>
    public static double operator /(GasVolume left, GasVolume right) => left._millionCubicMetresAt20C / right._millionCubicMetresAt20C;

    /// <summary>Compares by size.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator <(GasVolume left, GasVolume right) => left._millionCubicMetresAt20C < right._millionCubicMetresAt20C;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(GasVolume left, GasVolume right) => left._millionCubicMetresAt20C > right._millionCubicMetresAt20C;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(GasVolume left, GasVolume right) => left._millionCubicMetresAt20C <= right._millionCubicMetresAt20C;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(GasVolume left, GasVolume right) => left._millionCubicMetresAt20C >= right._millionCubicMetresAt20C;

    /// <summary>Creates from a value in any unit of the dimension.</summary>
    /// <param name="value">Value in the unit.</param>
    /// <param name="unit">A unit of <see cref="Dimension.GasVolume"/>.</param>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public static GasVolume From(double value, Unit unit) => new(Checked(unit).ToCanonical(value));

    /// <summary>Creates from million cubic metres at reference conditions.</summary>
    /// <param name="millionCubicMetres">Million m³.</param>
    /// <param name="reference">The conditions that the volume is stated at.</param>
    public static GasVolume FromMillionCubicMetres(double millionCubicMetres, ReferenceConditions reference) =>
        new(reference == ReferenceConditions.At20C ? millionCubicMetres : millionCubicMetres * Ratio(reference));

    /// <summary>Creates from billion (10⁹) cubic metres at reference conditions.</summary>
    /// <param name="billionCubicMetres">Thousand million m³.</param>
    /// <param name="reference">The conditions that the volume is stated at.</param>
    public static GasVolume FromBillionCubicMetres(double billionCubicMetres, ReferenceConditions reference) =>
        FromMillionCubicMetres(billionCubicMetres * 1000, reference);

    /// <summary>In any unit of the dimension.</summary>
    /// <param name="unit">A unit of <see cref="Dimension.GasVolume"/>.</param>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public double In(Unit unit) => Checked(unit).FromCanonical(_millionCubicMetresAt20C);

    /// <summary>In million cubic metres at reference conditions.</summary>
    /// <param name="reference">The conditions to state the volume at.</param>
    public double InMillionCubicMetres(ReferenceConditions reference) => _millionCubicMetresAt20C / Ratio(reference);

    /// <summary>In billion (10⁹) cubic metres at reference conditions.</summary>
    /// <param name="reference">The conditions to state the volume at.</param>
    public double InBillionCubicMetres(ReferenceConditions reference) => InMillionCubicMetres(reference) / 1000;

    /// <summary>Energy of a volume of gas.</summary>
    /// <param name="heatingValue">Heating value per gas volume, gross or net, at any reference conditions.</param>
    /// <exception cref="ArgumentException">The heating value is per mass.</exception>
    public Energy EnergyAt(HeatingValue heatingValue) =>
        heatingValue.Per == Dimension.GasVolume
            ? Energy.FromGigawattHours(_millionCubicMetresAt20C * heatingValue.GigawattHoursPerCanonical)
            : throw new ArgumentException($"A heating value in {heatingValue.Unit} is not per gas volume.", nameof(heatingValue));

    /// <inheritdoc/>
    public int CompareTo(GasVolume other) => _millionCubicMetresAt20C.CompareTo(other._millionCubicMetresAt20C);

    /// <summary>Value and unit, invariant.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_millionCubicMetresAt20C} mcm@20C");

    private static double Ratio(ReferenceConditions reference) => UnitTable.Kelvin(ReferenceConditions.At20C) / UnitTable.Kelvin(reference);

    private static Unit Checked(Unit unit) =>
        unit.Dimension == Dimension.GasVolume ? unit : throw new ArgumentException($"'{unit}' is not a unit of GasVolume.", nameof(unit));
}
