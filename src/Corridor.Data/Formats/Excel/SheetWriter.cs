using System.Globalization;
using Corridor.Data.Formats.Exchange;

namespace Corridor.Data.Formats.Excel;

/// <summary>Writes the rows of one sheet, cell by cell from the left; nothing but the rules and links is held.</summary>
public sealed class SheetWriter
{
    private static readonly string[] Kinds = ["none", "list", "decimal", "whole"];

    private readonly WorkbookWriter _workbook;
    private readonly MarkupBuffer _markup;
    private readonly string[] _letters;
    private readonly List<SheetRule> _rules = [];
    private readonly List<(string Cell, string Sheet)> _links = [];
    private int _column;
    private bool _inRow;

    internal SheetWriter(WorkbookWriter workbook, SheetLayout layout, int index, MarkupBuffer markup)
    {
        (_workbook, Layout, Index, _markup) = (workbook, layout, index, markup);
        _letters = [.. Enumerable.Range(0, layout.Columns.Count).Select(CellNames.Column)];
        Begin();
    }

    /// <summary>What the sheet is.</summary>
    public SheetLayout Layout { get; }

    /// <summary>Number of the row that is being written, from 1.</summary>
    public int Row { get; private set; } = 1;

    internal int Index { get; }

    /// <summary>A text cell; never a formula, whatever it begins with. Left empty for null and "".</summary>
    /// <param name="text">Text.</param>
    /// <param name="style">Style.</param>
    /// <exception cref="ExportRefusedException">The text is longer than a cell holds, or the sheet is full.</exception>
    /// <exception cref="ArgumentException">The row has no further column.</exception>
    public void Text(string? text, CellStyle style = CellStyle.Text)
    {
        if (string.IsNullOrEmpty(text))
        {
            Skip();
            return;
        }

        if (text.Length > WorkbookWriter.LongestText)
            throw new ExportRefusedException(string.Create(CultureInfo.InvariantCulture, $"Sheet '{Layout.Name}', cell {CellNames.Cell(_column, Row)}: the text has {text.Length} characters; a cell of a workbook holds {WorkbookWriter.LongestText}."));
        Open(style).Raw("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">").Text(text).Raw("</t></is></c>");
    }

    /// <summary>A number cell; left empty for what is not finite.</summary>
    /// <param name="number">Number.</param>
    /// <param name="style">Style.</param>
    /// <exception cref="ArgumentException">The row has no further column.</exception>
    public void Number(double number, CellStyle style = CellStyle.General)
    {
        if (!double.IsFinite(number))
            Skip();
        else
            Open(style).Raw("\"><v>").Raw(number).Raw("</v></c>");
    }

    /// <summary>A cell with a whole number; beyond 2⁵³ spreadsheets round it.</summary>
    /// <param name="number">Number.</param>
    /// <exception cref="ArgumentException">The row has no further column.</exception>
    public void Integer(long number) => Open(CellStyle.General).Raw("\"><v>").Raw(number).Raw("</v></c>");

    /// <summary>A cell with a truth value.</summary>
    /// <param name="flag">Value.</param>
    /// <exception cref="ArgumentException">The row has no further column.</exception>
    public void Boolean(bool flag) => Open(CellStyle.General).Raw("\" t=\"b\"><v>").Raw(flag ? 1 : 0).Raw("</v></c>");

    /// <summary>A text that leads to the first cell of another sheet.</summary>
    /// <param name="sheet">Name of the sheet, shown as it is.</param>
    /// <exception cref="ArgumentException">The row has no further column.</exception>
    public void Link(string sheet)
    {
        _links.Add((CellNames.Cell(_column, Row), sheet));
        Text(sheet, CellStyle.Link);
    }

    /// <summary>Leaves a cell empty.</summary>
    /// <exception cref="ArgumentException">The row has no further column.</exception>
    public void Skip()
    {
        if (_column >= _letters.Length)
            throw new ArgumentException($"Sheet '{Layout.Name}' has {_letters.Length} columns.");
        _column++;
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        if (_inRow)
            _markup.Raw("</row>");
        (_inRow, _column) = (false, 0);
        Row++;
    }

    /// <summary>Adds a rule for cells of one column.</summary>
    /// <param name="rule">The rule; rules of one sheet do not overlap.</param>
    public void Add(SheetRule rule) => _rules.Add(rule);

    /// <summary>Ends the sheet.</summary>
    internal void End()
    {
        if (_inRow)
            EndRow();
        _markup.Raw("</sheetData>");
        int last = Math.Max(Row - 1, Layout.FilterRow);
        if (Layout.FilterRow > 0 && _letters.Length > 0)
        {
            _markup.Raw($"<autoFilter ref=\"{CellNames.Cell(0, Layout.FilterRow)}:{CellNames.Cell(_letters.Length - 1, last)}\"/>");
            _workbook.AddName("_xlnm._FilterDatabase", CellNames.Fixed(Layout.Name, 0, Layout.FilterRow, _letters.Length - 1, last), Index);
        }

        WriteRules();
        if (_links.Count > 0)
        {
            _markup.Raw("<hyperlinks>");
            foreach ((string cell, string sheet) in _links)
                _markup.Raw($"<hyperlink ref=\"{cell}\" location=\"").Text(CellNames.Quoted(sheet) + "!A1").Raw("\"/>");
            _markup.Raw("</hyperlinks>");
        }

        _markup.Raw("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/><pageSetup orientation=\"landscape\"/></worksheet>");
        _markup.Dispose();
    }

    private void Begin()
    {
        _markup.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView workbookViewId=\"0\"");
        _markup.Raw(Index == 0 ? " tabSelected=\"1\">" : ">");
        (int rows, int columns) = (Layout.FrozenRows, Layout.FrozenColumns);
        if (rows > 0 || columns > 0)
        {
            _markup.Raw("<pane");
            if (columns > 0)
                _markup.Raw(string.Create(CultureInfo.InvariantCulture, $" xSplit=\"{columns}\""));
            if (rows > 0)
                _markup.Raw(string.Create(CultureInfo.InvariantCulture, $" ySplit=\"{rows}\""));
            string pane = (rows, columns) switch { (0, _) => "topRight", (_, 0) => "bottomLeft", _ => "bottomRight" };
            _markup.Raw($" topLeftCell=\"{CellNames.Cell(columns, rows + 1)}\" activePane=\"{pane}\" state=\"frozen\"/><selection pane=\"{pane}\"/>");
        }

        _markup.Raw("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>");
        if (_letters.Length > 0)
        {
            _markup.Raw("<cols>");
            for (int i = 0; i < _letters.Length; i++)
            {
                SheetColumn column = Layout.Columns[i];
                _markup.Raw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{column.Width:0.##}\" style=\"{(int)column.Style}\" customWidth=\"1\"/>"));
            }

            _markup.Raw("</cols>");
        }

        _markup.Raw("<sheetData>");
    }

    private MarkupBuffer Open(CellStyle style)
    {
        int column = _column;
        Skip();
        if (Row > WorkbookWriter.MostRows)
            throw new ExportRefusedException(string.Create(CultureInfo.InvariantCulture, $"Sheet '{Layout.Name}' has more rows than a sheet of a workbook holds ({WorkbookWriter.MostRows})."));
        if (!_inRow)
            _markup.Raw("<row r=\"").Raw(Row).Raw("\">");
        _inRow = true;
        return _markup.Raw("<c r=\"").Raw(_letters[column]).Raw(Row).Raw("\" s=\"").Raw((int)style);
    }

    private void WriteRules()
    {
        if (_rules.Count == 0)
            return;
        _markup.Raw(string.Create(CultureInfo.InvariantCulture, $"<dataValidations count=\"{_rules.Count}\">"));
        foreach (SheetRule rule in _rules)
        {
            bool isRemark = rule.Kind == SheetRuleKind.Remark;
            _markup.Raw($"<dataValidation type=\"{Kinds[(int)rule.Kind]}\"");
            if (rule.IsWarning)
                _markup.Raw(" errorStyle=\"warning\"");
            if (rule.Kind is SheetRuleKind.Number or SheetRuleKind.WholeNumber)
                _markup.Raw($" operator=\"{(rule.Last is null ? "greaterThanOrEqual" : rule.First is null ? "lessThanOrEqual" : "between")}\"");
            _markup.Raw(" allowBlank=\"1\"").Raw(isRemark ? " showInputMessage=\"1\"" : " showErrorMessage=\"1\"");
            string title = isRemark ? "promptTitle" : "errorTitle", text = isRemark ? "prompt" : "error";
            if (rule.Title.Length > 0)
                _markup.Raw($" {title}=\"").Text(Shorten(rule.Title, 32)).Raw("\"");
            if (rule.Text.Length > 0)
                _markup.Raw($" {text}=\"").Text(Shorten(rule.Text, 255)).Raw("\"");
            _markup.Raw($" sqref=\"{CellNames.Cell(rule.Column, rule.FirstRow)}:{CellNames.Cell(rule.Column, rule.LastRow)}\">");
            if ((rule.First ?? rule.Last) is { } first && !isRemark)
                _markup.Raw("<formula1>").Text(first).Raw("</formula1>");
            if (rule is { First: not null, Last: { } last })
                _markup.Raw("<formula2>").Text(last).Raw("</formula2>");
            _markup.Raw("</dataValidation>");
        }

        _markup.Raw("</dataValidations>");
    }

    private static string Shorten(string text, int longest) => text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest - 1), "…");
}
