using System.Globalization;
using Corridor.Data.Packages;
using Corridor.Model.Provenance;
using Corridor.Model.Schema;
using Corridor.Model.Time;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Html.Sections;

/// <summary>Where the figures come from: the rows that marks lead to, with basis, notes and contradicting claims, and the documents they name.</summary>
internal sealed class SourceSection(ReportContext context)
{
    private const int MostDated = 6;

    private readonly SourceRegister _sources = context.Sources;

    public static ReportSection Create(ReportContext context) =>
        new("sources", "Sources", "Sources of the figures", html => new SourceSection(context).Write(html));

    private void Write(HtmlWriter html)
    {
        if (!_sources.Groups.Any() && _sources.Rows.Count == 0)
        {
            html.Leaf("p", "Nothing on this page stands for a figure with a source.", ("class", "note"));
            return;
        }

        string modelled = context.Report.MayBeShown ? " Figures called modelled are results of this run; the certificate tells how far they hold." : "";
        html.Leaf("p", $"A small number beside a figure leads here: to the row of the package that the figure stands in, and to its document. Dotted numbers are assumptions.{modelled}", ("class", "note"));
        // Rows name documents, which then have numbers: the list of documents comes last.
        using (html.Open("div", ("class", "rows")))
        {
            foreach ((string anchor, string what, string table, IReadOnlyList<(string Id, Row Row)> rows) in _sources.Groups)
                Group(html, anchor, what, table, rows);
            foreach ((string table, string id, Row row) in _sources.Rows)
                One(html, table, id, row);
        }

        if (_sources.Documents.Count == 0)
            return;
        html.Leaf("h3", "Documents");
        using (html.Open("ol", ("class", "documents")))
        {
            for (int i = 0; i < _sources.Documents.Count; i++)
            {
                using (html.Open("li", ("id", "d-" + (i + 1).ToString(CultureInfo.InvariantCulture))))
                    Document(html, _sources.Documents[i]);
            }
        }
    }

    private void Group(HtmlWriter html, string anchor, string what, string table, IReadOnlyList<(string Id, Row Row)> rows)
    {
        TableSchema schema = PackageSchema.Find(table)!;
        using (html.Open("article", ("class", "source"), ("id", anchor), ("tabindex", "-1")))
        {
            html.Leaf("h4", $"{ReportContext.Sentence(what)}: {rows.Count} {(rows.Count == 1 ? "row" : "rows")} of {table}");
            using (html.Open("ul"))
            {
                // Rows that came about in the same way are told of together.
                foreach (IGrouping<(string?, Basis?, string?), (string Id, Row Row)> same in rows.GroupBy(r => (r.Row.Source, r.Row.Basis, r.Row.Note)))
                {
                    using (html.Open("li"))
                    {
                        Origin(html, same.Key.Item1, same.Key.Item2, same.Key.Item3);
                        html.Text(" " + string.Join("; ", same.Select(r => $"{r.Id} {Figures(schema, r.Row, 1)}")) + ".");
                    }
                }
            }
        }

        html.Line();
    }

    private void One(HtmlWriter html, string table, string id, Row row)
    {
        TableSchema schema = PackageSchema.Find(table)!;
        using (html.Open("article", ("class", "source"), ("id", SourceRegister.Anchor(table, id)), ("tabindex", "-1")))
        {
            html.Leaf("h4", $"{(row as Entity)?.Name ?? id} ({table} {id})");
            using (html.Open("p"))
            {
                html.Text(Figures(schema, row) is { Length: > 0 } figures ? figures + ". " : "");
                Origin(html, row.Source, row.Basis, row.Note);
            }

            FigureSource[] told = [.. _sources.Figures.OfRow(table, id).Where(f => f.Claims.Count > 0 || f.Dated.Count > 0)];
            if (told.Length > 0)
            {
                using (html.Open("ul"))
                {
                    foreach (FigureSource figure in told)
                        Told(html, figure);
                }
            }
        }

        html.Line();
    }

