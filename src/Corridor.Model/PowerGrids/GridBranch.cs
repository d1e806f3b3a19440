using Corridor.Model.Findings;

namespace Corridor.Model.PowerGrids;

/// <summary>
/// A line or transformer as a Π: an ideal transformer of complex ratio tap·e^{j·shift} at the from side, then the series impedance
/// r + jx with half the charging at either end (MATPOWER manual, section 3.2). In per unit of the grid's base power and of the
/// nominal voltages of its buses.
/// </summary>
public sealed record GridBranch
{
    /// <summary>Name, unique among the branches of the grid.</summary>
    public required string Id { get; init; }

    /// <summary>Index of the bus at the from side (the tapped side of a transformer).</summary>
    public required int From { get; init; }

    /// <summary>Index of the bus at the to side.</summary>
    public required int To { get; init; }

    /// <summary>Series resistance [p.u.].</summary>
    public double Resistance { get; init; }

    /// <summary>Series reactance [p.u.]; negative for a series capacitor; 0 together with the resistance is no branch.</summary>
    public double Reactance { get; init; }

    /// <summary>Charging susceptance of both ends together [p.u.].</summary>
    public double Charging { get; init; }

    /// <summary>Turns ratio off nominal at the from side; 1 for a line.</summary>
    public double Tap { get; init; } = 1.0;

    /// <summary>Phase shift of the from side [deg]; a positive one delays the to side.</summary>
    public double Shift { get; init; }

    /// <summary>Whether the file states a ratio (a transformer, even at ratio 1) rather than a line.</summary>
    public bool IsTransformer { get; init; }

    /// <summary>Greatest apparent power over long times [MVA]; +∞ for none.</summary>
    public double Rating { get; init; } = double.PositiveInfinity;

    /// <summary>Greatest apparent power over short times (rating B) [MVA]; +∞ for none.</summary>
    public double ShortTermRating { get; init; } = double.PositiveInfinity;

    /// <summary>Greatest apparent power in an emergency (rating C), after an outage [MVA]; +∞ for none.</summary>
    public double EmergencyRating { get; init; } = double.PositiveInfinity;

    /// <summary>Least difference of angles, from less to [deg]; −∞ for none.</summary>
    public double AngleMin { get; init; } = double.NegativeInfinity;

    /// <summary>Greatest difference of angles, from less to [deg]; +∞ for none.</summary>
    public double AngleMax { get; init; } = double.PositiveInfinity;

    /// <summary>Whether it is in service.</summary>
    public bool InService { get; init; } = true;

    /// <summary>Where the branch stands in its file.</summary>
    public SourcePlace Place { get; init; } = SourcePlace.None;
}
