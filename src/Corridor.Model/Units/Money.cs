using System.Globalization;

namespace Corridor.Model.Units;

/// <summary>
/// A sum of money in a currency and, where prices of different years meet, the year whose prices it is in. Exchange rates and price
/// indices are data with a date and a source: money of two currencies or two price years does not add here.
/// </summary>
/// <param name="Value">Value in currency units, of any sign.</param>
/// <param name="Currency">Currency.</param>
/// <param name="PriceYear">Year of the price level, such as 2024; null for nominal money, paid at its date.</param>
public readonly record struct Money(double Value, Currency Currency, int? PriceYear = null)
{
    /// <summary>Sum.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    /// <exception cref="ArgumentException">Two currencies or two price years.</exception>
    public static Money operator +(Money left, Money right) => left with { Value = left.Value + right.ValueAlike(left) };

    /// <summary>Difference.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    /// <exception cref="ArgumentException">Two currencies or two price years.</exception>
    public static Money operator -(Money left, Money right) => left with { Value = left.Value - right.ValueAlike(left) };

    /// <summary>Opposite.</summary>
    /// <param name="value">Value.</param>
    public static Money operator -(Money value) => value with { Value = -value.Value };

    /// <summary>Multiple.</summary>
    /// <param name="left">Money.</param>
    /// <param name="right">Factor, without unit.</param>
    public static Money operator *(Money left, double right) => left with { Value = left.Value * right };

    /// <inheritdoc cref="op_Multiply(Money, double)"/>
    public static Money operator *(double left, Money right) => right * left;

    /// <summary>Part.</summary>
    /// <param name="left">Money.</param>
    /// <param name="right">Divisor, without unit; not 0.</param>
    public static Money operator /(Money left, double right) => left with { Value = left.Value / right };

    /// <summary>Order of two sums of the same currency and price year: negative, 0 or positive.</summary>
    /// <param name="other">The sum to compare with.</param>
    /// <exception cref="ArgumentException">Two currencies or two price years.</exception>
    public int CompareValue(Money other) => Value.CompareTo(other.ValueAlike(this));

    /// <summary>Value, currency and price year, invariant: <c>13.6 USD (2024)</c>.</summary>
    public override string ToString() =>
        PriceYear is { } year
            ? string.Create(CultureInfo.InvariantCulture, $"{Value} {Currency} ({year})")
            : string.Create(CultureInfo.InvariantCulture, $"{Value} {Currency}");

    private double ValueAlike(Money first)
    {
        if (Currency != first.Currency)
            throw new ArgumentException($"{first.Currency} and {Currency} do not combine without an exchange rate.");
        if (PriceYear != first.PriceYear)
            throw new ArgumentException($"Money in prices of {Name(first.PriceYear)} and of {Name(PriceYear)} does not combine without a price index.");
        return Value;
    }

    private static string Name(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "its date (nominal)";
}