    private void Told(HtmlWriter html, FigureSource figure)
    {
        foreach (Claim claim in figure.Claims)
        {
            using (html.Open("li"))
            {
                string printed = claim.UnitAsPrinted is null ? claim.AsPrinted : $"{claim.AsPrinted} {claim.UnitAsPrinted}";
                html.Text($"{Words(figure.Column)}, {(claim.InUse ? "claim in use" : "another claim")}: {printed}{(claim.AsOf is null ? "" : $" ({claim.AsOf})")}, confidence {SnakeCase.From(claim.Confidence.ToString())}. {claim.Reason}{(claim.Reason is null || claim.Reason.EndsWith('.') ? "" : ".")} ");
                Origin(html, claim.Source, claim.Basis, claim.Place);
            }
        }

        // Of many dated values those of the horizon count.
        DatedValue[] dated = [.. figure.Dated.Where(d => d.Start < context.Report.Horizon.To && (d.End is not { } end || end > context.Report.Horizon.From))];
        foreach (DatedValue value in dated.Take(MostDated))
        {
            using (html.Open("li"))
            {
                html.Text($"{Words(figure.Column)}: {value.Value}{Unit(figure.Unit)} from {ReportContext.Day(value.Start)}{(value.End is { } end ? $" to {ReportContext.Day(end.AddDays(-1))}" : " on")}. ");
                Origin(html, value.Source, value.Basis, value.Note);
            }
        }

        if (dated.Length > MostDated)
            html.Leaf("li", $"{Words(figure.Column)}: {dated.Length - MostDated} more dated values in the period");
    }

    /// <summary>The numbers of a row with their units, in a line.</summary>
    private static string Figures(TableSchema schema, Row row, int most = int.MaxValue)
    {
        var figures = new List<string>();
        foreach (ColumnSchema column in schema.Columns)
        {
            object? value = column.Get(row);
            if (column.NumberIn(value) is null || column.Name is "lon" or "lat")
                continue;
            string? unit = column.Unit ?? (column.UnitColumn is { } of && schema.Column(of) is { } unitColumn ? CellFormat.Write(unitColumn, unitColumn.Get(row)) : null);
            figures.Add($"{(most == 1 ? "" : Words(column.Name) + " ")}{Figure(column, value)}{Unit(unit)}{(column.Name.StartsWith("annual_", StringComparison.Ordinal) ? " a year" : "")}");
            if (figures.Count == most)
                break;
        }

        return string.Join("; ", figures);
    }

    /// <summary>A figure as the package states it, but for digits beyond the seventh, which come from conversions.</summary>
    private static string Figure(ColumnSchema column, object? value)
    {
        string text = CellFormat.Write(column, value);
        if (text.Length <= 9 || column.NumberIn(value) is not { } number || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double stated) || stated == 0 || !double.IsFinite(number))
            return text;
        int decimals = Math.Clamp(6 - (int)Math.Floor(Math.Log10(Math.Abs(stated))), 0, 15);
        return Math.Round(stated, decimals, MidpointRounding.AwayFromZero).ToString("0.###############", CultureInfo.InvariantCulture);
    }

    private static string Unit(string? unit) => unit is null or "" or "1" ? "" : "\u00A0" + UnitText.Of(unit);

    private void Origin(HtmlWriter html, string? source, Basis? basis, string? note)
    {
        if (source is not null)
        {
            int number = _sources.Number(source);
            string text = number.ToString(CultureInfo.InvariantCulture), title = _sources.Figures.Document(source)?.Title ?? source, shown = Screen.Fit(title, 60);
            html.Leaf("a", $"[{text}] {shown}", ("href", "#d-" + text), ("title", shown == title ? null : title));
        }
        else
        {
            html.Text("No source is named");
        }

        html.Text((basis is { } known ? ", " + SnakeCase.From(known.ToString()) : "") + (string.IsNullOrEmpty(note) ? "." : $". {ReportContext.Sentence(note)}{(note.EndsWith('.') ? "" : ".")}"));
    }

    private void Document(HtmlWriter html, string id)
    {
        if (_sources.Figures.Document(id) is not { } document)
        {
            html.Text($"{id}: the package does not describe this document.");
            return;
        }

        // An address is a link only where it leads to the web.
        bool web = Uri.TryCreate(document.Url, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http";
        if (web)
            html.Leaf("a", document.Title, ("href", document.Url), ("rel", "noreferrer"));
        else
            html.Text(document.Title + (document.Url is null ? "" : $", {document.Url}"));
        html.Text(string.Concat(new[] { document.Date, document.Language is null or "en" ? null : "in " + document.Language, document.Licence is null ? null : "licence: " + document.Licence }.OfType<string>().Select(t => ", " + t)) + ".");
    }

    private static string Words(string column) => column.Replace('_', ' ');
}
