using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>Nodes that connections without loss join have one pressure: one column for all of them, within the bounds of each.</summary>
internal static class JoinedPressures
{
    /// <summary>Column of each node, and the bounds of each column [bar]. Nodes whose bounds exclude each other stay apart.</summary>
    internal static (int[] Column, int Columns, double[] Lower, double[] Upper) Of(NominationModel model, StateAssignment states)
    {
        var parts = new Parts(model.NodeCount);
        double[] lower = (double[])model.PressureMin.Clone();
        double[] upper = (double[])model.PressureMax.Clone();
        for (int e = 0; e < model.ElementCount; e++)
        {
            if (!IsLossless(model, states, e))
                continue;
            int a = parts.Find(model.From[e]);
            int b = parts.Find(model.To[e]);
            double least = Math.Max(lower[a], lower[b]);
            double most = Math.Min(upper[a], upper[b]);
            if (a == b || least > most)
                continue;
            parts.Join(a, b);
            int root = parts.Find(a);
            lower[root] = least;
            upper[root] = most;
        }

        int[] column = parts.Number(out int columns);
        double[] columnLower = new double[columns];
        double[] columnUpper = new double[columns];
        for (int i = 0; i < column.Length; i++)
        {
            columnLower[column[i]] = lower[parts.Find(i)];
            columnUpper[column[i]] = upper[parts.Find(i)];
        }

        return (column, columns, columnLower, columnUpper);
    }

    /// <summary>Whether the element, in its state, leaves the pressure as it is.</summary>
    internal static bool IsLossless(NominationModel model, StateAssignment states, int element) => model.Laws[element].Element switch
    {
        GasShortPipe pipe => pipe.InService && model.Network.Nodes[pipe.From].InService && model.Network.Nodes[pipe.To].InService,
        GasValve valve => states.Modes[element] == ElementMode.Open && valve.Loss.IsNone,
        GasControlValve or GasCompressorStation => states.Modes[element] == ElementMode.Open,
        _ => false,
    };
}
