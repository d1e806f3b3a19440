using System.Diagnostics;
using System.Globalization;
using Corridor.Model.Hydraulics;
using Corridor.Numerics.LinearPrograms;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>
/// Validation of nominations: whether the valves, regulators and compressor stations of a network can be set so that given entries and exits flow
/// within the bounds of pressure, and how, at the least power of the stations found.
/// </summary>
/// <remarks>
/// The question and its terms: T. Koch, B. Hiller, M. E. Pfetsch, L. Schewe (eds.), Evaluating Gas Network Capacities, SIAM 2015; M. E. Pfetsch et al.,
/// "Validation of nominations in gas network optimization: models, methods, and solutions", Optimization Methods and Software 30 (2015).
/// </remarks>
public static class NominationStudy
{
    /// <summary>Validates the nomination that stands in the network.</summary>
    /// <param name="network">
    /// The network: <see cref="GasNode.InjectionMin"/> and <see cref="GasNode.InjectionMax"/> where a node states both bound its flow, otherwise
    /// <see cref="GasNode.Injection"/> is its flow; pressures within <see cref="GasNode.PressureMin"/> and <see cref="GasNode.PressureMax"/>; valves,
    /// regulators and stations without a control are free, with one their state is kept and its figure is free.
    /// </param>
    /// <param name="settings">Laws of the study.</param>
    /// <param name="limits">Time and tolerances; null for the defaults.</param>
    /// <param name="cancel">Stops the search; the verdict is then undecided unless one was reached.</param>
    public static NominationVerdict Validate(
        GasNetwork network, HydraulicSettings settings, NominationLimits? limits = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(settings);
        limits ??= new NominationLimits();
        using var run = new NominationRun(network, settings, limits, cancel);
        return run.Validate();
    }
}
