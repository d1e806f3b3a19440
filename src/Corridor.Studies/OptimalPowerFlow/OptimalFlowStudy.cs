using System.Diagnostics;
using System.Globalization;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>
/// The cheapest output of the units of a grid under the direct current approximation, within ratings, angle limits and, where asked for, limits after
/// outages of single branches without redispatch; docs/mathematics/optimal-power-flow.md.
/// </summary>
public static class OptimalFlowStudy
{
    /// <summary>Runs it.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="findings">Receives what is wrong with the grid, and what was left out.</param>
    /// <param name="cancellation">Stops the run; the status is then <see cref="OptimalFlowStatus.Cancelled"/>.</param>
    /// <returns>The outcome, certified or not; null where the grid cannot be used, which the findings say.</returns>
    /// <exception cref="ArgumentException">A setting is out of range, or an element names a bus that does not exist.</exception>
    public static OptimalFlowResult? Run(PowerGrid grid, OptimalFlowRequest request, FindingList findings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(findings);
        Require(grid, request);
        long begin = Stopwatch.GetTimestamp();
        var active = ActiveGrid.Of(grid, request.Convention, findings);
        if (active is null || GridCosts.Of(active, request.Convention, findings) is not { } costs)
            return null;
        int[]? outages = Outages(active, request, findings);
        if (outages is null)
            return null;
        Compare(active, findings);
        OptimalFlowResult result = new FlowRounds(active, costs, request, begin, cancellation).Run(outages, findings);
        return result with { Seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds };
    }

    /// <summary>Says so where all units together cannot meet demand; direct current lines whose loss may become a gain are left to the program.</summary>
    private static void Compare(ActiveGrid active, FindingList findings)
    {
        double demand = active.Demand.Sum() * active.Grid.BasePower;
        double most = active.Units.Sum(u => active.Grid.Units[u.Index].ActiveMax);
        if (demand > most + (1e-6 * (1.0 + Math.Abs(demand))))
            findings.Add(OptimalFlowFindings.TooLittle.At("grid " + active.Grid.Name, SourcePlace.None, string.Create(CultureInfo.InvariantCulture, $"Demand is {demand:0.###} MW, and all units in service together can give {most:0.###} MW."), OptimalFlowFindings.TooLittle.Remedy));
    }

    private static void Require(PowerGrid grid, OptimalFlowRequest request)
    {
        if (!(request.Tolerance > 0.0) || request.Threads < 1 || request.RoundLimit < 1 || request.LimitsPerRound < 1)
            throw new ArgumentException("A setting is out of range.", nameof(request));
        if (!(grid.BasePower > 0.0) || !double.IsFinite(grid.BasePower))
            throw new ArgumentException("The base power must be positive and finite.", nameof(grid));
        int n = grid.Buses.Count;
        bool fits = grid.Branches.All(b => IsBus(b.From) && IsBus(b.To)) && grid.Units.All(u => IsBus(u.Bus)) && grid.DcLines.All(d => IsBus(d.From) && IsBus(d.To));
        if (!fits)
            throw new ArgumentException("An element stands at a bus that does not exist.", nameof(grid));

        bool IsBus(int i) => (uint)i < (uint)n;
    }

    private static int[]? Outages(ActiveGrid active, OptimalFlowRequest request, FindingList findings)
    {
        if (request.SecureAll)
            return [.. Enumerable.Range(0, active.Branches.Length)];
        var place = new Dictionary<int, int>();
        for (int l = 0; l < active.Branches.Length; l++)
            place[active.Branches[l].Index] = l;
        var outages = new List<int>();
        int errors = findings.Errors;
        foreach (int index in request.Outages)
        {
            if (place.TryGetValue(index, out int l))
                outages.Add(l);
            else
                findings.Add(OptimalFlowFindings.UnknownOutage.At("outages", SourcePlace.None, (uint)index < (uint)active.Grid.Branches.Count ? $"Branch {active.Grid.Branches[index].Id} is not in service." : $"There is no branch with index {index}."));
        }

        return findings.Errors > errors ? null : [.. outages];
    }
}
