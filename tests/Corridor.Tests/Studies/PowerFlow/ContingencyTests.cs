using Corridor.Model.PowerGrids;
using Corridor.Studies.PowerFlow;
using Corridor.Studies.PowerFlow.Contingencies;

namespace Corridor.Tests.Studies.PowerFlow;

public class ContingencyTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void DistributionFactorsGiveWhatSolvingAgainGives(int seed)
    {
        PowerGrid grid = SmallGrids.Random(seed);
        foreach (GridContingency outage in Outages(grid))
        {
            ContingencyStudy study = ContingencyAnalysis.RunDc(grid, [outage], slack: SlackRule.Single);
            study.Outcomes[0].Status.ShouldBeOneOf(ContingencyStatus.Solved, ContingencyStatus.Split);
            Compare(study, DcPowerFlow.Solve(Without(grid, outage), slack: SlackRule.Single), 1e-9);
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void NewtonFromTheBaseGivesWhatSolvingAgainGives(int seed)
    {
        PowerGrid grid = SmallGrids.Random(seed);
        var settings = new PowerFlowSettings { Slack = SlackRule.Single };
        foreach (GridContingency outage in Outages(grid))
        {
            ContingencyStudy study = ContingencyAnalysis.RunAc(grid, [outage], settings);
            study.Outcomes[0].Status.ShouldBeOneOf(ContingencyStatus.Solved, ContingencyStatus.Split);
            study.Outcomes[0].Mismatch.ShouldBeLessThanOrEqualTo(1e-8);
            Compare(study, AcPowerFlow.Solve(Without(grid, outage), settings), 1e-6);
        }
    }

    [Fact]
    public void WhatIsCutOffIsCounted()
    {
        PowerGrid grid = SmallGrids.Random(4);
        ContingencyStudy study = ContingencyAnalysis.RunAc(grid, GridContingency.AllBranches(grid));
        int[] radial = [.. Enumerable.Range(0, grid.Branches.Count).Where(e => grid.Branches[e].To >= 20)];
        study.Count(ContingencyStatus.Split).ShouldBe(radial.Length);
        foreach (int e in radial)
        {
            study.Outcomes[e].LostBuses.ShouldBe(1);
            study.Outcomes[e].FirstLostBus.ShouldBe(grid.Branches[e].To);
            study.Outcomes[e].LostDemand.ShouldBe(grid.Buses[grid.Branches[e].To].ActiveDemand, 1e-12);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void BothSidesOfABridgeAreFoundWhereverTheRootsAre(int seed)
    {
        var random = new Random(seed);
        const int Count = 30;
        int[] to = [.. Enumerable.Range(1, Count - 1), 0, 0, 9];
        int[] from = [.. Enumerable.Range(1, Count - 1).Select(i => random.Next(i)), 1, 5, 12];
        PowerGrid grid = SmallGrids.Grid(
            [.. Enumerable.Range(0, Count).Select(i => SmallGrids.Bus($"b{i}", demand: i))], [.. from.Select((f, k) => SmallGrids.Line(f, to[k], 0.1))], []);
        var topology = new OutageTopology(Count, from, to);
        for (int run = 0; run < 20; run++)
        {
            var roots = new bool[Count];
            for (int k = 0; k <= run % 3; k++)
                roots[random.Next(Count)] = true;
            var elements = new OutageElements(grid, [.. Enumerable.Range(0, from.Length)], [], topology, roots);
            for (int k = 0; k < from.Length; k++)
            {
                var isReached = new bool[Count];
                int reached = topology.Reach(roots, [.. Enumerable.Range(0, from.Length).Select(e => e == k)], isReached, new int[Count]);
                elements.Take(new GridContingency { Id = "x", Branches = [k] }).ShouldBeTrue();
                elements.IsKept.ShouldBe(isReached);
                elements.Splits.ShouldBe(reached < Count);
                ContingencyOutcome outcome = elements.Account(new ContingencyOutcome { Status = ContingencyStatus.Split }, [.. Enumerable.Range(0, Count)], [.. Enumerable.Range(0, Count)], []);
                outcome.LostBuses.ShouldBe(Count - reached);
                outcome.FirstLostBus.ShouldBe(Array.IndexOf(isReached, false));
            }
        }
    }

    [Fact]
    public void ALostUnitIsMadeUpByTheOthers()
    {
        PowerGrid grid = SmallGrids.Random(6);
        var settings = new PowerFlowSettings { Slack = SlackRule.Distributed };
        ContingencyStudy study = ContingencyAnalysis.RunAc(grid, [new GridContingency { Id = "u0", Units = [0] }, new GridContingency { Id = "u8", Units = [2] }], settings);
        study.Outcomes.ShouldAllBe(o => o.Status == ContingencyStatus.Solved);
        study.Outcomes[0].LostOutput.ShouldBe(study.Base.Units[0].Active, 1e-9);
        ContingencyStudy single = ContingencyAnalysis.RunAc(grid, [new GridContingency { Id = "u0", Units = [0] }], settings with { Slack = SlackRule.Single });
        single.Outcomes[0].Status.ShouldBe(ContingencyStatus.Solved);
    }

    [Fact]
    public void AnOutageWithoutAStateIsNamed()
    {
        // Two circuits carry what one alone cannot.
        PowerGrid grid = SmallGrids.Grid(
            [SmallGrids.Bus("a", BusControl.Slack), SmallGrids.Bus("b", demand: 300)], [SmallGrids.Line(0, 1, 0.2), SmallGrids.Line(0, 1, 0.2)], [SmallGrids.Unit("u", 0, 0)]);
        ContingencyStudy study = ContingencyAnalysis.RunAc(grid, GridContingency.AllBranches(grid));
        study.Outcomes.ShouldAllBe(o => o.Status == ContingencyStatus.Unsolved && o.MismatchBus == 1 && o.Reason == FlowFailureReason.Stalled);
        ContingencyStudy linear = ContingencyAnalysis.RunDc(grid, GridContingency.AllBranches(grid));
        linear.Outcomes.ShouldAllBe(o => o.Status == ContingencyStatus.Solved);
        linear.WorstLoading.ShouldBe([3.0, 3.0], 1e-9);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ThreadsChangeNoBit(bool isAc)
    {
        PowerGrid grid = SmallGrids.Random(9, 64);
        IReadOnlyList<GridContingency> all = [.. GridContingency.AllBranches(grid), .. Outages(grid)];
        ContingencyStudy Run(int threads) => isAc ? ContingencyAnalysis.RunAc(grid, all, threads: threads) : ContingencyAnalysis.RunDc(grid, all, threads: threads);
        ContingencyStudy one = Run(1);
        ContingencyStudy three = Run(3);
        three.WorstLoading.ShouldBe(one.WorstLoading);
        three.WorstContingency.ShouldBe(one.WorstContingency);
        for (int c = 0; c < all.Count; c++)
        {
            BitConverter.DoubleToInt64Bits(three.Outcomes[c].Mismatch).ShouldBe(BitConverter.DoubleToInt64Bits(one.Outcomes[c].Mismatch));
            three.Outcomes[c].Overloads.ShouldBe(one.Outcomes[c].Overloads);
            three.Outcomes[c].Voltages.ShouldBe(one.Outcomes[c].Voltages);
        }
    }

    private static IEnumerable<GridContingency> Outages(PowerGrid grid)
    {
        foreach (GridContingency single in GridContingency.AllBranches(grid))
            yield return single;
        for (int k = 0; k + 5 < grid.Branches.Count; k += 7)
            yield return new GridContingency { Id = $"two {k}", Branches = [k, k + 5] };
    }

    private static PowerGrid Without(PowerGrid grid, GridContingency outage) =>
        grid with { Branches = [.. grid.Branches.Select((b, e) => outage.Branches.Contains(e) ? b with { InService = false } : b)] };

    private static void Compare(ContingencyStudy study, PowerFlowSolution again, double tolerance)
    {
        PowerGrid grid = again.Grid;
        int main = again.Buses[0].Island;
        for (int e = 0; e < grid.Branches.Count; e++)
        {
            bool isThere = grid.Branches[e].InService && again.Buses[grid.Branches[e].From].Island == main;
            study.WorstLoading[e].ShouldBe(isThere ? again.Branches[e].Apparent / grid.Branches[e].Rating : 0, tolerance, $"{study.Contingencies[0].Id}, branch {e}");
        }
    }
}
