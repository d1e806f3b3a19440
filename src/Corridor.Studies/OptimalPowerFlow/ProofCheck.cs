using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>
/// Checks a proof that no flow has some directions of direct current lines: on their program, made anew from the grid without costs, with factors of
/// outages of its own.
/// </summary>
internal static class ProofCheck
{
    /// <summary>Whether it proves so.</summary>
    /// <param name="law">The grid under its convention.</param>
    /// <param name="directions">For each direct current line in service 1 forward, −1 back, 0 for either.</param>
    /// <param name="proof">What is claimed.</param>
    public static bool Holds(StatedLaw law, IReadOnlyList<int> directions, OptimalFlowProof proof)
    {
        var findings = new FindingList();
        PowerGrid free = law.Grid with
        {
            Units = [.. law.Grid.Units.Select(u => u with { Cost = null })],
            DcLines = [.. law.Grid.DcLines.Select(d => d with { Cost = null })],
        };
        if (ActiveGrid.Of(free, law.Convention, findings) is not { } active || GridCosts.Of(active, law.Convention, findings) is not { } costs)
            return false;
        if (directions.Count != active.DcLines.Length || Limits(active, proof.OutageLimits) is not { } limits)
            return false;
        LinearProgram program = FlowProgram.Of(active, costs.Units, costs.DcLines, costs.BothWays, [.. directions], limits).Linear;
        return proof.Ray.Count == program.RowCount && CertificateChecker.ProvesPrimalInfeasible(program, [.. proof.Ray]);
    }

    /// <summary>The limits with factors computed anew; null where one names no branch that can be lost or loaded.</summary>
    private static List<OutageLimit>? Limits(ActiveGrid active, IReadOnlyList<(int Branch, int Outage)> claimed)
    {
        var limits = new List<OutageLimit>();
        if (claimed.Count == 0)
            return limits;
        if (AngleSystem.Of(active) is not { } system)
            return null;
        bool[] isBridge = GridBridges.Find(active);
        var place = new Dictionary<int, int>();
        for (int l = 0; l < active.Branches.Length; l++)
            place[active.Branches[l].Index] = l;
        double[] angle = new double[active.Bus.Length];
        int last = -1;
        double left = 1.0;
        foreach ((int branch, int outage) in claimed)
        {
            if (branch == outage || !place.TryGetValue(branch, out int l) || !place.TryGetValue(outage, out int k) || isBridge[k])
                return null;
            ActiveBranch loaded = active.Branches[l];
            ActiveBranch lost = active.Branches[k];
            if (loaded.Susceptance == 0.0 || lost.Susceptance == 0.0)
                return null;
            if (k != last)
            {
                system.SolveTransfer(lost.From, lost.To, angle);
                left = 1.0 - (lost.Susceptance * (angle[lost.From] - angle[lost.To]));
                last = k;
            }

            if (!(Math.Abs(left) >= OutageScreen.Singular))
                return null;
            limits.Add(new OutageLimit(l, k, loaded.Susceptance * (angle[loaded.From] - angle[loaded.To]) / left, loaded.EmergencyRating));
        }

        return limits;
    }
}
