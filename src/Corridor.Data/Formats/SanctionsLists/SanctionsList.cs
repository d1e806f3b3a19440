using Corridor.Data.Formats.Documents;
using Corridor.Data.Formats.Tables;
using Corridor.Data.Packages;
using Corridor.Model.Findings;
using Corridor.Model.Sanctions;

namespace Corridor.Data.Formats.SanctionsLists;

/// <summary>A sanctions list read from files: OFAC's comma-separated files (no header), or annexes of the European Union (with header).</summary>
public sealed record SanctionsList
{
    /// <summary>Paths of the files read, the list itself first.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Names of files that belong to the list and are not beside it: aliases, ends of long remarks. Without them matches may be missed.</summary>
    public IReadOnlyList<string> MissingFiles { get; init; } = [];

    /// <summary>The entries, in the order of the list.</summary>
    public required IReadOnlyList<ListedParty> Parties { get; init; }

    /// <summary>Reads a list; which one it is follows from the content. OFAC's alias and comment files are found beside by their names.</summary>
    /// <param name="path">The file: OFAC's <c>sdn.csv</c> or <c>cons_prim.csv</c>, or a file with the columns of the EU annexes.</param>
    /// <param name="findings">Takes what is wrong (G…).</param>
    /// <returns>The list; null where a finding of severity error stands in its way.</returns>
    public static SanctionsList? Read(string path, FindingList findings)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(findings);
        string name = Path.GetFileName(path);
        if (Directory.Exists(path))
        {
            findings.Add(FormatFindings.UnknownFormat.At(name, new SourcePlace(name), $"'{name}' is a folder; a list is a file.", "Give OFAC's sdn.csv or cons_prim.csv, or the CSV file of the EU annexes."));
            return null;
        }

        int before = findings.Errors;
        if (InputText.Utf8Bytes(path, findings) is not { } bytes)
            return null;
        SanctionsList? list = null;
        if (EuAnnexReader.IsHeader(bytes.Span))
        {
            list = new SanctionsList { Files = [path], Parties = EuAnnexReader.Read(bytes, name, findings) };
        }
        else if (OfacReader.IsOfac(bytes.Span))
        {
            list = OfacReader.Read(path, bytes, findings);
        }
        else
        {
            findings.Add(FormatFindings.UnknownFormat.At(name, new SourcePlace(name, 1), "The file is no sanctions list that is known: its first row is neither an entry of OFAC's (a number, a name, twelve cells) nor a header with the columns 'name' and 'alias'.", "Give OFAC's sdn.csv or cons_prim.csv, or the CSV file of the EU annexes."));
        }

        if (list is { Parties.Count: 0 } && findings.Errors == before)
            findings.Add(FormatFindings.Empty.At(name, new SourcePlace(name), "The list has no entries."));
        return findings.Errors > before ? null : list;
    }

    /// <summary>The rows of a file with their line; broken ones become findings.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">How findings name it.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="keepsBlanks">Whether a blank at the beginning of a quoted cell stays (one of them).</param>
    internal static IEnumerable<(string[] Cells, SourcePlace Place)> Rows(ReadOnlyMemory<byte> bytes, string name, FindingList findings, bool keepsBlanks = false)
    {
        // OFAC's files end with the end-of-file mark of old systems.
        ReadOnlyMemory<byte> text = bytes.Span is [.., 0x1A] ? bytes[..^1] : bytes.Span is [.., 0x1A, (byte)'\n'] ? bytes[..^2] : bytes.Span is [.., 0x1A, (byte)'\r', (byte)'\n'] ? bytes[..^3] : bytes;
        return CsvRows.Read(text, name, findings, (csv, i) =>
        {
            string cell = csv.Text(i);
            return cell is "-0-" ? "" : keepsBlanks && cell.Length > 0 && csv.IsQuoted(i) && csv.Bytes(i)[0] == (byte)' ' ? " " + cell : cell;
        });
    }
}
