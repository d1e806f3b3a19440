namespace Corridor.Model.Scenarios;

/// <summary>A price: months of an index, or the cost, tariff, fee, levy or contract price of rows.</summary>
public sealed record PriceChange : FigureChange;
