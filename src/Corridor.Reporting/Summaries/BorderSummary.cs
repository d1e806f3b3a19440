namespace Corridor.Reporting.Summaries;

/// <summary>Supply of a border region by sector.</summary>
/// <param name="Zone">Border region.</param>
/// <param name="Carrier">Carrier.</param>
/// <param name="Sector">Sector.</param>
/// <param name="Protected">Whether law protects these customers.</param>
/// <param name="Unit">Unit of the amounts.</param>
/// <param name="Demand">Demand over the horizon.</param>
/// <param name="Served">Of it, served.</param>
/// <param name="Curtailed">Of it, curtailed.</param>
/// <param name="ShortDays">Days in periods in which more than a thousandth of the demand is curtailed.</param>
/// <param name="FirstShort">First such day; null without any.</param>
/// <param name="LastShort">Last such day.</param>
/// <param name="WorstDay">First day of the period with the largest share curtailed.</param>
/// <param name="WorstShare">That share, 0 … 1.</param>
public sealed record BorderRegionSummary(
    string Zone, string Carrier, string Sector, bool Protected, string Unit, double? Demand, double? Served, double? Curtailed,
    double? ShortDays, string? FirstShort, string? LastShort, string? WorstDay, double? WorstShare);

/// <summary>How a border region fared with a carrier.</summary>
/// <param name="Zone">Border region.</param>
/// <param name="Carrier">Carrier.</param>
/// <param name="Unit">Unit of the amounts.</param>
/// <param name="Connected">Whether a route, supply or converter in service can bring the carrier there.</param>
/// <param name="Demand">Demand over the horizon.</param>
/// <param name="Served">Of it, served.</param>
/// <param name="Curtailed">Of it, curtailed.</param>
/// <param name="CurtailedProtected">Of it, of those whom law protects.</param>
/// <param name="ShortDays">Days in periods in which any sector is short.</param>
/// <param name="FirstShort">First such day; null without any.</param>
/// <param name="LastShort">Last such day.</param>
/// <param name="WorstDay">First day of the period with the largest share of the whole demand curtailed.</param>
/// <param name="WorstShare">That share, 0 … 1.</param>
/// <param name="StressDays">Days on which it is short, helped by a measure, or struck by an outage.</param>
/// <param name="StressFrom">First such day; null without any.</param>
/// <param name="StressTo">Last such day.</param>
/// <param name="StressDemand">Demand on these days.</param>
/// <param name="StressServed">Of it, served.</param>
/// <param name="Outages">Assets whose outage strikes it.</param>
/// <param name="Answer">The answer in words.</param>
public sealed record BorderSupplySummary(
    string Zone, string Carrier, string Unit, bool Connected, double? Demand, double? Served, double? Curtailed, double? CurtailedProtected,
    double? ShortDays, string? FirstShort, string? LastShort, string? WorstDay, double? WorstShare,
    double? StressDays, string? StressFrom, string? StressTo, double? StressDemand, double? StressServed, IReadOnlyList<string> Outages, string Answer);

/// <summary>What helped a border region, or would have.</summary>
/// <param name="Zone">Border region.</param>
/// <param name="Carrier">Carrier.</param>
/// <param name="Helped">true for what helped, false for what would have.</param>
/// <param name="Kind"><c>measure</c>, <c>route</c>, <c>storage</c>, <c>supply</c>, <c>converter</c> or <c>given_up</c>.</param>
/// <param name="Id">Measure, asset or demand.</param>
/// <param name="Unit">Unit of the amount.</param>
/// <param name="Amount">What it gave; of all but measures what it gave more than before. Null for what would have helped.</param>
/// <param name="Days">Days on which it gave that.</param>
/// <param name="Cost">Cost of a measure, money of account.</param>
/// <param name="Level">Crisis level of a measure.</param>
/// <param name="LegalBasis">Legal basis of a measure.</param>
/// <param name="LeadTime">Lead time of a measure, days.</param>
/// <param name="Value">What one more unit of its rate would have saved on the short days, in <paramref name="PriceUnit"/>; null for what helped.</param>
/// <param name="PriceUnit">Unit of the value.</param>
/// <param name="Closed">Whether it had no capacity on a short day.</param>
public sealed record BorderHelpSummary(
    string Zone, string Carrier, bool Helped, string Kind, string Id, string Unit, double? Amount, double? Days, double? Cost,
    string? Level, string? LegalBasis, double? LeadTime, double? Value, string PriceUnit, bool Closed);
