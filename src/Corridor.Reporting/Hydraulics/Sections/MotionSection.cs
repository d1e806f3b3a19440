using Corridor.Model.Hydraulics;
using Corridor.Reporting.Charts;
using Corridor.Reporting.Html;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics.Transient;

namespace Corridor.Reporting.Hydraulics.Sections;

/// <summary>A run over time: pressures, gas in the pipes, flows, and what happened.</summary>
internal static class MotionSection
{
    private const int MostLines = 6;
    private const int MostRows = 200;
    private const int MostEvents = 8;
    private const int Shown = 12;

    public static IEnumerable<ReportSection> Create(HydraulicContext context)
    {
        if (context.Input.Transient is not { } run || run.Times.Count == 0 || run.Pressures.Count != run.Times.Count)
            yield break;
        if (run.Regions.Count > 0 || run.Nodes.Any(n => n.Unserved > 0))
            yield return Survival(context, run);
        yield return new ReportSection("motion", "Over time", $"How pressures and flows move over {TimeText.Of(run.Times[^1] - run.Times[0])}", html =>
        {
            Pressures(context, run)?.Write(html);
            Linepack(context, run)?.Write(html);
            Flows(context, run)?.Write(html);
            new HtmlTable<TransientIncident>("What happened, in the order of time").Text("When", i => TimeText.Of(i.Time)).Text("What", i => i.Message).WriteFolded(html, run.Incidents, Shown, "incidents");
            Outcomes(html, context, run);
        });
    }

    private static ReportSection Survival(HydraulicContext context, TransientResult run)
    {
        RegionSurvival[] failed = [.. run.Regions.Where(r => r.Time is not null).OrderBy(r => r.Time)];
        string title = failed.Length > 0
            ? $"Protected customers of {Region(failed[0])} are served in full for {TimeText.Of(failed[0].Time!.Value)}"
            : run.Regions.Count > 0 ? "Protected customers are served in full throughout" : "Who is not served in full";
        return new ReportSection("survival", "Survival times", title, html =>
        {
            new HtmlTable<RegionSurvival>("How long the network keeps protected customers above their least pressure; modelled")
            {
                RowClass = r => r.Time is null ? null : "bad",
            }
                .Text("Region", r => char.ToUpperInvariant(Region(r)[0]) + Region(r)[1..])
                .Number("Served in full for", r => r.Time is { } time ? TimeText.Of(time) : $"the whole {TimeText.Of(run.Times[^1])}")
                .Number("After the first event", r => r.SinceEvent is { } since ? TimeText.Of(since) : NumberText.None)
                .Text("Fails first", r => r.Node >= 0 ? context.Name(r.Node) : "nobody")
                .Number("Delivered until then", r => context.Units.MassOfGas(r.Delivered))
                .Number("Asked for and not served", r => r.Unserved > 0 ? context.Units.MassOfGas(r.Unserved) : "0")
                .Write(html, [.. run.Regions.OrderBy(r => r.Time ?? double.PositiveInfinity)]);
            NodeOutcome[] short_ = [.. run.Nodes.Where(n => n.Unserved > 0).OrderByDescending(n => n.Unserved)];
            new HtmlTable<NodeOutcome>("Places that did not get what they asked for; modelled")
            {
                RowClass = _ => "bad",
            }
                .Text("Node", n => context.Name(n.Node))
                .Text("Protected", n => context.Network.Nodes[n.Node].IsProtected ? "yes" : "no")
                .Number("Not served", n => context.Units.MassOfGas(n.Unserved))
                .Number("Of it shed for protected customers", n => n.Shed > 0 ? context.Units.MassOfGas(n.Shed) : "0")
                .Number("Served in full for", n => n.SurvivalTime is { } time ? TimeText.Of(time) : NumberText.None)
                .WriteFolded(html, short_, Shown, "nodes");
        });
    }

    /// <summary>Name of a region in a sentence.</summary>
    public static string Region(RegionSurvival region) => region.Region.Length > 0 ? region.Region : "places without a region";

    private static CurveChart? Pressures(HydraulicContext context, TransientResult run)
    {
        int[] chosen = Chosen(context, run);
        if (chosen.Length == 0)
            return null;
        return Chart(
            context, run, "motion-pressure", "bar", "Where the pressure moves most and falls lowest",
            "Absolute pressure in bar; modelled. Shown: places that fail, that come nearest to their least pressure, and that move most.",
            [.. chosen.Select(n => (context.Name(n), Enumerable.Range(0, run.Times.Count).Select(t => run.Pressures[t][n] / 1e5).ToArray()))], v => context.Units.Bar(v * 1e5));
    }

    private static CurveChart? Linepack(HydraulicContext context, TransientResult run)
    {
        if (run.TotalLinepack.Count != run.Times.Count)
            return null;
        double density = context.Units.NormDensity(null), most = run.TotalLinepack.Max() / density, scale = most >= 1e6 ? 1e6 : most >= 1e4 ? 1e3 : 1;
        string unit = (scale > 1e3 ? "million\u00A0" : scale > 1 ? "thousand\u00A0" : "") + "m³";
        double first = run.TotalLinepack[0], last = run.TotalLinepack[^1];
        string title = Math.Abs(last - first) < 1e-3 * first ? "The gas in the pipes (linepack) is the same at the end" : $"The gas in the pipes (linepack) {(last > first ? "grows" : "falls")} by {context.Units.MassOfGas(Math.Abs(last - first))}";
        return Chart(context, run, "motion-linepack", unit, title, $"Volume {context.Units.NormConditions}; modelled.", [("linepack", [.. run.TotalLinepack.Select(m => m / density / scale)])], v => NumberText.Of(v));
    }

