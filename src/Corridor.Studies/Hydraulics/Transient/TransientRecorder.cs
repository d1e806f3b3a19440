using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>Keeps the outputs of a run and hands them to the sink.</summary>
internal sealed class TransientRecorder(TransientModel model, Action<TransientSnapshot>? sink)
{
    private readonly HashSet<string> _profiles = [.. model.Settings.Profiles];

    internal List<double> Times { get; } = [];

    internal List<double[]> Pressures { get; } = [];

    internal List<double[]> Injections { get; } = [];

    internal List<double[]> FlowsIn { get; } = [];

    internal List<double[]> FlowsOut { get; } = [];

    internal List<double[]> Linepacks { get; } = [];

    internal List<double> Totals { get; } = [];

    internal IReadOnlyList<PipeProfile> Initial { get; private set; } = [];

    internal double InitialLinepack { get; private set; }

    /// <summary>Mass at the start by the equation of state itself [kg].</summary>
    internal double InitialExact { get; private set; }

    internal void Begin()
    {
        Initial = Profiles(_ => true);
        InitialLinepack = Linepack();
        InitialExact = ExactLinepack();
    }

    internal void Record(double time)
    {
        int nodes = model.Network.Nodes.Count;
        int elements = model.Network.Elements.Count;
        var flowIn = new double[elements];
        var flowOut = new double[elements];
        var linepack = new double[elements];
        for (int e = 0; e < elements; e++)
        {
            if (model.LinkOf[e] >= 0)
            {
                flowIn[e] = model.Links.Flow[model.LinkOf[e]];
                flowOut[e] = flowIn[e];
                continue;
            }

            int first = model.FirstPipe[e];
            if (first < 0)
                continue;
            int last = first + model.PipeParts[e] - 1;
            flowIn[e] = model.Pipes.Flow[model.Grid.PointStart[first]];
            flowOut[e] = model.Pipes.Flow[model.Grid.PointStart[last + 1] - 1];
            for (int k = first; k <= last; k++)
                linepack[e] += model.Pipes.Linepack(k);
        }

        double[] pressures = model.Nodes.Pressure[..nodes];
        for (int i = 0; i < nodes; i++)
        {
            if (!model.Network.Nodes[i].InService)
                pressures[i] = double.NaN;
        }

        double[] injections = model.Nodes.Injection[..nodes];
        double total = Linepack();
        Times.Add(time);
        Pressures.Add(pressures);
        Injections.Add(injections);
        FlowsIn.Add(flowIn);
        FlowsOut.Add(flowOut);
        Linepacks.Add(linepack);
        Totals.Add(total);
        sink?.Invoke(new TransientSnapshot(time, pressures, injections, flowIn, flowOut, linepack, total, Profiles(_profiles.Contains)));
    }

    internal double Linepack()
    {
        double sum = 0.0;
        for (int k = 0; k < model.Grid.Count; k++)
            sum += model.Pipes.Linepack(k);
        for (int i = 0; i < model.Nodes.Count; i++)
        {
            if (model.Nodes.BareVolume[i] > 0.0)
                sum += model.Nodes.BareVolume[i] * model.Nodes.Density(i);
        }

        return sum;
    }

    /// <summary>Mass by the equation of state itself [kg].</summary>
    internal double ExactLinepack()
    {
        double sum = 0.0;
        for (int k = 0; k < model.Grid.Count; k++)
        {
            int last = model.Grid.PointStart[k + 1] - 1;
            double inside = 0.0;
            for (int i = model.Grid.PointStart[k]; i < last; i++)
                inside += 0.5 * (model.Grid.Gas[k].Exact(model.Pipes.Pressure[i]) + model.Grid.Gas[k].Exact(model.Pipes.Pressure[i + 1]));
            sum += inside * model.Grid.Area[k] * model.Grid.CellLength[k];
        }

        for (int i = 0; i < model.Nodes.Count; i++)
        {
            if (model.Nodes.BareVolume[i] > 0.0)
                sum += model.Nodes.BareVolume[i] * model.Nodes.Density(i);
        }

        return sum;
    }

    internal IReadOnlyList<PipeProfile> Profiles(Func<string, bool> wanted)
    {
        var profiles = new List<PipeProfile>();
        for (int e = 0; e < model.FirstPipe.Length; e++)
        {
            if (model.FirstPipe[e] < 0 || !wanted(model.Network.Elements[e].Id))
                continue;
            var distance = new List<double>();
            var pressure = new List<double>();
            var flow = new List<double>();
            for (int k = model.FirstPipe[e]; k < model.FirstPipe[e] + model.PipeParts[e]; k++)
            {
                GridPipe pipe = model.Grid.Pipes[k];
                for (int i = 0; i <= pipe.Cells; i++)
                {
                    distance.Add(pipe.Offset + (pipe.Length * i / pipe.Cells));
                    pressure.Add(model.Pipes.Pressure[model.Grid.PointStart[k] + i]);
                    flow.Add(model.Pipes.Flow[model.Grid.PointStart[k] + i]);
                }
            }

            profiles.Add(new PipeProfile(e, distance, pressure, flow));
        }

        return profiles;
    }
}
