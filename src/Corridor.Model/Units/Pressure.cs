using System.Globalization;

namespace Corridor.Model.Units;

/// <summary>An absolute pressure; inside in bar. Gauge pressure is above one standard atmosphere, 1.01325 bar.</summary>
public readonly record struct Pressure : IComparable<Pressure>
{
    private readonly double _barAbsolute;

    private Pressure(double barAbsolute) => _barAbsolute = barAbsolute;

    /// <summary>Ratio of two absolute pressures, without unit: a compression ratio.</summary>
    /// <param name="left">Discharge.</param>
    /// <param name="right">Suction.</param>
    public static double operator /(Pressure left, Pressure right) => left._barAbsolute / right._barAbsolute;

    /// <summary>Compares by size.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator <(Pressure left, Pressure right) => left._barAbsolute < right._barAbsolute;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(Pressure left, Pressure right) => left._barAbsolute > right._barAbsolute;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(Pressure left, Pressure right) => left._barAbsolute <= right._barAbsolute;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(Pressure left, Pressure right) => left._barAbsolute >= right._barAbsolute;

    /// <summary>Creates from bar (absolute).</summary>
    /// <param name="barAbsolute">bar (absolute).</param>
    public static Pressure FromBarAbsolute(double barAbsolute) => new(barAbsolute);

    /// <summary>Creates from bar above the atmosphere.</summary>
    /// <param name="barGauge">bar above the atmosphere.</param>
    public static Pressure FromBarGauge(double barGauge) => From(barGauge, UnitTable.Get("bar_gauge"));

    /// <summary>Creates from MPa (absolute).</summary>
    /// <param name="megapascalsAbsolute">MPa (absolute).</param>
    public static Pressure FromMegapascalsAbsolute(double megapascalsAbsolute) => From(megapascalsAbsolute, UnitTable.Get("MPa_abs"));

    /// <summary>Creates from MPa above the atmosphere.</summary>
    /// <param name="megapascalsGauge">MPa above the atmosphere.</param>
    public static Pressure FromMegapascalsGauge(double megapascalsGauge) => From(megapascalsGauge, UnitTable.Get("MPa_gauge"));

    /// <summary>Creates from Pa (absolute).</summary>
    /// <param name="pascals">Pa (absolute).</param>
    public static Pressure FromPascals(double pascals) => From(pascals, UnitTable.Get("Pa"));

    /// <summary>Creates from a value in any unit of the dimension.</summary>
    /// <param name="value">Value in the unit.</param>
    /// <param name="unit">A unit of <see cref="Dimension.Pressure"/>.</param>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public static Pressure From(double value, Unit unit) => new(Checked(unit).ToCanonical(value));

    /// <summary>In bar (absolute).</summary>
    public double InBarAbsolute() => _barAbsolute;

    /// <summary>In bar above the atmosphere.</summary>
    public double InBarGauge() => In(UnitTable.Get("bar_gauge"));

    /// <summary>In MPa (absolute).</summary>
    public double InMegapascalsAbsolute() => In(UnitTable.Get("MPa_abs"));

    /// <summary>In MPa above the atmosphere.</summary>
    public double InMegapascalsGauge() => In(UnitTable.Get("MPa_gauge"));

    /// <summary>In Pa (absolute).</summary>
    public double InPascals() => In(UnitTable.Get("Pa"));

    /// <summary>In any unit of the dimension.</summary>
    /// <param name="unit">A unit of <see cref="Dimension.Pressure"/>.</param>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public double In(Unit unit) => Checked(unit).FromCanonical(_barAbsolute);

    /// <summary>Difference, bar; may be negative. A difference is neither absolute nor gauge.</summary>
    /// <param name="other">The pressure to subtract.</param>
    public double BarAbove(Pressure other) => _barAbsolute - other._barAbsolute;

    /// <inheritdoc/>
    public int CompareTo(Pressure other) => _barAbsolute.CompareTo(other._barAbsolute);

    /// <summary>Value and unit, invariant.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_barAbsolute} bar_abs");

    private static Unit Checked(Unit unit) =>
        unit.Dimension == Dimension.Pressure ? unit : throw new ArgumentException($"'{unit}' is not a unit of Pressure.", nameof(unit));
}
