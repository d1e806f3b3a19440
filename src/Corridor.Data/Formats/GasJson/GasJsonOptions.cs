namespace Corridor.Data.Formats.GasJson;

/// <summary>How a folder of JSON files is read.</summary>
public sealed record GasJsonOptions
{
    /// <summary>Name of the file with the network.</summary>
    public string Network { get; init; } = "network.json";

    /// <summary>Name of the file with the boundary conditions.</summary>
    public string BoundaryConditions { get; init; } = "bc.json";

    /// <summary>Name of the file with temperature, gas and times.</summary>
    public string Parameters { get; init; } = "params.json";

    /// <summary>Name of the file with the state at the beginning; it may be absent.</summary>
    public string InitialState { get; init; } = "ic.json";

    /// <summary>
    /// Whether resistors lose pressure by their drag and loss resistors by their fixed loss. The programs that the format comes from let gas pass through
    /// both without loss, which is the default here, so that their published results are met.
    /// </summary>
    public bool ResistorsLosePressure { get; init; }
}
