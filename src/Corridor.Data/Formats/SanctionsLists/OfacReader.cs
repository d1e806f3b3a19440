using System.Globalization;
using Corridor.Data.Formats.Documents;
using Corridor.Model.Findings;
using Corridor.Model.Sanctions;

namespace Corridor.Data.Formats.SanctionsLists;

/// <summary>
/// The comma-separated files of the Office of Foreign Assets Control: twelve cells a row without header, <c>-0-</c> for nothing; aliases
/// and long remarks in files of their own, by the entry's number (OFAC, "SDN list file format", dat_spec.txt).
/// </summary>
internal static class OfacReader
{
    private const int Cells = 12;
    private const int Number = 0, Name = 1, Type = 2, Program = 3, Title = 4, CallSign = 5, VesselType = 6, Owner = 10, Remarks = 11;

    /// <summary>Whether the first row is an entry of OFAC's.</summary>
    internal static bool IsOfac(ReadOnlySpan<byte> bytes)
    {
        int comma = bytes.IndexOf((byte)',');
        return comma is > 0 and < 12 && int.TryParse(bytes[..comma], NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }

    internal static SanctionsList Read(string path, ReadOnlyMemory<byte> bytes, FindingList findings)
    {
        var files = new List<string> { path };
        ILookup<string, (string Name, bool IsWeak)> aliases = Aliases(path, files, findings);
        ILookup<string, string> comments = Comments(path, files, findings);
        string name = Path.GetFileName(path);
        var parties = new List<ListedParty>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string[] row, SourcePlace place) in SanctionsList.Rows(bytes, name, findings))
        {
            if (row.Length != Cells)
                Skip(findings, name, place, string.Create(CultureInfo.InvariantCulture, $"An entry has {Cells} cells; this row has {row.Length}."));
            else if (row[Number].Length == 0 || row[Name].Length == 0)
                Skip(findings, name, place, "The entry has no number or no name.");
            else if (!seen.Add(row[Number]))
                Skip(findings, name, place, $"The number {row[Number]} is given twice.");
            else
                parties.Add(Party(row, aliases, comments, place));
        }

