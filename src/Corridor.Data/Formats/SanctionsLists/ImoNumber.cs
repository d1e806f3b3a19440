namespace Corridor.Data.Formats.SanctionsLists;

/// <summary>Finds a ship's number by the International Maritime Organization in a text: <c>IMO 9203784</c>.</summary>
internal static class ImoNumber
{
    private const int Digits = 7;

    /// <summary>The seven digits behind the first <c>IMO</c> that has them; empty where there are none.</summary>
    internal static string Of(string text)
    {
        const string mark = "IMO ";
        for (int at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, at + mark.Length, StringComparison.Ordinal))
        {
            ReadOnlySpan<char> rest = text.AsSpan(at + mark.Length).TrimStart();
            int count = 0;
            while (count < rest.Length && char.IsAsciiDigit(rest[count]))
                count++;
            if (count == Digits && (at == 0 || !char.IsLetterOrDigit(text[at - 1])))
                return rest[..Digits].ToString();
        }

        return "";
    }
}
