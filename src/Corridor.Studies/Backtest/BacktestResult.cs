using Corridor.Model.Provenance;

namespace Corridor.Studies.Backtest;

/// <summary>Modelled against reported volumes of one year. A public record: pages and files are made from it.</summary>
public sealed record BacktestResult
{
    /// <summary>Calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>Routes with a figure reported for the year, or for most of it, in the order of the package.</summary>
    public required IReadOnlyList<RouteComparison> Routes { get; init; }

    /// <summary>Ids and names of the routes for which the package has no figure of the year; the name is the id where a route has none.</summary>
    public required IReadOnlyList<(string Id, string Name)> NotReported { get; init; }

    /// <summary>Median of the absolute deviations of all routes, ≥ 0; NaN without routes.</summary>
    public double MedianAbsDeviation => Median(Routes);

    /// <summary>The same over the routes that carried something: a line out of service is no feat of a model. NaN without such routes.</summary>
    public double MedianAbsDeviationOfFlows => Median(Routes.Where(r => r.Reported > 0));

    /// <summary>Number of routes whose absolute deviation is above a share.</summary>
    /// <param name="share">Share, such as 0.25.</param>
    public int Above(double share) => Routes.Count(r => Math.Abs(r.Deviation) > share);

    private static double Median(IEnumerable<RouteComparison> routes)
    {
        double[] sorted = [.. routes.Select(r => Math.Abs(r.Deviation)).Order()];
        if (sorted.Length == 0)
            return double.NaN;
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

/// <summary>One route or market of a backtest.</summary>
public sealed record RouteComparison
{
    /// <summary>Id of the route, of table <c>backtest_routes</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people; the id where it has none.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the carrier.</summary>
    public required string Carrier { get; init; }

    /// <summary>Unit of the modelled and reported amounts; gas volumes say their temperature.</summary>
    public required string Unit { get; init; }

    /// <summary>First day of the span compared: of the year where a figure of the whole year is reported, else of the longest span reported.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>First day after the span.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Whether the span is shorter than a year.</summary>
    public bool IsPart => End != Start.AddYears(1);

    /// <summary>Modelled amount of the span, in <see cref="Unit"/>.</summary>
    public required double Modelled { get; init; }

    /// <summary>Reported amount of the span, converted to <see cref="Unit"/> by energy where it was reported as energy.</summary>
    public required double Reported { get; init; }

    /// <summary>
    /// (modelled − reported) / reported, signed. Where nothing was reported to flow: modelled / capacity of the span, and 0 where there is no capacity
    /// and nothing is modelled.
    /// </summary>
    public required double Deviation { get; init; }

    /// <summary>Id of the source of the reported figure.</summary>
    public required string? Source { get; init; }

    /// <summary>The reported figure as the package has it, with its unit.</summary>
    public required double AsReported { get; init; }

    /// <summary>Unit of <see cref="AsReported"/>: its reference conditions.</summary>
    public required string AsReportedUnit { get; init; }

    /// <summary>How far the reported figure may be trusted.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Remark on the reported figure.</summary>
    public string? Note { get; init; }

    /// <summary>Named reason of the deviation, from the observation, or else from the route; null where none is named.</summary>
    public string? Cause { get; init; }

    /// <summary>Other figures for the same span, converted to <see cref="Unit"/>.</summary>
    public IReadOnlyList<OtherFigure> Others { get; init; } = [];

    /// <summary>Figures reported for parts of the year, such as months.</summary>
    public IReadOnlyList<PartComparison> Parts { get; init; } = [];
}

/// <summary>A figure that is not the one compared.</summary>
/// <param name="Reported">Amount in the unit of the route.</param>
/// <param name="Source">Id of its source.</param>
/// <param name="Confidence">How far it may be trusted.</param>
public sealed record OtherFigure(double Reported, string? Source, Confidence Confidence);

/// <summary>A comparison over a part of the year.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">First day after the last.</param>
/// <param name="Modelled">Modelled amount, in the unit of the route; a period that is cut counts by its days.</param>
/// <param name="Reported">Reported amount.</param>
/// <param name="Deviation">As of the year.</param>
/// <param name="Source">Id of the source.</param>
public sealed record PartComparison(DateOnly Start, DateOnly End, double Modelled, double Reported, double Deviation, string? Source);
