using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>The network under the conditions of a schedule's first instant, for the steady solver.</summary>
internal static class StartNetwork
{
    internal static GasNetwork At(GasNetwork network, TransientSchedule schedule, double time)
    {
        GasNode[] nodes = [.. network.Nodes];
        GasElement[] elements = [.. network.Elements];
        foreach (NodeSeries series in schedule.Boundary?.Injections ?? [])
            nodes[series.Node] = nodes[series.Node] with { Injection = series.Series.At(time), PressureSetpoint = null };
        foreach (NodeSeries series in schedule.Boundary?.Pressures ?? [])
            nodes[series.Node] = nodes[series.Node] with { PressureSetpoint = series.Series.At(time) };
        foreach (StorageSite site in schedule.Storages)
            nodes[site.Node] = nodes[site.Node] with { PressureSetpoint = site.Pressure };
        foreach (ControlSeries series in schedule.Boundary?.Controls ?? [])
        {
            elements[series.Element] = elements[series.Element] switch
            {
                GasCompressorStation station => station with { Control = series.At(time) },
                GasControlValve regulator => regulator with { Control = series.At(time) },
                GasElement other => other,
            };
        }

        return network with { Nodes = nodes, Elements = elements };
    }
}
