using Corridor.Data.Formats.Exchange;

namespace Corridor.Reporting.Exchange;

/// <summary>How many figures of another program's data came over, and how.</summary>
/// <param name="Exact">With their meaning and figure.</param>
/// <param name="Approximated">In another form.</param>
/// <param name="Defaulted">Left open by the file and filled in.</param>
/// <param name="Dropped">Not at all.</param>
public sealed record FidelityCounts(int Exact, int Approximated, int Defaulted, int Dropped)
{
    /// <summary>The counts of a report.</summary>
    /// <param name="report">The report.</param>
    public static FidelityCounts Of(FidelityReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new FidelityCounts(report.Count(FidelityKind.Exact), report.Count(FidelityKind.Approximated), report.Count(FidelityKind.Defaulted), report.Count(FidelityKind.Dropped));
    }
}
