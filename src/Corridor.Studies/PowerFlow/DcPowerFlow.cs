using Corridor.Model.PowerGrids;
using Corridor.Numerics.SparseLu;

namespace Corridor.Studies.PowerFlow;

/// <summary>
/// The linear power flow: flat voltages, no losses in branches, P_k = b_k (θ_f − θ_t − φ_k) (B. Stott, J. Jardim, O. Alsaç, "DC power flow revisited",
/// IEEE Trans. Power Systems 24 (2009) 1290–1300).
/// </summary>
public static class DcPowerFlow
{
    /// <summary>Solves and checks.</summary>
    /// <param name="grid">The grid; elements name buses that exist.</param>
    /// <param name="convention">How branches get their susceptance.</param>
    /// <param name="slack">Who takes up what is left over; automatic is the slack bus where it has units, and all units otherwise.</param>
    /// <param name="tolerance">Greatest mismatch of a converged flow [p.u.].</param>
    /// <returns>The state; voltages are 1.</returns>
    /// <exception cref="ArgumentException">The base power is not positive.</exception>
    public static PowerFlowSolution Solve(PowerGrid grid, SusceptanceConvention convention = SusceptanceConvention.Matpower, SlackRule slack = SlackRule.Automatic, double tolerance = 1e-8) =>
        Solve(grid, convention, slack, tolerance, null);

    /// <summary>Solves, and hands out what the islands were solved with; nulls for an island without a source.</summary>
    internal static PowerFlowSolution Solve(PowerGrid grid, SusceptanceConvention convention, SlackRule slack, double tolerance, List<(DcBalance? Balance, DcNetwork? Network)>? parts)
    {
        ArgumentNullException.ThrowIfNull(grid);
        if (!(grid.BasePower > 0))
            throw new ArgumentException("The base power must be positive.", nameof(grid));
        var schedule = BusSchedule.Of(grid);
        var islands = GridIslands.Find(grid, schedule);
        int[] local = AcPowerFlow.Numbers(grid, islands);
        int[][] branches = AcPowerFlow.Branches(grid, islands);
        var result = new DcAssembly(grid, islands, schedule, convention, tolerance);
        for (int k = 0; k < islands.Islands.Count; k++)
        {
            GridIsland island = islands.Islands[k];
            var balance = DcBalance.Of(grid, island, schedule, local, slack);
            DcNetwork? network = balance is null ? null : DcNetwork.Build(grid, branches[k], local, balance.AngleFixed, convention);
            parts?.Add((balance, network));
            if (network is null || network.Factor.Status != LuStatus.Factorized)
            {
                result.Add(island, null, null, branches[k]);
                continue;
            }

            var angle = new double[island.Buses.Length];
            network.Solve(balance!.Right(network.Branches), angle);
            result.Add(island, balance, angle, branches[k]);
        }

        return result.Finish();
    }
}
