using System.Text;
using Spectre.Console;

namespace Corridor.Reporting.Terminal;

/// <summary>Where text for people goes: at most 100 columns wide, with colours only where a terminal wants them.</summary>
public sealed class Screen
{
    /// <summary>Largest width, columns.</summary>
    public const int LargestWidth = 100;

    private const int LeastWidth = 60;

    private readonly TextWriter _writer;

    /// <summary>Opens a screen on a writer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="colours">Whether the other side is a terminal that takes colours.</param>
    /// <param name="width">Its width; what is outside 60 … 100 is taken as the nearest of both.</param>
    public Screen(TextWriter writer, bool colours, int width = LargestWidth)
    {
        _writer = writer;
        Width = Math.Clamp(width, LeastWidth, LargestWidth);
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        Console.Profile.Width = Width;
        Console.Profile.Capabilities.Unicode = true;
    }

    /// <summary>Width, columns.</summary>
    public int Width { get; }

    internal IAnsiConsole Console { get; }

    /// <summary>Whether a terminal wants colours: it is one, it is not dumb, and <c>NO_COLOR</c> (no-color.org) is not set.</summary>
    /// <param name="redirected">Whether the stream goes elsewhere.</param>
    public static bool WantsColours(bool redirected) =>
        !redirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>Text of a package, made safe for a terminal: control characters become visible.</summary>
    /// <param name="text">Any text.</param>
    public static string Printable(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        if (!text.Any(char.IsControl))
            return text;
        var safe = new StringBuilder(text.Length);
        foreach (char c in text)
            safe.Append(c is '\n' or '\t' ? ' ' : char.IsControl(c) ? '\uFFFD' : c);
        return safe.ToString();
    }

    /// <summary>An empty line.</summary>
    public void Line() => _writer.WriteLine();

    /// <summary>A paragraph, wrapped at blanks.</summary>
    /// <param name="text">Text without markup.</param>
    /// <param name="style">How it looks where there are colours.</param>
    /// <param name="indent">Columns of all lines but the first.</param>
    public void Write(string text, TextStyle style = TextStyle.Plain, int indent = 0)
    {
        foreach (string line in Wrap(Printable(text), Width, indent))
        {
            if (style == TextStyle.Plain)
                _writer.WriteLine(line);
            else
                Console.Write(new Text(line + "\n", StyleOf(style)));
        }
    }

    /// <summary>Shortens a text to a number of columns.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="width">Largest number of columns, at least 1.</param>
    public static string Fit(string text, int width)
    {
        string safe = Printable(text);
        if (Cells(safe) <= width)
            return safe;
        var kept = new StringBuilder();
        int used = 1;
        foreach (Rune rune in safe.EnumerateRunes())
        {
            used += Cells(rune.ToString());
            if (used > width)
                break;
            kept.Append(rune.ToString());
        }

        return kept.ToString().TrimEnd() + "…";
    }

    /// <summary>Columns that a text takes.</summary>
    /// <param name="text">Any text.</param>
    public static int Cells(string text) => text.GetCellWidth();

    internal static Style StyleOf(TextStyle style) => style switch
    {
        TextStyle.Heading => new Style(decoration: Decoration.Bold),
        TextStyle.Quiet => new Style(decoration: Decoration.Dim),
        TextStyle.Good => new Style(Color.Green),
        TextStyle.Caution => new Style(Color.Yellow),
        TextStyle.Bad => new Style(Color.Red, decoration: Decoration.Bold),
        _ => Style.Plain,
    };

    /// <summary>Lines of a paragraph: the first keeps its leading blanks, the others have the indent.</summary>
    private static IEnumerable<string> Wrap(string text, int width, int indent)
    {
        string body = text.TrimStart(' ');
        var line = new StringBuilder().Append(' ', text.Length - body.Length);
        int cells = line.Length;
        bool empty = true;
        foreach (string word in body.Split(' '))
        {
            int length = Cells(word);
            if (!empty && cells + 1 + length > width)
            {
                yield return line.ToString().TrimEnd();
                line.Clear().Append(' ', indent);
                cells = indent;
                empty = true;
            }

            if (!empty)
            {
                line.Append(' ');
                cells++;
            }

            line.Append(word);
            cells += length;
            empty = false;
        }

        yield return line.ToString().TrimEnd();
    }
}

/// <summary>What a text is; colours follow from it and add to the words.</summary>
public enum TextStyle
{
    /// <summary>Plain.</summary>
    Plain,

    /// <summary>Heading of a part.</summary>
    Heading,

    /// <summary>Remark.</summary>
    Quiet,

    /// <summary>All is well.</summary>
    Good,

    /// <summary>To be looked at.</summary>
    Caution,

    /// <summary>People without energy, errors.</summary>
    Bad,
}
