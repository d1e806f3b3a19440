using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>Pressures to start from where a state is not given for every node: the nearest one known.</summary>
internal static class StartPressures
{
    private const double Unknown = 5e6;

    internal static double[] Of(GasNetwork network, HydraulicSolution? initial, TransientSchedule schedule, TransientSettings settings)
    {
        int count = network.Nodes.Count;
        var pressure = new double[count];
        var queue = new Queue<int>();
        for (int i = 0; i < count; i++)
        {
            double known = initial is null ? double.NaN : initial.Nodes[i].Pressure;
            if (!(known > 0.0))
                known = network.Nodes[i].PressureSetpoint ?? double.NaN;
            pressure[i] = known > 0.0 ? known : double.NaN;
        }

        if (initial is null)
        {
            foreach (NodeSeries series in schedule.Boundary?.Pressures ?? [])
                pressure[series.Node] = series.Series.At(settings.StartTime);
            foreach (StorageSite site in schedule.Storages)
                pressure[site.Node] = site.Pressure;
        }

        for (int i = 0; i < count; i++)
        {
            if (!double.IsNaN(pressure[i]))
                queue.Enqueue(i);
        }

        ILookup<int, int> neighbours = network.Elements
            .SelectMany(element => new[] { (element.From, element.To), (From: element.To, To: element.From) })
            .ToLookup(pair => pair.Item1, pair => pair.Item2);
        while (queue.TryDequeue(out int node))
        {
            foreach (int next in neighbours[node])
            {
                if (!double.IsNaN(pressure[next]))
                    continue;
                pressure[next] = pressure[node];
                queue.Enqueue(next);
            }
        }

        for (int i = 0; i < count; i++)
        {
            if (double.IsNaN(pressure[i]))
                pressure[i] = Math.Max(settings.PressureFloor, 0.5 * ((network.Nodes[i].PressureMin ?? Unknown) + (network.Nodes[i].PressureMax ?? Unknown)));
        }

        return pressure;
    }
}
