using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Studies.Hydraulics.Dispatch;

/// <summary>The flows of one direction of a line in a dispatch, put on its pipe.</summary>
/// <param name="Arc">Index of the arc in the dispatched network.</param>
/// <param name="Direction">0 forward, 1 backward.</param>
/// <param name="Capacity">The greatest flow that the line carries in this direction.</param>
/// <param name="Flow">Net flow at the inlet by period [units of account a day]: what goes this way less what arrives the other way.</param>
/// <param name="Profiles">Pressures by period: of what flows, or of what the pipe carries of it; null where nothing flows.</param>
/// <param name="Agreement">
/// Greatest relative difference of a pressure or station power to what the network solver finds, in the fullest period that the pipe carries; NaN where it does not
/// converge.
/// </param>
public sealed record LineCheck(int Arc, int Direction, LineCapacity Capacity, double[] Flow, LineProfile?[] Profiles, double Agreement)
{
    /// <summary>Flows above the capacity by less than this share of it are the solver's rounding.</summary>
    public const double Tolerance = 1e-6;

    /// <summary>Pressures further apart than this share are not verified.</summary>
    public const double AgreementTolerance = 1e-6;

    /// <summary>Whether the network solver finds the same pressures.</summary>
    public bool IsVerified => Agreement <= AgreementTolerance;

    /// <summary>The line, in the direction of the flow.</summary>
    public GasLine Line => Capacity.Line;

    /// <summary>Whether the pipe does not carry the flow of a period.</summary>
    /// <param name="period">Index of the period.</param>
    public bool IsInfeasible(int period) => Flow[period] > Capacity.InflowPerDay * (1.0 + Tolerance);

    /// <summary>What flows beyond what the pipe carries [units of account a day]; 0 where it carries all.</summary>
    /// <param name="period">Index of the period.</param>
    public double Excess(int period) => IsInfeasible(period) ? Flow[period] - Capacity.InflowPerDay : 0;

    /// <summary>Number of periods with flow.</summary>
    public int PeriodsWithFlow => Profiles.Count(p => p is not null);

    /// <summary>Number of periods whose flow the pipe does not carry.</summary>
    public int InfeasiblePeriods => Enumerable.Range(0, Flow.Length).Count(IsInfeasible);

    /// <summary>Index of the period with the greatest flow.</summary>
    public int Fullest => Array.IndexOf(Flow, Flow.Max());
}

/// <summary>A line whose flows were not looked at for want of data, and how much it carries.</summary>
/// <param name="Arc">Index of the arc in the dispatched network.</param>
/// <param name="Line">The line and what is missing.</param>
public sealed record UncheckedLine(int Arc, LineWithoutData Line);

/// <summary>The gas flows of a dispatch on the pipes that have hydraulic data.</summary>
/// <param name="Mode">Check or capacity.</param>
/// <param name="Settings">What was assumed.</param>
/// <param name="Lines">Directions of lines that carry gas in some period, in the order of the arcs.</param>
/// <param name="Idle">Lines with data through which nothing flows.</param>
/// <param name="Unchecked">Lines in service without data, in the order of the arcs.</param>
/// <param name="Capacities">Stated and derived capacities of all lines with data, those out of service too.</param>
public sealed record PhysicsResult(
    PhysicsMode Mode,
    LinePhysicsSettings Settings,
    IReadOnlyList<LineCheck> Lines,
    IReadOnlyList<GasLine> Idle,
    IReadOnlyList<UncheckedLine> Unchecked,
    IReadOnlyList<DerivedCapacity> Capacities)
{
    /// <summary>Lines of which some period's flow cannot be carried.</summary>
    public IEnumerable<LineCheck> Infeasible => Lines.Where(l => l.InfeasiblePeriods > 0);
}

/// <summary>Puts the gas flows of a dispatch on the pipes.</summary>
public static class PhysicsCheck
{
    /// <summary>A flow below this share of a line's capacity is the solver's rounding.</summary>
    private const double Rounding = 1e-6;

