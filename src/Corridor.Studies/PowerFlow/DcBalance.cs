using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow;

/// <summary>What is put in at the buses of an island in the direct current flow, slack included.</summary>
internal sealed class DcBalance
{
    private DcBalance(double[] injection, bool[] angleFixed, double[] givenAngle, int[] units, double[] shares, double takenUp)
    {
        Injection = injection;
        AngleFixed = angleFixed;
        GivenAngle = givenAngle;
        Units = units;
        Shares = shares;
        TakenUp = takenUp;
    }

    /// <summary>Injections without that of a single slack [p.u.].</summary>
    internal double[] Injection { get; }

    /// <summary>Buses whose angle is given.</summary>
    internal bool[] AngleFixed { get; }

    /// <summary>Those angles [rad].</summary>
    internal double[] GivenAngle { get; }

    /// <summary>Units that share; empty where the slack is single.</summary>
    internal int[] Units { get; }

    /// <summary>Share of each.</summary>
    internal double[] Shares { get; }

    /// <summary>What is left over [p.u.]; positive where units must give more.</summary>
    internal double TakenUp { get; }

    /// <summary>Adds up; null where the island has no source.</summary>
    internal static DcBalance? Of(PowerGrid grid, GridIsland island, BusSchedule schedule, int[] local, SlackRule rule)
    {
        if (island.Slack.Length == 0)
            return null;
        int n = island.Buses.Length;
        var injection = new double[n];
        var angleFixed = new bool[n];
        var given = new double[n];
        for (int i = 0; i < n; i++)
        {
            int bus = island.Buses[i];
            injection[i] = schedule.Active[bus] - (grid.Buses[bus].ShuntConductance / grid.BasePower);
            given[i] = grid.Buses[bus].Angle * Math.PI / 180.0;
        }

        double needed = -injection.Sum();
        bool isDistributed = island.HasUnits && (rule == SlackRule.Distributed || (rule == SlackRule.Automatic && island.IsStated && !schedule.HasUnits[island.Slack[0]]));
        if (!isDistributed)
        {
            foreach (int bus in island.Slack)
                angleFixed[local[bus]] = true;
            return new DcBalance(injection, angleFixed, given, [], [], needed);
        }

        angleFixed[local[island.Slack[0]]] = true;
        var inside = new HashSet<int>(island.Buses);
        int[] units = [.. Enumerable.Range(0, grid.Units.Count).Where(u => grid.Units[u].InService && inside.Contains(grid.Units[u].Bus))];
        double[] shares = SlackShares.Of(grid, units, [.. grid.Units.Select(u => u.ActivePower)], needed);
        for (int k = 0; k < units.Length; k++)
            injection[local[grid.Units[units[k]].Bus]] += shares[k] * needed;
        return new DcBalance(injection, angleFixed, given, units, shares, needed);
    }

    /// <summary>The right-hand side: injections with what shifts add, and given angles.</summary>
    internal double[] Right(IslandBranches branches)
    {
        double[] right = [.. Injection];
        for (int k = 0; k < branches.Index.Length; k++)
        {
            double constant = branches.Susceptance[k] * branches.Shift[k];
            right[branches.From[k]] += constant;
            right[branches.To[k]] -= constant;
        }

        for (int i = 0; i < right.Length; i++)
        {
            if (AngleFixed[i])
                right[i] = GivenAngle[i];
        }

        return right;
    }
}
