using Corridor.Model.Findings;
using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Data.Packages;

/// <summary>Holds the header of a table's file against the table's schema and the fields that datapackage.json declares.</summary>
/// <param name="Table">The table.</param>
/// <param name="File">File name relative to the package.</param>
/// <param name="Resource">The resource of datapackage.json; null if the file is not listed there.</param>
/// <param name="Findings">Where findings go.</param>
internal sealed record HeaderReader(TableSchema Table, string File, ResourceEntry? Resource, FindingList Findings)
{
    /// <summary>Reads the header on which the CSV reader stands.</summary>
    /// <param name="csv">Reader on the header row, without fault.</param>
    /// <param name="isComplete">Whether every required column is there and has a unit that can be used.</param>
    /// <returns>Readers of the known columns in the order of the file; null if no row can make sense.</returns>
    internal List<ColumnReader>? Read(CsvReader csv, out bool isComplete)
    {
        isComplete = true;
        if (UsesOtherSeparator(csv))
            return null;
        var columns = new List<ColumnReader>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < csv.Count; i++)
        {
            string name = csv.Text(i);
            SourcePlace place = PlaceOf(csv, i, name);
            if (Table.Column(name) is not { } column)
            {
                ReportUnknown(name, place, csv);
                continue;
            }

            if (!seen.Add(name))
            {
                Findings.Add(PackageFindings.DuplicateColumn.At(Subject(name), place, $"A second column has the name '{name}'."));
                isComplete = false;
                continue;
            }

            isComplete &= TryUnit(column, out Unit? declared);
            columns.Add(new ColumnReader(column, i, declared));
        }

        isComplete &= CheckMissing(csv, seen);
        CheckFields(csv);
        ReportUndeclared(columns);
        return columns;
    }

    private SourcePlace PlaceOf(CsvReader csv, int cell, string name)
    {
        (int line, int column) = csv.PlaceOf(csv.OffsetOf(cell));
        return new SourcePlace(File, line, column, name);
    }

    private string Subject(string column) => $"{Table.Name}.{column}";

    private bool UsesOtherSeparator(CsvReader csv)
    {
        if (csv.Count != 1)
            return false;
        string header = csv.Text(0);
        int mark = header.IndexOfAny([';', '\t', '|']);
        if (mark < 0)
            return false;
        string shown = header[mark] == '\t' ? "tabs" : $"'{header[mark]}'";
        (int line, int column) = csv.PlaceOf(csv.OffsetOf(0));
        Findings.Add(PackageFindings.Separator.At(Table.Name, new SourcePlace(File, line, column), $"The cells are separated by {shown}; commas are expected.", "Save the file as a CSV separated by commas, with points as decimal marks."));
        return true;
    }

    private void ReportUnknown(string name, SourcePlace place, CsvReader csv)
    {
        if (name.Length == 0 && csv.Count > 1)
        {
            Findings.Add(PackageFindings.UnknownColumn.At(Table.Name, place, "A column has no name; it has no effect.", "Name it, or take it out."));
            return;
        }

        Findings.Add(PackageFindings.UnknownColumn.At(
            Subject(name),
            place,
            $"'{Shorten(name)}' is no column of {Table.Name}; it has no effect.",
            Suggestion.Ask(name, Table.Columns.Select(c => c.Name))));
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "…");

    private bool CheckMissing(CsvReader csv, HashSet<string> seen)
    {
        bool complete = true;
        string[] unknown = [.. Enumerable.Range(0, csv.Count).Select(csv.Text).Where(name => name.Length > 0 && Table.Column(name) is null)];
        foreach (ColumnSchema column in Table.Columns)
        {
            if (!column.Required || seen.Contains(column.Name))
                continue;
            complete = false;
            Findings.Add(PackageFindings.MissingColumn.At(
                Subject(column.Name),
                new SourcePlace(File, csv.Line, 1, column.Name),
                $"The column '{column.Name}' ({column.Meaning}) is missing; {Table.Name} cannot do without it.",
                (Suggestion.Ask(column.Name, unknown) is { } near ? near + " " : "") + $"Add it to the header and fill it{(column.Unit is { } unit ? $", in {unit}" : column.UnitColumn is { } unitColumn ? $", in the unit that {unitColumn} states" : "")}."));
        }

        return complete;
    }

    private bool TryUnit(ColumnSchema column, out Unit? declared)
    {
        declared = null;
        if (Resource is null || !Resource.Fields.TryGetValue(column.Name, out FieldEntry? field))
            return true;
        SourcePlace place = Place(field.UnitPart ?? field.Part);
        if (field.Type is { } type && type != column.FieldType && type != "any")
            Findings.Add(PackageFindings.FieldType.At(Subject(column.Name), Place(field.Part), $"The field is declared as {type}; the table's column is {column.FieldType}."));
        if (field.Unit is not { } unit || unit == column.Unit)
            return true;
        if (column.Unit is null)
        {
            string why = column.UnitColumn is { } unitColumn ? $"the unit stands in {unitColumn} of each row" : "the column has no unit";
            Findings.Add(PackageFindings.UnitWithoutEffect.At(Subject(column.Name), place, $"The unit '{unit}' has no effect: {why}."));
            return true;
        }

        if (column.StandardUnit is null)
        {
            Findings.Add(PackageFindings.UnknownUnit.At(Subject(column.Name), place, $"'{unit}' is declared; the column can only be in {column.Unit}.", $"Convert the figures and declare {column.Unit}."));
            return false;
        }

        if (UnitParser.TryParse(unit, column.StandardUnit.Dimension, out declared, out UnitProblem? problem))
        {
            if (declared.Symbol == column.StandardUnit.Symbol)
                declared = null;
            return true;
        }

        FindingKind kind = problem.Kind switch
        {
            UnitProblemKind.Ambiguous => PackageFindings.AmbiguousUnit,
            UnitProblemKind.WrongDimension => PackageFindings.WrongUnit,
            _ => PackageFindings.UnknownUnit,
        };
        Findings.Add(kind.At(Subject(column.Name), place, problem.Message, problem.Hint));
        return false;
    }

    private void CheckFields(CsvReader csv)
    {
        if (Resource is null)
            return;
        var header = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < csv.Count; i++)
            header.Add(csv.Text(i));
        foreach (FieldEntry field in Resource.Fields.Values)
        {
            if (!header.Contains(field.Name))
                Findings.Add(PackageFindings.UnknownField.At(Subject(field.Name), Place(field.Part), $"The field '{field.Name}' is described, but {File} has no such column.", Suggestion.Ask(field.Name, header)));
        }
    }

    private void ReportUndeclared(List<ColumnReader> columns)
    {
        if (Resource is null)
            return;
        List<ColumnSchema> silent =
        [
            .. columns.Select(c => c.Column)
                .Where(c => c.Unit is not (null or "1") && (!Resource.Fields.TryGetValue(c.Name, out FieldEntry? field) || field.Unit is null)),
        ];
        if (silent.Count > 0)
        {
            string list = string.Join(", ", silent.Select(c => $"{c.Name} [{c.Unit}]"));
            Findings.Add(PackageFindings.UndeclaredUnit.At(Table.Name, Place(Resource.Part), $"The unit of these columns is not declared; the standard unit is taken: {list}."));
        }
    }

    private static SourcePlace Place(JsonPart part) => new(PackageDescriptor.FileName, part.Line, part.Column);
}
