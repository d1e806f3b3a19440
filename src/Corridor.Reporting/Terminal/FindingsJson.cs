using System.Text.Json;
using Corridor.Model.Findings;
using Corridor.Model.Schema;

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
        return JsonBytes.Object(json =>
        {
            json.WriteString("package", package);
            Counted(json, findings);
        });
    }

    /// <summary>Members <c>errors</c>, <c>warnings</c>, <c>findings</c> and <c>findings_not_listed</c>.</summary>
    internal static void Counted(Utf8JsonWriter json, FindingList findings)
    {
        json.WriteNumber("errors", findings.Errors);
        json.WriteNumber("warnings", findings.Warnings);
        List(json, findings);
    }

    /// <summary>Members <c>findings</c>, those kept in the order of their discovery, and <c>findings_not_listed</c>, how many more there were.</summary>
    internal static void List(Utf8JsonWriter json, FindingList findings)
    {
        json.WriteStartArray("findings");
        foreach (Finding finding in findings.Items)
            Item(json, finding);
        json.WriteEndArray();
        json.WriteNumber("findings_not_listed", findings.NotKept);
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
