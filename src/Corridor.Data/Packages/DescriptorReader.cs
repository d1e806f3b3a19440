using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Units;

namespace Corridor.Data.Packages;

/// <summary>Reads datapackage.json and reports what is wrong with it, each with its line.</summary>
internal sealed class DescriptorReader(FindingList findings)
{
    private const long LongestFile = 16L << 20;
    private const string File = PackageDescriptor.FileName;

    /// <summary>Reads the descriptor; null if there is none to speak of.</summary>
    internal PackageDescriptor? Read(IPackageFiles files)
    {
        long length = files.LengthOf(File) ?? 0;
        if (length > LongestFile)
        {
            findings.Add(PackageFindings.FileTooLarge.At(File, new SourcePlace(File), string.Create(CultureInfo.InvariantCulture, $"{File} has {length} bytes, more than {LongestFile}.")));
            return null;
        }

        using var memory = new MemoryStream();
        using (Stream stream = new LimitedStream(files.Open(File), LongestFile))
            stream.CopyTo(memory);
        ReadOnlySpan<byte> bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        JsonPart? root = Parse(bytes);
        return root is null ? null : Describe(root);
    }

    private JsonPart? Parse(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            findings.Add(PackageFindings.BadDescriptor.At(File, new SourcePlace(File, 1), $"{File} is not encoded in UTF-8.", "Save it as UTF-8."));
            return null;
        }

        try
        {
            JsonPart root = JsonPart.Parse(bytes);
            if (root.IsObject)
                return root;
            findings.Add(PackageFindings.BadDescriptor.At(File, new SourcePlace(File, 1, 1), "An object is expected: {…}."));
        }
        catch (JsonException problem)
        {
            int line = (int)(problem.LineNumber ?? 0) + 1;
            int column = (int)(problem.BytePositionInLine ?? 0) + 1;
            findings.Add(PackageFindings.BadDescriptor.At(File, new SourcePlace(File, line, column), "This is not JSON: " + OneLine(FirstSentence(problem.Message)), "Look for a missing comma, quotation mark or bracket here or just before."));
        }

