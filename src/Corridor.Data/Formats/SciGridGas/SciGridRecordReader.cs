using Corridor.Model.Findings;

namespace Corridor.Data.Formats.SciGridGas;

/// <summary>Makes records of the rows of a table: cells with literals are read, what the table states beside its fixed columns becomes attributes.</summary>
internal sealed class SciGridRecordReader(SciGridTable table, FindingList findings)
{
    private static readonly HashSet<string> Fixed = new(["id", "name", "node_id", "lat", "long", "country_code", "comment", "param", "uncertainty", "method", "tags", "source_id"], StringComparer.Ordinal);
    private static readonly PythonLiteral Nothing = new() { Kind = PythonKind.None, Offset = 0 };
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly bool _hasLiterals = table.Column("param") >= 0;

    /// <summary>Records of components, nodes or pipes with an <c>id</c>.</summary>
    internal IReadOnlyList<SciGridRecord> Components(bool isNode)
    {
        var records = new List<SciGridRecord>(table.Rows.Count);
        foreach (SciGridRow row in table.Rows)
        {
            if (Text(row, "id") is not { } id)
            {
                Report(FormatFindings.Missing, row, "id", 0, "The row has no id.");
                continue;
            }

            if (!IsNew(id, row, "id"))
                continue;
            IReadOnlyList<string> nodes = isNode ? [id] : Texts(row, "node_id");
            records.Add(new SciGridRecord
            {
                Id = id,
                Name = Text(row, "name"),
                Nodes = nodes,
                Latitudes = Numbers(row, "lat", 90),
                Longitudes = Numbers(row, "long", 180),
                Countries = Texts(row, "country_code"),
                Comment = Text(row, "comment"),
                Attributes = Attributes(row),
                Place = new SourcePlace(table.Name, row.Line),
            });
        }

        return records;
    }

    /// <summary>Records of edges: columns <c>from</c> and <c>to</c> name their nodes.</summary>
    internal IReadOnlyList<SciGridRecord> Edges()
    {
        var records = new List<SciGridRecord>(table.Rows.Count);
        foreach (SciGridRow row in table.Rows)
        {
            string? from = Text(row, "from"), to = Text(row, "to");
            if (from is null || to is null)
            {
                Report(FormatFindings.Missing, row, from is null ? "from" : "to", 0, "An end of the edge is missing.");
                continue;
            }

            string id = Text(row, "name") ?? $"{from} – {to}";
            records.Add(new SciGridRecord
            {
                Id = id,
                Name = id,
                Nodes = [from, to],
                Countries = [Text(row, "from_country_code") ?? "", Text(row, "to_country_code") ?? ""],
                Attributes = Attributes(row, "from", "to", "from_country_code", "to_country_code"),
                Place = new SourcePlace(table.Name, row.Line),
            });
        }

        return records;
    }

    private List<SciGridAttribute> Attributes(SciGridRow row, params string[] others)
    {
        var attributes = new List<SciGridAttribute>();
        for (int i = 0; i < table.Header.Count; i++)
        {
            string column = table.Header[i];
            if (!Fixed.Contains(column) && !others.Contains(column))
                attributes.Add(new SciGridAttribute(column, Plain(row.Cells[i]), null, null));
        }

        if (!_hasLiterals || Literal(row, "param") is not { Kind: PythonKind.Map } param)
            return attributes;
        Dictionary<string, PythonLiteral> uncertainty = Entries(Literal(row, "uncertainty")), method = Entries(Literal(row, "method"));
        for (int i = 0; i < param.Keys.Count; i++)
        {
            string key = param.Keys[i];
            attributes.Add(new SciGridAttribute(key, param.Items[i], uncertainty.GetValueOrDefault(key), method.GetValueOrDefault(key) is { IsAbsent: false } how ? how.Printed() : null));
        }

        return attributes;
    }

