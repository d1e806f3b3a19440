using Corridor.Reporting.Maps;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Html.Sections;

/// <summary>The flows on a map, carriers and months to choose.</summary>
internal sealed class MapSection
{
    private const int Shown = 12;
    private const int MostRows = 200;

    private readonly Task<(MapModel Model, string Drawing)> _drawing;

    private readonly ReportContext _context;

    private MapSection(ReportContext context, Task<(MapModel Model, string Drawing)> drawing) => (_context, _drawing) = (context, drawing);

    /// <summary>Begins to draw the map, which shares nothing with the rest of the page, beside it.</summary>
    public static MapSection Begin(ReportContext context) => new(context, Task.Run(() =>
    {
        MapModel model = MapModelBuilder.Build(context.Report, units: context.Units);
        using var writer = new StringWriter { NewLine = "\n" };
        if (model.Places.Count > 0)
            MapView.Write(writer, model, "map-view");
        return (model, writer.ToString());
    }));

    /// <summary>The section, when it is drawn. Where nothing has a place it says so, and lists the largest flows; null where there is none either.</summary>
    public ReportSection? Create()
    {
        (MapModel model, string drawing) = _drawing.GetAwaiter().GetResult();
        if (model.Places.Count == 0)
            return WithoutPlaces();
        return new("map", "Map", "Where the energy flows, and what is full", html => html.Markup(writer => writer.Write(drawing)))
        {
            Flows = true,
        };
    }

    private ReportSection? WithoutPlaces()
    {
        // Units differ between carriers: rows of one unit after those of another, the most numerous unit first.
        RouteSummary[] routes = [.. _context.Summary.Routes.GroupBy(r => r.Unit, StringComparer.Ordinal)
            .Select(g => (g.Key, Rows: WithFlow(g))).Where(g => g.Rows.Length > 0).OrderByDescending(g => g.Rows.Length).ThenBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => g.Rows.OrderByDescending(r => Math.Abs(r.Flow!.Value)).ThenBy(r => r.Id, StringComparer.Ordinal))];
        if (routes.Length == 0)
            return null;
        return new("map", "Flows", "Where the energy flows, and what is full", html =>
        {
            html.Leaf("p", "There is no map: the package does not say where its nodes lie.", ("class", "note"));
            if (routes.Length > MostRows)
                html.Leaf("p", $"The {MostRows} largest of {NumberText.Count(routes.Length)} flows; all of them stand in the tables of the run (csv, run.json).", ("class", "note"));
            new HtmlTable<RouteSummary>($"Largest flows, {_context.Period()}, modelled; net, at the end where they arrive")
                .Text("Route", r => _context.Name(r.Id))
                .Text("From", r => _context.Name(r.Flow < 0 ? r.To : r.From))
                .Text("To", r => _context.Name(r.Flow < 0 ? r.From : r.To))
                .Number("Flow", r => NumberText.Of(Math.Abs(r.Flow!.Value)))
                .Text("Unit", r => ReportContext.UnitCell(r.Unit))
                .Number("Of its capacity, %", r => r.Utilisation is { } share ? ReportContext.Percent(share) : "no limit")
                .WriteFolded(html, [.. routes.Take(MostRows)], Shown, "flows");
        })
        {
            Flows = true,
        };
    }

    /// <summary>The routes that carry something; beside the largest of them what is the solver's rounding carries nothing.</summary>
    private static RouteSummary[] WithFlow(IEnumerable<RouteSummary> routes)
    {
        double largest = routes.Max(r => Math.Abs(r.Flow ?? 0));
        return [.. routes.Where(r => r.Flow is { } flow && Math.Abs(flow) > ReportContext.Rounding * largest)];
    }
}