    /// <summary>Checks a dispatch.</summary>
    /// <param name="result">An optimal dispatch.</param>
    /// <param name="capacities">Stated and derived capacities of its lines.</param>
    /// <param name="mode">Whether the derived capacities were used.</param>
    /// <param name="settings">Assumptions.</param>
    /// <param name="cancel">Stops between lines.</param>
    public static PhysicsResult Run(DispatchResult result, CapacityFromPhysics capacities, PhysicsMode mode, LinePhysicsSettings settings, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(capacities);
        ArgumentNullException.ThrowIfNull(settings);
        CompiledNetwork network = result.Network;
        Dictionary<string, GasLine> lines = capacities.Lines.Lines.ToDictionary(l => l.Id);
        Dictionary<string, LineWithoutData> without = capacities.Lines.WithoutData.ToDictionary(l => l.Id);
        var checks = new List<LineCheck>();
        var idle = new List<GasLine>();
        var lacking = new List<UncheckedLine>();
        for (int arc = 0; arc < network.Arcs.Count; arc++)
        {
            cancel.ThrowIfCancellationRequested();
            string id = network.Arcs[arc].Id;
            if (without.TryGetValue(id, out LineWithoutData? unknown))
                lacking.Add(new UncheckedLine(arc, unknown));
            if (!lines.TryGetValue(id, out GasLine? line))
                continue;
            LineCheck[] found = [.. Enumerable.Range(0, 2).Select(direction => Check(direction)).OfType<LineCheck>()];
            checks.AddRange(found);
            if (found.Length == 0)
                idle.Add(line);

            LineCheck? Check(int direction)
            {
                double[] flow = Net(result.Arcs[arc].Flow, direction, network.Arcs[arc].Loss);
                LineCapacity capacity = capacities.Capacities.FirstOrDefault(c => c.Capacity.Line.Id == id && c.Direction == direction)?.Capacity
                    ?? LineCapacity.Of(direction == 0 ? line : line.Reversed(), settings);
                if (!flow.Any(f => f > Rounding * capacity.InflowPerDay))
                    return null;
                LineProfile?[] profiles = Profiles(capacity, flow, settings, cancel);
                LineProfile fullest = profiles.OfType<LineProfile>().MaxBy(p => p.Inflow)!;
                return new LineCheck(arc, direction, capacity, flow, profiles, LineNetwork.Of(capacity.Line, settings, fullest).Difference(cancel));
            }
        }

        return new PhysicsResult(mode, settings, checks, idle, lacking, capacities.Capacities);
    }

    // Where one way of sending gas to and fro costs nothing, a dispatch may do both at once; a pipe carries the difference.
    private static double[] Net(double[][] flow, int direction, double loss) =>
        [.. flow[direction].Select((f, t) => Math.Max(f - (flow[1 - direction][t] * (1.0 - loss)), 0))];

    // Each period is reckoned alone and stored at its place, so that threads change nothing.
    private static LineProfile?[] Profiles(LineCapacity capacity, double[] flow, LinePhysicsSettings settings, CancellationToken cancel)
    {
        GasLine line = capacity.Line;
        var laws = new LineLaws(line, settings);
        var profiles = new LineProfile?[flow.Length];
        void Reckon(int period)
        {
            if (flow[period] > Rounding * capacity.InflowPerDay)
                profiles[period] = flow[period] >= capacity.InflowPerDay ? capacity.Profile : LineProfile.At(line, laws, settings, flow[period] * line.MassPerAccount / GasLineReader.SecondsPerDay);
        }

        if (settings.Threads == 1)
        {
            for (int t = 0; t < flow.Length; t++)
                Reckon(t);
        }
        else
        {
            Parallel.For(0, flow.Length, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancel }, Reckon);
        }

        return profiles;
    }
}
