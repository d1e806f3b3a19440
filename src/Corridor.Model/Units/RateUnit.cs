using System.Diagnostics.CodeAnalysis;

namespace Corridor.Model.Units;

/// <summary>
/// The unit of a rate: an amount per time, such as <c>bcm@20C/year</c>, <c>kb/d</c>, <c>GWh_gross/d</c>, or a power, such as <c>MW</c>.
/// A year has 365 days here, so that 38 bcm a year is the same daily rate in every year. Equal by symbol.
/// </summary>
public sealed class RateUnit : IEquatable<RateUnit>
{
    private static readonly string[] Examples = ["mcm@20C/d", "bcm@20C/year", "Mt/year", "kb/d", "MW", "GWh_gross/d"];

    private RateUnit(string symbol, AmountUnit amount, Unit time)
    {
        Symbol = symbol;
        Amount = amount;
        Time = time;
    }

    /// <summary>The spelling that is written.</summary>
    public string Symbol { get; }

    /// <summary>The unit of the amount; the hour's energy for a power (MW: MWh).</summary>
    public AmountUnit Amount { get; }

    /// <summary>The unit of time; the hour for a power.</summary>
    public Unit Time { get; }

    /// <summary>Amount units per day at a rate of one; positive.</summary>
    public double AmountsPerDay => UnitTable.Get("d").Factor / Time.Factor;

    /// <summary>Reads the unit of a rate.</summary>
    /// <param name="text">The unit as printed.</param>
    /// <param name="unit">The unit, if the text is one.</param>
    /// <param name="problem">Why it was refused, if it is not.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RateUnit? unit, [NotNullWhen(false)] out UnitProblem? problem)
    {
        unit = null;
        string printed = text?.Trim() ?? "";
        int slash = printed.LastIndexOf('/');
        if (slash < 0)
            return TryParsePower(printed, out unit, out problem);
        if (!AmountUnit.TryParse(printed[..slash], out AmountUnit? amount, out problem)
            || !UnitParser.TryParse(printed[(slash + 1)..], Dimension.Duration, out Unit? time, out problem))
        {
            problem = UnitParser.Within(printed, problem);
            return false;
        }

        unit = new RateUnit($"{amount.Symbol}/{time.Symbol}", amount, time);
        return true;
    }

    /// <summary>The unit of a symbol that is known to be good.</summary>
    /// <param name="text">Such as <c>mcm@20C/d</c>.</param>
    /// <exception cref="ArgumentException">Not the unit of a rate; the message says why.</exception>
    public static RateUnit Parse(string text) =>
        TryParse(text, out RateUnit? unit, out UnitProblem? problem) ? unit : throw new ArgumentException(problem.ToString(), nameof(text));

    /// <summary>The rate unit of an amount unit per day.</summary>
    /// <param name="amount">Unit of the amount.</param>
    public static RateUnit PerDay(AmountUnit amount) => new($"{amount.Symbol}/d", amount, UnitTable.Get("d"));

    /// <inheritdoc/>
    public bool Equals(RateUnit? other) => other is not null && Symbol == other.Symbol;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RateUnit);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Symbol);

    /// <summary>The symbol.</summary>
    public override string ToString() => Symbol;

    private static bool TryParsePower(string printed, [NotNullWhen(true)] out RateUnit? unit, [NotNullWhen(false)] out UnitProblem? problem)
    {
        unit = null;
        if (!UnitParser.TryFind(printed, out Unit? row, out problem))
        {
            // A bare "bcm" is ambiguous and no rate; an unknown word gets the examples of rates.
            if (problem.Kind == UnitProblemKind.Unknown)
                problem = new UnitProblem(problem.Kind, printed, $"'{UnitParser.Shorten(printed)}' is not a unit of a rate that Corridor knows.", Examples, null);
            return false;
        }

        if (row.Dimension != Dimension.Power)
        {
            problem = UnitParser.WrongDimension(printed, row, "amount per time (such as per d or per year) or power", [$"{row.Symbol}/d", $"{row.Symbol}/year", .. Examples]);
            return false;
        }

        unit = new RateUnit(row.Symbol, AmountUnit.PerHour(row), UnitTable.Get("h"));
        return true;
    }
}
