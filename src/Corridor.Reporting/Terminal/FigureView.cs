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
        if (row.Note is not null)
            screen.Write("  Note: " + row.Note, indent: 8);
        foreach (FigureSource figure in sources.OfRow(schema.Name, id))
            WriteFigure(screen, figure, sources);
    }

    private static void WriteFigure(Screen screen, FigureSource figure, FigureSources sources)
    {
        screen.Line();
        string value = figure.Value.Length == 0 ? "not stated" : figure.Unit is null or "1" ? figure.Value : $"{figure.Value} {UnitText.Of(figure.Unit)}";
        string basis = figure.Basis is { } known ? $"  ({SnakeCase.From(known.ToString())})" : "";
        screen.Write($"{figure.Column}: {value}{basis}", TextStyle.Heading, 4);
        screen.Write("    " + figure.Why, indent: 4);
        if (figure.Source is { } source)
            screen.Write("    Source: " + Cite(source), indent: 12);
        foreach (Claim claim in figure.Claims)
            WriteClaim(screen, claim, sources);
        foreach (DatedValue dated in figure.Dated)
        {
            string until = dated.End is { } end ? $" to {Day(end)} (not included)" : " on";
            screen.Write($"    From {Day(dated.Start)}{until}: {dated.Value}{(figure.Unit is null or "1" ? "" : " " + UnitText.Of(figure.Unit))}", indent: 8);
        }
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
            screen.Write("              " + (sources.Document(claim.Source) is { } document ? Cite(document) : claim.Source) + (claim.Place is null ? "" : $", {claim.Place}"), TextStyle.Quiet, 14);
    }

    private static string Cite(SourceDocument source) =>
        source.Title + (source.Date is null ? "" : $" ({source.Date})") + (source.Url is null ? "" : $" {source.Url}");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
