using Corridor.Model.Network;
using Corridor.Model.Rules;

namespace Corridor.Studies.Security;

/// <summary>How a border region fared with a carrier over the horizon. Amounts in units of account, money in money of account.</summary>
public sealed record RegionSupply
{
    /// <summary>Zone.</summary>
    public required string Zone { get; init; }

    /// <summary>Carrier.</summary>
    public required string Carrier { get; init; }

    /// <summary>Whether a route in service, a supply or a converter can bring the carrier there within the horizon.</summary>
    public required bool Connected { get; init; }

    /// <summary>By sector; none where the region asks for nothing.</summary>
    public required IReadOnlyList<SectorSupply> Sectors { get; init; }

    /// <summary>When any of its sectors is short.</summary>
    public required ShortTime Short { get; init; }

    /// <summary>Days on which it was under stress: short, helped by a measure, or struck by an outage.</summary>
    public required double StressDays { get; init; }

    /// <summary>First day of stress; null without any.</summary>
    public DateTime? StressFrom { get; init; }

    /// <summary>End of the last period of stress.</summary>
    public DateTime? StressTo { get; init; }

    /// <summary>Demand in the time of stress.</summary>
    public double StressDemand { get; init; }

    /// <summary>Served in the time of stress.</summary>
    public double StressServed { get; init; }

    /// <summary>Outages with a first day that strike it within the horizon.</summary>
    public required IReadOnlyList<RegionEvent> Events { get; init; }

    /// <summary>What helped in the time of stress, most first.</summary>
    public required IReadOnlyList<RegionHelp> Helped { get; init; }

    /// <summary>What would have helped while it was short, most valuable first.</summary>
    public required IReadOnlyList<RegionNeed> WouldHelp { get; init; }

    /// <summary>Demand over the horizon.</summary>
    public double Demand => Sectors.Sum(s => s.Demand);

    /// <summary>Served over the horizon.</summary>
    public double Served => Sectors.Sum(s => s.Served);

    /// <summary>Curtailed over the horizon.</summary>
    public double Curtailed => Sectors.Sum(s => s.Curtailed);

    /// <summary>Curtailed of those whom law protects.</summary>
    public double CurtailedProtected => Sectors.Where(s => s.Protected).Sum(s => s.Curtailed);
}

/// <summary>Supply of a sector.</summary>
/// <param name="Sector">Who consumes.</param>
/// <param name="Protected">Whether law protects these customers.</param>
/// <param name="Demand">Before anything is given up or curtailed.</param>
/// <param name="Served">Served.</param>
/// <param name="Curtailed">Not served against the consumer's will.</param>
/// <param name="GivenUp">Given up because of the price.</param>
/// <param name="Short">When it is short.</param>
public sealed record SectorSupply(DemandSector Sector, bool Protected, double Demand, double Served, double Curtailed, double GivenUp, ShortTime Short);

/// <summary>
/// When demand is short: periods in which more than <see cref="BorderRegionStudy.ShortShare"/> of it is curtailed. Days are the lengths of these periods, so that
/// with longer periods the true number of days is at most that.
/// </summary>
/// <param name="Days">Σ of the lengths of the short periods.</param>
/// <param name="First">Start of the first; null without any.</param>
/// <param name="Last">End (exclusive) of the last.</param>
/// <param name="Worst">Start of the period with the largest share curtailed.</param>
/// <param name="WorstShare">That share, 0 … 1.</param>
public sealed record ShortTime(double Days, DateTime? First, DateTime? Last, DateTime? Worst, double WorstShare)
{
    /// <summary>Never short.</summary>
    public static ShortTime Never { get; } = new(0, null, null, null, 0);
}

/// <summary>An outage that strikes a region.</summary>
/// <param name="Asset">Supply, arc, storage or converter at a node of the region.</param>
/// <param name="Share">Share of its capacity that is out.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day after; null where it is open.</param>
public sealed record RegionEvent(string Asset, double Share, DateOnly From, DateOnly? To);

/// <summary>What kind of help.</summary>
public enum HelpKind
{
    /// <summary>An emergency measure.</summary>
    Measure,

    /// <summary>More from a route than before.</summary>
    Route,

    /// <summary>More out of a storage than before.</summary>
    Storage,

    /// <summary>More from a supply than before.</summary>
    Supply,

    /// <summary>More from a converter, such as a power plant, than before.</summary>
    Converter,

    /// <summary>Demand given up because of its price.</summary>
    GivenUp,
}

/// <summary>Something that helped.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Id">Measure, route, storage, supply, converter or demand.</param>
/// <param name="Amount">What it gave in the time of stress; for all but measures, above its mean before.</param>
/// <param name="Days">Days on which it gave that.</param>
/// <param name="Cost">Cost of a measure, money of account; 0 for others.</param>
/// <param name="Measure">The measure's row: level, legal basis, lead time; null for others.</param>
public sealed record RegionHelp(HelpKind Kind, string Id, double Amount, double Days, double Cost, Measure? Measure);

/// <summary>Something that would have helped.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Id">Measure, route, supply or converter.</param>
/// <param name="Value">What one more unit of its rate would have saved, averaged over the short days, money of account per unit of account.</param>
/// <param name="Closed">Whether it had no capacity at all on a short day: an outage, a law, or a measure's lead time.</param>
public sealed record RegionNeed(HelpKind Kind, string Id, double Value, bool Closed);
