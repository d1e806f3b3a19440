namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>
/// The structure of a network whose elements are all in given modes. Places that relations join (equal pressure, a ratio, a rise) form a cluster with
/// one unknown: p = Scale·p_cluster + Offset. A cluster whose pressure is held needs no unknown; what flows out of it is brought by its holders in
/// equal shares: by a node of given pressure, or by a station out of the cluster at its other end. So each free cluster has one balance,
/// and the balances of the held clusters are added to those of the clusters that supply them.
/// </summary>
internal sealed class Wiring
{
    internal const int None = -1;

    internal Wiring(Link[] links, int places)
    {
        Links = links;
        Cluster = new int[places];
        Scale = new double[places];
        Offset = new double[places];
        LinkOfRelation = [.. Enumerable.Range(0, links.Length).Where(k => links[k].Kind == LinkKind.Relation)];
        LawLinks = [.. Enumerable.Range(0, links.Length).Where(k => links[k].IsLaw)];
    }

    /// <summary>All links.</summary>
    internal Link[] Links { get; }

    /// <summary>Indices of the links whose flow follows from a law.</summary>
    internal int[] LawLinks { get; }

    /// <summary>Indices of the relations.</summary>
    internal int[] LinkOfRelation { get; }

    /// <summary>Cluster of each place; −1 for a place out of service.</summary>
    internal int[] Cluster { get; }

    /// <summary>Scale of each place.</summary>
    internal double[] Scale { get; }

    /// <summary>Offset of each place [Pa].</summary>
    internal double[] Offset { get; }

    /// <summary>Number of clusters.</summary>
    internal int ClusterCount { get; set; }

    /// <summary>First place of each cluster; its scale is 1, its offset 0.</summary>
    internal int[] First { get; set; } = [];

    /// <summary>Held pressure of each cluster's first place [Pa]; NaN where it is free.</summary>
    internal double[] HeldPressure { get; set; } = [];

    /// <summary>Unknown of each cluster; −1 where its pressure is held or nothing refers it to a pressure.</summary>
    internal int[] Unknown { get; set; } = [];

    /// <summary>Whether a cluster is cut off from every pressure.</summary>
    internal bool[] IsCutOff { get; set; } = [];

    /// <summary>Number of unknowns.</summary>
    internal int UnknownCount { get; set; }

    /// <summary>Balances that a cluster's balance is added to: clusters and shares.</summary>
    internal (int Cluster, double Share)[][] Targets { get; set; } = [];

    /// <summary>Nodes of given pressure in each cluster.</summary>
    internal List<int>[] HoldingNodes { get; set; } = [];

    /// <summary>Links that hold each cluster's pressure.</summary>
    internal List<int>[] HoldingLinks { get; set; } = [];

    /// <summary>Held clusters in an order in which what a cluster must supply is known before its own holders are asked.</summary>
    internal List<int> SupplyOrder { get; } = [];

    /// <summary>What contradicts itself; all of them stand in the way.</summary>
    internal List<HydraulicComplaint> Complaints { get; } = [];

    /// <summary>Whether every cluster is one place and all targets are trivial: the nodal matrix is symmetric where the links' laws are.</summary>
    internal bool IsPlain { get; set; }

    /// <summary>Whether another wiring has the same clusters, unknowns and holders, whatever its figures.</summary>
    internal bool HasStructureOf(Wiring other) =>
        Complaints.Count == 0
        && other.Complaints.Count == 0
        && Links.Length == other.Links.Length
        && Cluster.AsSpan().SequenceEqual(other.Cluster)
        && Unknown.AsSpan().SequenceEqual(other.Unknown)
        && IsCutOff.AsSpan().SequenceEqual(other.IsCutOff)
        && Links.Zip(other.Links).All(pair => pair.First.Kind == pair.Second.Kind && pair.First.From == pair.Second.From && pair.First.To == pair.Second.To && pair.First.Element == pair.Second.Element)
        && HoldingNodes.Zip(other.HoldingNodes).All(pair => (pair.First ?? []).SequenceEqual(pair.Second ?? []));

    /// <summary>Takes the figures of a wiring of the same structure.</summary>
    internal void TakeFigures(Wiring other)
    {
        other.Links.CopyTo(Links, 0);
        other.Scale.CopyTo(Scale, 0);
        other.Offset.CopyTo(Offset, 0);
        other.HeldPressure.CopyTo(HeldPressure, 0);
    }
}