    private static CurveChart? Flows(HydraulicContext context, TransientResult run)
    {
        if (run.Injections.Count != run.Times.Count)
            return null;
        double[] entering = [.. run.Injections.Select(row => context.Units.NormFlow(row.Where(double.IsFinite).Sum(v => Math.Max(0, v)), null))];
        double[] leaving = [.. run.Injections.Select(row => context.Units.NormFlow(row.Where(double.IsFinite).Sum(v => Math.Max(0, -v)), null))];
        return Chart(
            context, run, "motion-flow", context.Units.FlowUnit, "What enters and what leaves", $"All entries and all exits in {context.Units.FlowUnit} {context.Units.NormConditions}; modelled.",
            [("enters", entering), ("leaves", leaving)], v => NumberText.Of(v), fromZero: true);
    }

    private static CurveChart Chart(
        HydraulicContext context, TransientResult run, string id, string unit, string title, string note, (string Name, double[] Values)[] series, Func<double, string> text, bool fromZero = false)
    {
        _ = context;
        double length = run.Times[^1] - run.Times[0], step = TimeText.Unit(length);
        int every = Math.Max(1, (run.Times.Count + MostRows - 1) / MostRows);
        int[] rows = [.. Enumerable.Range(0, run.Times.Count).Where(t => t % every == 0 || t == run.Times.Count - 1)];
        int drawn = Math.Max(1, run.Times.Count / 1500);
        return new CurveChart
        {
            Id = id,
            Title = title,
            Note = note,
            Across = TimeText.Name(length),
            Unit = unit,
            FromZero = fromZero,
            Curves = [.. series.Select((s, i) => new Curve(s.Name, HydraulicColours.Line(i), [.. Enumerable.Range(0, run.Times.Count).Where(t => t % drawn == 0 || t == run.Times.Count - 1).Select(t => new CurvePoint(run.Times[t] / step, s.Values[t]))]))],
            Events = [.. run.Incidents.Take(MostEvents).Select((incident, i) => (incident.Time / step, NumberText.Count(i + 1)))],
            Heads = [TimeText.Name(length), .. series.Select(s => $"{s.Name}, {unit}")],
            Rows = [.. rows.Select(t => (run.Times[t] / step, (IReadOnlyList<string>)[NumberText.Of(run.Times[t] / step), .. series.Select(s => text(s.Values[t]))]))],
        };
    }

    /// <summary>Places that fail, then those nearest to their least pressure, then those that move most.</summary>
    private static int[] Chosen(HydraulicContext context, TransientResult run)
    {
        int count = context.Network.Nodes.Count;
        double Swing(int node)
        {
            double least = double.PositiveInfinity, most = double.NegativeInfinity;
            foreach (double[] row in run.Pressures)
            {
                if (double.IsFinite(row[node]))
                    (least, most) = (Math.Min(least, row[node]), Math.Max(most, row[node]));
            }

            return most >= least ? most - least : -1;
        }

        IEnumerable<int> failing = run.Nodes.Where(n => n.SurvivalTime is not null).OrderBy(n => n.SurvivalTime).Select(n => n.Node).Take(3);
        IEnumerable<int> near = run.Nodes.Where(n => context.Network.Nodes[n.Node].PressureMin is > 0 && double.IsFinite(n.PressureLowest))
            .OrderBy(n => n.PressureLowest - context.Network.Nodes[n.Node].PressureMin!.Value).Select(n => n.Node).Take(2);
        IEnumerable<int> moving = Enumerable.Range(0, count).Select(n => (Node: n, Swing: Swing(n))).Where(s => s.Swing >= 0).OrderByDescending(s => s.Swing).ThenBy(s => s.Node).Select(s => s.Node);
        return [.. failing.Concat(near).Concat(moving).Distinct().Take(MostLines)];
    }

    private static void Outcomes(HtmlWriter html, HydraulicContext context, TransientResult run)
    {
        MassBalance balance = run.Balance;
        html.Leaf("p", $"Mass balance: {context.Units.MassOfGas(balance.Entered)} entered, {context.Units.MassOfGas(balance.Left)} left{(balance.Lost > 0 ? $", {context.Units.MassOfGas(balance.Lost)} streamed into the open" : "")}; what the balance misses is {NumberText.Residual(balance.RelativeError)} of the greater of linepack and throughput.");
        html.Leaf("p", $"{NumberText.Count(run.Steps.Accepted)} steps of {TimeText.Of(run.Steps.Shortest)} to {TimeText.Of(run.Steps.Longest)}, {NumberText.Count(run.Steps.Rejected)} tried again shorter; greatest relative residual of any step {NumberText.Residual(run.Steps.Residual)}.", ("class", "note"));
        NodeOutcome[] lowest = [.. run.Nodes.Where(n => double.IsFinite(n.PressureLowest) && (n.Delivered > 0 || n.Entered > 0)).OrderBy(n => n.PressureLowest - (context.Network.Nodes[n.Node].PressureMin ?? 0)).Take(40)];
        new HtmlTable<NodeOutcome>("Entries and exits by their lowest pressure above what is allowed; bar absolute; modelled")
            .Text("Node", n => context.Name(n.Node))
            .Number("Lowest pressure", n => context.Units.Bar(n.PressureLowest))
            .Number("At", n => TimeText.Of(n.TimeOfLowest))
            .Number("Least allowed", n => context.Network.Nodes[n.Node].PressureMin is { } least ? context.Units.Bar(least) : NumberText.None)
            .Number("Delivered", n => n.Delivered > 0 ? context.Units.MassOfGas(n.Delivered) : NumberText.None)
            .WriteFolded(html, lowest, Shown, "nodes");
    }
}
