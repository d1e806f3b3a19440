using Corridor.Reporting.Html;
using Corridor.Reporting.Hydraulics.Drawing;

namespace Corridor.Reporting.Hydraulics.Sections;

/// <summary>The map of the network.</summary>
internal static class NetworkSection
{
    public static ReportSection? Create(HydraulicContext context)
    {
        if (context.Network.Nodes.Count == 0)
            return null;
        string title = context.IsInstant ? $"Where the pressure is high and where it is low after {TimeText.Of(context.Input.Transient!.Times[^1])}"
            : context.MayBeShown ? "Where the pressure is high and where it is low" : context.Complaints.Count > 0 ? "The network, and where it fails" : "The network";
        return new ReportSection("map", "Map", title, html => new NetworkMap(context, new NetworkDrawing(context), "network").Write(html, title));
    }
}
