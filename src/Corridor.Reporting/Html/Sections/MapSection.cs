using Corridor.Reporting.Maps;
using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Html.Sections;

/// <summary>The flows on a map, carriers and months to choose.</summary>
internal sealed class MapSection
{
    private readonly Task<(MapModel Model, string Drawing)> _drawing;

    private MapSection(Task<(MapModel Model, string Drawing)> drawing) => _drawing = drawing;

    /// <summary>Begins to draw the map, which shares nothing with the rest of the page, beside it.</summary>
    public static MapSection Begin(RunReport report) => new(Task.Run(() =>
    {
        MapModel model = MapModelBuilder.Build(report);
        using var writer = new StringWriter { NewLine = "\n" };
        if (model.Places.Count > 0)
            MapView.Write(writer, model, "map-view");
        return (model, writer.ToString());
    }));

    /// <summary>The section, when it is drawn; null where nothing has a place.</summary>
    public ReportSection? Create()
    {
        (MapModel model, string drawing) = _drawing.GetAwaiter().GetResult();
        if (model.Places.Count == 0)
            return null;
        return new("map", "Map", "Where the energy flows, and what is full", html =>
        {
            html.Markup(writer => writer.Write(drawing));
            if (model.FlowsWithoutPlace > 0)
                html.Leaf("p", $"{model.FlowsWithoutPlace} routes are not drawn: the package does not say where their ends are.", ("class", "note"));
        })
        {
            Flows = true,
        };
    }
}
