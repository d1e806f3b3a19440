using System.Globalization;
using Corridor.Data.Formats.Excel;
using Corridor.Data.Formats.Exchange;

namespace Corridor.Reporting.Export;

/// <summary>Puts the rows of a result table into a sheet of a workbook, and goes on in further sheets where one is full.</summary>
internal sealed class SheetSink : IRowSink
{
    /// <summary>Most rows of all tables of a workbook together.</summary>
    internal const int MostRows = 10_000_000;

    private const int HeadRows = 2;
    private const int LongestName = 31;

    private readonly WorkbookWriter _workbook;
    private readonly ResultTable _table;
    private readonly IReadOnlyList<string> _periods;
    private readonly string _currency;
    private readonly int _mostRows;
    private readonly CancellationToken _cancellation;
    private SheetWriter _sheet;
    private int _sheets;

    /// <summary>Begins the first sheet of a table.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="table">The table.</param>
    /// <param name="periods">Starts of the periods.</param>
    /// <param name="currency">Money of account.</param>
    /// <param name="mostRows">Most rows of a sheet, its head included.</param>
    /// <param name="cancellation">Stops between rows.</param>
    internal SheetSink(WorkbookWriter workbook, ResultTable table, IReadOnlyList<string> periods, string currency, int mostRows, CancellationToken cancellation)
    {
        (_workbook, _table, _periods, _currency, _mostRows, _cancellation) = (workbook, table, periods, currency, mostRows, cancellation);
        _sheet = Begin();
    }

    /// <summary>Rows written, heads not counted.</summary>
    internal int Rows { get; private set; }

    /// <summary>The sheet with room for the row at hand.</summary>
    private SheetWriter Sheet => _sheet.Row > _mostRows ? _sheet = Begin() : _sheet;

    /// <inheritdoc/>
    public void Text(string? value) => Sheet.Text(value);

    /// <inheritdoc/>
    public void Number(double value) => Sheet.Number(value + 0.0);

    /// <inheritdoc/>
    public void Integer(long value) => Sheet.Integer(value);

    /// <inheritdoc/>
    public void Period(int index) => Sheet.Text(_periods[index]);

    /// <inheritdoc/>
    public void Element(int index, string id) => Sheet.Text(id);

    /// <inheritdoc/>
    public void EndRow()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (++Rows > MostRows)
            throw new ExportRefusedException(string.Create(CultureInfo.InvariantCulture, $"The table {_table.Name} has more than {MostRows} rows: too many for a workbook. result.sqlite and csv/ in the folder of the run have them all."));
        _sheet.EndRow();
    }

    private SheetWriter Begin()
    {
        _sheets++;
        string more = _sheets == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({_sheets})");
        string name = _table.Name.Length + more.Length > LongestName ? _table.Name[..(LongestName - more.Length)] : _table.Name;
        SheetWriter sheet = _workbook.Begin(new SheetLayout(name + more, [.. _table.Columns.Select(c => new SheetColumn(WidthOf(c), StyleOf(c)))])
        {
            FrozenRows = HeadRows,
            FrozenColumns = Math.Min(_table.KeyColumns, 2),
            FilterRow = HeadRows,
        });
        foreach (ResultColumn column in _table.Columns)
            sheet.Text(column.Name, CellStyle.Header);
        sheet.EndRow();
        foreach (ResultColumn column in _table.Columns)
            sheet.Text($"[{ResultUnits.Of(column, _currency)}]", CellStyle.Unit);
        sheet.EndRow();
        for (int i = 0; i < _table.Columns.Count; i++)
        {
            if (_table.Columns[i].Meaning is { Length: > 0 } meaning)
                sheet.Add(new SheetRule(SheetRuleKind.Remark, 1, 1, i, char.ToUpperInvariant(meaning[0]) + meaning[1..] + ".") { Title = _table.Columns[i].Name });
        }

        return sheet;
    }

    private static CellStyle StyleOf(ResultColumn column) => column.Kind is ResultColumnKind.Number or ResultColumnKind.Integer ? CellStyle.General : CellStyle.Text;

    private static double WidthOf(ResultColumn column)
    {
        double least = column.Name switch { "name" or "message" or "meaning" or "table_meaning" => 44, "id" => 26, _ => column.Kind is ResultColumnKind.Element ? 26 : 12 };
        return Math.Clamp(Math.Max(least, column.Name.Length + 2), 8, 48);
    }
}
