using Corridor.Model.PowerGrids;
using Corridor.Numerics.Ordering;
using Corridor.Numerics.SparseLu;

namespace Corridor.Studies.PowerFlow;

/// <summary>The bus admittance matrix of an island by rows, and where each branch stands in it. Buses are numbered from 0 in the island.</summary>
internal sealed class IslandNetwork
{
    private IslandNetwork(int[] buses, int[] branches)
    {
        Buses = buses;
        Branches = branches;
    }

    /// <summary>Buses in the grid.</summary>
    internal int[] Buses { get; }

    /// <summary>Branches in the grid; those out of service are not here.</summary>
    internal int[] Branches { get; }

    /// <summary>Number of buses.</summary>
    internal int Count => Buses.Length;

    /// <summary>From bus of each branch.</summary>
    internal int[] From { get; private set; } = [];

    /// <summary>To bus of each branch.</summary>
    internal int[] To { get; private set; } = [];

    /// <summary>Entry of the row of the from bus in the column of the to bus; −1 where both are one.</summary>
    internal int[] EntryFromTo { get; private set; } = [];

    /// <summary>Entry of the row of the to bus in the column of the from bus.</summary>
    internal int[] EntryToFrom { get; private set; } = [];

    /// <summary>Two-ports of the branches.</summary>
    internal BranchAdmittance[] Admittance { get; private set; } = [];

    /// <summary>Who is connected to whom.</summary>
    internal SymmetricGraph Graph { get; private set; } = new([0], []);

    /// <summary>Elimination order and fill.</summary>
    internal PairLuAnalysis Analysis { get; private set; } = null!;

    /// <summary>Conductances on the diagonal.</summary>
    internal double[] DiagonalG { get; private set; } = [];

    /// <summary>Susceptances on the diagonal.</summary>
    internal double[] DiagonalB { get; private set; } = [];

    /// <summary>Conductances off the diagonal, in the order of the graph.</summary>
    internal double[] OffG { get; private set; } = [];

    /// <summary>Susceptances off the diagonal.</summary>
    internal double[] OffB { get; private set; } = [];

    /// <summary>Builds the network of an island.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="buses">Its buses.</param>
    /// <param name="branches">Its live branches.</param>
    /// <param name="local">Number in the island of each bus of the grid.</param>
    internal static IslandNetwork Build(PowerGrid grid, int[] buses, int[] branches, int[] local)
    {
        var network = new IslandNetwork(buses, branches)
        {
            From = Array.ConvertAll(branches, e => local[grid.Branches[e].From]),
            To = Array.ConvertAll(branches, e => local[grid.Branches[e].To]),
            Admittance = Array.ConvertAll(branches, e => BranchAdmittance.Of(grid.Branches[e])),
        };
        network.Connect();
        network.Analysis = PairLuAnalysis.Analyze(network.Graph);
        network.DiagonalG = new double[buses.Length];
        network.DiagonalB = new double[buses.Length];
        network.OffG = new double[network.Graph.Start[buses.Length]];
        network.OffB = new double[network.OffG.Length];
        for (int i = 0; i < buses.Length; i++)
        {
            network.DiagonalG[i] = grid.Buses[buses[i]].ShuntConductance / grid.BasePower;
            network.DiagonalB[i] = grid.Buses[buses[i]].ShuntSusceptance / grid.BasePower;
        }

        for (int k = 0; k < branches.Length; k++)
            network.Stamp(k, 1.0, network.DiagonalG, network.DiagonalB, network.OffG, network.OffB);
        return network;
    }

    /// <summary>Adds a multiple of a branch to an admittance matrix: −1 takes it out.</summary>
    internal void Stamp(int k, double sign, double[] diagonalG, double[] diagonalB, double[] offG, double[] offB)
    {
        BranchAdmittance y = Admittance[k];
        int f = From[k];
        int t = To[k];
        diagonalG[f] += sign * y.FromG;
        diagonalB[f] += sign * y.FromB;
        diagonalG[t] += sign * y.ToG;
        diagonalB[t] += sign * y.ToB;
        if (EntryFromTo[k] < 0)
        {
            diagonalG[f] += sign * (y.FromToG + y.ToFromG);
            diagonalB[f] += sign * (y.FromToB + y.ToFromB);
            return;
        }

        offG[EntryFromTo[k]] += sign * y.FromToG;
        offB[EntryFromTo[k]] += sign * y.FromToB;
        offG[EntryToFrom[k]] += sign * y.ToFromG;
        offB[EntryToFrom[k]] += sign * y.ToFromB;
    }

    /// <summary>Power that flows into a branch at its ends [p.u.].</summary>
    internal void Flow(int k, ReadOnlySpan<double> real, ReadOnlySpan<double> imaginary, out double fromP, out double fromQ, out double toP, out double toQ)
    {
        BranchAdmittance y = Admittance[k];
        double fr = real[From[k]];
        double fi = imaginary[From[k]];
        double tr = real[To[k]];
        double ti = imaginary[To[k]];
        double currentR = (y.FromG * fr) - (y.FromB * fi) + (y.FromToG * tr) - (y.FromToB * ti);
        double currentI = (y.FromG * fi) + (y.FromB * fr) + (y.FromToG * ti) + (y.FromToB * tr);
        fromP = (fr * currentR) + (fi * currentI);
        fromQ = (fi * currentR) - (fr * currentI);
        currentR = (y.ToG * tr) - (y.ToB * ti) + (y.ToFromG * fr) - (y.ToFromB * fi);
        currentI = (y.ToG * ti) + (y.ToB * tr) + (y.ToFromG * fi) + (y.ToFromB * fr);
        toP = (tr * currentR) + (ti * currentI);
        toQ = (ti * currentR) - (tr * currentI);
    }

    private void Connect()
    {
        int n = Count;
        var rows = new List<int>();
        var columns = new List<int>();
        for (int k = 0; k < From.Length; k++)
        {
            if (From[k] == To[k])
                continue;
            rows.Add(From[k]);
            columns.Add(To[k]);
            rows.Add(To[k]);
            columns.Add(From[k]);
        }

        // Column j of a pattern that is symmetric is row j: parallel branches share an entry.
        var pattern = TripletPattern.Build(n, n, rows.ToArray(), columns.ToArray());
        Graph = new SymmetricGraph(pattern.ColumnStart, pattern.RowIndex);
        EntryFromTo = new int[From.Length];
        EntryToFrom = new int[From.Length];
        int triplet = 0;
        for (int k = 0; k < From.Length; k++)
        {
            EntryFromTo[k] = -1;
            EntryToFrom[k] = -1;
            if (From[k] == To[k])
                continue;

            // The triplet (row from, column to) is an entry of column to, that is of row to in the graph.
            EntryToFrom[k] = pattern.Slot[triplet];
            EntryFromTo[k] = pattern.Slot[triplet + 1];
            triplet += 2;
        }
    }
}
