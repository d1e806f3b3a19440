using Corridor.Model.Findings;

namespace Corridor.Model.PowerGrids;

/// <summary>A generating unit, or a load that can be dispatched (negative output).</summary>
public sealed record GridUnit
{
    /// <summary>Name, unique among the units of the grid.</summary>
    public required string Id { get; init; }

    /// <summary>Index of its bus.</summary>
    public required int Bus { get; init; }

    /// <summary>Output in a power flow [MW].</summary>
    public double ActivePower { get; init; }

    /// <summary>Reactive output to begin with, and to hold at a bus without voltage control [Mvar].</summary>
    public double ReactivePower { get; init; }

    /// <summary>Least output [MW].</summary>
    public double ActiveMin { get; init; }

    /// <summary>Greatest output [MW]; +∞ for none.</summary>
    public double ActiveMax { get; init; } = double.PositiveInfinity;

    /// <summary>Least reactive output [Mvar]; −∞ for none.</summary>
    public double ReactiveMin { get; init; } = double.NegativeInfinity;

    /// <summary>Greatest reactive output [Mvar]; +∞ for none.</summary>
    public double ReactiveMax { get; init; } = double.PositiveInfinity;

    /// <summary>Voltage that it holds at its bus [1].</summary>
    public double VoltageSetpoint { get; init; } = 1.0;

    /// <summary>Share in taking up an imbalance where the slack is distributed; 0 takes none. Only ratios count.</summary>
    public double Participation { get; init; }

    /// <summary>Whether it is in service.</summary>
    public bool InService { get; init; } = true;

    /// <summary>What an hour at an output costs; null where the file states nothing (then it costs nothing).</summary>
    public GridCost? Cost { get; init; }

    /// <summary>Where the unit stands in its file.</summary>
    public SourcePlace Place { get; init; } = SourcePlace.None;
}
