namespace Corridor.Data.Formats.Series;

/// <summary>Where a flow was measured.</summary>
/// <param name="Key">Key of the point.</param>
/// <param name="Name">Name of the point.</param>
/// <param name="Country">Country of the operator, ISO 3166-1 alpha-2; empty where the key does not tell.</param>
/// <param name="Operator">Operator.</param>
/// <param name="Direction"><c>entry</c> or <c>exit</c>, seen from the operator.</param>
/// <param name="Indicator">What was measured, such as <c>Physical Flow</c>.</param>
public sealed record SeriesPoint(string Key, string Name, string Country, string Operator, string Direction, string Indicator);
