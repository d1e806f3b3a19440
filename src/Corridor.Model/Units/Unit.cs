namespace Corridor.Model.Units;

/// <summary>
/// One row of <see cref="UnitTable"/>: canonical value = value × <see cref="Factor"/> + <see cref="Offset"/>, where the
/// canonical unit is that of the <see cref="Dimension"/>.
/// </summary>
public sealed record Unit
{
    internal Unit(string symbol, Dimension dimension, double factor, double offset, string source, string note, params string[] aliases)
    {
        Symbol = symbol;
        Dimension = dimension;
        Factor = factor;
        Offset = offset;
        Source = source;
        Note = note;
        Aliases = aliases;
    }

    /// <summary>The spelling that packages and outputs use, such as <c>bcm@20C</c>; case-sensitive.</summary>
    public string Symbol { get; private init; }

    /// <summary>What the unit measures.</summary>
    public Dimension Dimension { get; }

    /// <summary>Canonical units in one of this unit; positive.</summary>
    public double Factor { get; }

    /// <summary>Canonical value at zero of this unit; other than 0 only for gauge pressures and temperatures.</summary>
    public double Offset { get; }

    /// <summary>Gross or net where the symbol says so (<c>PJ_gross</c>) or the unit is defined so (toe, tce: net).</summary>
    public HeatingBasis Basis { get; internal init; }

    /// <summary>The reference conditions of a gas volume; null for every other dimension.</summary>
    public ReferenceConditions? Reference { get; internal init; }

    /// <summary>Document or standard that the factor comes from.</summary>
    public string Source { get; }

    /// <summary>The factor in words; may be empty.</summary>
    public string Note { get; }

    /// <summary>Other spellings that are read as this unit; the unit is always written by its symbol.</summary>
    public IReadOnlyList<string> Aliases { get; private init; }

    /// <summary>Converts a value in this unit to the canonical unit of the dimension.</summary>
    /// <param name="value">Value in this unit.</param>
    public double ToCanonical(double value) => (value * Factor) + Offset;

    /// <summary>Converts a value in the canonical unit of the dimension to this unit.</summary>
    /// <param name="canonical">Value in the canonical unit.</param>
    public double FromCanonical(double canonical) => (canonical - Offset) / Factor;

    /// <summary>The symbol.</summary>
    public override string ToString() => Symbol;

    /// <summary>The same unit of energy or power with gross or net spelled out, such as <c>TWh</c> → <c>TWh_gross</c>.</summary>
    internal Unit WithBasis(HeatingBasis basis) =>
        this with { Symbol = Symbol + (basis == HeatingBasis.Gross ? "_gross" : "_net"), Basis = basis, Aliases = [] };
}
