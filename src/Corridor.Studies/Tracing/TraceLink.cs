namespace Corridor.Studies.Tracing;

/// <summary>Where what enters a vertex comes from.</summary>
internal enum LinkKind
{
    /// <summary>It is produced.</summary>
    Origin,

    /// <summary>It comes from another vertex, in the same period or an earlier one.</summary>
    Vertex,

    /// <summary>It comes out of a store.</summary>
    Store,
}

/// <summary>A way in which energy enters a vertex of the trace.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="From">Index of the origin, vertex or store.</param>
/// <param name="Target">Vertex that it enters.</param>
/// <param name="Rate">What arrives, in units of account of the target per day, by period; for a converter's vertex in GWh of its inputs.</param>
internal sealed record TraceLink(LinkKind Kind, int From, int Target, double[] Rate)
{
    /// <summary>Periods between departure and arrival.</summary>
    public int Delay { get; init; }

    /// <summary>Index of the route, where it enters another country; −1 elsewhere.</summary>
    public int Route { get; init; } = -1;
}
