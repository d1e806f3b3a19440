using System.Globalization;
using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Tables;
using Corridor.Data.Packages;
using Corridor.Model.Findings;
using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.MappedCsv;

/// <summary>
/// Rewrites a foreign CSV file as the file of a table, row under row on the same lines, so that the reader of tables finds and names
/// whatever is wrong where it stands.
/// </summary>
internal sealed class MappedTable(CsvTableMapping mapping, string source, FidelityReport fidelity, FindingList findings)
{
    private readonly StringBuilder _text = new();
    private readonly List<(CsvColumnMapping Mapping, ColumnSchema Column, int Cell, Func<double, double>? Convert)> _columns = [];
    private int _line = 1;

    private string Name => Path.GetFileName(mapping.File);

    /// <summary>The rows of the table; broken ones are findings.</summary>
    /// <param name="bytes">The file in UTF-8.</param>
    /// <param name="places">Takes the places of the rows.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public IReadOnlyList<Row> Read(ReadOnlyMemory<byte> bytes, TablePlaces places, CancellationToken cancellation)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        var csv = new CsvReader(stream, mapping.Separator);
        bool hasHeader = false;
        int width = 0;
        while (csv.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (csv.Fault == CsvFault.None && csv.IsBlank)
                continue;
            if (csv.Fault != CsvFault.None)
            {
                (int line, int column) = csv.PlaceOf(csv.FaultOffset);
                findings.Add(FormatFindings.NotWellFormed.At(Name, new SourcePlace(Name, line, column), $"The row cannot be read: {CsvRows.Words(csv.Fault)}."));
            }
            else if (!hasHeader)
            {
                hasHeader = true;
                width = csv.Count;
                if (!Header(csv))
                    return [];
            }
            else if (csv.Count != width)
            {
                (int line, int column) = csv.PlaceOf(csv.OffsetOf(Math.Min(width, csv.Count - 1)));
                string hint = csv.Count > width ? "Put cells that hold the separator in quotation marks." : "Fill the row up with separators.";
                findings.Add(FormatFindings.RowLength.At(Name, new SourcePlace(Name, line, column), string.Create(CultureInfo.InvariantCulture, $"The header has {width} cells; this row has {csv.Count}."), hint));
            }
            else
            {
                AddRow(csv);
            }
        }

        if (!hasHeader)
        {
            findings.Add(FormatFindings.Empty.At(Name, new SourcePlace(Name, 1, 1), "The file has no header.", "Write the names of the columns, as the mapping has them, in its first row."));
            return [];
        }