        foreach (string orphan in aliases.Select(a => a.Key).Where(k => !seen.Contains(k)).Order(StringComparer.Ordinal))
            findings.Add(FormatFindings.Unused.At(orphan, new SourcePlace(Path.GetFileName(files[1])), $"The alias file names the entry {orphan}, which the list does not have."));
        return new SanctionsList { Files = files, Parties = parties };
    }

    private static ListedParty Party(string[] row, ILookup<string, (string Name, bool IsWeak)> aliases, ILookup<string, string> comments, SourcePlace place)
    {
        string remarks = string.Join(' ', comments[row[Number]].Prepend(row[Remarks]).Where(t => t.Length > 0));
        var names = new List<ListedName> { new(row[Name], IsPrimary: true, IsWeak: false) };
        names.AddRange(aliases[row[Number]].Select(a => new ListedName(a.Name, false, a.IsWeak)));
        names.AddRange(Quoted(remarks).Select(a => new ListedName(a, false, IsWeak: true)));
        return new ListedParty
        {
            List = "OFAC",
            Id = row[Number],
            Kind = KindOf(row[Type]),
            Names = [.. names.DistinctBy(n => n.Text, StringComparer.OrdinalIgnoreCase)],
            Program = row[Program],
            Measure = string.Join("; ", Marked(remarks, ["Directive 1", "Directive 2", "Directive 3", "Directive 4"])),
            Since = After(remarks, "Listing Date"),
            Identifiers = string.Join("; ", Marked(remarks, ["Tax ID", "Legal Entity Number", "Registration Number", "Registration ID", "IMO", "SWIFT/BIC", "MMSI"])),
            Remarks = string.Join("; ", ((string[])[row[Title], row[CallSign], row[VesselType], row[Owner], remarks]).Where(t => t.Length > 0)),
            Place = place,
        };
    }

    private static ListedKind KindOf(string type) => type.ToUpperInvariant() switch
    {
        "INDIVIDUAL" => ListedKind.Person,
        "VESSEL" => ListedKind.Vessel,
        "AIRCRAFT" => ListedKind.Aircraft,
        _ => ListedKind.Entity,
    };

    /// <summary>Aliases by entry: number, alias's number, kind, name, remarks.</summary>
    private static ILookup<string, (string Name, bool IsWeak)> Aliases(string path, List<string> files, FindingList findings)
    {
        var rows = new List<(string Entry, string Name, bool IsWeak)>();
        foreach ((string[] row, string name, SourcePlace place) in Beside(path, ["cons_alt.csv", "alt.csv"], files, findings))
        {
            if (row.Length != 5 || row[0].Length == 0 || row[3].Length == 0)
                Skip(findings, name, place, "An alias has five cells: entry, number, kind, name, remarks.");
            else
                rows.Add((row[0], row[3], row[2] == "fka" || row[4].Contains("weak", StringComparison.OrdinalIgnoreCase)));
        }

        return rows.ToLookup(r => r.Entry, r => (r.Name, r.IsWeak), StringComparer.Ordinal);
    }

    private static ILookup<string, string> Comments(string path, List<string> files, FindingList findings)
    {
        var rows = new List<(string Entry, string Text)>();
        foreach ((string[] row, string name, SourcePlace place) in Beside(path, ["cons_comments.csv", "sdn_comments.csv"], files, findings))
        {
            if (row.Length != 2)
                Skip(findings, name, place, "A comment has two cells: entry and text.");
            else
                rows.Add((row[0], row[1]));
        }

        return rows.ToLookup(r => r.Entry, r => r.Text, StringComparer.Ordinal);
    }

    /// <summary>Rows of the file of the same list beside: cons_… belongs to cons_prim.csv, the other to sdn….csv.</summary>
    private static IEnumerable<(string[] Row, string Name, SourcePlace Place)> Beside(string path, string[] names, List<string> files, FindingList findings)
    {
        string file = Path.GetFileName(path), other = names[file.StartsWith("cons", StringComparison.OrdinalIgnoreCase) ? 0 : 1];
        string place = Path.Combine(Path.GetDirectoryName(path) ?? "", other);
        if (other == file || !File.Exists(place) || InputText.Utf8Bytes(place, findings) is not { } bytes)
            yield break;
        files.Add(place);
        foreach ((string[] row, SourcePlace at) in SanctionsList.Rows(bytes, other, findings))
            yield return (row, other, at);
    }

    /// <summary>Weak names that remarks hold: a.k.a. 'BNC'.</summary>
    private static IEnumerable<string> Quoted(string remarks)
    {
        for (int at = remarks.IndexOf("k.a. '", StringComparison.Ordinal); at >= 0; at = remarks.IndexOf("k.a. '", at + 6, StringComparison.Ordinal))
        {
            int end = remarks.IndexOf('\'', at + 6);
            if (end < 0)
                yield break;
            if (end > at + 6)
                yield return remarks[(at + 6)..end];
        }
    }

    private static IEnumerable<string> Marked(string remarks, string[] marks) =>
        remarks.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part.Length < 300 && marks.Any(m => part.Contains(m, StringComparison.Ordinal)))
            .Select(part => part.TrimEnd('.'));

    private static string After(string remarks, string mark)
    {
        int at = remarks.IndexOf(mark, StringComparison.Ordinal), colon = at < 0 ? -1 : remarks.IndexOf(':', at), end = colon < 0 ? -1 : remarks.IndexOf(';', colon);
        return colon < 0 ? "" : remarks[(colon + 1)..(end < 0 ? remarks.Length : end)].Trim(' ', '.');
    }

    private static void Skip(FindingList findings, string name, SourcePlace place, string message) => findings.Add(FormatFindings.RowSkipped.At(name, place, message));
}
