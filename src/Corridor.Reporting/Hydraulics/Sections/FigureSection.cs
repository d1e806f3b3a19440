using Corridor.Reporting.Html;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Hydraulics.Sections;

/// <summary>The figures that people ask for first.</summary>
internal static class FigureSection
{
    public static ReportSection? Create(HydraulicContext context)
    {
        if (!context.MayBeShown)
            return null;
        return new ReportSection("figures", "Key figures", context.IsInstant ? "Key figures at the end of the run" : "Key figures", html =>
            new HtmlTable<(string What, string Value, string Where)>("Modelled; pressures are absolute, volumes " + context.Units.NormConditions)
                .Text("What", f => f.What).Number("Value", f => f.Value).Text("Where", f => f.Where)
                .Write(html, [.. Figures(context)]))
        {
            Flows = true,
        };
    }

    private static IEnumerable<(string What, string Value, string Where)> Figures(HydraulicContext context)
    {
        HydraulicUnits units = context.Units;
        int[] nodes = [.. Enumerable.Range(0, context.Network.Nodes.Count).Where(n => double.IsFinite(context.Pressure(n)))];
        int[] elements = [.. Enumerable.Range(0, context.Network.Elements.Count)];
        if (nodes.Length > 0)
        {
            int least = nodes.MinBy(context.Pressure), most = nodes.MaxBy(context.Pressure);
            yield return ("Greatest pressure", units.BarText(context.Pressure(most)), context.Name(most));
            yield return ("Least pressure", units.BarText(context.Pressure(least)), context.Name(least));
        }

        int[] bounded = [.. nodes.Where(n => !double.IsNaN(context.Margin(n)))];
        if (bounded.Length > 0)
        {
            int nearest = bounded.MinBy(context.Margin);
            yield return ("Least distance from a limit", units.BarText(context.Margin(nearest)), context.Name(nearest));
        }

        yield return Boundary(context, nodes, "Enters", 1);
        yield return Boundary(context, nodes, "Leaves", -1);
        double linepack = elements.Sum(e => context.Element(e).Linepack is var mass && double.IsFinite(mass) ? mass : 0);
        if (linepack > 0)
            yield return ("Gas in the pipes (linepack)", units.MassOfGas(linepack), "all pipes");
        int[] fast = [.. elements.Where(e => double.IsFinite(context.Element(e).Velocity))];
        if (fast.Length > 0)
        {
            int fastest = fast.MaxBy(e => Math.Abs(context.Element(e).Velocity));
            yield return ("Greatest velocity", NumberText.Of(Math.Abs(context.Element(fastest).Velocity)) + "\u00A0m/s", $"{HydraulicContext.KindName(context.Network.Elements[fastest])} {context.Network.Elements[fastest].Id}");
        }

        int[] working = [.. elements.Where(e => context.Element(e).Power > 0)];
        if (working.Length > 0)
        {
            int strongest = working.MaxBy(e => context.Element(e).Power);
            string where = working.Length == 1 ? context.Network.Elements[strongest].Id : $"{NumberText.Count(working.Length)} stations, most of it {context.Network.Elements[strongest].Id}";
            yield return ("Shaft power of compressors", HydraulicUnits.Power(working.Sum(e => context.Element(e).Power)), where);
            double fuel = working.Sum(e => context.Element(e).FuelPower), power = working.Sum(e => context.Element(e).Power);
            if (fuel > 1.001 * power)
                yield return ("Energy that their drives take", HydraulicUnits.Power(fuel), where);
        }
    }

    private static (string What, string Value, string Where) Boundary(HydraulicContext context, int[] nodes, string what, int sign)
    {
        int[] at = [.. nodes.Where(n => sign * context.Injection(n) > 0)];
        double sum = at.Sum(context.Injection);
        string where = at.Length == 0 ? "nowhere" : at.Length == 1 ? context.Name(at[0]) : $"{NumberText.Count(at.Length)} {(sign > 0 ? "entries" : "exits")}, the largest {context.Name(at.MaxBy(n => sign * context.Injection(n)))}";
        return (what, context.Units.FlowText(Math.Abs(sum), null), where);
    }
}
