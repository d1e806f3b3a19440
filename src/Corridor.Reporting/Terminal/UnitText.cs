namespace Corridor.Reporting.Terminal;

/// <summary>Units as people write them; no line breaks between a number and its unit.</summary>
public static class UnitText
{
    /// <summary>A unit in words: <c>bcm@20C</c> is "bcm at 20 °C", <c>USD/kcm@20C</c> "USD per 1000 m³ at 20 °C", <c>TWh_gross</c> "TWh gross".</summary>
    /// <param name="symbol">The unit's symbol.</param>
    public static string Of(string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return symbol
            .Replace("/kcm@", "/1000\u00A0m³@", StringComparison.Ordinal)
            .Replace("/", " per ", StringComparison.Ordinal)
            .Replace("@0C", " at 0\u00A0°C", StringComparison.Ordinal)
            .Replace("@15C", " at 15\u00A0°C", StringComparison.Ordinal)
            .Replace("@20C", " at 20\u00A0°C", StringComparison.Ordinal)
            .Replace("_gross", " gross", StringComparison.Ordinal)
            .Replace("_net", " net", StringComparison.Ordinal);
    }

    /// <summary>The unit of a price in a column beside the unit of its amount, which says the temperature: "USD/1000 m³".</summary>
    /// <param name="symbol">The unit's symbol.</param>
    public static string Price(string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        int at = symbol.IndexOf('@', StringComparison.Ordinal);
        return (at < 0 ? symbol : symbol[..at])
            .Replace("/kcm", "/1000\u00A0m³", StringComparison.Ordinal)
            .Replace("_gross", " gross", StringComparison.Ordinal)
            .Replace("_net", " net", StringComparison.Ordinal);
    }
}
