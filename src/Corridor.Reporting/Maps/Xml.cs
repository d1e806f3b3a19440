using System.Text;

namespace Corridor.Reporting.Maps;

/// <summary>Text inside markup.</summary>
internal static class Xml
{
    /// <summary>The text with the characters of markup replaced, and those that XML forbids left out.</summary>
    public static string Text(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                < ' ' and not '\t' and not '\n' and not '\r' => safe,
                '\uFFFE' or '\uFFFF' => safe,
                _ => safe.Append(c),
            };
        }

        return safe.ToString();
    }
}
