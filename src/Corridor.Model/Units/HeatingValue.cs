using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Corridor.Model.Units;

/// <summary>
/// The heat of combustion of a fuel, per gas volume or per mass, gross or net, as printed. The reference temperature of combustion
/// (0, 15, 20 or 25 °C, ISO 13443) is not told apart: it changes the value by less than 0.3 %.
/// </summary>
public sealed record HeatingValue
{
    /// <summary>Creates a heating value.</summary>
    /// <param name="value">Value in the unit; positive and finite.</param>
    /// <param name="unit">Energy per gas volume or mass.</param>
    /// <param name="basis">Gross or net.</param>
    /// <exception cref="ArgumentException">Value not positive and finite, or basis neither gross nor net.</exception>
    public HeatingValue(double value, HeatingValueUnit unit, HeatingBasis basis)
    {
        if (!(value > 0) || !double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A heating value is positive and finite.");
        if (basis is not (HeatingBasis.Gross or HeatingBasis.Net))
            throw new ArgumentException("A heating value must be gross or net.", nameof(basis));
        Value = value;
        Unit = unit;
        Basis = basis;
    }

    /// <summary>Value in the unit as printed; positive.</summary>
    public double Value { get; }

    /// <summary>The unit as printed.</summary>
    public HeatingValueUnit Unit { get; }

    /// <summary>Gross or net.</summary>
    public HeatingBasis Basis { get; }

    /// <summary>What it is per: <see cref="Dimension.GasVolume"/> or <see cref="Dimension.Mass"/>.</summary>
    public Dimension Per => Unit.Per.Dimension;

    /// <summary>GWh per canonical unit of <see cref="Per"/>: per mcm@20C, or per kt.</summary>
    public double GigawattHoursPerCanonical => Value * Unit.Energy.Factor / Unit.Per.Factor;

    /// <summary>Creates a heating value per gas volume.</summary>
    /// <param name="value">MJ per m³ at the reference conditions; positive.</param>
    /// <param name="reference">Reference conditions of the cubic metre.</param>
    /// <param name="basis">Gross or net.</param>
    public static HeatingValue FromMegajoulesPerCubicMetre(double value, ReferenceConditions reference, HeatingBasis basis) =>
        new(value, CubicMetreUnit(reference), basis);

    /// <summary>Creates a heating value per mass.</summary>
    /// <param name="value">MJ/kg; positive.</param>
    /// <param name="basis">Gross or net.</param>
    public static HeatingValue FromMegajoulesPerKilogram(double value, HeatingBasis basis) => new(value, HeatingValueUnit.Parse("MJ/kg"), basis);

    /// <summary>Reads a heating value: the unit, and the word that says gross or net.</summary>
    /// <param name="value">Value in the unit.</param>
    /// <param name="unit">Unit as printed, such as <c>MJ/m3@20C</c>.</param>
    /// <param name="basis">gross, GCV, HHV, superior, higher; net, NCV, LHV, inferior, lower; any case.</param>
    /// <param name="heatingValue">The heating value, if all is well.</param>
    /// <param name="problem">Why it was refused, if it is not.</param>
    public static bool TryParse(double value, string? unit, string? basis, [NotNullWhen(true)] out HeatingValue? heatingValue, [NotNullWhen(false)] out UnitProblem? problem)
    {
        heatingValue = null;
        if (!HeatingValueUnit.TryParse(unit, out HeatingValueUnit? parsed, out problem))
            return false;
        HeatingBasis kind = basis?.Trim().ToLowerInvariant() switch
        {
            "gross" or "gcv" or "hhv" or "superior" or "higher" => HeatingBasis.Gross,
            "net" or "ncv" or "lhv" or "inferior" or "lower" => HeatingBasis.Net,
            _ => HeatingBasis.Unstated,
        };
        if (kind == HeatingBasis.Unstated)
        {
            string printed = basis?.Trim() ?? "";
            problem = new UnitProblem(
                printed.Length == 0 ? UnitProblemKind.Ambiguous : UnitProblemKind.Unknown,
                printed,
                $"A heating value in {parsed} must say gross (GCV, HHV) or net (NCV, LHV): for natural gas they are about 10 % apart.",
                ["gross", "net"],
                null);
            return false;
        }

        if (!(value > 0) || !double.IsFinite(value))
        {
            problem = new UnitProblem(UnitProblemKind.Unknown, value.ToString(CultureInfo.InvariantCulture), "A heating value is positive and finite.", [], null);
            return false;
        }

        heatingValue = new HeatingValue(value, parsed, kind);
        return true;
    }

    /// <summary>MJ per m³ at the reference conditions.</summary>
    /// <param name="reference">Reference conditions of the cubic metre.</param>
    /// <exception cref="InvalidOperationException">The heating value is per mass.</exception>
    public double InMegajoulesPerCubicMetre(ReferenceConditions reference) => In(CubicMetreUnit(reference));

    /// <summary>MJ/kg.</summary>
    /// <exception cref="InvalidOperationException">The heating value is per gas volume.</exception>
    public double InMegajoulesPerKilogram() => In(HeatingValueUnit.Parse("MJ/kg"));

    /// <summary>Value, unit and kind, invariant, exact.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Value:R} {Unit} {(Basis == HeatingBasis.Gross ? "gross" : "net")}");

    private static HeatingValueUnit CubicMetreUnit(ReferenceConditions reference) =>
        HeatingValueUnit.Parse(string.Create(CultureInfo.InvariantCulture, $"MJ/m3@{(int)reference}C"));

    private double In(HeatingValueUnit unit)
    {
        if (unit.Per.Dimension != Per)
            throw new InvalidOperationException($"A heating value in {Unit} has no value in {unit} without a density.");
        return Unit.Equals(unit) ? Value : GigawattHoursPerCanonical * unit.Per.Factor / unit.Energy.Factor;
    }
}
