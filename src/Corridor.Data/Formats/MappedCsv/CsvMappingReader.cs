using Corridor.Data.Formats.Documents;
using Corridor.Data.Scenarios;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Provenance;
using Corridor.Model.Scenarios;
using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.MappedCsv;

/// <summary>Reads a mapping file (YAML); whatever is wrong with it is a finding with its line.</summary>
internal static class CsvMappingReader
{
    /// <summary>Reads the file; null where a finding of severity error stands in the way.</summary>
    internal static CsvMapping? Read(string path, FindingList findings)
    {
        string name = Path.GetFileName(path);
        int before = findings.Errors;
        if (InputFile.Bytes(path, name, findings) is not { } bytes || YamlTree.Read(name, bytes.Span, findings) is not { } root)
            return null;
        if (root is not YamlMap map)
        {
            findings.Add(ScenarioFindings.WrongShape.At(name, root.Place, $"The file holds {root.Shape}; a map with 'package', 'source' and 'tables' is expected."));
            return null;
        }

        var reader = new MapReader(map, name, findings);
        string package = reader.Required("package", "name of the package: lower case letters, digits, hyphens")?.Text ?? "";
        var description = new PackageDescription { Name = package, Title = reader.Text("title")?.Text, Currency = Money(reader.Text("currency"), name, findings), From = reader.Date("from"), To = reader.Date("to") };
        if (description.From >= description.To)
            findings.Add(FormatFindings.Contradiction.At(name, root.Place, "'to' is the first day after the horizon and must be later than 'from'."));
        SourceDocument source = Source(reader);
        List<CsvTableMapping> tables = Tables(reader, findings, name);
        reader.Finish();
        return findings.Errors > before ? null : new CsvMapping(description, source, tables);
    }

    private static string Money(ScenarioText? text, string name, FindingList findings)
    {
        if (text is not { } stated)
            return "EUR";
        if (Currency.TryParse(stated.Text, out Currency currency, out UnitProblem? problem))
            return currency.Code;
        findings.Add(FormatFindings.UnknownUnit.At(name, stated.Place, problem.Message, problem.Hint));
        return "EUR";
    }

    private static SourceDocument Source(MapReader reader)
    {
        if (reader.Map("source") is not { } source)
        {
            if (!reader.Has("source"))
                reader.Report(ScenarioFindings.MissingKey, reader.Place, "'source' (where the figures come from: id, title, and url, date, licence where known) is missing.");
            return new SourceDocument { Id = "source", Title = "" };
        }

        var document = new SourceDocument
        {
            Id = source.Required("id", "id of the source")?.Text ?? "",
            Title = source.Required("title", "title and publisher")?.Text ?? "",
            Url = source.Text("url")?.Text,
            Date = source.Text("date")?.Text,
            Licence = source.Text("licence")?.Text,
        };
        source.Finish();
        return document;
    }

    private static List<CsvTableMapping> Tables(MapReader reader, FindingList findings, string name)
    {
        var tables = new List<CsvTableMapping>();
        if (reader.Take("tables") is not YamlList list)
        {
            reader.Report(ScenarioFindings.MissingKey, reader.PlaceOf("tables"), "'tables' (a list of maps with 'file', 'table' and 'columns') is missing.");
            return tables;
        }

        foreach (YamlNode item in list.Items)
        {
            if (item is not YamlMap map)
                reader.Report(ScenarioFindings.WrongShape, item.Place, $"An item of 'tables' is {item.Shape}; a map with 'file', 'table' and 'columns' is expected.");
            else if (Table(new MapReader(map, name, findings)) is { } table)
                tables.Add(table);
        }

        return tables;
    }

