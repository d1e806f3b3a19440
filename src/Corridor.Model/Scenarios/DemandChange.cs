namespace Corridor.Model.Scenarios;

/// <summary>Annual volume of demands.</summary>
public sealed record DemandChange : FigureChange;
