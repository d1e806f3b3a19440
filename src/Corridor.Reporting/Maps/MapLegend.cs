using System.Globalization;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Maps;

/// <summary>Writes what the widths, colours and strokes of a map mean.</summary>
internal static class MapLegend
{
    private static readonly double[] SampleWidths = [12, 4, 1.3];

    public static void Write(TextWriter writer, FlowLayout layout, string id)
    {
        MapModel model = layout.Model;
        writer.Write("<figcaption>\n");
        writer.Write($"<p class=\"cmap-what\">{Xml.Text(model.Title)}. Width: {(model.IsDifference ? "size of the change" : "energy that arrives")}, as a yearly rate.</p>\n<ul class=\"cmap-widths\">");
        for (int c = 0; c < model.Carriers.Count; c++)
        {
            MapCarrier carrier = model.Carriers[c];
            if (layout.Scale.PerUnit(carrier.Id) <= 0)
                continue;
            writer.Write($"<li class=\"c{c}\" style=\"--c:{carrier.Colour}\"><b>{Xml.Text(carrier.Name)}</b>");
            foreach (double amount in SampleWidths.Select(w => layout.Scale.RoundAmount(carrier.Id, w)).Distinct())
            {
                double width = amount * layout.Scale.PerUnit(carrier.Id);
                writer.Write($"<span><i style=\"--w:{PathText.Fine(width)}\"></i>{Round(amount)}</span>");
            }

            writer.Write($"<span>{Xml.Text(carrier.Unit)} a year</span></li>");
        }

        writer.Write("</ul>\n<ul class=\"cmap-signs\">");
        if (model.IsDifference)
        {
            Sign(writer, "more", "more than before");
            Sign(writer, "less", "less than before");
            Sign(writer, "more new", "new");
            Sign(writer, "less gone", "gone");
        }
        else
        {
            writer.Write("<li class=\"ramp\">utilisation 0\u00A0%");
            for (int i = 0; i < UtilisationRamp.Colours.Count; i++)
                writer.Write($"<i class=\"u{i}\"></i>");
            writer.Write("100\u00A0% of capacity</li>");
            Sign(writer, "full", "at capacity");
            Sign(writer, "out", "out of service");
            Sign(writer, "plan", "planned");
        }

        if (model.Flows.Any(f => f.Mode == FlowMode.Ship))
            Sign(writer, "ship", "ships");
        if (model.Flows.Any(f => f.Mode == FlowMode.Land))
            Sign(writer, "rail", "rail and road");
        if (layout.Shortages.Count > 0)
            writer.Write($"<li><svg viewBox=\"0 0 14 14\" aria-hidden=\"true\"><circle class=\"s\" cx=\"7\" cy=\"7\" r=\"5.5\" fill=\"url(#{id}-x)\"/></svg>{(model.IsDifference ? "change of demand not served" : "demand not served")}, area by energy</li>");
        writer.Write("</ul>\n<p class=\"cmap-note\">");
        if (model.FlowsWithoutPlace > 0)
            writer.Write($"{model.FlowsWithoutPlace} {(model.FlowsWithoutPlace == 1 ? "flow is" : "flows are")} not drawn, for want of coordinates. ");
        writer.Write($"{Xml.Text(model.Period)}{(model.Certificate is null ? "" : ", " + Xml.Text(model.Certificate))}. Albers equal-area projection. Sea routes are sketched. {Xml.Text(WorldOutlines.Attribution)}</p>\n</figcaption>\n");
    }

    private static string Round(double amount) => amount >= 1 ? NumberText.Count((long)Math.Round(amount)) : amount.ToString("0.######", CultureInfo.InvariantCulture);

    private static void Sign(TextWriter writer, string kind, string text) =>
        writer.Write($"<li><svg viewBox=\"0 0 34 14\" aria-hidden=\"true\"><g class=\"f {kind}\" style=\"--w:3\"><path class=\"k\" d=\"M2 7H32\"/><path class=\"l\" d=\"M2 7H32\"/></g></svg>{text}</li>");
}
