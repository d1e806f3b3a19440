using Corridor.Model.Hydraulics;
using Corridor.Reporting.Html;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Hydraulics.Sections;

/// <summary>The elements that gas flows through fastest.</summary>
internal static class VelocitySection
{
    private const int Most = 40;
    private const int Shown = 10;

    public static ReportSection? Create(HydraulicContext context)
    {
        int[] moving = context.MayBeShown
            ? [.. Enumerable.Range(0, context.Network.Elements.Count).Where(e => Math.Abs(context.Element(e).Velocity) > 0 && context.Flow(e) != 0).OrderByDescending(e => Math.Abs(context.Element(e).Velocity)).ThenBy(e => e)]
            : [];
        if (moving.Length == 0)
            return null;
        double fastest = Math.Abs(context.Element(moving[0]).Velocity);
        return new ReportSection("velocities", "Velocities", $"{(context.IsInstant ? "At the end of the run gas" : "Gas")} is fastest in {context.Network.Elements[moving[0]].Id}, {NumberText.Of(fastest)}\u00A0m/s", html =>
        {
            HydraulicUnits units = context.Units;
            new HtmlTable<int>("Velocity at the end where it is greatest; erosional velocity after API RP 14E; modelled")
                .Text("Element", e => context.Network.Elements[e].Id)
                .Text("Kind", e => HydraulicContext.KindName(context.Network.Elements[e]))
                .Text("From → to", e => Way(context, e))
                .Number("Velocity, m/s", e => NumberText.Of(Math.Abs(context.Element(e).Velocity)))
                .Number("Erosional, m/s", e => NumberText.Of(context.Element(e).ErosionalVelocity))
                .Number("Flow, " + units.FlowUnit, e => units.Flow(Math.Abs(context.Flow(e)), context.Gas(e)))
                .Number("kg/s", e => units.Mass(Math.Abs(context.Flow(e))))
                .Number("Diameter, mm", e => context.Network.Elements[e] is GasPipe pipe ? NumberText.Of(1e3 * pipe.Diameter) : "–")
                .WriteFolded(html, [.. moving.Take(Most)], Shown, "elements");
        })
        {
            Flows = true,
        };
    }

    /// <summary>The ends of an element in the direction of its flow.</summary>
    public static string Way(HydraulicContext context, int element)
    {
        GasElement e = context.Network.Elements[element];
        bool back = context.Flow(element) < 0;
        return $"{context.Name(back ? e.To : e.From)} → {context.Name(back ? e.From : e.To)}";
    }
}
