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
    private const int Cells = 12, Examples = 5, FullRemark = 1000;
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
        var missing = new List<string>();
        ILookup<string, (string Name, bool IsWeak)> aliases = Aliases(path, files, missing, findings);
        ILookup<string, string> comments = Comments(path, files, missing, findings);
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
                parties.Add(Dated(Party(row, aliases, comments, place), name, findings));
        }

        string[] orphans = [.. aliases.Select(a => a.Key).Where(k => !seen.Contains(k)).Order(StringComparer.Ordinal)];
        if (orphans.Length > 0)
        {
            string more = orphans.Length > Examples ? " …" : "";
            findings.Add(FormatFindings.Unused.At(name, new SourcePlace(Path.GetFileName(files[1])), string.Create(CultureInfo.InvariantCulture, $"The alias file names {orphans.Length} entries that the list does not have: {string.Join(", ", orphans.Take(Examples))}{more}.")));
        }

        return new SanctionsList { Files = files, MissingFiles = missing, Parties = parties };
    }

    private static ListedParty Party(string[] row, ILookup<string, (string Name, bool IsWeak)> aliases, ILookup<string, string> comments, SourcePlace place)
    {
        string remarks = Joined(row[Remarks], comments[row[Number]]);
        (DateOnly? since, string printed) = ListDate.Listing(remarks);
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
            Measure = OfacDirectives.Of(remarks),
            Since = since,
            SinceAsPrinted = printed,
            Identifiers = string.Join("; ", Marked(remarks, ["Tax ID", "Legal Entity Number", "Registration Number", "Registration ID", "Unified Social Credit Code", "Company Number", "IMO ", "SWIFT/BIC", "MMSI"])),
            ImoNumber = ImoNumber.Of(remarks),
            Remarks = string.Join("; ", ((string[])[row[Title], row[CallSign], row[VesselType], row[Owner], remarks]).Where(t => t.Length > 0)),
            Place = place,
        };
    }

    /// <summary>The entry; a listing date that is no day is told.</summary>
    private static ListedParty Dated(ListedParty party, string name, FindingList findings)
    {
        if (party is { Since: null, SinceAsPrinted.Length: > 0 })
            findings.Add(FormatFindings.RowSkipped.At(name, party.Place, $"The entry is read, its listing date is not: '{ListDate.Shown(party.SinceAsPrinted)}' is no day such as 24 Feb 2022."));
        return party;
    }

    private static ListedKind KindOf(string type) => type.ToUpperInvariant() switch
    {
        "INDIVIDUAL" => ListedKind.Person,
        "VESSEL" => ListedKind.Vessel,
        "AIRCRAFT" => ListedKind.Aircraft,
        _ => ListedKind.Entity,
    };

    /// <summary>Aliases by entry: number, alias's number, kind, name, remarks.</summary>
    private static ILookup<string, (string Name, bool IsWeak)> Aliases(string path, List<string> files, List<string> missing, FindingList findings)
    {
        var rows = new List<(string Entry, string Name, bool IsWeak)>();
        foreach ((string[] row, string name, SourcePlace place) in Beside(path, ["cons_alt.csv", "alt.csv"], "aliases", files, missing, findings))
        {
            if (row.Length != 5 || row[0].Length == 0 || row[3].Length == 0)
                Skip(findings, name, place, "An alias has five cells: entry, number, kind, name, remarks.");
            else
                rows.Add((row[0], row[3], row[2] == "fka" || row[4].Contains("weak", StringComparison.OrdinalIgnoreCase)));
        }

        return rows.ToLookup(r => r.Entry, r => (r.Name, r.IsWeak), StringComparer.Ordinal);
    }

    private static ILookup<string, string> Comments(string path, List<string> files, List<string> missing, FindingList findings)
    {
        var rows = new List<(string Entry, string Text)>();
        foreach ((string[] row, string name, SourcePlace place) in Beside(path, ["cons_comments.csv", "sdn_comments.csv"], "the ends of long remarks", files, missing, findings, keepsBlanks: true))
        {
            if (row.Length != 2)
                Skip(findings, name, place, "A comment has two cells: entry and text.");
            else
                rows.Add((row[0], row[1]));
        }

        return rows.ToLookup(r => r.Entry, r => r.Text, StringComparer.Ordinal);
    }

    /// <summary>Rows of the file of the same list beside: cons_… belongs to cons_prim.csv, the other to sdn….csv. Capital letters do not matter.</summary>
    private static IEnumerable<(string[] Row, string Name, SourcePlace Place)> Beside(string path, string[] names, string what, List<string> files, List<string> missing, FindingList findings, bool keepsBlanks = false)
    {
        string file = Path.GetFileName(path), other = names[file.StartsWith("cons", StringComparison.OrdinalIgnoreCase) ? 0 : 1];
        if (string.Equals(other, file, StringComparison.OrdinalIgnoreCase))
            yield break;
        if (Found(Path.GetDirectoryName(path), other) is not { } place)
        {
            missing.Add(other);
            findings.Add(FormatFindings.CompanionMissing.At(file, new SourcePlace(file), $"'{other}' is not beside '{file}': {what} are missing, so that matches may be missed.", $"Put OFAC's '{other}' of the same day beside it."));
            yield break;
        }

        if (InputText.Utf8Bytes(place, findings) is not { } bytes)
            yield break;
        files.Add(place);
        string name = Path.GetFileName(place);
        foreach ((string[] row, SourcePlace at) in SanctionsList.Rows(bytes, name, findings, keepsBlanks))
            yield return (row, name, at);
    }

    /// <summary>A file of a folder by its name in small or capital letters; the one as asked for goes first.</summary>
    private static string? Found(string? folder, string name)
    {
        string place = Path.Combine(folder ?? "", name);
        if (File.Exists(place))
            return place;
        try
        {
            return Directory.EnumerateFiles(string.IsNullOrEmpty(folder) ? "." : folder)
                .Where(f => string.Equals(Path.GetFileName(f), name, StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
                .FirstOrDefault();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that may not be listed has no file of another spelling; the missing one is told.
            return null;
        }
    }

    /// <summary>Weak names that remarks hold: a.k.a. 'BNC'. A name may have apostrophes of its own; the last one of its part closes it.</summary>
    private static IEnumerable<string> Quoted(string remarks)
    {
        const string mark = "k.a. '";
        foreach (string part in remarks.Split(';', StringSplitOptions.TrimEntries))
        {
            for (int at = part.IndexOf(mark, StringComparison.Ordinal), next; at >= 0; at = next)
            {
                next = part.IndexOf(mark, at + mark.Length, StringComparison.Ordinal);
                string name = part[(at + mark.Length)..(next < 0 ? part.Length : next)];
                int end = name.LastIndexOf('\'');
                if (end > 0)
                    yield return name[..end];
            }
        }
    }

    private static IEnumerable<string> Marked(string remarks, string[] marks) =>
        remarks.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part.Length < 300 && marks.Any(m => part.Contains(m, StringComparison.Ordinal)))
            .Select(part => part.TrimEnd('.'));

    /// <summary>A remark of a thousand letters is cut there and goes on in the file of comments, within a word if it so happens; a blank at the cut stays.</summary>
    private static string Joined(string remark, IEnumerable<string> comments)
    {
        string rest = string.Join(' ', comments.Where(t => t.Length > 0).Select((t, i) => i == 0 ? t : t.TrimStart()));
        return remark.Length >= FullRemark ? remark + rest : $"{remark} {rest.TrimStart()}".Trim();
    }

    private static void Skip(FindingList findings, string name, SourcePlace place, string message) => findings.Add(FormatFindings.RowSkipped.At(name, place, message));
}
