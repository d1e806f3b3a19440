using System.Collections.Frozen;

namespace Corridor.Model.Units;

/// <summary>
/// The one table of conversion factors: every unit that Corridor reads or writes, with its factor to the canonical unit
/// of its dimension and the document the factor comes from. <c>docs/units.md</c> shows the same rows; a test holds the
/// two together.
/// </summary>
public static partial class UnitTable
{
    private const string Si = "SI Brochure, 9th ed. (BIPM 2019)";
    private const string Nist = "NIST SP 811 (2008), appendix B.8";
    private const string Gas = "ISO 13443:1996; ideal-gas ratio of the reference temperatures";
    private const string Gost = "GOST 2939-63 (20 °C, 101.325 kPa)";
    private const string Iea = "IEA/OECD/Eurostat, Energy Statistics Manual (2005)";
    private const string Ires = "UN, International Recommendations for Energy Statistics (2018)";
    private const string Definition = "Definition";

    private static readonly FrozenDictionary<string, Unit> BySpelling;

    static UnitTable()
    {
        All = [.. Mechanics(), .. Energies(), .. Quantities(), .. Others()];
        var spellings = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (Unit unit in All)
        {
            spellings.Add(unit.Symbol, unit);
            foreach (string alias in unit.Aliases)
                spellings.Add(alias, unit);
            if (unit.Dimension is Dimension.Energy or Dimension.Power)
            {
                AddBasis(spellings, unit, HeatingBasis.Gross);
                AddBasis(spellings, unit, HeatingBasis.Net);
            }
        }

        BySpelling = spellings.ToFrozenDictionary(StringComparer.Ordinal);
        Symbols = [.. BySpelling.Values.Select(u => u.Symbol).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Every row, ordered by dimension and size. Units of energy and power exist besides with the endings
    /// <c>_gross</c> and <c>_net</c>, which have the same factor.
    /// </summary>
    public static IReadOnlyList<Unit> All { get; }

    /// <summary>Every accepted symbol, including the <c>_gross</c> and <c>_net</c> variants, in ordinal order.</summary>
    public static IReadOnlyList<string> Symbols { get; }

    /// <summary>The row of a symbol.</summary>
    /// <param name="symbol">A symbol of the table, in the exact spelling.</param>
    /// <exception cref="ArgumentException">No such symbol. Text from users goes through <see cref="UnitParser"/>.</exception>
    public static Unit Get(string symbol) =>
        BySpelling.TryGetValue(symbol, out Unit? unit) ? unit : throw new ArgumentException($"No unit '{symbol}' in the unit table.", nameof(symbol));

    /// <summary>The canonical unit of a dimension, the one with factor 1 and offset 0.</summary>
    /// <param name="dimension">Any dimension.</param>
    public static Unit Canonical(Dimension dimension) => All.First(u => u.Dimension == dimension && u.Factor == 1 && u.Offset == 0);

    internal static bool TryFind(string spelling, out Unit? unit) => BySpelling.TryGetValue(spelling, out unit);

    private static void AddBasis(Dictionary<string, Unit> spellings, Unit unit, HeatingBasis basis)
    {
        // A tonne of oil or coal equivalent is net by definition: "Mtoe_net" is only another spelling of "Mtoe".
        Unit variant = unit.Basis == basis ? unit : unit.WithBasis(basis);
        string ending = basis == HeatingBasis.Gross ? "_gross" : "_net";
        spellings.Add(unit.Symbol + ending, variant);
        foreach (string alias in unit.Aliases)
            spellings.Add(alias + ending, variant);
    }
}
