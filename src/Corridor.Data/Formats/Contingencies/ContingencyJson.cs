using Corridor.Data.Formats.Documents;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Contingencies;

/// <summary>Reads contingencies from JSON.</summary>
internal static class ContingencyJson
{
    internal static void Read(ReadOnlySpan<byte> bytes, string file, ContingencyList list, FindingList findings)
    {
        if (InputFile.Json(bytes, new SourcePlace(file), findings) is not { } root)
            return;
        if (!root.IsArray)
        {
            findings.Add(FormatFindings.WrongKind.At(file, Place(root, file), "An array of contingencies is expected."));
            return;
        }

        foreach (JsonTree entry in root.Elements)
        {
            if (entry.Text is { } name && !entry.IsObject && !entry.IsArray)
            {
                list.Begin(name);
                list.Add(name, "", name, Place(entry, file));
            }
            else if (entry.IsObject && entry["id"]?.Text is { Length: > 0 } id)
            {
                if (list.Has(id))
                    findings.Add(FormatFindings.DuplicateId.At(file, Place(entry, file), $"The contingency '{id}' stands twice."));
                list.Begin(id);
                Elements(entry, "branches", "branch", id, file, list, findings);
                Elements(entry, "units", "unit", id, file, list, findings);
            }
            else
            {
                findings.Add(FormatFindings.WrongKind.At(file, Place(entry, file), "The name of an element, or an object with id, branches and units, is expected."));
            }
        }
    }

    private static void Elements(JsonTree entry, string member, string kind, string id, string file, ContingencyList list, FindingList findings)
    {
        if (entry[member] is not { } values)
            return;
        if (!values.IsArray)
        {
            findings.Add(FormatFindings.WrongKind.At(file, Place(values, file), $"'{member}' must be an array of names."));
            return;
        }

        foreach (JsonTree value in values.Elements)
        {
            if (value.Text is { } name && !value.IsObject && !value.IsArray)
                list.Add(id, kind, name, Place(value, file));
            else
                findings.Add(FormatFindings.WrongKind.At(file, Place(value, file), $"'{member}' must be an array of names."));
        }
    }

    private static SourcePlace Place(JsonTree value, string file) => new(file, value.Line, value.Column);
}
