namespace Corridor.Data.Formats.Tables;

/// <summary>How messages show texts of a file.</summary>
internal static class Shown
{
    private const int Longest = 60;

    /// <summary>A text on one line, and not longer than a message bears.</summary>
    internal static string Text(string text)
    {
        string line = text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), "…");
        return line.AsSpan().IndexOfAny("\r\n\t") < 0 ? line : string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