        using var table = new MemoryStream(Encoding.UTF8.GetBytes(_text.ToString()), writable: false);
        return new TableReader(mapping.Table, Name, null, findings, places).Read(table, cancellation);
    }

    private bool Header(CsvReader csv)
    {
        var heads = Enumerable.Range(0, csv.Count).Select(csv.Text).ToList();
        int before = findings.Errors;
        foreach (CsvColumnMapping column in mapping.Columns)
        {
            int cell = column.Source is null ? -1 : heads.IndexOf(column.Source);
            if (column.Source is not null && cell < 0)
                findings.Add(FormatFindings.Missing.At(Name, new SourcePlace(Name, csv.Line), $"There is no column '{column.Source}', which the mapping takes for {mapping.Table.Name}.{column.Target}.", Suggestion.Ask(column.Source, heads)));
            else
                _columns.Add((column, mapping.Table.Column(column.Target)!, cell, Conversion(column)));
        }

        for (int i = 0; i < heads.Count; i++)
        {
            if (!_columns.Exists(c => c.Cell == i))
                fidelity.Dropped(Name, heads[i], "the mapping does not name it");
        }

        AddStated();
        AdvanceTo(csv.Line);
        foreach ((CsvColumnMapping column, _, _, _) in _columns)
            Cell(column.Target);
        _text.Length--;
        return findings.Errors == before;
    }

    /// <summary>Source, basis and line of each row, and the units that the mapping gives with a figure.</summary>
    private void AddStated()
    {
        foreach (CsvColumnMapping column in mapping.Columns.Where(c => c.Unit is not null))
        {
            if (mapping.Table.Column(column.Target) is not { StandardUnit: null } target)
                continue;
            if (target.UnitColumn is not { } unit)
                findings.Add(FormatFindings.UnknownUnit.At(column.Target, mapping.Place, $"{mapping.Table.Name}.{column.Target} has no unit; 'unit: {column.Unit}' would be without effect."));
            else if (_columns.Find(c => c.Column.Name == unit).Mapping is { } other && other.Constant != column.Unit)
                findings.Add(FormatFindings.Contradiction.At(column.Target, mapping.Place, $"'unit: {column.Unit}' of {mapping.Table.Name}.{column.Target} goes into {unit}, which is filled already {(other.Source is { } from ? $"from the column '{from}'" : $"with '{other.Constant}'")}.", "A row has one such unit: give the figures in the same unit, with 'factor' where they are in another."));
            else
                Constant(unit, column.Unit!);
        }

        Constant("source", source);
        Constant("basis", "reported");
        if (!_columns.Exists(c => c.Column.Name == "note") && mapping.Table.Column("note") is { } note)
            _columns.Add((new CsvColumnMapping("note", null, null), note, -1, null));
    }

    private void Constant(string name, string text)
    {
        if (!_columns.Exists(c => c.Column.Name == name) && mapping.Table.Column(name) is { } column)
            _columns.Add((new CsvColumnMapping(name, null, text), column, -1, null));
    }

    /// <summary>What turns the file's figures into those of the column; null for nothing.</summary>
    private Func<double, double>? Conversion(CsvColumnMapping column)
    {
        double factor = column.Factor;
        if (factor != 1 && mapping.Table.Column(column.Target)!.FieldType is not ("number" or "integer"))
            findings.Add(FormatFindings.WrongKind.At(column.Target, mapping.Place, $"{mapping.Table.Name}.{column.Target} holds no numbers; 'factor' would be without effect."));
        if (column.Unit is null || mapping.Table.Column(column.Target) is not { StandardUnit: { } standard })
            return factor == 1 ? null : value => value * factor;
        if (!UnitParser.TryParse(column.Unit, standard.Dimension, out Unit? unit, out UnitProblem? problem))
        {
            findings.Add(FormatFindings.UnknownUnit.At(column.Target, mapping.Place, $"{mapping.Table.Name}.{column.Target}: {problem}"));
            return null;
        }

        return value => standard.FromCanonical(unit.ToCanonical(value * factor));
    }

    private void AddRow(CsvReader csv)
    {
        AdvanceTo(csv.Line);
        foreach ((CsvColumnMapping column, ColumnSchema target, int cell, Func<double, double>? convert) in _columns)
        {
            string text = cell >= 0 ? csv.Text(cell) : column.Constant ?? string.Create(CultureInfo.InvariantCulture, $"{Name} line {csv.Line}");
            string written = Written(column, target, text, cell < 0 ? new SourcePlace(Name, csv.Line) : PlaceOf(csv, cell, column), convert);
            string place = $"{mapping.Table.Name}.{column.Target}";
            if (cell >= 0 && text.Length > 0)
                fidelity.Add(written == text || column.Values.Count > 0 || column.MakesIds ? FidelityKind.Exact : FidelityKind.Approximated, Name, column.Source!, place, written == text ? "" : column.MakesIds ? "written as an id" : "rewritten as the mapping says", null, 1);
            else if (column.Constant is not null && mapping.Columns.Contains(column))
                fidelity.Defaulted(Name, "", place, $"the mapping states '{column.Constant}'");
            Cell(written);
        }

        _text.Length--;
    }

    private string Written(CsvColumnMapping column, ColumnSchema target, string text, SourcePlace place, Func<double, double>? convert)
    {
        if (column.Values.TryGetValue(text, out string? other))
            return other;
        if (text.Length == 0)
            return text;
        if (column.MakesIds)
            return ForeignIds.Plain(column.Prefix.Length == 0 ? text : $"{column.Prefix}-{text}");
        if (target.FieldType is not ("number" or "integer"))
            return text;
        bool hasComma = mapping.DecimalComma && column.Constant is null;
        string? number = hasComma ? WithPoint(text) : text;
        if (hasComma && (number is null || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            string why = Why(text);
            findings.Add(FormatFindings.WrongKind.At(Name, place, $"'{Shown.Text(text)}' in {column.Source} is no number with a decimal comma: {why}.", "Write 36,5 or 1.234,5; or say decimal: \".\" in the mapping."));

            // Nothing is imported after this finding; a figure in its place keeps the table from calling the cell empty too.
            return "0";
        }

        return convert is not null && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? Figure(convert(value)) : number!;
    }

    private static string Why(string text) =>
        text.FirstOrDefault(c => !char.IsAsciiDigit(c) && c is not ('.' or ',' or '+' or '-')) is not '\0' and var stray ? $"'{stray}' is no digit"
        : text.Count(c => c == ',') > 1 ? "it has more than one comma"
        : "a point may only stand between groups of three digits";

    private SourcePlace PlaceOf(CsvReader csv, int cell, CsvColumnMapping column)
    {
        (int line, int at) = csv.PlaceOf(csv.OffsetOf(cell));
        return new SourcePlace(Name, line, at, column.Source);
    }

    /// <summary>A converted figure; what is beyond all numbers is written as a word, which the table refuses at its place.</summary>
    private static string Figure(double value) => double.IsFinite(value) ? CellFormat.Number(value) : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number with a decimal comma, written with a point; points may only stand between groups of three digits (1.234,5). Null for any other.</summary>
    private static string? WithPoint(string text)
    {
        int comma = text.IndexOf(',', StringComparison.Ordinal);
        string whole = comma < 0 ? text : text[..comma], rest = comma < 0 ? "" : text[(comma + 1)..];
        string[] groups = whole.Split('.');
        bool isGrouped = groups.Length == 1 || (groups[0].TrimStart('+', '-').Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3 && g.All(char.IsAsciiDigit)));
        if (!isGrouped || rest.AsSpan().ContainsAny('.', ','))
            return null;
        return comma < 0 ? string.Concat(groups) : $"{string.Concat(groups)}.{rest}";
    }

    private void AdvanceTo(int line)
    {
        for (; _line < line; _line++)
            _text.Append('\n');
    }

    private void Cell(string text) => _text.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ')).Append("\",");
}
