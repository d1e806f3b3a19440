using System.Text.Json;
using Corridor.Data.Formats.Exchange;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Schema;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Exchange;

/// <summary>An import or export for programs.</summary>
public static class ExchangeJson
{
    /// <summary>One JSON object: what was converted, the rows of each table, the fidelity report, and the findings.</summary>
    /// <param name="format">Name of the format.</param>
    /// <param name="from">What was read, as the user named it.</param>
    /// <param name="to">What was written; null where nothing was.</param>
    /// <param name="system">The package; null where there is none.</param>
    /// <param name="fidelity">What came over; null where nothing did.</param>
    /// <param name="findings">The findings.</param>
    public static byte[] Write(string format, string from, string? to, EnergySystem? system, FidelityReport? fidelity, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return JsonBytes.Object(json =>
        {
            json.WriteString("status", fidelity is null || findings.HasErrors ? "refused" : "done");
            json.WriteString("format", format);
            json.WriteString("from", from);
            json.WriteString("to", to);
            if (system is not null)
            {
                json.WriteStartObject("tables");
                foreach (TableSchema table in PackageSchema.Tables)
                {
                    if (table.RowsOf(system).Count is > 0 and int rows)
                        json.WriteNumber(table.Name, rows);
                }

                json.WriteEndObject();
            }

            if (fidelity is not null)
                Report(json, fidelity);
            FindingsJson.Counted(json, findings);
        });
    }

    /// <summary>A fidelity report alone, as it is kept beside an imported package.</summary>
    /// <param name="format">Name of the format.</param>
    /// <param name="fidelity">What came over.</param>
    public static byte[] Write(string format, FidelityReport fidelity)
    {
        ArgumentNullException.ThrowIfNull(fidelity);
        return JsonBytes.Object(json =>
        {
            json.WriteString("format", format);
            Report(json, fidelity);
        });
    }

    /// <summary>The counts of a report alone, as an object.</summary>
    internal static void Counts(Utf8JsonWriter json, string name, FidelityReport fidelity)
    {
        json.WriteStartObject(name);
        Counts(json, fidelity);
        json.WriteEndObject();
    }

    private static void Counts(Utf8JsonWriter json, FidelityReport fidelity)
    {
        foreach (FidelityKind kind in Enum.GetValues<FidelityKind>())
            json.WriteNumber(SnakeCase.From(kind.ToString()), fidelity.Count(kind));
    }

    private static void Report(Utf8JsonWriter json, FidelityReport fidelity)
    {
        json.WriteStartObject("fidelity");
        Counts(json, fidelity);
        json.WriteStartArray("entries");
        foreach (FidelityEntry entry in fidelity.Entries)
        {
            json.WriteStartObject();
            json.WriteString("kind", SnakeCase.From(entry.Kind.ToString()));
            json.WriteString("part", entry.Part);
            json.WriteString("attribute", entry.Attribute);
            json.WriteString("target", entry.Target);
            json.WriteString("note", entry.Note);
            json.WriteNumber("count", entry.Count);
            json.WriteStartArray("examples");
            foreach (string example in entry.Examples)
                json.WriteStringValue(example);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
