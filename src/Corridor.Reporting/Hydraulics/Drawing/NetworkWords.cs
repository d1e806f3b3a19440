using System.Globalization;
using Corridor.Model.Hydraulics;
using Corridor.Reporting.Hydraulics.Sections;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics;

namespace Corridor.Reporting.Hydraulics.Drawing;

/// <summary>What nodes and elements say at the pointer: lines of text, the name first.</summary>
internal sealed class NetworkWords(HydraulicContext context)
{
    private readonly HydraulicUnits _units = context.Units;

    public string Node(int node)
    {
        GasNode n = context.Network.Nodes[node];
        var lines = new List<string> { context.Name(node) };
        if (context.MayBeShown)
            lines.Add(_units.BarText(context.Pressure(node)) + " absolute" + (n.PressureSetpoint is null ? "" : ", held here"));
        if (n.PressureMin is not null || n.PressureMax is not null)
            lines.Add(Bounds(n));
        if (context.Outside(node) is var outside && outside != 0)
            lines.Add(outside < 0 ? $"{_units.BarText(-context.MarginBelow(node))} below its least" : $"{_units.BarText(-context.MarginAbove(node))} above its greatest");
        double flow = context.Injection(node);
        if (flow != 0)
            lines.Add($"{(flow > 0 ? "enters" : "leaves")} {_units.FlowText(Math.Abs(flow), context.GasAt(node))}");
        if (n.Height != 0)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{n.Height:0}\u00A0m above the sea"));
        return string.Join('\n', lines.Concat(Complaints(c => c.Node == node)));
    }

    public string Element(int element)
    {
        GasElement e = context.Network.Elements[element];
        var lines = new List<string> { $"{e.Id}, {HydraulicContext.KindName(e)}", VelocitySection.Way(context, element) };
        if (e is GasValve or GasControlValve or GasCompressorStation || !e.InService)
            lines.Add(StationSection.Mode(context, element));
        if (context.MayBeShown)
        {
            bool back = context.Flow(element) < 0;
            lines.Add($"{_units.Bar(context.Pressure(back ? e.To : e.From))} → {_units.BarText(context.Pressure(back ? e.From : e.To))}");
            lines.Add(context.Flow(element) == 0 ? "nothing flows" : _units.FlowText(Math.Abs(context.Flow(element)), context.Gas(element)));
            ElementState state = context.Element(element);
            if (Math.Abs(state.Velocity) > 0 && context.Flow(element) != 0)
                lines.Add($"{NumberText.Of(Math.Abs(state.Velocity))}\u00A0m/s{(state.ErosionalVelocity > 0 ? $", erosional {NumberText.Of(state.ErosionalVelocity)}\u00A0m/s" : "")}");
            if (e is GasCompressorStation && state.Power > 0)
                lines.Add($"ratio {NumberText.Of(state.Ratio)}, {HydraulicUnits.Power(state.Power)} at the shaft{(state.FuelPower > 1.001 * state.Power ? $", drives take {HydraulicUnits.Power(state.FuelPower)}" : "")}");
        }

        if (e is GasPipe pipe)
            lines.Add($"{NumberText.Of(pipe.Length / 1e3)}\u00A0km, {NumberText.Of(pipe.Diameter * 1e3)}\u00A0mm");
        return string.Join('\n', lines.Concat(Complaints(c => c.Element == element)));
    }

    private IEnumerable<string> Complaints(Func<HydraulicComplaint, bool> about) => context.Complaints.Where(about).Take(2).Select(c => "! " + c.Message);

    private string Bounds(GasNode node) => (node.PressureMin, node.PressureMax) switch
    {
        ({ } least, { } most) => $"allowed {_units.Bar(least)} to {_units.BarText(most)}",
        ({ } least, null) => $"at least {_units.BarText(least)} allowed",
        (null, { } most) => $"at most {_units.BarText(most)} allowed",
        _ => "",
    };
}
