using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>How a run ended.</summary>
public enum TransientStatus
{
    /// <summary>The whole time was simulated; every step's equations hold.</summary>
    Completed,

    /// <summary>It was cancelled; what is reported belongs to the time up to then.</summary>
    Cancelled,

    /// <summary>A figure that the laws need is missing, or network and schedule contradict each other; nothing was simulated.</summary>
    Invalid,

    /// <summary>A step found no solution however short, or the steps allowed were used up; complaints name the place.</summary>
    Failed,
}

/// <summary>A run of a gas network in motion.</summary>
public sealed record TransientResult
{
    /// <summary>The network it belongs to.</summary>
    public required GasNetwork Network { get; init; }

    /// <summary>How it ended.</summary>
    public required TransientStatus Status { get; init; }

    /// <summary>Times of the outputs [s].</summary>
    public IReadOnlyList<double> Times { get; init; } = [];

    /// <summary>For each output the pressure of each node [Pa]; NaN for nodes out of service.</summary>
    public IReadOnlyList<double[]> Pressures { get; init; } = [];

    /// <summary>For each output the mass flow into the network at each node [kg/s]; what streams into the open counts separately.</summary>
    public IReadOnlyList<double[]> Injections { get; init; } = [];

    /// <summary>For each output the flow of each element at its first node [kg/s].</summary>
    public IReadOnlyList<double[]> FlowsIn { get; init; } = [];

    /// <summary>For each output the flow of each element at its second node [kg/s].</summary>
    public IReadOnlyList<double[]> FlowsOut { get; init; } = [];

    /// <summary>For each output the mass in each element [kg].</summary>
    public IReadOnlyList<double[]> Linepacks { get; init; } = [];

    /// <summary>For each output the mass in all of them, with the bare nodes [kg].</summary>
    public IReadOnlyList<double> TotalLinepack { get; init; } = [];

    /// <summary>The mass balance of the whole run.</summary>
    public MassBalance Balance { get; init; } = new(0, 0, 0, 0, 0);

    /// <summary>What each node got, in the order of the network.</summary>
    public IReadOnlyList<NodeOutcome> Nodes { get; init; } = [];

    /// <summary>Survival of each region that has protected customers, by name.</summary>
    public IReadOnlyList<RegionSurvival> Regions { get; init; } = [];

    /// <summary>Gas left in each store [kg], in the order of the schedule.</summary>
    public IReadOnlyList<double> StorageLevels { get; init; } = [];

    /// <summary>Everything that happened, by time: events of the schedule and those that followed from the flow.</summary>
    public IReadOnlyList<TransientIncident> Incidents { get; init; } = [];

    /// <summary>State of every pipe at the start.</summary>
    public IReadOnlyList<PipeProfile> Initial { get; init; } = [];

    /// <summary>State of every pipe at the end.</summary>
    public IReadOnlyList<PipeProfile> Final { get; init; } = [];

    /// <summary>The second look at the run; null where nothing was simulated.</summary>
    public TransientCertificate? Certificate { get; init; }

    /// <summary>Steps, iterations and residuals.</summary>
    public StepStatistics Steps { get; init; } = new();

    /// <summary>What stands in the way, or limits that were passed.</summary>
    public IReadOnlyList<HydraulicComplaint> Complaints { get; init; } = [];
}

/// <summary>Mass balance of a run [kg].</summary>
/// <param name="InitialLinepack">Mass in the network at the start, by the densities.</param>
/// <param name="FinalLinepack">Mass at the end, by the densities.</param>
/// <param name="Entered">Mass that entered.</param>
/// <param name="Left">Mass that left to customers and stores.</param>
/// <param name="Lost">Mass that streamed into the open.</param>
public sealed record MassBalance(double InitialLinepack, double FinalLinepack, double Entered, double Left, double Lost)
{
    /// <summary>What the balance misses, over the greater of the linepack and the mass that passed [1].</summary>
    public double RelativeError
    {
        get
        {
            double miss = FinalLinepack - InitialLinepack - (Entered - Left - Lost);
            double scale = Math.Max(Math.Max(InitialLinepack, FinalLinepack), Math.Max(Entered, Left + Lost));
            return scale > 0.0 ? Math.Abs(miss) / scale : 0.0;
        }
    }
}

/// <summary>What a node got in a run.</summary>
/// <param name="Node">Index of the node.</param>
/// <param name="PressureLowest">Lowest pressure at the start or at the end of a step [Pa].</param>
/// <param name="TimeOfLowest">Time of it [s].</param>
/// <param name="Entered">Mass that entered here [kg].</param>
/// <param name="Delivered">Mass delivered here [kg].</param>
/// <param name="Unserved">Mass asked for and not delivered [kg], what was shed included.</param>
/// <param name="Shed">Mass shed for the sake of protected customers [kg].</param>
/// <param name="SurvivalTime">
/// Time at which the pressure fell to the node's minimum, or its customers could first not be served in full [s]; null where neither happened, and for
/// nodes that are not protected or state no minimum.
/// </param>
/// <param name="DeliveredUntilThen">Mass delivered here until then, or until the end [kg].</param>
public sealed record NodeOutcome(
    int Node,
    double PressureLowest,
    double TimeOfLowest,
    double Entered,
    double Delivered,
    double Unserved,
    double Shed,
    double? SurvivalTime,
    double DeliveredUntilThen);

/// <summary>How long the protected customers of a region are served.</summary>
/// <param name="Region">Name of the region; empty for protected nodes that name none.</param>
/// <param name="Time">Time at which the first of them fails [s]; null where none does within the run.</param>
/// <param name="Node">Index of the node that fails first; −1 where none does.</param>
/// <param name="SinceEvent">Time from the first event of the schedule until then [s], never negative; null where none fails, no event is scheduled, or the failure comes first.</param>
/// <param name="Delivered">Mass delivered to the region's protected customers until then, or until the end [kg].</param>
/// <param name="Unserved">Mass that its protected customers asked for and did not get [kg].</param>
/// <param name="IsBeforeEvent">Whether the failure comes before the first event of the schedule and so is not its doing.</param>
public sealed record RegionSurvival(string Region, double? Time, int Node, double? SinceEvent, double Delivered, double Unserved, bool IsBeforeEvent = false);

/// <summary>Something that happened.</summary>
/// <param name="Time">When [s].</param>
/// <param name="Message">One sentence for people.</param>
public sealed record TransientIncident(double Time, string Message);

/// <summary>State along a pipe.</summary>
/// <param name="Element">Index of the pipe.</param>
/// <param name="Distance">Distance of each point from the pipe's first node [m].</param>
/// <param name="Pressure">Pressure at each point [Pa].</param>
/// <param name="Flow">Mass flow at each point [kg/s].</param>
public sealed record PipeProfile(int Element, IReadOnlyList<double> Distance, IReadOnlyList<double> Pressure, IReadOnlyList<double> Flow);

/// <summary>How a run went numerically.</summary>
/// <param name="Accepted">Steps that make up the run.</param>
/// <param name="Rejected">Steps tried again with a shorter one.</param>
/// <param name="Iterations">Newton iterations of all stages.</param>
/// <param name="Shortest">Shortest step [s].</param>
/// <param name="Longest">Longest step [s].</param>
/// <param name="Residual">
/// Greatest relative residual of the equations of any step, calculated again after the step: masses of cells, forces, balances of nodes, laws of elements.
/// </param>
public sealed record StepStatistics(int Accepted = 0, int Rejected = 0, long Iterations = 0, double Shortest = 0, double Longest = 0, double Residual = 0);
