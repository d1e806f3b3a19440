using System.Globalization;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Workbooks;

/// <summary>
/// Reads a workbook (.xlsx: ECMA-376, transitional or strict) sheet by sheet and row by row in bounded memory. Only values are
/// read: formulas are taken by the values saved with them, and nothing outside the file is ever opened.
/// </summary>
public sealed class WorkbookReader : IDisposable
{
    private const string Document = "/officeDocument";
    private readonly WorkbookArchive _archive;
    private readonly List<WorkbookSheet> _sheets = [];
    private readonly Dictionary<string, (string Kind, string Target)> _links = new(StringComparer.Ordinal);
    private List<string> _texts = [];
    private WorkbookStyles _styles = new();

    private WorkbookReader(WorkbookArchive archive, WorkbookLimits limits) => (_archive, Limits) = (archive, limits);

    /// <summary>The worksheets, in the order of their tabs.</summary>
    public IReadOnlyList<WorkbookSheet> Sheets => _sheets;

    /// <summary>Name of the file, as findings name it.</summary>
    public string File => _archive.File;

    /// <summary>Whether day 0 of its dates is 1 January 1904.</summary>
    public bool Is1904 { get; private set; }

    /// <summary>How much is read.</summary>
    internal WorkbookLimits Limits { get; }

    /// <summary>The shared texts.</summary>
    internal IReadOnlyList<string> Texts => _texts;

    /// <summary>Which styles show dates.</summary>
    internal WorkbookStyles Styles => _styles;

    /// <summary>Opens a workbook.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="findings">Takes what is wrong (G…), with <c>file [part]:line:column</c> or <c>file [Sheet!B12]</c>.</param>
    /// <param name="limits">How much is read; null for the usual limits.</param>
    /// <returns>The workbook; null where a finding of severity error stands in its way.</returns>
    public static WorkbookReader? Open(string path, FindingList findings, WorkbookLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(findings);
        limits ??= WorkbookLimits.Default;
        if (WorkbookArchive.Open(path, Path.GetFileName(path), limits, findings) is not { } archive)
            return null;
        var reader = new WorkbookReader(archive, limits);
        if (reader.ReadParts(findings))
            return reader;
        reader.Dispose();
        return null;
    }

