namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>Pressures of the places and flows of the links under one wiring.</summary>
internal sealed class SteadyState
{
    internal SteadyState(Wiring wiring)
    {
        Wiring = wiring;
        ClusterPotential = new double[wiring.ClusterCount];
        Potential = new double[wiring.Cluster.Length];
        Pressure = new double[wiring.Cluster.Length];
        Density = new double[wiring.Cluster.Length];
        Flow = new double[wiring.Links.Length];
    }

    internal Wiring Wiring { get; }

    /// <summary>Potential of each cluster's first place; the unknowns are those of the free clusters.</summary>
    internal double[] ClusterPotential { get; }

    /// <summary>Potential of each place.</summary>
    internal double[] Potential { get; }

    /// <summary>Pressure of each place [Pa]; NaN where it is cut off.</summary>
    internal double[] Pressure { get; }

    /// <summary>Reference density of each place [kg/m³].</summary>
    internal double[] Density { get; }

    /// <summary>Flow of each link [kg/s].</summary>
    internal double[] Flow { get; }

    internal int Iterations { get; set; }

    internal double Residual { get; set; } = double.NaN;

    internal bool IsConverged { get; set; }

    /// <summary>Place or link (index of the law link) with the greatest residual; −1 for none.</summary>
    internal int WorstLink { get; set; } = -1;

    internal int WorstCluster { get; set; } = -1;

    internal HydraulicComplaint? Failure { get; set; }

    /// <summary>Pressures of all places where every place of a cluster has the cluster's potential.</summary>
    internal void SetPressures(GasScale gas)
    {
        for (int i = 0; i < Pressure.Length; i++)
        {
            int cluster = Wiring.Cluster[i];
            if (cluster < 0 || Wiring.IsCutOff[cluster])
            {
                Pressure[i] = Potential[i] = Density[i] = double.NaN;
                continue;
            }

            Potential[i] = ClusterPotential[cluster];
            Pressure[i] = i == Wiring.First[cluster] ? gas.Pressure(Potential[i]) : Pressure[Wiring.First[cluster]];
            Density[i] = gas.Density(Pressure[i]);
        }
    }
}
