using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Provenance;
using Corridor.Model.Schema;
using Corridor.Model.Time;

namespace Corridor.Reporting.Terminal;

/// <summary>Where the figures of a row come from, for people.</summary>
public static class FigureView
{
    /// <summary>Writes each figure of a row with its source, all claims about it, the one in use and why.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="system">The package.</param>
    /// <param name="schema">Table of the row.</param>
    /// <param name="id">Id of the row.</param>
    public static void Write(Screen screen, EnergySystem system, TableSchema schema, string id)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(schema);
        var sources = new FigureSources(system);
        Row row = schema.RowsOf(system).First(r => schema.IdOf(r) == id);
        string? name = (row as Entity)?.Name;
        screen.Write($"{schema.Name} {id}{(name is null ? "" : $": {name}")}", TextStyle.Heading);
        WriteRowSource(screen, row, sources);
        WriteCells(screen, schema, row);
        foreach (FigureSource figure in sources.OfRow(schema.Name, id))
            WriteFigure(screen, figure, row, sources);
    }

    private static void WriteRowSource(Screen screen, Row row, FigureSources sources)
    {
        if (row.Source is not null)
            screen.Write("  Source of the row: " + Cite(row.Source, sources), indent: 8);
        if (row.Basis is { } basis)
            screen.Write("  Basis of the row: " + BasisText(basis), indent: 8);
        if (row.Note is not null)
            screen.Write("  Note: " + row.Note, indent: 8);
    }

    /// <summary>What is no number: ends, parties, formulas, days.</summary>
    private static void WriteCells(Screen screen, TableSchema schema, Row row)
    {
        HashSet<string> units = [.. schema.Columns.Select(c => c.UnitColumn).OfType<string>()];
        var table = new TextTable().Text("  cell").Text("");
        bool any = false;
        foreach (ColumnSchema column in schema.Columns)
        {
            string text = CellFormat.Write(column, column.Get(row));
            if (text.Length == 0 || column.IsKey || column.NumberIn(column.Get(row)) is not null || units.Contains(column.Name) || column.Name is "name" or "source" or "basis" or "note")
                continue;
            table.Row("  " + column.Name, text);
            any = true;
        }

        if (!any)
            return;
        screen.Line();
        table.Write(screen);
    }

    private static void WriteFigure(Screen screen, FigureSource figure, Row row, FigureSources sources)
    {
        screen.Line();
        string unit = figure.Unit is null or "1" ? "" : "\u00A0" + UnitText.Of(figure.Unit);
        screen.Write($"{figure.Column}: {(figure.Value.Length == 0 ? "not stated" : figure.Value + unit)}", TextStyle.Heading, 4);
        if (figure.InUse is { } inUse)
        {
            string basis = inUse.Basis is { } known ? $" ({BasisText(known)})" : "";
            screen.Write($"    Claim in use: {(inUse.Source is null ? "without source" : Cite(inUse.Source, sources))}{basis}", indent: 12);
            screen.Write("    " + figure.Why, indent: 4);
        }
        else if (row.Source is not null)
        {
            string basis = row.Basis is { } known ? $" (row: {BasisText(known)})" : " (row)";
            screen.Write($"    Source: {Cite(row.Source, sources)}{basis}", indent: 12);
        }
        else
        {
            screen.Write(row.Basis is { } known ? $"    No source is named (row: {BasisText(known)})." : "    No source is given.", indent: 4);
        }

        foreach (Claim claim in figure.Claims)
            WriteClaim(screen, claim, sources);
        foreach (DatedValue dated in figure.Dated)
            WriteDated(screen, dated, unit, sources);
    }

    private static void WriteDated(Screen screen, DatedValue dated, string unit, FigureSources sources)
    {
        string until = dated.End is { } end ? $" to {Day(end)} (not included)" : " on";
        string basis = dated.Basis is { } known ? $" ({BasisText(known)})" : "";
        screen.Write($"    From {Day(dated.Start)}{until}: {dated.Value}{unit}{basis}", indent: 8);
        if (dated.Source is not null)
            screen.Write("        Source: " + Cite(dated.Source, sources), TextStyle.Quiet, 12);
        if (dated.Note is not null)
            screen.Write("        Note: " + dated.Note, TextStyle.Quiet, 12);
    }

    private static void WriteClaim(Screen screen, Claim claim, FigureSources sources)
    {
        string printed = claim.UnitAsPrinted is null ? claim.AsPrinted : $"{claim.AsPrinted} {claim.UnitAsPrinted}";
        string converted = claim.Value is { } value ? $" = {CellFormat.Number(value)}{(claim.Conversion is null ? "" : $" ({claim.Conversion})")}" : "";
        string asOf = claim.AsOf is null ? "" : $", as of {claim.AsOf}";
        screen.Write($"    {(claim.InUse ? "* in use" : "- claim ")}  {printed}{converted}{asOf}, confidence {SnakeCase.From(claim.Confidence.ToString())}", claim.InUse ? TextStyle.Good : TextStyle.Plain, 14);
        if (claim.Reason is not null)
            screen.Write("              " + claim.Reason, indent: 14);
        if (claim.Source is not null)
            screen.Write("              " + Cite(claim.Source, sources) + (claim.Place is null ? "" : $", {claim.Place}"), TextStyle.Quiet, 14);
    }

    private static string BasisText(Basis basis) => SnakeCase.From(basis.ToString());

    private static string Cite(string id, FigureSources sources) => sources.Document(id) is not { } source
        ? id
        : source.Title + (source.Date is null ? "" : $" ({source.Date})") + (source.Url is null ? "" : $" {source.Url}");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
