using Corridor.Model.Hydraulics;
using Corridor.Reporting.Html;
using Corridor.Reporting.Maps;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Hydraulics.Drawing;

/// <summary>Writes what colours, widths and symbols mean, with their units.</summary>
internal sealed class NetworkLegend(HydraulicContext context, NetworkDrawing drawing)
{
    public void Write(HtmlWriter html)
    {
        using (html.Open("figcaption"))
        {
            html.Line();
            if (context.MayBeShown)
            {
                Colours(html);
                Widths(html);
            }

            Signs(html);
            html.Leaf("p", Note(), ("class", "cmap-note"));
        }

        html.Line();
    }

    private string Note()
    {
        string place = drawing.Frame.IsSchematic ? "The network states no coordinates: places are laid out so that distances follow the connections." : "Places by the coordinates of the network.";
        string coarse = drawing.IsDetailed ? "" : $" With {NumberText.Count(context.Network.Elements.Count)} elements only the largest entries and exits, stations and what is out of its limits are marked; pipes have the colour of their mean pressure and no figures at the pointer.";
        string parallel = drawing.IsDetailed ? " Parallel elements are bowed apart." : "";
        return $"{place}{coarse}{parallel}{(context.MayBeShown && drawing.IsDetailed ? " Labels: name and absolute pressure in bar; those that find no room are left out, the pointer shows them." : "")}";
    }

    private void Colours(HtmlWriter html)
    {
        if (drawing.Scale is not { } scale)
            return;
        using (html.Open("ul", ("class", "scale by-p")))
        {
            html.Leaf("li", "Pressure, bar absolute", ("class", "what"));
            for (int i = 0; i < scale.Count; i++)
            {
                using (html.Open("li"))
                {
                    html.Leaf("i", "", ("class", $"u{scale.Colour(i)}"));
                    html.Text($"{scale.Bound(i)}–{scale.Bound(i + 1)}");
                }
            }
        }

        html.Line();
        if (!drawing.HasBand)
            return;
        using (html.Open("ul", ("class", "scale by-b")))
        {
            html.Leaf("li", "Place in the allowed band: at the least allowed", ("class", "what"));
            using (html.Open("li", ("class", "ten")))
            {
                for (int i = 0; i < UtilisationRamp.Colours.Count; i++)
                    html.Leaf("i", "", ("class", $"u{i}"));
            }

            html.Leaf("li", "at the greatest allowed pressure");
            if (Enumerable.Range(0, context.Network.Nodes.Count).Any(n => double.IsNaN(context.Band(n))))
            {
                using (html.Open("li"))
                {
                    html.Leaf("i", "", ("class", "vn"));
                    html.Text("no limits stated");
                }
            }
        }

        html.Line();
    }

    private void Widths(HtmlWriter html)
    {
        HydraulicUnits units = context.Units;
        double most = units.NormFlow(units.LargestFlow, null);
        if (!(most > 0))
            return;
        using (html.Open("ul", ("class", "cmap-widths")))
        using (html.Open("li"))
        {
            html.Leaf("b", "Flow");
            foreach (double amount in new[] { 0.9, 0.35, 0.12 }.Select(share => Round(share * most)).Distinct())
            {
                using (html.Open("span"))
                {
                    html.Leaf("i", "", ("style", $"--c:var(--mute);--w:{PathText.Fine(drawing.Widest * amount / most)}"));
                    html.Text(NumberText.Of(amount));
                }
            }

            html.Leaf("span", $"{units.FlowUnit} {units.NormConditions}; {NumberText.Of(Round(0.9 * most))} are {NumberText.Of(Round(0.9 * most) / most * units.LargestFlow)}\u00A0kg/s");
        }

        html.Line();
    }

    private void Signs(HtmlWriter html)
    {
        GasNetwork network = context.Network;
        using (html.Open("ul", ("class", "cmap-signs")))
        {
            if (Enumerable.Range(0, network.Nodes.Count).Any(n => context.Injection(n) > 0))
                Sign(html, "entry", () => NetworkSymbols.Node(html, 1, false, 0));
            if (Enumerable.Range(0, network.Nodes.Count).Any(n => context.Injection(n) < 0))
                Sign(html, "exit", () => NetworkSymbols.Node(html, -1, false, 0));
            if (network.Nodes.Any(n => n.PressureSetpoint is not null))
                Sign(html, "pressure held", () => NetworkSymbols.Node(html, 1, true, 0));
            if (Enumerable.Range(0, network.Nodes.Count).Any(n => context.Outside(n) < 0))
                Sign(html, "below its least pressure", () => NetworkSymbols.Node(html, 0, false, -1));
            if (Enumerable.Range(0, network.Nodes.Count).Any(n => context.Outside(n) > 0))
                Sign(html, "above its greatest pressure", () => NetworkSymbols.Node(html, 0, false, 1));
            foreach (IGrouping<string, GasElement> kind in network.Elements.Where(e => NetworkSymbols.Size(e) > 0).GroupBy(e => e.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
                Sign(html, HydraulicContext.KindName(kind.First()), () => NetworkSymbols.Element(html, kind.First(), false));
            if (Enumerable.Range(0, network.Elements.Count).Any(context.IsClosed))
                Line(html, "f out", "closed or out of service");
            if (context.MayBeShown && Enumerable.Range(0, network.Elements.Count).Any(e => context.Flow(e) == 0 && !context.IsClosed(e)))
                Line(html, "f idle0", "open, nothing flows");
        }

        html.Line();
    }

    private static void Sign(HtmlWriter html, string text, Action draw)
    {
        using (html.Open("li"))
        {
            using (html.Open("svg", ("viewBox", "-12 -12 24 24"), ("aria-hidden", "true")))
                draw();
            html.Text(text);
        }
    }

    private static void Line(HtmlWriter html, string kind, string text)
    {
        using (html.Open("li"))
        {
            using (html.Open("svg", ("class", "long"), ("viewBox", "0 -7 34 14"), ("aria-hidden", "true")))
            using (html.Open("g", ("class", kind), ("style", "--w:2")))
                html.Shape("path", ("class", "l un"), ("d", "M0 0h34"));
            html.Text(text);
        }
    }

    private static double Round(double value)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(value))), digit = value / power;
        return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
    }
}
