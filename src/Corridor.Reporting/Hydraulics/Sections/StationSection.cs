using System.Globalization;
using Corridor.Model.Hydraulics;
using Corridor.Reporting.Html;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Compressors;

namespace Corridor.Reporting.Hydraulics.Sections;

/// <summary>Compressor stations, regulators and valves: what each does.</summary>
internal static class StationSection
{
    private const int Shown = 14;

    public static ReportSection? Create(HydraulicContext context)
    {
        int[] all = [.. Enumerable.Range(0, context.Network.Elements.Count)];
        int[] stations = [.. all.Where(e => context.Network.Elements[e] is GasCompressorStation)];
        int[] regulators = [.. all.Where(e => context.Network.Elements[e] is GasControlValve)];
        int[] valves = [.. all.Where(e => context.Network.Elements[e] is GasValve)];
        if (!context.MayBeShown || stations.Length + regulators.Length + valves.Length == 0)
            return null;
        int working = stations.Count(e => context.Element(e).Power > 0);
        string some = regulators.Length > 0 ? $"{regulators.Length} regulator{(regulators.Length == 1 ? "" : "s")}" : "";
        string title = context.IsInstant ? "Stations, regulators and valves at the end of the run" : stations.Length > 0
            ? $"{working} of {stations.Length} compressor station{(stations.Length == 1 ? " works" : "s work")}{(some.Length > 0 ? "; " + some : "")}"
            : regulators.Length > 0 ? regulators.Length == 1 ? "What the regulator does" : $"What the {some} do" : "Valves";
        return new ReportSection("stations", "Stations", title, html =>
        {
            Compressors(html, context, stations);
            Table(html, context, regulators, "Regulators; pressures absolute in bar; modelled");
            Table(html, context, valves, "Valves; pressures absolute in bar; modelled");
        });
    }

    /// <summary>What a station does, in words; the set point with its unit.</summary>
    public static string Mode(HydraulicContext context, int element)
    {
        GasElement e = context.Network.Elements[element];
        if (!e.InService)
            return "out of service";
        if (e is GasValve valve)
            return valve.IsOpen is false ? "closed" : "open";
        StationMode? mode = context.MayBeShown && !context.IsInstant ? context.Element(element).Mode : HydraulicContext.Control(e)?.Mode;
        StationControl? control = HydraulicContext.Control(e);
        double value = control?.Mode == mode ? control?.Value ?? double.NaN : double.NaN;
        return mode is { } known ? Words(context, known, value) : "not set";
    }

    /// <summary>A mode and its set point in words.</summary>
    public static string Words(HydraulicContext context, StationMode mode, double value)
    {
        string held = double.IsNaN(value) ? "" : mode switch
        {
            StationMode.Ratio => " " + NumberText.Of(value),
            StationMode.OutletPressure or StationMode.InletPressure or StationMode.PressureRise => " " + context.Units.BarText(value),
            StationMode.Flow => $" {NumberText.Of(value)}\u00A0kg/s",
            StationMode.Power => " " + HydraulicUnits.Power(value),
            _ => "",
        };
        return mode switch
        {
            StationMode.Closed => "closed",
            StationMode.Bypass => "bypass",
            StationMode.Ratio => "holds the ratio" + held,
            StationMode.OutletPressure => "holds the outlet at" + held,
            StationMode.InletPressure => "holds the inlet at" + held,
            StationMode.Flow => "holds the flow" + held,
            StationMode.Power => "holds the power" + held,
            StationMode.PressureRise => "holds the rise" + held,
            _ => "not set",
        };
    }

    private static void Compressors(HtmlWriter html, HydraulicContext context, int[] stations)
    {
        HydraulicUnits units = context.Units;
        new HtmlTable<int>("Compressor stations; pressures absolute in bar; modelled")
        {
            RowClass = e => Passed(context, e).Length > 0 ? "passed" : null,
        }
            .Text("Station", e => context.Network.Elements[e].Id)
            .Text(context.IsInstant ? "Told at the start" : "Does", e => Mode(context, e))
            .Number("Inlet", e => units.Bar(context.Pressure(context.Network.Elements[e].From)))
            .Number("Outlet", e => units.Bar(context.Pressure(context.Network.Elements[e].To)))
            .Number("Ratio", e => NumberText.Of(context.Element(e).Ratio))
            .Number("Flow, " + units.FlowUnit, e => units.Flow(context.Flow(e), context.Gas(e)))
            .Number("Shaft power", e => context.Element(e).Power > 0 ? HydraulicUnits.Power(context.Element(e).Power) : double.IsNaN(context.Element(e).Power) ? NumberText.None : "0")
            .Number("Drives take", e => context.Element(e).FuelPower > 1.001 * context.Element(e).Power ? HydraulicUnits.Power(context.Element(e).FuelPower) : "–")
            .Number("Shaft/drive", e => context.Element(e) is { Power: > 0 } s && s.FuelPower > 1.001 * s.Power ? NumberText.Of(100 * s.Power / s.FuelPower) + "\u00A0%" : "–")
            .Number("Efficiency", e => context.Element(e).Operation is { } o && double.IsFinite(o.Efficiency) ? NumberText.Of(100 * o.Efficiency) + "\u00A0%" : "–")
            .Text("Machines", e => Machines(context.Element(e).Operation))
            .Text("Limit passed", e => Passed(context, e))
            .WriteFolded(html, stations, Shown, "stations");
    }

    /// <summary>The configuration, and the machines with their speeds.</summary>
    private static string Machines(StationOperation? operation) => operation is not { Configuration: { } configuration }
        ? "–"
        : $"{configuration}: {string.Join(", ", operation.Machines.Select(m => $"{m.Unit} {m.Speed.ToString("0", CultureInfo.InvariantCulture)}/min"))}";

    private static void Table(HtmlWriter html, HydraulicContext context, int[] rows, string caption)
    {
        HydraulicUnits units = context.Units;
        new HtmlTable<int>(caption)
        {
            RowClass = e => Passed(context, e).Length > 0 ? "passed" : null,
        }
            .Text("Id", e => context.Network.Elements[e].Id)
            .Text(context.IsInstant ? "Told at the start" : "Does", e => Mode(context, e))
            .Number("Inlet", e => units.Bar(context.Pressure(context.Network.Elements[e].From)))
            .Number("Outlet", e => units.Bar(context.Pressure(context.Network.Elements[e].To)))
            .Number("Flow, " + units.FlowUnit, e => units.Flow(context.Flow(e), context.Gas(e)))
            .Number("kg/s", e => units.Mass(context.Flow(e)))
            .Text("Limit passed", e => Passed(context, e))
            .WriteFolded(html, rows, Shown, "more");
    }

    private static string Passed(HydraulicContext context, int element) =>
        string.Join(" ", context.Complaints.Where((HydraulicComplaint c) => c.Element == element).Select(c => c.Message));
}
