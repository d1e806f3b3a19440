using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Verification;

/// <summary>
/// Checks a steady solution again on the network itself. It shares with the solver the compressibility and the friction factor of the laws, nothing
/// else: pipes are integrated along their length, balances summed, set points, directions, islands, mixtures and bounds looked at one by one.
/// </summary>
public static class HydraulicChecker
{
    /// <summary>Checks a solution.</summary>
    /// <param name="solution">The solution; the network and settings in it are what it is checked against.</param>
    /// <param name="tolerances">Sizes of residuals that are allowed; null for the defaults.</param>
    /// <returns>
    /// The greatest residual of each kind and where it sits. A solution that does not claim to have converged is not checked, unless it names nothing
    /// that stands in its way.
    /// </returns>
    public static HydraulicReport Check(HydraulicSolution solution, HydraulicTolerances? tolerances = null)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var tally = new ResidualTally(tolerances ?? new HydraulicTolerances());
        HydraulicComplaint? fatal = solution.Complaints.FirstOrDefault(complaint => complaint.IsFatal);
        if (solution.Status != HydraulicStatus.Converged)
        {
            if (fatal is not null)
                return new HydraulicReport(HydraulicVerdict.NothingClaimed, []);
            tally.AddNode(HydraulicResidualKind.Claim, 1.0, -1, $"The solution has not converged, but names nothing that stands in its way.");
            return tally.Report();
        }

        if (fatal is not null)
            tally.AddNode(HydraulicResidualKind.Claim, 1.0, fatal.Node, $"The solution claims to have converged, but complains: {fatal.Message}");
        if (solution.Nodes.Count != solution.Network.Nodes.Count || solution.Elements.Count != solution.Network.Elements.Count)
        {
            tally.AddNode(HydraulicResidualKind.Claim, 1.0, -1, $"The solution has {solution.Nodes.Count} nodes and {solution.Elements.Count} elements, the network {solution.Network.Nodes.Count} and {solution.Network.Elements.Count}.");
            return tally.Report();
        }

        var state = new CheckedState(solution, tally);
        BalanceCheck.Check(state);
        new ReferenceCheck(state).Check();
        CheckElements(state);
        MixingCheck.Check(state);
        DerivedCheck.Check(state);
        new TemperatureCheck(state, new FittingCheck(state)).Check();
        new LimitCheck(state).Check();
        return tally.Report();
    }

    private static void CheckElements(CheckedState state)
    {
        var pipes = new PipeCheck(state);
        var fittings = new FittingCheck(state);
        var stations = new StationCheck(state, fittings);
        for (int e = 0; e < state.Network.Elements.Count; e++)
        {
            if (!state.TakesPart(e))
            {
                Closed(state, e);
                continue;
            }

            switch (state.Network.Elements[e])
            {
                case GasPipe pipe:
                    CheckGas(state, e);
                    pipes.Check(e, pipe);
                    break;
                case GasValve { IsOpen: not true }:
                    Closed(state, e);
                    break;
                case GasValve valve:
                    fittings.Check(e, valve.Loss);
                    break;
                case GasResistor resistor:
                    fittings.Check(e, resistor.Loss);
                    break;
                case GasPump pump:
                    fittings.CheckPump(e, pump);
                    break;
                case GasControlValve valve:
                    stations.Check(e, valve.Control, valve.LossIn, valve.LossOut);
                    break;
                case GasCompressorStation station:
                    stations.Check(e, station.Control, station.LossIn, station.LossOut);
                    break;
                default:
                    fittings.Check(e, PressureLoss.None);
                    break;
            }
        }
    }

    private static void CheckGas(CheckedState state, int e)
    {
        if (state.Law(state.Gas(e)) is null)
            state.Tally.AddElement(HydraulicResidualKind.Claim, 1.0, e, $"The gas in {state.Name(e)} lacks a figure that the equation of state needs.");
    }

    private static void Closed(CheckedState state, int e)
    {
        double flow = state.Flow(e);
        state.Tally.AddElement(
            HydraulicResidualKind.ClosedFlow, state.RelativeFlow(e, flow), e, $"{flow:0.######} kg/s flow through {state.Name(e)}, which is closed or out of service.");
    }
}
