using Corridor.Model.Findings;

namespace Corridor.Model.PowerGrids;

/// <summary>A bus of a power grid.</summary>
public sealed record GridBus
{
    /// <summary>Name in the file, unique in the grid.</summary>
    public required string Id { get; init; }

    /// <summary>What a power flow holds fixed here.</summary>
    public BusControl Control { get; init; }

    /// <summary>Nominal voltage [kV]; 0 where the file states none (figures in per unit then have no ohms).</summary>
    public double NominalVoltage { get; init; }

    /// <summary>Voltage to begin with, and to hold at a slack bus without units [1, of the nominal].</summary>
    public double Voltage { get; init; } = 1.0;

    /// <summary>Angle to begin with, and to hold at a slack bus [deg].</summary>
    public double Angle { get; init; }

    /// <summary>Active power consumed, constant [MW].</summary>
    public double ActiveDemand { get; init; }

    /// <summary>Reactive power consumed, constant [Mvar].</summary>
    public double ReactiveDemand { get; init; }

    /// <summary>Active power that the shunt takes at nominal voltage [MW].</summary>
    public double ShuntConductance { get; init; }

    /// <summary>Reactive power that the shunt gives at nominal voltage [Mvar]; negative for a reactor.</summary>
    public double ShuntSusceptance { get; init; }

    /// <summary>Least voltage [1]; 0 for none.</summary>
    public double VoltageMin { get; init; }

    /// <summary>Greatest voltage [1]; +∞ for none.</summary>
    public double VoltageMax { get; init; } = double.PositiveInfinity;

    /// <summary>Area, as the file numbers it; null for none.</summary>
    public string? Area { get; init; }

    /// <summary>Loss zone, as the file numbers it; null for none.</summary>
    public string? Zone { get; init; }

    /// <summary>Longitude [deg]; null where unknown.</summary>
    public double? Longitude { get; init; }

    /// <summary>Latitude [deg]; null where unknown.</summary>
    public double? Latitude { get; init; }

    /// <summary>Where the bus stands in its file.</summary>
    public SourcePlace Place { get; init; } = SourcePlace.None;
}
