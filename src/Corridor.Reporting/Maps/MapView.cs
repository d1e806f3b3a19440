using System.Reflection;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Maps;

/// <summary>
/// Writes a map as a fragment of HTML that is well-formed XML: switches, drawing, legend, and the figures by month. It is complete
/// without a script; with <see cref="Script"/> it moves through the months and shows figures. Several may stand on one page.
/// </summary>
public static class MapView
{
    /// <summary>The style sheet, once for a page.</summary>
    public static string Css { get; } = Resource("map.css");

    /// <summary>The script, once for a page, after the maps; it needs nothing else and asks no network.</summary>
    public static string Script { get; } = Resource("map.js");

    /// <summary>Writes the map.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="model">What to show; <see cref="MapModel.CanBeDrawn"/>.</param>
    /// <param name="id">Id of the element; starts all ids in it, so it is different for each map of a page.</param>
    /// <exception cref="ArgumentException">The model has no place.</exception>
    public static void Write(TextWriter writer, MapModel model, string id = "map")
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(model);
        var layout = new FlowLayout(model, MapFrame.For(model));
        writer.Write($"<figure class=\"cmap{(model.IsDifference ? " diff" : "")}\" id=\"{id}\">\n");
        WriteControls(writer, model, id, Shown(layout));
        writer.Write("<div class=\"cmap-box\">\n");
        new MapSvg(layout, id).Write(writer);
        writer.Write("<div class=\"cmap-tip\" hidden=\"hidden\"></div>\n</div>\n");
        MapLegend.Write(writer, layout, id);
        writer.Write($"<script type=\"application/json\">{MapData.Write(layout)}</script>\n</figure>\n");
    }

    /// <summary>The carriers shown at first: the first family with flows; of a difference the family whose flows change most [TWh].</summary>
    private static HashSet<string> Shown(FlowLayout layout)
    {
        string? family = layout.Model.Carriers.FirstOrDefault(c => layout.Flows.Any(f => f.Active && f.Flow.Carrier == c.Id))?.Family;
        if (layout.Model.IsDifference)
        {
            family = layout.Model.Carriers.GroupBy(c => c.Family, StringComparer.Ordinal)
                .Select(g => (Family: g.Key, Change: g.Sum(c => (c.Energy ?? 0) * layout.Model.Flows.Where(f => f.Carrier == c.Id).Sum(f => f.Forward.Shown(-1) + f.Backward.Shown(-1)))))
                .Where(g => g.Change > 0).OrderByDescending(g => g.Change).FirstOrDefault().Family ?? family;
        }

        return [.. layout.Model.Carriers.Where(c => c.Family == (family ?? layout.Model.Carriers[0].Family)).Select(c => c.Id)];
    }

    private static void WriteControls(TextWriter writer, MapModel model, string id, HashSet<string> shown)
    {
        writer.Write("<div class=\"cmap-bar\">\n<fieldset><legend>Carriers</legend>");
        for (int c = 0; c < model.Carriers.Count; c++)
        {
            string state = shown.Contains(model.Carriers[c].Id) ? " checked=\"checked\"" : "";
            writer.Write($"<label style=\"--c:{model.Carriers[c].Colour}\"><input type=\"checkbox\" class=\"x{c}\"{state}/><i></i>{Xml.Text(model.Carriers[c].Name)}</label>");
        }

        writer.Write("</fieldset>\n");
        if (!model.IsDifference)
        {
            writer.Write($"<fieldset><legend>Colour</legend><label><input type=\"radio\" name=\"{id}-colour\" checked=\"checked\"/>carrier</label>");
            writer.Write($"<label><input type=\"radio\" class=\"by-use\" name=\"{id}-colour\"/>utilisation</label></fieldset>\n");
        }

        writer.Write($"<div class=\"cmap-time\" hidden=\"hidden\"><label for=\"{id}-step\">Time</label><input type=\"range\" id=\"{id}-step\" min=\"0\" max=\"{model.Steps.Count}\" value=\"0\" aria-valuetext=\"{Xml.Text(model.Period)}\"/>");
        writer.Write($"<output for=\"{id}-step\">{Xml.Text(model.Period)}</output></div>\n</div>\n");
    }

    private static string Resource(string name)
    {
        string full = "Corridor.Reporting.Maps." + name;
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(full)
            ?? throw new InvalidOperationException($"The program was built without its resource {full}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
