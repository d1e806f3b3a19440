using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>What the scheduler does to the model at a time.</summary>
internal enum ActionKind
{
    /// <summary>Opens a hole at a node; the value is its area [m²].</summary>
    OpenHole,

    /// <summary>Gives an element without volume another order.</summary>
    Order,

    /// <summary>Ends all injection at a node.</summary>
    LoseEntry,
}

/// <summary>An order at a time. Orders of one time are carried out in their order in the list.</summary>
internal sealed record TimedAction(double Time, ActionKind Kind, int Index, StationMode Mode, double Value, string? Message);

/// <summary>Everything of a run that does not change: the network with its breaks, its grid and where things stand.</summary>
internal sealed class TransientModel
{
    internal required GasNetwork Network { get; init; }

    internal required TransientSettings Settings { get; init; }

    internal required TransientSchedule Schedule { get; init; }

    /// <summary>Names of the nodes, those of breaks and valves behind the network's own.</summary>
    internal required IReadOnlyList<string> NodeNames { get; init; }

    internal required PipeGrid Grid { get; init; }

    internal required PipeBank Pipes { get; init; }

    internal required NodeBank Nodes { get; init; }

    internal required LinkBank Links { get; init; }

    internal required StageSolver Solver { get; init; }

    /// <summary>For each element of the network the first of its pipes on the grid; −1 where it has none. The parts of a broken pipe stand one after another.</summary>
    internal required int[] FirstPipe { get; init; }

    /// <summary>For each element of the network the number of its pipes on the grid.</summary>
    internal required int[] PipeParts { get; init; }

    /// <summary>For each element of the network its place among the elements without volume; −1 where it has none.</summary>
    internal required int[] LinkOf { get; init; }

    /// <summary>Orders by time.</summary>
    internal required IReadOnlyList<TimedAction> Actions { get; init; }

    internal required double FlowScale { get; init; }
}
