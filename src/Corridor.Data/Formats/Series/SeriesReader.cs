using System.Globalization;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Series;

/// <summary>Reads a file of prices or flows; which one it is follows from its header.</summary>
public static class SeriesReader
{
    private const int MostHeaderRows = 15;
    private const string NoNumber = "the cell holds no number";

    /// <summary>What stands where there is no value; W is a figure that the EIA withholds.</summary>
    private static readonly string[] Marks = ["..", "…", "-", "--", "na", "n/a", "W"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">CSV file, or workbook of the World Bank.</param>
    /// <param name="findings">Takes what is wrong (G…).</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The values; null where a finding of severity error stands in the way.</returns>
    public static SeriesFile? Read(string path, FindingList findings, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(findings);
        string name = Path.GetFileName(path);
        int before = findings.Errors;
        if (SeriesTable.Read(path, findings, cancellation) is not { } rows)
            return null;
        var values = new SeriesCells();
        SeriesKind? kind = Recognise(rows, name, values, findings);
        if (kind is null)
        {
            findings.Add(FormatFindings.UnknownFormat.At(name, new SourcePlace(name), "The file holds no series that are known.", "Give the World Bank's monthly prices, a table of the EIA, point data of ENTSOG, or columns series, month (or date), value, unit."));
            return null;
        }

        if (values.Values.Count == 0 && findings.Errors == before)
            findings.Add(FormatFindings.Empty.At(name, new SourcePlace(name), "The file has no values."));
        return findings.Errors > before ? null : new SeriesFile(kind.Value, name, values.Values) { Gaps = values.Gaps };
    }

    private static SeriesKind? Recognise(List<(string[] Cells, SourcePlace Place)> rows, string name, SeriesCells values, FindingList findings)
    {
        for (int r = 0; r < Math.Min(rows.Count, MostHeaderRows); r++)
        {
            string[] header = [.. rows[r].Cells.Select(c => c.Trim().ToLowerInvariant())];
            int Column(params string[] names) => Array.FindIndex(header, names.Contains);
            if (Column("pointkey") >= 0 && Column("periodfrom") >= 0 && Column("value") >= 0)
                return Entsog(rows, r, Column, name, values, findings);
            int time = Column("period", "month", "date", "time", "day"), value = Column("value"), unit = Column("unit", "units"), series = Column("series", "series-description", "product-name", "seriesid", "id");
            if (time >= 0 && value >= 0 && series >= 0)
                return LongRows(rows, r, (time, value, unit, series), Column("period") >= 0 && Column("units") >= 0 ? SeriesKind.Eia : SeriesKind.Long, name, values, findings);
            if (header.Length > 1 && time == 0)
                return Wide(rows, r, name, values, findings) ? SeriesKind.Eia : null;
            if (r > 0 && rows[r].Cells is [{ Length: 7 } first, ..] && first[4] is 'M' or 'm' && SeriesTime.TryParse(first, out _, out _))
                return WorldBank(rows, r, name, values, findings);
        }

        return null;
    }

    /// <summary>Months in rows; in the row above the first month with a bracket stand the units, above it the names.</summary>
    private static SeriesKind? WorldBank(List<(string[] Cells, SourcePlace Place)> rows, int first, string name, SeriesCells values, FindingList findings)
    {
        int units = first - 1;
        while (units >= 0 && !rows[units].Cells.Any(c => c.StartsWith('(')))
            units--;
        if (units < 1)
            return null;
        string[] names = rows[units - 1].Cells, printed = rows[units].Cells;
        for (int r = first; r < rows.Count; r++)
        {
            (string[] cells, SourcePlace place) = rows[r];
            if (cells.Length == 0 || !SeriesTime.TryParse(cells[0], out DateOnly start, out DateOnly end))
            {
                Skip(findings, name, place, "The row does not begin with a month such as 2024M01.");
                continue;
            }

            for (int c = 1; c < Math.Min(cells.Length, names.Length); c++)
                Add(values, findings, name, names[c].Trim().TrimEnd('*').Trim(), start, end, cells[c], c < printed.Length ? printed[c] : "", place with { Column = c + 1 });
        }

        return SeriesKind.WorldBank;
    }

    /// <summary>Dates in the first column; the heads of the others end with their units: <c>Henry Hub … (Dollars per Million Btu)</c>.</summary>
    private static bool Wide(List<(string[] Cells, SourcePlace Place)> rows, int header, string name, SeriesCells values, FindingList findings)
    {
        string[] heads = rows[header].Cells;
        for (int r = header + 1; r < rows.Count; r++)
        {
            (string[] cells, SourcePlace place) = rows[r];
            if (cells.Length == 0 || !SeriesTime.TryParse(cells[0], out DateOnly start, out DateOnly end))
            {
                Skip(findings, name, place, "The row does not begin with a date.");
                continue;
            }

            for (int c = 1; c < Math.Min(cells.Length, heads.Length); c++)
            {
                (string series, string unit) = Head(heads[c]);
                Add(values, findings, name, series, start, end, cells[c], unit, place with { Column = c + 1 });
            }
        }

        return true;
    }

    private static (string Name, string Unit) Head(string head)
    {
        int open = head.LastIndexOf('('), dollars = head.LastIndexOf("Dollars per", StringComparison.OrdinalIgnoreCase);
        if (open > 0 && head.EndsWith(')'))
            return (head[..open].Trim(), head[(open + 1)..^1].Trim());
        return dollars > 0 ? (head[..dollars].Trim(' ', ','), head[dollars..].Trim()) : (head.Trim(), "");
    }

    private static SeriesKind LongRows(List<(string[] Cells, SourcePlace Place)> rows, int header, (int Time, int Value, int Unit, int Series) columns, SeriesKind kind, string name, SeriesCells values, FindingList findings)
    {
        for (int r = header + 1; r < rows.Count; r++)
        {
            (string[] cells, SourcePlace place) = rows[r];
            if (cells.Length != rows[header].Cells.Length)
                findings.Add(FormatFindings.RowSkipped.At(name, place, string.Create(CultureInfo.InvariantCulture, $"The header has {rows[header].Cells.Length} cells; this row has {cells.Length}.")));
            else if (!SeriesTime.TryParse(cells[columns.Time], out DateOnly start, out DateOnly end))
                Skip(findings, name, place with { Column = columns.Time + 1 }, $"'{cells[columns.Time]}' is no date, month or year.");
            else
                Add(values, findings, name, cells[columns.Series], start, end, cells[columns.Value], columns.Unit < 0 ? "" : cells[columns.Unit], place with { Column = columns.Value + 1 });
        }

        return kind;
    }

    private static SeriesKind Entsog(List<(string[] Cells, SourcePlace Place)> rows, int header, Func<string[], int> column, string name, SeriesCells values, FindingList findings)
    {
        int from = column(["periodfrom"]), to = column(["periodto"]), value = column(["value"]), unit = column(["unit"]), key = column(["pointkey"]), label = column(["pointlabel"]);
        int direction = column(["directionkey"]), indicator = column(["indicator"]), who = column(["operatorkey"]), whoLabel = column(["operatorlabel"]);
        for (int r = header + 1; r < rows.Count; r++)
        {
            (string[] cells, SourcePlace place) = rows[r];
            string Cell(int c) => c >= 0 && c < cells.Length ? cells[c] : "";
            if (cells.Length != rows[header].Cells.Length || Cell(key).Length == 0)
            {
                Skip(findings, name, place, "The row has other cells than the header, or no pointKey.");
                continue;
            }

            if (!SeriesTime.TryParse(Cell(from), out DateOnly start, out DateOnly end))
            {
                Skip(findings, name, place with { Column = from + 1 }, $"'{Cell(from)}' is no date.");
                continue;
            }

            if (Cell(to).Length > 0)
            {
                if (EndOf(Cell(from), Cell(to), start) is not { } stated)
                {
                    Skip(findings, name, place with { Column = to + 1 }, $"'{Cell(to)}' is no date that follows '{Cell(from)}'.");
                    continue;
                }

                end = stated;
            }

            string country = Cell(who) is { Length: > 2 } text && text[2] == '-' ? CountryOf(text[..2].ToUpperInvariant()) : "";
            var point = new SeriesPoint(Cell(key), Cell(label), country, Cell(whoLabel).Length > 0 ? Cell(whoLabel) : Cell(who), Cell(direction), Cell(indicator));
            Add(values, findings, name, $"{point.Key} {point.Direction}", start, end, Cell(value), Cell(unit), place with { Column = value + 1 }, point);
        }

        return SeriesKind.Entsog;
    }

    /// <summary>
    /// The day after the last one of a period; its first day where it is less than a day; null where it is none. Between two hours the whole days
    /// count, one of 23 hours too (the day on which clocks go forward); between two dates without hours the last one is part of the period.
    /// </summary>
    private static DateOnly? EndOf(string from, string to, DateOnly start)
    {
        if (!SeriesTime.TryParse(to, out DateOnly last, out DateOnly after))
            return null;
        bool hasHour = SeriesTime.TryInstant(from, out DateTimeOffset first), endsAtHour = SeriesTime.TryInstant(to, out DateTimeOffset final);
        if (hasHour && endsAtHour)
            return final < first ? null : start.AddDays((int)Math.Floor(((final - first).TotalHours + 1) / 24));
        if (last < start)
            return null;
        return !hasHour && !endsAtHour ? after : last > start ? last : endsAtHour ? start : after;
    }

    /// <summary>Operators of the United Kingdom have UK, where ISO 3166-1 has GB.</summary>
    private static string CountryOf(string code) => code == "UK" ? "GB" : code;

    private static void Add(SeriesCells values, FindingList findings, string name, string series, DateOnly start, DateOnly end, string text, string unit, SourcePlace place, SeriesPoint? point = null)
    {
        string mark = text.Trim();
        if (mark.Length == 0)
            return;
        if (series.Length == 0 || Marks.Contains(mark, StringComparer.OrdinalIgnoreCase))
        {
            values.Drop(series.Length == 0 ? "the series has no name" : $"'{mark}' stands for no value", place);
            return;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
        {
            values.Drop(NoNumber, place);
            findings.Add(FormatFindings.RowSkipped.At(name, place, $"'{(text.Length > 40 ? text[..40] + "…" : text)}' is no number.", "Write numbers with a point as the decimal mark and without marks between thousands."));
            return;
        }

        values.Values.Add(new SeriesValue(series, start, end, value, unit, place) { Point = point });
    }

    private static void Skip(FindingList findings, string name, SourcePlace place, string message) => findings.Add(FormatFindings.RowSkipped.At(name, place, message));
}
