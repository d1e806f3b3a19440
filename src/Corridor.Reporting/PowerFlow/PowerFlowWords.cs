using System.Globalization;
using Corridor.Model.PowerGrids;
using Corridor.Model.Schema;
using Corridor.Studies.PowerFlow;
using Corridor.Studies.PowerFlow.Contingencies;

namespace Corridor.Reporting.PowerFlow;

/// <summary>Words for the outcome of a power flow.</summary>
internal static class PowerFlowWords
{
    internal static string Of(PowerFlowStatus status) => SnakeCase.From(status.ToString());

    internal static string Of(ContingencyStatus status) => SnakeCase.From(status.ToString());

    internal static string Of(FlowFailureReason reason) => SnakeCase.From(reason.ToString());

    internal static string Of(FlowStart start) => SnakeCase.From(start.ToString());

    /// <summary>A sentence for a reason.</summary>
    internal static string Sentence(FlowFailureReason reason) => reason switch
    {
        FlowFailureReason.Stalled => "no step makes the mismatch smaller: most likely the grid cannot carry these powers",
        FlowFailureReason.IterationLimit => "too many iterations",
        FlowFailureReason.Singular => "the equations are singular",
        FlowFailureReason.NotFinite => "numbers grew beyond bounds",
        FlowFailureReason.ReactiveLimits => "a state was found, but none in which the units keep their reactive limits",
        FlowFailureReason.NoSource => "no unit is left to take anything up",
        _ => "the independent check does not confirm the state",
    };

    /// <summary>What an island without a state is to blame on.</summary>
    internal static string Blame(PowerGrid grid, FlowFailure failure)
    {
        string text = $"{Sentence(failure.Reason)}; ";
        text += double.IsFinite(failure.MismatchSize) ? $"greatest mismatch {Number(failure.MismatchSize * grid.BasePower, "0.###")} MVA at bus {grid.Buses[failure.MismatchBus].Id}" : $"first bus {grid.Buses[failure.MismatchBus].Id}";
        if (failure.CollapsingBus >= 0)
            text += $", the bus that gives way {grid.Buses[failure.CollapsingBus].Id}";
        if (double.IsFinite(failure.LowestVoltage))
            text += $", lowest voltage {Number(failure.LowestVoltage, "0.000")} p.u. at bus {grid.Buses[failure.LowestBus].Id}";
        if (failure.LoadShare is > 0 and < 1)
            text += $"; a state was found for {Number(100 * failure.LoadShare, "0.#")} % of all outputs and loads";
        return text + ".";
    }

    internal static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture).Replace("-", "−", StringComparison.Ordinal);
}
