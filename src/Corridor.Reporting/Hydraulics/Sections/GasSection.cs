using Corridor.Model.Hydraulics;
using Corridor.Reporting.Html;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Hydraulics.Sections;

/// <summary>Which gas arrives at the exits, where several enter.</summary>
internal static class GasSection
{
    private const int Shown = 12;

    public static ReportSection? Create(HydraulicContext context)
    {
        if (!context.MayBeShown)
            return null;
        int[] entries = [.. Enumerable.Range(0, context.Network.Nodes.Count).Where(n => context.Injection(n) > 0)];
        if (entries.Select(n => context.Network.Nodes[n].Gas ?? context.Network.Gas).Distinct().Count() < 2)
            return null;
        int[] exits = [.. Enumerable.Range(0, context.Network.Nodes.Count).Where(n => context.Injection(n) < 0).OrderBy(context.Injection)];
        return new ReportSection("gas", "Gas quality", "Which gas arrives where", html =>
        {
            Table(html, context, entries, "Gas that enters; as the network states it");
            Table(html, context, exits, "Gas that leaves, mixed where flows meet; modelled");
        });
    }

    private static void Table(HtmlWriter html, HydraulicContext context, int[] nodes, string caption)
    {
        HydraulicUnits units = context.Units;
        bool hydrogen = nodes.Any(n => Share(context.GasAt(n), GasComponent.Hydrogen) > 0);
        HtmlTable<int> table = new HtmlTable<int>(caption)
            .Text("Node", context.Name)
            .Number("Flow, " + units.FlowUnit, n => units.Flow(Math.Abs(context.Injection(n)), context.GasAt(n)))
            .Number("Gross calorific value, MJ/m³", n => context.GasAt(n).CalorificValue is { } value ? NumberText.Of(value / 1e6) : "–")
            .Number("Molar mass, g/mol", n => NumberText.Of(1e3 * context.GasAt(n).MolarMass))
            .Number("Norm density, kg/m³", n => NumberText.Of(units.NormDensity(context.GasAt(n))));
        if (hydrogen)
            table.Number("Hydrogen, mol %", n => NumberText.Of(100 * Share(context.GasAt(n), GasComponent.Hydrogen)));
        table.WriteFolded(html, nodes, Shown, "nodes");
    }

    private static double Share(GasQuality gas, GasComponent component) => gas.Composition is { } x && x.Count > (int)component ? x[(int)component] : 0;
}
