using Corridor.Model.Network;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>Which arcs need one column for both directions: those whose flow follows angles, and whose directions nothing but the sign and the limits tells apart.</summary>
internal static class SignedArcs
{
    /// <summary>Whether the flow of each arc is one signed column: no loss, delay, fleet, cost or levy, no contract, and no rule that sums one of its directions.</summary>
    public static bool[] Of(CompiledNetwork network)
    {
        bool[] signed = [.. network.Arcs.Select(a => a is { HasAngles: true, Loss: 0, Delay: 0, Fleet: < 0, Access: ArcAccess.Open } && IsFree(a))];
        foreach (CompiledContract contract in network.Contracts)
            signed[contract.Arc] = false;
        foreach (CompiledRule rule in network.Rules)
        {
            if (rule.RateLimit is null && rule.VolumeLimit is null)
                continue;
            foreach (FlowReference flow in rule.Flows)
            {
                if (flow.Kind is FlowKind.ArcForward or FlowKind.ArcBackward)
                    signed[flow.Element] = false;
            }
        }

        return signed;
    }

    private static bool IsFree(CompiledArc arc) => Array.TrueForAll([.. arc.Cost, .. arc.Levy], c => Array.TrueForAll(c, v => v == 0));
}
