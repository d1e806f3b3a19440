using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Corridor.Model.Units;

/// <summary>
/// The unit of a price: a currency per amount, such as <c>USD/kcm@20C</c> or <c>EUR/MWh_gross</c>, and for a distance tariff per
/// amount and distance, such as <c>USD/kcm@20C/100km</c>. Equal by symbol.
/// </summary>
public sealed class PriceUnit : IEquatable<PriceUnit>
{
    private static readonly string[] Examples = ["USD/kcm@20C", "USD/MMBtu_gross", "EUR/MWh_gross", "USD/bbl", "USD/t", "USD/MWh", "USD/kcm@20C/100km"];

    private PriceUnit(Currency currency, AmountUnit amount, string? distance, double? kilometres)
    {
        Currency = currency;
        Amount = amount;
        DistanceKilometres = kilometres;
        Symbol = distance is null ? $"{currency}/{amount}" : $"{currency}/{amount}/{distance}";
    }

    /// <summary>The spelling that is written.</summary>
    public string Symbol { get; }

    /// <summary>The currency of the price.</summary>
    public Currency Currency { get; }

    /// <summary>The amount that the price is paid for.</summary>
    public AmountUnit Amount { get; }

    /// <summary>The distance of a distance tariff, km, such as 100; null for any other price.</summary>
    public double? DistanceKilometres { get; }

    /// <summary>True if the price is per distance as well.</summary>
    public bool IsDistanceBased => DistanceKilometres is not null;

    /// <summary>Reads the unit of a price.</summary>
    /// <param name="text">The unit as printed.</param>
    /// <param name="unit">The unit, if the text is one.</param>
    /// <param name="problem">Why it was refused, if it is not.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PriceUnit? unit, [NotNullWhen(false)] out UnitProblem? problem)
    {
        unit = null;
        string printed = text?.Trim() ?? "";
        string[] parts = printed.Split('/');
        if (parts.Length is not (2 or 3))
        {
            problem = new UnitProblem(
                UnitProblemKind.Unknown,
                printed,
                $"'{UnitParser.Shorten(printed)}' is not a unit of a price: a currency per amount, and per distance for a distance tariff, is expected.",
                Examples,
                null);
            return false;
        }

        string? distance = null;
        double? kilometres = null;
        if (!Currency.TryParse(parts[0], out Currency currency, out problem)
            || !AmountUnit.TryParse(parts[1], out AmountUnit? amount, out problem)
            || (parts.Length == 3 && !TryParseDistance(parts[2], out distance, out kilometres, out problem)))
        {
            problem = UnitParser.Within(printed, problem!);
            return false;
        }

        unit = new PriceUnit(currency, amount, distance, kilometres);
        return true;
    }

    /// <summary>The unit of a symbol that is known to be good.</summary>
    /// <param name="text">Such as <c>USD/kcm@20C</c>.</param>
    /// <exception cref="ArgumentException">Not the unit of a price; the message says why.</exception>
    public static PriceUnit Parse(string text) =>
        TryParse(text, out PriceUnit? unit, out UnitProblem? problem) ? unit : throw new ArgumentException(problem.ToString(), nameof(text));

    /// <summary>The price unit of a currency per amount.</summary>
    /// <param name="currency">Currency.</param>
    /// <param name="amount">Unit of the amount.</param>
    public static PriceUnit Per(Currency currency, AmountUnit amount) => new(currency, amount, null, null);

    /// <inheritdoc/>
    public bool Equals(PriceUnit? other) => other is not null && Symbol == other.Symbol;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PriceUnit);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Symbol);

    /// <summary>The symbol.</summary>
    public override string ToString() => Symbol;

    private static bool TryParseDistance(string text, out string? distance, out double? kilometres, out UnitProblem? problem)
    {
        string printed = text.Trim();
        int digits = 0;
        while (digits < printed.Length && char.IsAsciiDigit(printed[digits]))
            digits++;
        (distance, kilometres) = (null, null);
        int count = 1;
        if (digits > 0 && (!int.TryParse(printed.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out count) || count == 0))
        {
            problem = new UnitProblem(UnitProblemKind.Unknown, printed, $"'{UnitParser.Shorten(printed)}' is not a distance.", ["km", "100km"], null);
            return false;
        }

        if (!UnitParser.TryParse(printed[digits..], Dimension.Length, out Unit? length, out problem))
            return false;
        distance = digits == 0 ? length.Symbol : string.Create(CultureInfo.InvariantCulture, $"{count}{length.Symbol}");
        kilometres = length.ToCanonical(count);
        return true;
    }
}
