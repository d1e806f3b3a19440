using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Corridor.Model;
using Corridor.Model.Provenance;
using Corridor.Model.Schema;

namespace Corridor.Data.Packages;

/// <summary>Writes datapackage.json: the head of the package, and every table with its fields, units and constraints.</summary>
internal static class DescriptorWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Save(Stream target, EnergySystem system, IReadOnlyList<(TableSchema Table, IReadOnlyList<ColumnSchema> Columns)> tables)
    {
        using (var json = new Utf8JsonWriter(target, Options))
            Write(json, system, tables);
        target.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, EnergySystem system, IReadOnlyList<(TableSchema Table, IReadOnlyList<ColumnSchema> Columns)> tables)
    {
        PackageDescription description = system.Description;
        json.WriteStartObject();
        json.WriteString("profile", "tabular-data-package");
        json.WriteString("name", description.Name);
        Optional(json, "title", description.Title);
        Optional(json, "description", description.Description);
        Optional(json, "version", description.Version);
        if ((description.Licence ?? description.LicenceTitle ?? description.LicencePath) is not null)
        {
            json.WriteStartArray("licenses");
            json.WriteStartObject();
            Optional(json, "name", description.Licence);
            Optional(json, "title", description.LicenceTitle);
            Optional(json, "path", description.LicencePath);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        WriteSources(json, system.Sources);
        json.WriteStartObject("corridor");
        json.WriteString("currency", description.Currency);
        Optional(json, "from", Day(description.From));
        Optional(json, "to", Day(description.To));
        json.WriteEndObject();
        json.WriteStartArray("resources");
        foreach ((TableSchema table, IReadOnlyList<ColumnSchema> columns) in tables)
            WriteResource(json, table, columns, [.. tables.Select(t => t.Table.Name)]);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSources(Utf8JsonWriter json, IReadOnlyList<SourceDocument> sources)
    {
        if (sources.Count == 0)
            return;
        json.WriteStartArray("sources");
        foreach (SourceDocument source in sources)
        {
            json.WriteStartObject();
            json.WriteString("title", source.Title);
            Optional(json, "path", source.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteResource(Utf8JsonWriter json, TableSchema table, IReadOnlyList<ColumnSchema> columns, List<string> present)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteString("path", table.FileName);
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("description", table.Meaning);
        json.WriteString("encoding", "utf-8");
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (ColumnSchema column in columns)
            WriteField(json, column);
        json.WriteEndArray();
        WriteNames(json, "primaryKey", table.Key.Select(c => c.Name));
        List<ColumnSchema> references = [.. columns.Where(c => c.Kind == ColumnKind.Text && c.References is { } r && present.Contains(r))];
        if (references.Count > 0)
        {
            json.WriteStartArray("foreignKeys");
            foreach (ColumnSchema column in references)
            {
                json.WriteStartObject();
                json.WriteString("fields", column.Name);
                json.WriteStartObject("reference");
                json.WriteString("resource", column.References == table.Name ? "" : column.References);
                json.WriteString("fields", "id");
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, ColumnSchema column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", column.FieldType);
        Optional(json, "unit", column.Unit);
        json.WriteString("description", column.Meaning);
        if (column.Required || column.Minimum is not null || column.Maximum is not null || column.EnumerationNames.Count > 0)
        {
            json.WriteStartObject("constraints");
            if (column.Required)
                json.WriteBoolean("required", true);
            if (column.Minimum is { } minimum)
                json.WriteNumber("minimum", minimum);
            if (column.Maximum is { } maximum)
                json.WriteNumber("maximum", maximum);
            if (column.EnumerationNames.Count > 0)
                WriteNames(json, "enum", column.EnumerationNames);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string member, IEnumerable<string> names)
    {
        json.WriteStartArray(member);
        foreach (string name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string member, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json.WriteString(member, value);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
