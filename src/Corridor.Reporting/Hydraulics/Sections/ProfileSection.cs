using System.Globalization;
using Corridor.Model.Hydraulics;
using Corridor.Reporting.Charts;
using Corridor.Reporting.Html;
using Corridor.Reporting.Hydraulics.Drawing;
using Corridor.Reporting.Hydraulics.Routes;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Hydraulics.Sections;

/// <summary>The pressure along routes, from kilometre to kilometre, with stations as steps.</summary>
internal static class ProfileSection
{
    private const int PointsOfPipe = 24;
    private const double LeastHeights = 5;

    public static ReportSection? Create(HydraulicContext context)
    {
        if (!context.MayBeShown)
            return null;
        IReadOnlyList<GasRoute> routes = new RouteFinder(context).Find();
        RouteRequest[] missing = [.. context.Input.Routes.Where(r => new RouteFinder(context).Between(r.From, r.To) is null)];
        if (routes.Count == 0 && missing.Length == 0)
            return null;
        return new ReportSection("profiles", "Profiles", context.IsInstant ? "How the pressure falls along the way at the end of the run" : "How the pressure falls along the way", html =>
        {
            foreach (RouteRequest request in missing)
                html.Leaf("p", $"Nothing joins {context.Name(request.From)} and {context.Name(request.To)}: there is no route to show.", ("class", "note"));
            Chooser(html, context, routes);
            for (int i = 0; i < routes.Count; i++)
            {
                using (html.Open("div", ("class", "route"), ("id", $"route-{i + 1}")))
                    Chart(context, routes[i], $"profile-{i + 1}").Write(html);
            }
        });
    }

    private static void Chooser(HtmlWriter html, HydraulicContext context, IReadOnlyList<GasRoute> routes)
    {
        if (routes.Count < 2)
            return;
        using (html.Open("p", ("class", "chooser"), ("hidden", "")))
        {
            html.Leaf("label", "Route ", ("for", "route-choice"));
            using (html.Open("select", ("id", "route-choice")))
            {
                for (int i = 0; i < routes.Count; i++)
                    html.Leaf("option", $"{Title(context, routes[i])} — {routes[i].Reason}", ("value", $"route-{i + 1}"));
            }
        }

        html.Line();
    }

    private static string Title(HydraulicContext context, GasRoute route) =>
        $"{context.Name(route.Nodes[0])} → {context.Name(route.Nodes[^1])}, {NumberText.Of(route.Distances(context.Network)[^1] / 1e3)}\u00A0km";

    private static CurveChart Chart(HydraulicContext context, GasRoute route, string id)
    {
        GasNetwork network = context.Network;
        HydraulicUnits units = context.Units;
        double[] km = [.. route.Distances(network).Select(d => d / 1e3)];
        var points = new List<CurvePoint> { new(0, context.Pressure(route.Nodes[0]) / 1e5) };
        var marks = new List<CurveMark>();
        for (int i = 0; i < route.Elements.Count; i++)
        {
            GasElement element = network.Elements[route.Elements[i]];
            double from = context.Pressure(route.Nodes[i]) / 1e5, to = context.Pressure(route.Nodes[i + 1]) / 1e5;
            if (element is GasPipe)
            {
                // Along a pipe the square of the pressure falls in proportion to the distance.
                for (int k = 1; k <= PointsOfPipe; k++)
                {
                    double t = (double)k / PointsOfPipe;
                    points.Add(new CurvePoint(km[i] + ((km[i + 1] - km[i]) * t), Math.Sqrt(Math.Max(0, (from * from) + (((to * to) - (from * from)) * t)))));
                }

                continue;
            }

            points.Add(new CurvePoint(km[i + 1], to));
            if (element is GasCompressorStation or GasControlValve or GasPump && double.IsFinite(from + to))
            {
                bool closed = context.IsClosed(route.Elements[i]);
                double ratio = to / from;
                string name = element is GasCompressorStation && Math.Abs(ratio - 1) > 1e-4 ? $"{element.Id} ×{NumberText.Of(ratio)}" : element.Id;
                marks.Add(new CurveMark(km[i], (from + to) / 2, name, 5, html =>
                {
                    using (html.Open("g", ("class", "sy"), ("transform", "scale(0.8)")))
                        NetworkSymbols.Element(html, element, closed);
                }));
            }
        }

        int tightest = Enumerable.Range(0, route.Nodes.Count).Where(i => !double.IsNaN(context.Margin(route.Nodes[i]))).OrderBy(i => context.Margin(route.Nodes[i])).FirstOrDefault(-1);
        for (int i = 0; i < route.Nodes.Count; i++)
        {
            int node = route.Nodes[i];
            bool end = i == 0 || i == route.Nodes.Count - 1;
            if (double.IsFinite(context.Pressure(node)))
                marks.Add(new CurveMark(km[i], context.Pressure(node) / 1e5, $"{context.Name(node)} {units.Bar(context.Pressure(node))}", end ? 10 : i == tightest ? 9 : context.Injection(node) != 0 ? 3 : 1));
        }

        bool heights = route.Nodes.Max(n => network.Nodes[n].Height) - route.Nodes.Min(n => network.Nodes[n].Height) >= LeastHeights;
        return new CurveChart
        {
            Id = id,
            Title = $"{Title(context, route)}: {units.Bar(context.Pressure(route.Nodes[0]))} → {units.BarText(context.Pressure(route.Nodes[^1]))}",
            Note = $"Chosen: {route.Reason}. Absolute pressure in bar over kilometres of pipe; modelled. {(Band(context, route, km).Any(b => double.IsFinite(b.Low + b.High)) ? "Shaded: what the nodes allow. " : "")}Stations and regulators are steps.{(heights ? " Beneath: height above the sea." : "")}",
            Across = "km",
            Unit = "bar",
            Curves = [new Curve("", "var(--ink)", points)],
            Band = Band(context, route, km),
            Marks = marks,
            Ground = heights ? [.. route.Nodes.Select((n, i) => new CurvePoint(km[i], network.Nodes[n].Height))] : [],
            Heads = ["Node", "km", "bar", "least allowed", "greatest allowed", "reached through", "flow, " + units.FlowUnit],
            Rows = [.. route.Nodes.Select((n, i) => (km[i], Row(context, route, i, km[i])))],
        };
    }

    private static (double X, double Low, double High)[] Band(HydraulicContext context, GasRoute route, double[] km) =>
        [.. route.Nodes.Select((n, i) => (km[i], context.Network.Nodes[n].PressureMin / 1e5 ?? double.NaN, context.Network.Nodes[n].PressureMax / 1e5 ?? double.NaN))];

    private static IReadOnlyList<string> Row(HydraulicContext context, GasRoute route, int at, double km)
    {
        int node = route.Nodes[at];
        GasNode n = context.Network.Nodes[node];
        HydraulicUnits units = context.Units;
        string through = NumberText.None, flow = NumberText.None;
        if (at > 0)
        {
            int element = route.Elements[at - 1];
            through = $"{HydraulicContext.KindName(context.Network.Elements[element])} {context.Network.Elements[element].Id}";
            flow = units.Flow(Math.Abs(context.Flow(element)), context.Gas(element));
        }

        return [context.Name(node), km.ToString("0.0", CultureInfo.InvariantCulture), units.Bar(context.Pressure(node)), n.PressureMin is { } least ? units.Bar(least) : NumberText.None, n.PressureMax is { } most ? units.Bar(most) : NumberText.None, through, flow];
    }
}
