using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using Corridor.Data.Formats.Exchange;

namespace Corridor.Data.Formats.Excel;

/// <summary>
/// Writes a workbook (Office Open XML, ISO/IEC 29500-1, transitional) sheet after sheet into a stream. Sheets of any length take constant
/// memory; the same calls give the same bytes: no clock, no names of machines or people.
/// </summary>
public sealed class WorkbookWriter : IDisposable
{
    /// <summary>Most rows of a sheet.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>Most columns of a sheet.</summary>
    public const int MostColumns = 16_384;

    /// <summary>Longest text of a cell [UTF-16 characters].</summary>
    public const int LongestText = 32_767;

    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    // The least time that a zip file can hold: the bytes do not tell when they were written.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("[]:*?/\\");

    private readonly ZipArchive _archive;
    private readonly string _title;
    private readonly List<SheetLayout> _sheets = [];
    private readonly HashSet<string> _sheetNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string Formula, int? Sheet)> _names = [];
    private SheetWriter? _open;

    /// <summary>Begins a workbook.</summary>
    /// <param name="stream">Takes the bytes; stays open.</param>
    /// <param name="title">Title in the workbook's properties.</param>
    public WorkbookWriter(Stream stream, string title)
    {
        _archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        _title = title;
    }

    /// <summary>Writes a workbook to a file: beside its place first, then renamed.</summary>
    /// <param name="path">The file; one there is replaced.</param>
    /// <param name="title">Title in the workbook's properties.</param>
    /// <param name="write">Writes the sheets.</param>
    /// <exception cref="IOException">The file cannot be written, or a sheet cannot hold what it is given; nothing is then there that was not.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Save(string path, string title, Action<WorkbookWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        OutputFile.Save(path, stream =>
        {
            using var workbook = new WorkbookWriter(stream, title);
            write(workbook);
            workbook.Complete();
        });
    }

    /// <summary>Begins a sheet and ends the one before.</summary>
    /// <param name="layout">What it is.</param>
    /// <returns>Takes its rows until the next sheet begins.</returns>
    /// <exception cref="ArgumentException">The name is none for a sheet, or taken; or there are too many columns.</exception>
    public SheetWriter Begin(SheetLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        string name = layout.Name;
        if (name.Length is 0 or > 31 || name.AsSpan().ContainsAny(NotInNames) || name[0] == '\'' || name[^1] == '\'' || !_sheetNames.Add(name))
            throw new ArgumentException($"'{name}' is no name for a sheet, or is taken.", nameof(layout));
        if (layout.Columns.Count > MostColumns)
            throw new ArgumentException($"A sheet has at most {MostColumns} columns.", nameof(layout));
        _open?.End();
        _sheets.Add(layout);
        _open = new SheetWriter(this, layout, _sheets.Count - 1, Part(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{_sheets.Count}.xml")));
        return _open;
    }

    /// <summary>Names a range of cells, for rules to refer to.</summary>
    /// <param name="name">Letters, digits and underscores, beginning with a letter, and unlike the name of a cell; each only once.</param>
    /// <param name="formula">The range, or a formula that gives one. Never made of a text that a package holds.</param>
    public void AddName(string name, string formula) => AddName(name, formula, null);

    /// <summary>Writes what belongs to no sheet. The workbook is complete after that.</summary>
    /// <exception cref="ArgumentException">There is no sheet.</exception>
    public void Complete()
    {
        if (_sheets.Count == 0)
            throw new ArgumentException("A workbook has a sheet at least.");
        _open?.End();
        _open = null;
        WriteBook();
        using (MarkupBuffer styles = Part("xl/styles.xml"))
            styles.Raw(Head).Raw(WorkbookStyleSheet.Markup);
        using (MarkupBuffer properties = Part("docProps/core.xml"))
        {
            properties.Raw(Head).Raw("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>");
            properties.Text(_title).Raw("</dc:title></cp:coreProperties>");
        }

        WriteRelations();
        WriteTypes();
    }

    /// <summary>Ends the archive; without <see cref="Complete"/> it is no workbook.</summary>
    public void Dispose()
    {
        _open?.End();
        _open = null;
        _archive.Dispose();
    }

    internal void AddName(string name, string formula, int? sheet) => _names.Add((name, formula, sheet));

    private MarkupBuffer Part(string name)
    {
        ZipArchiveEntry entry = _archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Time;
        return new MarkupBuffer(entry.Open());
    }

    private void WriteBook()
    {
        using MarkupBuffer book = Part("xl/workbook.xml");
        book.Raw(Head).Raw($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><bookViews><workbookView/></bookViews><sheets>");
        for (int i = 0; i < _sheets.Count; i++)
        {
            book.Raw("<sheet name=\"").Text(_sheets[i].Name);
            book.Raw(string.Create(CultureInfo.InvariantCulture, $"\" sheetId=\"{i + 1}\"{(_sheets[i].Hidden ? " state=\"hidden\"" : "")} r:id=\"rId{i + 1}\"/>"));
        }

        book.Raw("</sheets>");
        if (_names.Count > 0)
        {
            book.Raw("<definedNames>");
            foreach ((string name, string formula, int? sheet) in _names)
            {
                book.Raw($"<definedName name=\"{name}\"");
                if (sheet is { } index)
                    book.Raw(string.Create(CultureInfo.InvariantCulture, $" localSheetId=\"{index}\" hidden=\"1\""));
                book.Raw(">").Text(formula).Raw("</definedName>");
            }

            book.Raw("</definedNames>");
        }

        book.Raw("</workbook>");
    }

    private void WriteRelations()
    {
        using (MarkupBuffer book = Part("xl/_rels/workbook.xml.rels"))
        {
            book.Raw(Head).Raw($"<Relationships xmlns=\"{Relations}\">");
            for (int i = 1; i <= _sheets.Count; i++)
                book.Raw(string.Create(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"));
            book.Raw(string.Create(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{_sheets.Count + 1}\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>"));
        }

        using MarkupBuffer root = Part("_rels/.rels");
        root.Raw(Head).Raw($"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/>");
        root.Raw("<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>");
    }

    private void WriteTypes()
    {
        using MarkupBuffer types = Part("[Content_Types].xml");
        types.Raw(Head).Raw("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        types.Raw("<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>");
        for (int i = 1; i <= _sheets.Count; i++)
            types.Raw(string.Create(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"));
        types.Raw("<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>");
        types.Raw("<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>");
    }
}
