using Corridor.Model.Network;
using Corridor.Studies.Infeasibility;

namespace Corridor.Studies.Explanation;

/// <summary>Demand of a sector in a zone in a period, units of account per day.</summary>
/// <param name="Sector">Sector.</param>
/// <param name="Protected">Whether law protects these customers.</param>
/// <param name="Demand">Demand.</param>
/// <param name="Curtailed">Of it, curtailed.</param>
/// <param name="GivenUp">Of it, given up because of the price.</param>
public sealed record SectorShortage(DemandSector Sector, bool Protected, double Demand, double Curtailed, double GivenUp);

/// <summary>A limit that stands in the way of more.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Element">Id of the element.</param>
/// <param name="Table">Table of the element.</param>
/// <param name="Column">Column of the figure.</param>
/// <param name="Gain">How much more the zone would have for one more unit of the limit, units of account.</param>
/// <param name="Value">What one more unit of it saves in the run, money of account per unit, at or above zero.</param>
/// <param name="Quantity">In what its unit is stated.</param>
/// <param name="Of">Carrier or converter whose unit it is.</param>
public sealed record ShortageLimit(LimitKind Kind, string Element, string Table, string Column, double Gain, double Value, QuantityKind Quantity, string Of);

/// <summary>An emergency measure in the zone.</summary>
/// <param name="Id">Id.</param>
/// <param name="Used">Used, units of account per day.</param>
/// <param name="Available">Largest rate in the period; 0 before its lead time and after its duration.</param>
public sealed record ShortageMeasure(string Id, double Used, double Available);

/// <summary>How a carrier fares in a zone in a period; rates in units of account per day.</summary>
public sealed record CarrierShortage
{
    /// <summary>Carrier.</summary>
    public required string Carrier { get; init; }

    /// <summary>Sectors, in the order of their demand.</summary>
    public required IReadOnlyList<SectorShortage> Sectors { get; init; }

    /// <summary>Demand.</summary>
    public double Demand => Sectors.Sum(s => s.Demand);

    /// <summary>Curtailed.</summary>
    public double Curtailed => Sectors.Sum(s => s.Curtailed);

    /// <summary>Given up because of the price.</summary>
    public double GivenUp => Sectors.Sum(s => s.GivenUp);

    /// <summary>Whether anything worth a word is curtailed.</summary>
    public bool IsShort => Curtailed > 1e-6 * Demand;

    /// <summary>
    /// How much more could be brought to the zone's customers in this period without curtailing anyone else, whatever it costs; limits, contracts and rules hold,
    /// storages may be drawn to their least level. NaN where it could not be computed.
    /// </summary>
    public required double Margin { get; init; }

    /// <summary>Whether the margin met the end of what is looked at: ten times the demand.</summary>
    public required bool MarginIsOpen { get; init; }

    /// <summary>What stands in the way of more: the cut, the most valuable first.</summary>
    public required IReadOnlyList<ShortageLimit> Limits { get; init; }

    /// <summary>Emergency measures at the zone's nodes.</summary>
    public required IReadOnlyList<ShortageMeasure> Measures { get; init; }
}

/// <summary>Who goes short in a zone in a period, and what stands in the way of more.</summary>
/// <param name="Zone">Id of the zone; its parts are included.</param>
/// <param name="Period">Period.</param>
/// <param name="Carriers">Carriers that are demanded there.</param>
public sealed record ShortageExplanation(string Zone, int Period, IReadOnlyList<CarrierShortage> Carriers);
