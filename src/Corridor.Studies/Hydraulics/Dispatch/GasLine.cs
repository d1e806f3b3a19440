using Corridor.Model.Hydraulics;
using Corridor.Model.Units;

namespace Corridor.Studies.Hydraulics.Dispatch;

/// <summary>
/// A pipeline of a package with what its physics needs. A node of a package is a region and no point, so each line is a corridor of its own:
/// it begins at its largest pressure and must deliver at its smallest; lines do not share pressures at nodes.
/// </summary>
public sealed record GasLine
{
    /// <summary>Id of the pipeline.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the node where it begins.</summary>
    public required string From { get; init; }

    /// <summary>Id of the node where it ends.</summary>
    public required string To { get; init; }

    /// <summary>Length [m], > 0.</summary>
    public required double Length { get; init; }

    /// <summary>Inner diameter of each string [m], > 0.</summary>
    public required double Diameter { get; init; }

    /// <summary>Equal strings side by side, ≥ 1.</summary>
    public int Strings { get; init; } = 1;

    /// <summary>Share of the length with one more string beside it, 0 … 1, at the head of each section between stations.</summary>
    public double LoopShare { get; init; }

    /// <summary>Roughness of the wall [m], ≥ 0.</summary>
    public required double Roughness { get; init; }

    /// <summary>Flow over that of a clean straight pipe at the same pressures [1].</summary>
    public required double HydraulicEfficiency { get; init; }

    /// <summary>Largest absolute pressure: at the inlet, and behind each station [Pa].</summary>
    public required double PressureMax { get; init; }

    /// <summary>Smallest absolute pressure at which it delivers [Pa], below the largest.</summary>
    public required double PressureMin { get; init; }

    /// <summary>Mean temperature of the gas [K].</summary>
    public required double Temperature { get; init; }

    /// <summary>The gas.</summary>
    public required GasQuality Gas { get; init; }

    /// <summary>Mass of a unit in which the carrier's flows are counted [kg per unit of account].</summary>
    public required double MassPerAccount { get; init; }

    /// <summary>The carrier's unit of account and heating values, to turn the rates of rows into units of account a day.</summary>
    public required CarrierBasis Basis { get; init; }

    /// <summary>Heat in the fuel gas [J/kg], net.</summary>
    public required double FuelHeat { get; init; }

    /// <summary>Stations along it, by distance from its start.</summary>
    public IReadOnlyList<LineStation> Stations { get; init; } = [];

    /// <summary>What the package did not state and the study assumed, as names of columns.</summary>
    public IReadOnlyList<string> Assumed { get; init; } = [];

    /// <summary>Stations of which nothing is known but that they exist: neither power nor a share of the line's.</summary>
    public int StationsWithoutPower => Stations.Count(s => s.PowerMax is null);

    /// <summary>Units of account a day in one unit of a rate; 0 where the carrier's heating values do not allow it.</summary>
    /// <param name="unit">Unit of a rate.</param>
    public double AccountPerDay(RateUnit unit) => Basis.TryToAccount(new Rate(1, unit), out double factor, out _) ? factor : 0;

    /// <summary>The line as it looks to gas that flows back: from its end to its start, the stations turned round.</summary>
    public GasLine Reversed() => this with
    {
        From = To,
        To = From,
        Stations = [.. Stations.Reverse().Select(s => s with { Distance = Length - s.Distance })],
    };
}

/// <summary>A compressor station on a line, all strings together.</summary>
/// <param name="Id">Id of the compressor.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Distance">Distance from the start of the line [m].</param>
/// <param name="PowerMax">Shaft power [W]; null where none is known: then the ratio alone limits it.</param>
/// <param name="RatioMax">Largest ratio of outlet to inlet pressure [1], ≥ 1.</param>
/// <param name="Efficiency">Adiabatic efficiency [1].</param>
public sealed record LineStation(string Id, string Name, double Distance, double? PowerMax, double RatioMax, double Efficiency);

/// <summary>A gas pipeline that cannot be reckoned with, and why.</summary>
/// <param name="Id">Id of the pipeline.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Missing">Names of the columns that are missing.</param>
public sealed record LineWithoutData(string Id, string Name, IReadOnlyList<string> Missing);

/// <summary>The gas pipelines of a package, those with hydraulic data and those without.</summary>
/// <param name="Lines">Lines with data, in the order of the package.</param>
/// <param name="WithoutData">Lines without, in the order of the package.</param>
public sealed record GasLineSet(IReadOnlyList<GasLine> Lines, IReadOnlyList<LineWithoutData> WithoutData);
