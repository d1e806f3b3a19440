namespace Corridor.Model.Provenance;

/// <summary>Where along an arc a flow is metered. Stored in tables in lower snake case.</summary>
public enum MeteringPoint
{
    /// <summary>Where it arrives, losses and fuel taken off.</summary>
    Arrival,

    /// <summary>Where it enters.</summary>
    Departure,
}
