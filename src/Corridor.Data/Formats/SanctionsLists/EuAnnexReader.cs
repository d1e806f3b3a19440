using System.Globalization;
using System.Text;
using Corridor.Model.Findings;
using Corridor.Model.Sanctions;

namespace Corridor.Data.Formats.SanctionsLists;

/// <summary>A table of the annexes of Regulation (EU) No 833/2014: a header, one row an entry, several names in a cell separated by semicolons.</summary>
internal static class EuAnnexReader
{
    private static readonly string[] Demanded = ["name", "alias", "annex"];
    private static readonly string[] Numbers = ["registrationNumber", "taxNumber", "idNumber", "innCode", "ogrnCode", "leiCode", "swiftBic", "imoNumber"];

    /// <summary>Whether the first line is a header with the columns that are needed.</summary>
    internal static bool IsHeader(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
        string[] names = [.. Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]).TrimStart('\uFEFF').Split(',').Select(n => n.Trim().Trim('"'))];
        return Demanded.All(names.Contains);
    }

    internal static List<ListedParty> Read(ReadOnlyMemory<byte> bytes, string name, FindingList findings)
    {
        var parties = new List<ListedParty>();
        Dictionary<string, int>? columns = null;
        int width = 0;
        foreach ((string[] row, SourcePlace place) in SanctionsList.Rows(bytes, name, findings))
        {
            if (columns is null)
            {
                columns = [];
                width = row.Length;
                for (int i = 0; i < row.Length; i++)
                    columns.TryAdd(row[i].Trim().TrimStart('\uFEFF').Trim('"'), i);
                continue;
            }

            if (row.Length != width)
            {
                findings.Add(FormatFindings.RowSkipped.At(name, place, string.Create(CultureInfo.InvariantCulture, $"The header has {width} cells; this row has {row.Length}.")));
                continue;
            }

            string Cell(string column) => columns.TryGetValue(column, out int i) ? row[i] : "";
            if (Split(Cell("name")).Length == 0)
            {
                findings.Add(FormatFindings.RowSkipped.At(name, place, "The entry has no name."));
                continue;
            }

            ListedParty party = Party(Cell, place);
            if (party is { Since: null, SinceAsPrinted.Length: > 0 })
                findings.Add(FormatFindings.RowSkipped.At(name, place, $"The entry is read, its 'startDate' is not: '{ListDate.Shown(party.SinceAsPrinted)}' is no day such as 12.9.2014, 14 June 2022 or 2022-06-14."));
            parties.Add(party);
        }

        return parties;
    }

    private static ListedParty Party(Func<string, string> cell, SourcePlace place)
    {
        IEnumerable<ListedName> names =
        [
            .. Split(cell("name")).Select((n, i) => new ListedName(n, IsPrimary: i == 0, IsWeak: false)),
            .. Split(cell("alias")).Select(n => new ListedName(n, false, false)),
            .. Split(cell("weakAlias")).Concat(Split(cell("previousName"))).Select(n => new ListedName(n, false, IsWeak: true)),
        ];
        return new ListedParty
        {
            List = "EU " + cell("celex"),
            Id = cell("recordId") is { Length: > 0 } record ? $"{cell("annex")}-{record}" : string.Create(CultureInfo.InvariantCulture, $"{cell("annex")} (line {place.Line})"),
            Kind = cell("schema") switch
            {
                "Person" => ListedKind.Person,
                "Vessel" => ListedKind.Vessel,
                "Asset" => ListedKind.Asset,
                _ => ListedKind.Entity,
            },
            Names = [.. names.DistinctBy(n => n.Text, StringComparer.OrdinalIgnoreCase)],
            Program = $"annex {cell("annex")}",
            Measure = cell("measure"),
            Since = ListDate.Parse(cell("startDate")),
            SinceAsPrinted = cell("startDate"),
            ImoNumber = ImoNumber.Of("IMO " + cell("imoNumber")),
            Identifiers = string.Join("; ", Numbers.Select(n => (Name: n, Text: cell(n))).Where(n => n.Text.Length > 0).Select(n => $"{n.Name} {n.Text}")),
            Remarks = string.Join("; ", ((string[])[cell("reason"), cell("notes")]).Where(t => t.Length > 0)),
            Place = place,
        };
    }

    private static string[] Split(string cell) => cell.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
