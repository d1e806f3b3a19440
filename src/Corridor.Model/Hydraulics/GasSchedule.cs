namespace Corridor.Model.Hydraulics;

/// <summary>What is done to a gas network over time: pressures held, flows in and out, set points of stations.</summary>
public sealed record GasSchedule
{
    /// <summary>Time at which it begins [s].</summary>
    public double Start { get; init; }

    /// <summary>Time at which it ends [s].</summary>
    public required double End { get; init; }

    /// <summary>Pressures held at nodes [Pa]; they take the place of <see cref="GasNode.PressureSetpoint"/>.</summary>
    public IReadOnlyList<NodeSeries> Pressures { get; init; } = [];

    /// <summary>Mass flows into the network [kg/s], negative for exits; they take the place of <see cref="GasNode.Injection"/>.</summary>
    public IReadOnlyList<NodeSeries> Injections { get; init; } = [];

    /// <summary>Set points of regulators and compressor stations; they take the place of their control.</summary>
    public IReadOnlyList<ControlSeries> Controls { get; init; } = [];

    /// <summary>This schedule with another laid over it: a figure of a node or element that both state is the other's.</summary>
    /// <param name="other">The schedule that counts where both state a figure.</param>
    /// <returns>Start and end are those of this schedule.</returns>
    public GasSchedule Under(GasSchedule other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            Pressures = [.. Pressures.Where(own => other.Pressures.All(o => o.Node != own.Node)), .. other.Pressures],
            Injections = [.. Injections.Where(own => other.Injections.All(o => o.Node != own.Node)), .. other.Injections],
            Controls = [.. Controls.Where(own => other.Controls.All(o => o.Element != own.Element)), .. other.Controls],
        };
    }
}

/// <summary>A figure of a node over time.</summary>
/// <param name="Node">Index of the node.</param>
/// <param name="Series">The figure.</param>
public sealed record NodeSeries(int Node, TimeSeries Series);

/// <summary>
/// What a regulator or station does over time. A mode holds from its time until the next; where two points next to each other have one mode, the
/// set point is linear between them.
/// </summary>
/// <param name="Element">Index of the element.</param>
/// <param name="Times">Times [s], never decreasing, at least one.</param>
/// <param name="Controls">A control for each time.</param>
public sealed record ControlSeries(int Element, IReadOnlyList<double> Times, IReadOnlyList<StationControl> Controls)
{
    /// <summary>The control at a time; before the first point it is the first, after the last the last.</summary>
    /// <param name="time">Time [s].</param>
    public StationControl At(double time)
    {
        int next = 0;
        while (next < Times.Count && Times[next] <= time)
            next++;
        if (next == 0)
            return Controls[0];
        StationControl before = Controls[next - 1];
        if (next == Times.Count || Controls[next].Mode != before.Mode)
            return before;
        double share = (time - Times[next - 1]) / (Times[next] - Times[next - 1]);
        return before with { Value = before.Value + share * (Controls[next].Value - before.Value) };
    }
}