        return null;
    }

    // The parser quotes what it could not read, which may be a whole broken text over many lines.
    private static string OneLine(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 160 ? line : string.Concat(line.AsSpan(0, 160), "…");
    }

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private PackageDescriptor? Describe(JsonPart root)
    {
        string? name = Text(root, "name", "name");
        if (root["name"] is null)
            Wrong(root, "name is missing.", "Add \"name\": \"my-package\".");
        JsonPart? corridor = root["corridor"];
        if (corridor is { IsObject: false })
        {
            Wrong(corridor, "corridor is not an object.", "Write \"corridor\": {\"currency\": \"USD\", \"from\": \"2025-01-01\", \"to\": \"2026-01-01\"}.");
            corridor = null;
        }

        (DateOnly? from, DateOnly? to) = Horizon(corridor);
        JsonPart? licence = root["licenses"] is { IsArray: true, Elements: [{ IsObject: true } first, ..] } ? first : null;
        var description = new PackageDescription
        {
            Name = name ?? "unnamed",
            Title = Text(root, "title", "title"),
            Description = Text(root, "description", "description"),
            Version = Text(root, "version", "version"),
            Licence = licence is null ? null : Text(licence, "name", "licenses[0].name"),
            LicenceTitle = licence is null ? null : Text(licence, "title", "licenses[0].title"),
            LicencePath = licence is null ? null : Text(licence, "path", "licenses[0].path"),
            Currency = Currency(root, corridor),
            From = from,
            To = to,
        };
        return new PackageDescriptor(description, Resources(root));
    }

    private string Currency(JsonPart root, JsonPart? corridor)
    {
        if (corridor?["currency"] is not { } part)
        {
            findings.Add(PackageFindings.NoCurrency.At(File, At(corridor ?? root), "corridor.currency is missing: costs, prices and the objective are stated in USD.", "Add \"corridor\": {\"currency\": \"USD\"}."));
            return "USD";
        }

        if (Model.Units.Currency.TryParse(part.Text, out Currency currency, out UnitProblem? problem))
            return currency.Code;
        Wrong(part, "corridor.currency: " + problem.Message, problem.Hint);
        return "USD";
    }

    private (DateOnly? From, DateOnly? To) Horizon(JsonPart? corridor)
    {
        if (corridor is null)
            return (null, null);
        DateOnly? from = Date(corridor, "from");
        DateOnly? to = Date(corridor, "to");
        if (from >= to)
            Wrong(corridor["to"]!, "corridor.to is the first day after the horizon and must be later than corridor.from.", null);
        foreach ((string name, JsonPart value) in corridor.Members)
        {
            if (name is not ("currency" or "from" or "to"))
                findings.Add(PackageFindings.MemberWithoutEffect.At(File, At(value), $"corridor.{name} has no effect.", Suggestion.Ask(name, ["currency", "from", "to"])));
        }

        return (from, to);
    }

    private DateOnly? Date(JsonPart corridor, string name)
    {
        if (corridor[name] is not { } part)
            return null;
        if (DateOnly.TryParseExact(part.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            return date;
        Wrong(part, $"corridor.{name} is no date.", "Write year-month-day, such as 2025-01-01.");
        return null;
    }

    private List<ResourceEntry> Resources(JsonPart root)
    {
        var resources = new List<ResourceEntry>();
        if (root["resources"] is not { IsArray: true } list)
        {
            Wrong(root["resources"] ?? root, "resources is missing or no array.", "Add \"resources\": [{\"name\": \"nodes\", \"path\": \"nodes.csv\"}, …].");
            return resources;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonPart part in list.Elements)
        {
            if (Resource(part) is not { } resource)
                continue;
            if (names.Add(resource.Name))
                resources.Add(resource);
            else
                findings.Add(PackageFindings.DuplicateResource.At(resource.Name, At(part), $"A second resource has the name '{resource.Name}'; it is not read."));
        }

        return resources;
    }

    private ResourceEntry? Resource(JsonPart part)
    {
        if (!part.IsObject)
        {
            Wrong(part, "A resource is no object.", "Write {\"name\": \"nodes\", \"path\": \"nodes.csv\"}.");
            return null;
        }

        string? path = Text(part, "path", "path");
        string? name = Text(part, "name", "name") ?? (path is null ? null : Path.GetFileNameWithoutExtension(path));
        if (path is null || name is null)
        {
            Wrong(part["path"] ?? part, "A resource needs a path: one file name.", "Write {\"name\": \"nodes\", \"path\": \"nodes.csv\"}.");
            return null;
        }

        if (!PackagePath.IsSafe(path))
        {
            findings.Add(PackageFindings.UnsafePath.At(name, At(part["path"]!), $"The path '{path}' is absolute, an address, or leads out of the package; it is not read.", "Name the file relative to the package."));
            return null;
        }

        CheckForm(part, name);
        return new ResourceEntry(name, path, Fields(part, name), part);
    }

    /// <summary>Other separators and encodings are legal in the format, but this reader has one of each.</summary>
    private void CheckForm(JsonPart part, string name)
    {
        if (part["encoding"] is { Text: { } encoding } place && !encoding.Replace("-", "", StringComparison.Ordinal).Equals("utf8", StringComparison.OrdinalIgnoreCase))
            findings.Add(PackageFindings.Encoding.At(name, At(place), $"The encoding '{encoding}' is declared; UTF-8 is expected.", "Save the file as 'CSV UTF-8'."));
        if (part["dialect"]?["delimiter"] is { Text: { } delimiter } mark && delimiter != ",")
            findings.Add(PackageFindings.Separator.At(name, At(mark), $"The separator '{delimiter}' is declared; a comma is expected."));
    }

    private Dictionary<string, FieldEntry> Fields(JsonPart resource, string name)
    {
        var fields = new Dictionary<string, FieldEntry>(StringComparer.Ordinal);
        if (resource["schema"]?["fields"] is not { IsArray: true } list)
            return fields;
        foreach (JsonPart part in list.Elements)
        {
            if (!part.IsObject || Text(part, "name", "name") is not { } field)
            {
                Wrong(part, $"A field of '{name}' has no name.", "Write {\"name\": \"length\", \"type\": \"number\", \"unit\": \"km\"}.");
                continue;
            }

            string? unit = Text(part, "unit", "unit")?.Trim();
            if (!fields.TryAdd(field, new FieldEntry(field, unit, part["unit"], Text(part, "type", "type"), part)))
                findings.Add(PackageFindings.UnknownField.At($"{name}.{field}", At(part), $"The field '{field}' is described twice; the first counts."));
        }

        return fields;
    }

    private string? Text(JsonPart owner, string member, string shown)
    {
        if (owner[member] is not { } part || part.Kind == JsonTokenType.Null)
            return null;
        if (part.Text is { Length: > 0 } text)
            return text;
        Wrong(part, $"{shown} is no text.", $"Write \"{member}\": \"…\".");
        return null;
    }

    private void Wrong(JsonPart part, string message, string? hint) => findings.Add(PackageFindings.DescriptorValue.At(File, At(part), message, hint));

    private static SourcePlace At(JsonPart part) => new(File, part.Line, part.Column);
}
