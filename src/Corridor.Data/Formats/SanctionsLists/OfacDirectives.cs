namespace Corridor.Data.Formats.SanctionsLists;

/// <summary>
/// The directives that remarks of OFAC's lists name: <c>Executive Order 14024 Directive Information Subject to Directive 3 - All transactions …</c>,
/// or only <c>Listing Date (EO 14024 Directive 2): 24 Feb 2022</c>.
/// </summary>
internal static class OfacDirectives
{
    private const string Mark = "Directive ";
    private const int Longest = 300, OrderDigits = 5;

    /// <summary>The parts that name a directive, each once and without its explanation, separated by semicolons; empty for none.</summary>
    internal static string Of(string remarks)
    {
        var measures = new List<string>();
        var dated = new List<(string Order, string Directive)>();
        foreach (string part in remarks.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            (int at, string directive) = Directive(part);
            if (directive.Length == 0)
                continue;
            if (part.StartsWith("Listing Date", StringComparison.Ordinal) || part.StartsWith("Effective Date", StringComparison.Ordinal))
            {
                dated.Add((Order(part), directive));
                continue;
            }

            int end = part.IndexOf(" - ", at, StringComparison.Ordinal);
            string measure = (end < 0 ? part : part[..end]).TrimEnd('.');
            measures.Add(measure.Length < Longest ? measure : Words(Order(part), directive));
        }

        foreach ((string order, string directive) in dated)
        {
            if (!measures.Any(m => Directive(m).Name == directive && (Order(m) == order || Order(m).Length == 0 || order.Length == 0)))
                measures.Add(Words(order, directive));
        }

        return string.Join("; ", measures.Distinct(StringComparer.Ordinal));
    }

    private static string Words(string order, string directive) => order.Length == 0 ? directive : $"{directive} (EO {order})";

    /// <summary>The first <c>Directive N</c> of a text, N a number that a letter may follow (1a), and where it stands; empty for none.</summary>
    private static (int At, string Name) Directive(string text)
    {
        for (int at = text.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Mark, at + Mark.Length, StringComparison.Ordinal))
        {
            int end = at + Mark.Length;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
                end++;
            if (end > at + Mark.Length && char.IsAsciiDigit(text[at + Mark.Length]))
                return (at, text[at..end]);
        }

        return (-1, "");
    }

    /// <summary>The first number of an executive order in a text, five digits; empty for none.</summary>
    private static string Order(string text)
    {
        for (int at = 0, digits = 0; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsAsciiDigit(text[at]))
                digits++;
            else if (digits == OrderDigits)
                return text[(at - OrderDigits)..at];
            else
                digits = 0;
        }

        return "";
    }
}
