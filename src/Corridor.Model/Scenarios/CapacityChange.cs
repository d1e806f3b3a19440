namespace Corridor.Model.Scenarios;

/// <summary>Capacity of assets, fleets or payment channels; of a power line its rating, of a storage its working volume.</summary>
public sealed record CapacityChange : FigureChange;
