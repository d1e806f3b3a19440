using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Steady;

namespace Corridor.Studies.Hydraulics;

/// <summary>Steady state of a gas network.</summary>
public static class SteadyFlow
{
    /// <summary>Solves for the pressures and flows of a network whose stations, valves and regulators all have a control.</summary>
    /// <param name="network">The network; see <see cref="GasNetwork"/> for units and signs.</param>
    /// <param name="settings">Laws and limits.</param>
    /// <param name="cancel">Stops the solve.</param>
    /// <returns>A converged state, or what stands in its way.</returns>
    /// <exception cref="ArgumentException">An element names a node that does not exist, or has a length or diameter that is not positive.</exception>
    public static HydraulicSolution Solve(GasNetwork network, HydraulicSettings settings, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(settings);
        using var solver = new SteadySolver(network, settings);
        return solver.Solve(cancel);
    }
}
