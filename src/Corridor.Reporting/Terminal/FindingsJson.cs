using System.Text.Json;
using Corridor.Model.Findings;
using Corridor.Model.Schema;
using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Terminal;

/// <summary>Findings for programs.</summary>
public static class FindingsJson
{
    /// <summary>One JSON object: counts, and the findings in the order of their discovery.</summary>
    /// <param name="package">The package as the user named it.</param>
    /// <param name="findings">The findings.</param>
    public static byte[] Write(string package, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, RunSummaryJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("package", package);
            writer.WriteNumber("errors", findings.Errors);
            writer.WriteNumber("warnings", findings.Warnings);
            writer.WriteNumber("not_listed", findings.NotKept);
            writer.WriteStartArray("findings");
            foreach (Finding finding in findings.Items)
            {
                Item(writer, finding);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>One finding with its place; <c>hint</c> is null where there is none.</summary>
    internal static void Item(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("code", finding.Code);
        writer.WriteString("severity", SnakeCase.From(finding.Severity.ToString()));
        writer.WriteString("subject", finding.Subject);
        writer.WriteString("file", finding.Place.File);
        writer.WriteNumber("line", finding.Place.Line);
        writer.WriteNumber("column", finding.Place.Column);
        writer.WriteString("message", finding.Message);
        writer.WriteString("hint", finding.Hint);
        writer.WriteEndObject();
    }

    /// <summary>Numbers that are not finite have no place in JSON: they become null.</summary>
    internal static void Number(Utf8JsonWriter json, string key, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumber(key, number);
        else
            json.WriteNull(key);
    }
}