    private static CsvTableMapping? Table(MapReader reader)
    {
        ScenarioText? file = reader.Required("file", "the CSV file"), name = reader.Required("table", "the table that it fills");
        char separator = reader.Text("separator") is { } mark ? Separator(reader, mark) : ',';
        bool comma = reader.Text("decimal") is { } point && Decimal(reader, point);
        TableSchema? table = name is { } given ? PackageSchema.Find(given.Text) : null;
        if (name is { } unknown && table is null)
            reader.Report(ScenarioFindings.WrongValue, unknown.Place, $"There is no table '{YamlTree.Short(unknown.Text)}'.", Suggestion.Ask(unknown.Text, PackageSchema.Tables.Select(t => t.Name)));
        var columns = new List<CsvColumnMapping>();
        if (reader.Map("columns") is { } map)
            Columns(map, table, columns);
        else if (!reader.Has("columns"))
            reader.Report(ScenarioFindings.MissingKey, reader.Place, "'columns' (which column of the table comes from which of the file) is missing.");
        reader.Finish();
        return file is { } path && table is not null ? new CsvTableMapping(path.Text, table, separator, comma, columns, path.Place) : null;
    }

    private static void Columns(MapReader map, TableSchema? table, List<CsvColumnMapping> columns)
    {
        foreach (string target in map.Keys.ToList())
        {
            if (table is not null && table.Column(target) is null)
            {
                map.Take(target);
                map.Report(ScenarioFindings.WrongValue, map.PlaceOf(target), $"The table '{table.Name}' has no column '{YamlTree.Short(target)}'.", Suggestion.Ask(target, table.Columns.Select(c => c.Name)));
            }
            else if (map.Take(target) is YamlText text)
            {
                columns.Add(new CsvColumnMapping(target, text.Value.Trim(), null));
            }
            else if (map.Map(target) is { } column && Column(target, column) is { } mapping)
            {
                columns.Add(mapping);
            }
        }
    }

    private static CsvColumnMapping? Column(string target, MapReader reader)
    {
        ScenarioText? source = reader.Text("column"), constant = reader.Text("value");
        ScenarioText? make = reader.Text("make"), prefix = reader.Text("prefix");
        if (make is { Text: not "id" } other)
            reader.Report(ScenarioFindings.WrongValue, other.Place, $"'make: {YamlTree.Short(other.Text)}' is unknown; ids are made with 'make: id'.");
        if (source is null == constant is null)
            reader.Report(ScenarioFindings.WrongShape, reader.Place, $"'{target}' has either 'column' (of the file) or 'value' (for every row).");
        Dictionary<string, string> values = Words(reader);
        double factor = reader.Number("factor") ?? 1;
        string? unit = reader.Text("unit")?.Text;
        reader.Finish();
        return source is null == constant is null ? null : new CsvColumnMapping(target, source?.Text, constant?.Text) { MakesIds = make is not null, Prefix = prefix?.Text ?? "", Unit = unit, Factor = factor, Values = values };
    }

    private static Dictionary<string, string> Words(MapReader reader)
    {
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string word, ScenarioText meaning) in reader.Map("values")?.Cells(_ => true) ?? [])
        {
            if (!words.TryAdd(word, meaning.Text) && words[word] != meaning.Text)
                reader.Report(ScenarioFindings.WrongValue, meaning.Place, $"'{YamlTree.Short(word)}' stands for '{YamlTree.Short(words[word])}' already: upper and lower case are alike.");
        }

        return words;
    }

    private static char Separator(MapReader reader, ScenarioText text)
    {
        switch (text.Text)
        {
            case "," or ";" or "|":
                return text.Text[0];
            case "tab" or "\\t" or "":
                return '\t';
            default:
                reader.Report(ScenarioFindings.WrongValue, text.Place, $"'separator: {YamlTree.Short(text.Text)}' is none of \",\", \";\", \"|\" and tab.");
                return ',';
        }
    }

    private static bool Decimal(MapReader reader, ScenarioText text)
    {
        if (text.Text is not ("," or "."))
            reader.Report(ScenarioFindings.WrongValue, text.Place, "'decimal' is \",\" or \".\".");
        return text.Text == ",";
    }
}
