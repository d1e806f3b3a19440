using Corridor.Reporting.Html;

namespace Corridor.Reporting.Hydraulics.Sections;

/// <summary>The nodes whose pressure is nearest to a limit.</summary>
internal static class LimitSection
{
    private const int Most = 60;
    private const int Shown = 12;

    public static ReportSection? Create(HydraulicContext context)
    {
        int[] bounded = context.MayBeShown ? [.. Enumerable.Range(0, context.Network.Nodes.Count).Where(n => !double.IsNaN(context.Margin(n))).OrderBy(context.Margin).ThenBy(n => n)] : [];
        if (bounded.Length == 0)
            return null;
        HydraulicUnits units = context.Units;
        int outside = bounded.Count(n => context.Outside(n) != 0);
        string title = outside > 0 ? $"{outside} of {bounded.Length} nodes are outside of their limits of pressure" : $"All {bounded.Length} stated limits of pressure hold; these nodes are nearest to theirs";
        return new ReportSection("limits", "Nodes near limits", bounded.Length == 1 ? "The one stated limit of pressure" : title, html =>
            new HtmlTable<int>("Absolute pressure in bar; modelled, limits as the network states them")
            {
                RowClass = n => context.Outside(n) != 0 ? "passed" : null,
            }
                .Text("Node", context.Name)
                .Number("Pressure", n => units.Bar(context.Pressure(n)))
                .Number("Least allowed", n => context.Network.Nodes[n].PressureMin is { } p ? units.Bar(p) : "–")
                .Number("Greatest allowed", n => context.Network.Nodes[n].PressureMax is { } p ? units.Bar(p) : "–")
                .Number("Distance from the nearer", n => units.Bar(context.Margin(n)))
                .Text("", n => context.Outside(n) < 0 ? "▼ below its least" : context.Outside(n) > 0 ? "▲ above its greatest" : context.Network.Nodes[n].PressureSetpoint is null ? "" : "pressure held here")
                .WriteFolded(html, [.. bounded.Take(Most)], Shown, "nodes"));
    }
}
