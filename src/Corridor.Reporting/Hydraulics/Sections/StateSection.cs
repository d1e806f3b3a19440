using System.Globalization;
using Corridor.Reporting.Html;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Hydraulics.Sections;

/// <summary>Every node and element, folded, to be saved as CSV.</summary>
internal static class StateSection
{
    /// <summary>So many rows stand in the page: all of a network that is drawn in detail, fewer of larger ones, so that the file stays small.</summary>
    private static int Most(HydraulicContext context) => Math.Max(context.Network.Nodes.Count, context.Network.Elements.Count) <= Drawing.NetworkDrawing.MostDetailed ? int.MaxValue : 500;

    public static ReportSection? Create(HydraulicContext context)
    {
        if (!context.MayBeShown)
            return null;
        return new ReportSection("all", "All figures", context.IsInstant ? "All nodes and elements at the end of the run" : "All nodes and elements", html =>
        {
            int most = Most(context), nodes = context.Network.Nodes.Count, elements = context.Network.Elements.Count;
            if (Math.Max(nodes, elements) > most)
                html.Leaf("p", $"The first {NumberText.Count(most)} of {NumberText.Count(nodes)} nodes and {NumberText.Count(elements)} elements stand here; --json gives all.");
            Fold(html, $"{NumberText.Count(Math.Min(nodes, most))} nodes", () => Nodes(html, context));
            Fold(html, $"{NumberText.Count(Math.Min(elements, most))} elements", () => Elements(html, context));
        })
        {
            Flows = true,
        };
    }

    private static void Fold(HtmlWriter html, string summary, Action write)
    {
        using (html.Open("details", ("class", "csv")))
        {
            html.Leaf("summary", summary);
            write();
        }
    }

    private static void Nodes(HtmlWriter html, HydraulicContext context)
    {
        HydraulicUnits units = context.Units;
        new HtmlTable<int>("Nodes; pressures absolute; modelled")
            .Text("Node", n => context.Network.Nodes[n].Id)
            .Number("Pressure, bar", n => Figure(context.Pressure(n) / 1e5, 5))
            .Number("Least allowed, bar", n => Figure(context.Network.Nodes[n].PressureMin / 1e5 ?? double.NaN, 5))
            .Number("Greatest allowed, bar", n => Figure(context.Network.Nodes[n].PressureMax / 1e5 ?? double.NaN, 5))
            .Number("Enters, kg/s", n => Figure(context.Injection(n), 4))
            .Number("Enters, " + units.FlowUnit, n => Figure(units.NormFlow(context.Injection(n), context.GasAt(n)), 3))
            .Number("Density, kg/m³", n => Figure(context.Node(n).Density, 4))
            .Number("Temperature, K", n => Figure(context.Node(n).Temperature, 2))
            .Write(html, [.. Enumerable.Range(0, Math.Min(context.Network.Nodes.Count, Most(context)))]);
    }

    private static void Elements(HtmlWriter html, HydraulicContext context)
    {
        HydraulicUnits units = context.Units;
        new HtmlTable<int>("Elements; flow is positive from the first node to the second; modelled")
            .Text("Element", e => context.Network.Elements[e].Id)
            .Text("Kind", e => HydraulicContext.KindName(context.Network.Elements[e]))
            .Text("From", e => context.Network.Nodes[context.Network.Elements[e].From].Id)
            .Text("To", e => context.Network.Nodes[context.Network.Elements[e].To].Id)
            .Number("Flow, kg/s", e => Figure(context.Flow(e), 4))
            .Number("Flow, " + units.FlowUnit, e => Figure(units.NormFlow(context.Flow(e), context.Gas(e)), 3))
            .Number("Velocity, m/s", e => Figure(context.Element(e).Velocity, 3))
            .Number("Reynolds", e => Figure(context.Element(e).Reynolds, 0))
            .Number("Friction factor", e => Figure(context.Element(e).FrictionFactor, 5))
            .Number("Linepack, kg", e => Figure(context.Element(e).Linepack, 0))
            .Write(html, [.. Enumerable.Range(0, Math.Min(context.Network.Elements.Count, Most(context)))]);
    }

    /// <summary>A figure to be calculated with: no gaps between thousands.</summary>
    private static string Figure(double value, int decimals) => !double.IsFinite(value)
        ? NumberText.None
        : Math.Round(value, decimals) is 0 ? "0" : value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '−');
}
