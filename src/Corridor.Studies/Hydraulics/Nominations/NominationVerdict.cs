using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>How a validation ended.</summary>
public enum NominationStatus
{
    /// <summary>Settings exist; they and the state that follows from them are given, verified by the steady solver.</summary>
    Feasible,

    /// <summary>No settings exist; a checked proof is given.</summary>
    Infeasible,

    /// <summary>Neither settings nor a proof were found within the limits.</summary>
    Undecided,

    /// <summary>
    /// Settings exist under which every pressure and flow is within its bounds, verified by the steady solver, but among those found none keeps all stations
    /// within the maps of their machines; those outside are named. That none exists is not proven.
    /// </summary>
    FeasibleWithoutMaps,
}

/// <summary>What an element is set to.</summary>
/// <param name="Element">Index of the element.</param>
/// <param name="Mode">What it does; <see cref="StationMode.Bypass"/> for an open valve.</param>
/// <param name="Value">Its set point in the unit of the mode; NaN where there is none.</param>
public sealed record ElementSetting(int Element, StationMode Mode, double Value);

/// <summary>What a validation cost.</summary>
/// <param name="Seconds">Time taken [s].</param>
/// <param name="Assignments">Assignments of discrete states tried.</param>
/// <param name="LinearPrograms">Linear programs solved by local searches.</param>
/// <param name="SteadySolves">Solves by the steady solver to verify settings.</param>
/// <param name="Cases">Cases that the proof of infeasibility was split into.</param>
public sealed record NominationStatistics(double Seconds, int Assignments, int LinearPrograms, int SteadySolves, int Cases);

/// <summary>The answer to a nomination.</summary>
public sealed record NominationVerdict
{
    /// <summary>How it ended.</summary>
    public required NominationStatus Status { get; init; }

    /// <summary>Setting of every valve, regulator and station; empty unless feasible (with or without maps).</summary>
    public IReadOnlyList<ElementSetting> Settings { get; init; } = [];

    /// <summary>The network with these settings, one node of each connected part holding its pressure; null unless feasible (with or without maps).</summary>
    public GasNetwork? Network { get; init; }

    /// <summary>The steady state of that network as the steady solver finds it, within all bounds; null unless feasible (with or without maps).</summary>
    public HydraulicSolution? Solution { get; init; }

    /// <summary>Why no settings exist; null unless infeasible.</summary>
    public NominationProof? Proof { get; init; }

    /// <summary>Sentences for people: what was decided, what conflicts, or what is missing.</summary>
    public IReadOnlyList<string> Explanation { get; init; } = [];

    /// <summary>What a law that was asked for needs and the network does not state, as a sentence; null where every law can be used.</summary>
    public string? MissingFigure { get; init; }

    /// <summary>Shaft power of all stations [W]; NaN unless feasible (with or without maps).</summary>
    public double Power { get; init; } = double.NaN;

    /// <summary>Energy per time that all drives take [W]; NaN unless feasible (with or without maps).</summary>
    public double FuelPower { get; init; } = double.NaN;

    /// <summary>Greatest amount by which a bound is passed, relative to its size [1]; NaN unless feasible (with or without maps).</summary>
    public double BoundViolation { get; init; } = double.NaN;

    /// <summary>
    /// Stations that work outside the map of their machines, with the limit passed: empty unless feasible without maps only. Bounds of pressure and
    /// flow hold all the same.
    /// </summary>
    public IReadOnlyList<string> StationsOutsideMap { get; init; } = [];

    /// <summary>Entries less exits as nominated [kg/s], the part that lies in the greatest connected network.</summary>
    public double Imbalance { get; init; }

    /// <summary>What it cost.</summary>
    public required NominationStatistics Statistics { get; init; }
}
