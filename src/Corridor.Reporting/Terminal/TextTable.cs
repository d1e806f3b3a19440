using Spectre.Console;

namespace Corridor.Reporting.Terminal;

/// <summary>A table on a screen: no frames, one rule under the head, numbers to the right, never wider than the screen.</summary>
internal sealed class TextTable(int gap = 2)
{
    private readonly List<TextColumn> _columns = [];
    private readonly List<(TextStyle Style, bool Spans, string[] Cells)> _rows = [];

    /// <summary>Adds a column of text.</summary>
    public TextTable Text(string head, int most = int.MaxValue)
    {
        _columns.Add(new TextColumn(head, false, most));
        return this;
    }

    /// <summary>Adds a column of numbers.</summary>
    public TextTable Number(string head)
    {
        _columns.Add(new TextColumn(head, true, int.MaxValue));
        return this;
    }

    /// <summary>Adds a row.</summary>
    public void Row(params string[] cells) => _rows.Add((TextStyle.Plain, false, cells));

    /// <summary>Adds a row that looks otherwise.</summary>
    public void Row(TextStyle style, params string[] cells) => _rows.Add((style, false, cells));

    /// <summary>Adds a line across all columns.</summary>
    public void Across(string text) => _rows.Add((TextStyle.Heading, true, [text]));

    /// <summary>Writes the table. The widest column of text gives way where there is no room.</summary>
    public void Write(Screen screen)
    {
        int[] widths = Widths(screen.Width);
        Emit(screen, TextStyle.Quiet, [.. _columns.Select(c => c.Head)], widths);
        foreach ((TextStyle style, bool spans, string[] cells) in _rows)
        {
            if (spans)
                screen.Console.Write(new Text(Screen.Fit(cells[0], screen.Width) + "\n", Screen.StyleOf(style)));
            else
                Emit(screen, style, cells, widths);
        }
    }

    private int[] Widths(int room)
    {
        var widths = new int[_columns.Count];
        for (int c = 0; c < widths.Length; c++)
        {
            widths[c] = Screen.Cells(_columns[c].Head);
            foreach ((_, bool spans, string[] cells) in _rows)
            {
                if (!spans)
                    widths[c] = Math.Max(widths[c], Screen.Cells(Screen.Printable(cells[c])));
            }

            widths[c] = Math.Min(widths[c], _columns[c].Most);
        }

        while (widths.Sum() + ((widths.Length - 1) * gap) > room)
        {
            int widest = -1;
            for (int c = 0; c < widths.Length; c++)
            {
                if (!_columns[c].Right && (widest < 0 || widths[c] > widths[widest]))
                    widest = c;
            }

            if (widest < 0 || widths[widest] <= 4)
                break;
            widths[widest]--;
        }

        return widths;
    }

    private void Emit(Screen screen, TextStyle style, string[] cells, int[] widths)
    {
        var line = new System.Text.StringBuilder();
        for (int c = 0; c < cells.Length; c++)
        {
            string cell = Screen.Fit(cells[c], widths[c]);
            int blank = widths[c] - Screen.Cells(cell);
            if (c > 0)
                line.Append(' ', gap);
            if (_columns[c].Right)
                line.Append(' ', blank).Append(cell);
            else
                line.Append(cell).Append(' ', blank);
        }

        screen.Console.Write(new Text(line.ToString().TrimEnd() + "\n", Screen.StyleOf(style)));
    }

    private readonly record struct TextColumn(string Head, bool Right, int Most);
}