    /// <summary>The sheet with a name, upper and lower case alike as in the program itself; null where there is none.</summary>
    /// <param name="name">Name of the sheet.</param>
    public WorkbookSheet? Sheet(string name) => _sheets.Find(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Opens a sheet.</summary>
    /// <param name="sheet">One of <see cref="Sheets"/>.</param>
    /// <param name="findings">Takes what is wrong with it, also later, while its rows are read.</param>
    /// <returns>The sheet before its first row; null where it cannot be read.</returns>
    public WorkbookSheetReader? OpenSheet(WorkbookSheet sheet, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(findings);
        return _archive.OpenPart(sheet.Part, findings) is { } part ? WorkbookSheetReader.Open(this, sheet, part, findings) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private bool ReadParts(FindingList findings)
    {
        int before = findings.Errors;
        string? workbook = null;
        foreach ((string kind, string target) in Links("_rels/.rels", "", findings).Values)
        {
            if (kind.EndsWith(Document, StringComparison.Ordinal))
                workbook ??= target;
        }

        if (findings.Errors > before)
            return false;
        if (workbook is null)
        {
            Report(FormatFindings.UnknownFormat, "This zip file is no workbook: it names no main part.", null);
            return false;
        }

        if (workbook.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
        {
            Report(FormatFindings.UnknownFormat, "This is a binary workbook (.xlsb).", "Save it as .xlsx.");
            return false;
        }

        int slash = workbook.LastIndexOf('/') + 1;
        foreach ((string id, (string Kind, string Target) link) in Links($"{workbook[..slash]}_rels/{workbook[slash..]}.rels", workbook[..slash], findings))
            _links[id] = link;
        return findings.Errors == before && ReadSheets(workbook, findings) && ReadTexts(findings) && findings.Errors == before;

        void Report(FindingKind kind, string message, string? hint) => findings.Add(kind.At(File, new SourcePlace(File), message, hint));
    }

    private bool ReadTexts(FindingList findings)
    {
        if (TargetOf("/sharedStrings") is { } texts)
        {
            using WorkbookPart? part = _archive.OpenPart(texts, findings);
            if (part is null || WorkbookTexts.Shared(part, Limits, findings) is not { } shared)
                return false;
            _texts = shared;
        }

        if (TargetOf("/styles") is { } styles && _archive.Has(styles))
        {
            using WorkbookPart? part = _archive.OpenPart(styles, findings);
            if (part is null)
                return false;
            _styles = WorkbookStyles.Read(part);
            return !part.IsBroken;
        }

        return true;
    }

    private string? TargetOf(string kind)
    {
        foreach ((string name, string target) in _links.Values)
        {
            if (name.EndsWith(kind, StringComparison.Ordinal))
                return target;
        }

        return null;
    }

    private bool ReadSheets(string workbook, FindingList findings)
    {
        using WorkbookPart? part = _archive.OpenPart(workbook, findings);
        if (part is null)
            return false;
        int root = part.Root("workbook");
        while (part.NextChild(root))
        {
            if (part.Is("workbookPr"))
            {
                Is1904 = part.Attribute("date1904") is "1" or "true" or "on";
            }
            else if (part.Is("sheets"))
            {
                int sheets = part.Enter();
                while (part.NextChild(sheets))
                {
                    if (part.Is("sheet"))
                        AddSheet(part, findings);
                }
            }
        }

        if (part.IsBroken)
            return false;
        if (_sheets.Count == 0)
            findings.Add(FormatFindings.Missing.At(File, new SourcePlace(File), "The workbook has no worksheet."));
        return _sheets.Count > 0;
    }

    private void AddSheet(WorkbookPart part, FindingList findings)
    {
        string name = part.Attribute("name") ?? "";
        if (_sheets.Count >= Limits.Sheets)
        {
            part.Fail(FormatFindings.TooMany, string.Create(CultureInfo.InvariantCulture, $"The workbook has more than {Limits.Sheets} worksheets."), null);
        }
        else if (part.Link() is not { } id || !_links.TryGetValue(id, out (string Kind, string Target) link) || !_archive.Has(link.Target))
        {
            findings.Add(FormatFindings.Missing.At(File, part.Place, $"The sheet '{name}' has no part in the zip file.", "Save the workbook again."));
        }
        else if (link.Kind.EndsWith("/worksheet", StringComparison.Ordinal))
        {
            // Charts and dialogues are sheets as well; they hold no cells.
            _sheets.Add(new WorkbookSheet(name, part.Attribute("state") is "hidden" or "veryHidden", link.Target));
        }
    }

    /// <summary>What a part is linked with inside the file; links to the outside are passed over.</summary>
    private Dictionary<string, (string Kind, string Target)> Links(string relationships, string folder, FindingList findings)
    {
        var links = new Dictionary<string, (string Kind, string Target)>(StringComparer.Ordinal);
        if (!_archive.Has(relationships))
            return links;
        using WorkbookPart? part = _archive.OpenPart(relationships, findings);
        if (part is null)
            return links;
        int root = part.Root("Relationships");
        while (part.NextChild(root))
        {
            if (part.Is("Relationship") && part.Attribute("TargetMode") != "External" && part.Attribute("Id") is { } id && part.Attribute("Target") is { } target)
                links.TryAdd(id, (part.Attribute("Type") ?? "", Resolve(folder, target)));
        }

        return links;
    }

    private static string Resolve(string folder, string target)
    {
        var names = new List<string>();
        foreach (string name in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == ".." && names.Count > 0)
                names.RemoveAt(names.Count - 1);
            else if (name is not ("." or ".."))
                names.Add(name);
        }

        return string.Join('/', names);
    }
}
