using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Html;

/// <summary>Marks for figures that are sums over rows of the package.</summary>
internal static class SourceMarks
{
    /// <summary>A mark that leads to the demands of a country or zone.</summary>
    public static void MarkDemand(this SourceRegister sources, HtmlWriter html, ReportContext context, string zone, string carrier)
    {
        string what = $"demand of {context.Zones.Name(zone)}, {context.Carrier(carrier)}";
        sources.MarkGroup(html, HtmlWriter.Id("g", "demand", carrier, zone), what, "demands", () => Demands(context, zone, carrier));
    }

    private static string[] Demands(ReportContext context, string zone, string carrier)
    {
        Dictionary<string, Model.Network.Node> nodes = context.NodesById;
        return [.. context.System.Demands
            .Where(d => nodes.TryGetValue(d.Node, out Model.Network.Node? node) && node.Carrier == carrier && (node.Zone == zone || context.Zones.Country(node.Zone) == zone))
            .Select(d => d.Id)];
    }
}