    private static Dictionary<string, PythonLiteral> Entries(PythonLiteral? map)
    {
        var entries = new Dictionary<string, PythonLiteral>(StringComparer.Ordinal);
        for (int i = 0; map is not null && i < map.Keys.Count; i++)
            entries[map.Keys[i]] = map.Items[i];
        return entries;
    }

    private bool IsNew(string id, SciGridRow row, string column)
    {
        if (_lines.TryAdd(id, row.Line))
            return true;
        Report(FormatFindings.DuplicateId, row, column, 0, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The id '{id}' stands in line {_lines[id]} already."));
        return false;
    }

    private string? Text(SciGridRow row, string column)
    {
        int i = table.Column(column);
        return i < 0 || row.Cells[i].Text is "" or "None" or "nan" ? null : row.Cells[i].Text;
    }

    /// <summary>A text, or the texts of a list.</summary>
    private IReadOnlyList<string> Texts(SciGridRow row, string column)
    {
        if (Text(row, column) is not { } text)
            return [];
        if (text[0] is not ('[' or '('))
            return [text];
        return Literal(row, column) is { } list ? [.. list.Items.Select(i => i.IsAbsent ? "" : i.Text)] : [];
    }

    private List<double> Numbers(SciGridRow row, string column, double largest)
    {
        if (Text(row, column) is not { } text)
            return [];
        PythonLiteral? literal = Literal(row, column);
        if (literal is null)
            return [];
        IReadOnlyList<PythonLiteral> items = literal.Kind == PythonKind.List ? literal.Items : [literal];
        var numbers = new List<double>(items.Count);
        foreach (PythonLiteral item in items)
        {
            if (item.IsAbsent)
                continue;
            if (item.Kind != PythonKind.Number)
                Report(FormatFindings.WrongKind, row, column, item.Offset, $"'{item.Printed()}' is no number; {column} is one, in degrees.");
            else if (!double.IsFinite(item.Number) || Math.Abs(item.Number) > largest)
                Report(FormatFindings.OutOfRange, row, column, item.Offset, $"{column} is {item.Text}; it lies between −{largest.ToString(System.Globalization.CultureInfo.InvariantCulture)} and {largest.ToString(System.Globalization.CultureInfo.InvariantCulture)}.");
            else
                numbers.Add(item.Number);
        }

        return numbers;
    }

    private PythonLiteral? Literal(SciGridRow row, string column)
    {
        int i = table.Column(column);
        if (i < 0 || row.Cells[i].Text.Length == 0)
            return null;
        PythonLiteral? literal = PythonLiteralParser.Parse(row.Cells[i].Text, out PythonLiteralParser parser);
        if (literal is null)
            Report(parser.IsTooDeep ? FormatFindings.TooLarge : FormatFindings.NotWellFormed, row, column, parser.ProblemOffset, parser.Problem);
        else if (column is "param" or "uncertainty" or "method" && literal.Kind is not (PythonKind.Map or PythonKind.None) && (literal.Kind != PythonKind.List || literal.Items.Count > 0))
            Report(FormatFindings.WrongKind, row, column, literal.Offset, $"{column} is a dict, as in {{'length_km': 1.5}}.");
        return literal;
    }

    /// <summary>A cell of a plain table: a number where it is one, otherwise a text.</summary>
    private static PythonLiteral Plain(SciGridCell cell)
    {
        if (cell.Text is "" or "None" or "nan")
            return Nothing;
        PythonLiteral? literal = PythonLiteralParser.Parse(cell.Text, out _);
        return literal is { Kind: PythonKind.Number or PythonKind.Boolean or PythonKind.None } ? literal : new PythonLiteral { Kind = PythonKind.Text, Offset = 0, Text = cell.Text };
    }

    private void Report(FindingKind kind, SciGridRow row, string column, int offset, string message)
    {
        int i = Math.Max(0, table.Column(column));
        (int line, int at) = row.Cells[i].PlaceOf(offset);
        findings.Add(kind.At(table.Name, new SourcePlace(table.Name, line, at, column), message));
    }
}
