using System.Diagnostics.CodeAnalysis;

namespace Corridor.Model.Units;

/// <summary>A currency by its ISO 4217 code. The default value is <c>XXX</c>, the code of "no currency".</summary>
public readonly record struct Currency : IComparable<Currency>
{
    private const string None = "XXX";
    private readonly string? _code;

    /// <summary>Creates a currency.</summary>
    /// <param name="code">ISO 4217 code: three capital Latin letters.</param>
    /// <exception cref="ArgumentException">Not three capital letters A–Z.</exception>
    public Currency(string code)
    {
        if (!IsCode(code))
            throw new ArgumentException($"'{code}' is not an ISO 4217 code: three capital letters such as USD are expected.", nameof(code));
        _code = code == None ? null : code;
    }

    /// <summary>United States dollar.</summary>
    public static Currency Usd { get; } = new("USD");

    /// <summary>Euro.</summary>
    public static Currency Eur { get; } = new("EUR");

    /// <summary>Chinese yuan (renminbi).</summary>
    public static Currency Cny { get; } = new("CNY");

    /// <summary>Russian rouble.</summary>
    public static Currency Rub { get; } = new("RUB");

    /// <summary>Kazakhstan tenge.</summary>
    public static Currency Kzt { get; } = new("KZT");

    /// <summary>The ISO 4217 code.</summary>
    public string Code => _code ?? None;

    /// <summary>Order of the codes, ordinal.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator <(Currency left, Currency right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(Currency left, Currency right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(Currency left, Currency right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(Currency left, Currency right) => left.CompareTo(right) >= 0;

    /// <summary>Reads a code from user's text.</summary>
    /// <param name="text">Three capital letters.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="problem">Why it was refused, if it was.</param>
    public static bool TryParse(string? text, out Currency currency, [NotNullWhen(false)] out UnitProblem? problem)
    {
        string printed = text?.Trim() ?? "";
        bool valid = IsCode(printed);
        currency = valid ? new Currency(printed) : default;
        problem = valid ? null : Refuse(printed);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(Currency other) => string.CompareOrdinal(Code, other.Code);

    /// <summary>The ISO 4217 code.</summary>
    public override string ToString() => Code;

    private static bool IsCode(string code) => code.Length == 3 && code.All(char.IsAsciiLetterUpper);

    private static UnitProblem Refuse(string printed) => printed switch
    {
        "$" => Ambiguous(printed, "USD", "CAD", "AUD", "SGD"),
        "¥" or "￥" => Ambiguous(printed, "CNY", "JPY"),
        _ => new UnitProblem(
            UnitProblemKind.Unknown,
            printed,
            $"'{UnitParser.Shorten(printed)}' is no currency: a code of ISO 4217, three capital letters, is expected.",
            ["USD", "EUR", "CNY", "RUB", "KZT"],
            IsCode(printed.ToUpperInvariant()) ? printed.ToUpperInvariant() : printed == "€" ? "EUR" : printed == "₽" ? "RUB" : printed == "₸" ? "KZT" : null),
    };

    private static UnitProblem Ambiguous(string printed, params string[] accepted) =>
        new(UnitProblemKind.Ambiguous, printed, $"'{printed}' is the sign of several currencies.", accepted, null);
}
