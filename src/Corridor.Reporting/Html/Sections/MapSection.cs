using Corridor.Reporting.Maps;

namespace Corridor.Reporting.Html.Sections;

/// <summary>The flows on a map, carriers and months to choose.</summary>
internal static class MapSection
{
    public static ReportSection? Create(ReportContext context)
    {
        MapModel model = MapModelBuilder.Build(context.Report);
        if (model.Places.Count == 0)
            return null;
        return new("map", "Map", "Where the energy flows, and what is full", html =>
        {
            html.Markup(writer => MapView.Write(writer, model, "map-view"));
            if (model.FlowsWithoutPlace > 0)
                html.Leaf("p", $"{model.FlowsWithoutPlace} routes are not drawn: the package does not say where their ends are.", ("class", "note"));
        })
        {
            Flows = true,
        };
    }
}
