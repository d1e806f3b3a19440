using Corridor.Model.Network;

namespace Corridor.Studies.Compilation;

/// <summary>
/// A pipeline, power line or transport, ready for a program. Flows are measured where they enter the arc, in units of account
/// per day; element 0 of a pair is the forward direction, element 1 the backward one.
/// </summary>
public sealed record CompiledArc
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Kind.</summary>
    public required ArcKind Kind { get; init; }

    /// <summary>Node at the start.</summary>
    public required NodeIndex From { get; init; }

    /// <summary>Node at the end.</summary>
    public required NodeIndex To { get; init; }

    /// <summary>Largest flow, by direction and period.</summary>
    public required double[][] Capacity { get; init; }

    /// <summary>Tariffs and fees per unit entering, money of account, by direction and period.</summary>
    public required double[][] Cost { get; init; }

    /// <summary>Levies of rules per unit entering, money of account, by direction and period.</summary>
    public required double[][] Levy { get; init; }

    /// <summary>Share of what enters that does not arrive, 0 … 1.</summary>
    public required double Loss { get; init; }

    /// <summary>
    /// GWh per day and radian for an AC line, negative for a negative reactance; GWh per day and unit of voltage over the nominal for a meshed direct current line;
    /// 0 for every other arc.
    /// </summary>
    public double Susceptance { get; init; }

    /// <summary>Whether the line's angles bind, by period; null for arcs without angles.</summary>
    public bool[]? InService { get; init; }

    /// <summary>Phase shift at its start, rad: the flow follows the angle at the start less this, less the angle at the end.</summary>
    public double Shift { get; init; }

    /// <summary>Least difference of the angles at start and end, rad; −∞ for none.</summary>
    public double AngleLeast { get; init; } = double.NegativeInfinity;

    /// <summary>Greatest difference of the angles at start and end, rad; +∞ for none.</summary>
    public double AngleMost { get; init; } = double.PositiveInfinity;

    /// <summary>Loss at its end whatever it carries, units of account per day, by period; null where there is none.</summary>
    public double[]? FixedLoss { get; init; }

    /// <summary>Index of the expansion that chooses its capacity, or −1.</summary>
    public int Expansion { get; init; } = -1;

    /// <summary>For an arc whose capacity is chosen: what interconnections allow, by direction and period, +∞ for no limit; otherwise null.</summary>
    public double[][]? Limit { get; init; }

    /// <summary>Periods between loading and arrival.</summary>
    public int Delay { get; init; }

    /// <summary>Days from loading to arrival; 0 where not stated.</summary>
    public double TransitTime { get; init; }

    /// <summary>Index of the fleet that serves it, or −1.</summary>
    public int Fleet { get; init; } = -1;

    /// <summary>Who may use it.</summary>
    public required ArcAccess Access { get; init; }

    /// <summary>Whether its flow follows angles (or, of meshed direct current, voltages).</summary>
    public bool HasAngles => Susceptance != 0;

    /// <summary>Whether it can ever carry anything backward.</summary>
    public bool TwoWay => HasAngles || Array.Exists(Capacity[1], c => c > 0);
}
