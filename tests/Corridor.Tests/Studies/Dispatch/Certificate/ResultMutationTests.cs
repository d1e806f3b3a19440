using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;

namespace Corridor.Tests.Studies.Dispatch.Certificate;

/// <summary>A right result of which one figure is changed, checked against its own package: the items that the figure enters must fail.</summary>
public class ResultMutationTests
{
    private static readonly Dictionary<string, (Func<DispatchResult, DispatchResult> Change, string Element, string[] Fails)> Mutations = new()
    {
        ["more flow"] = (r => r with { Arcs = At(r.Arcs, 0, a => a with { Flow = [Raise(a.Flow[0], 4, 5), a.Flow[1]] }) }, "pipeline line", ["arc capacity", "node balance", "contracts and spot", "objective parts", "objective"]),
        ["negative flow"] = (r => r with { Arcs = At(r.Arcs, 1, a => a with { Flow = [a.Flow[0], Raise(a.Flow[1], 4, -5)] }) }, "below zero", ["arc capacity", "node balance", "spot"]),
        ["circulating flow"] = (r => r with { Arcs = At(r.Arcs, 2, a => a with { Flow = [Raise(a.Flow[0], 4, 0.5), a.Flow[1]] }) }, "node p", ["node balance", "angles"]),
        ["spot"] = (r => r with { Arcs = At(r.Arcs, 0, a => a with { Spot = [Raise(a.Spot[0]!, 2, 1), a.Spot[1]] }) }, "line", ["contracts and spot"]),
        ["output"] = (r => r with { Supplies = At(r.Supplies, 1, s => s with { Output = Raise(s.Output, 3, 1) }) }, "supply home", ["supply output", "node balance", "supply annual limit"]),
        ["served"] = (r => r with { Demands = At(r.Demands, 0, d => d with { Served = Raise(d.Served, 3, 1) }) }, "demand town-b", ["demand"]),
        ["curtailed"] = (r => r with { Demands = At(r.Demands, 1, d => d with { Curtailed = Raise(d.Curtailed, 3, 1), Served = Raise(d.Served, 3, -1) }) }, "demand works", ["curtailment", "demand served", "node balance", "objective parts", "objective"]),
        ["level"] = (r => r with { Storages = At(r.Storages, 0, s => s with { Level = Raise(s.Level, 2, 1) }) }, "ugs", ["storage dynamics"]),
        ["last level"] = (r => r with { Storages = At(r.Storages, 1, s => s with { FirstLevel = s.FirstLevel - 1 }) }, "tank", ["storage first and last level", "storage dynamics"]),
        ["disposal"] = (r => r with { Converters = At(r.Converters, 0, c => c with { Disposed = [null, null, Raise(c.Disposed[2]!, 2, 1)] }) }, "chp", ["converter disposal", "node balance"]),
        ["delivered"] = (r => r with { Contracts = At(r.Contracts, 0, c => c with { Delivered = Raise(c.Delivered, 2, 1) }) }, "contract supply", ["contract settlement", "contracts and spot", "contract year", "objective parts", "objective"]),
        ["ledger"] = (r => r with { Contracts = At(r.Contracts, 1, c => c with { Years = [c.Years[0] with { Excess = c.Years[0].Excess + 1 }, c.Years[1]] }) }, "line-deal", ["contract year"]),
        ["make-up taken twice"] = (r => r with { Contracts = At(r.Contracts, 0, c => c with { Years = [.. c.Years.Select(y => y with { MakeUpTaken = y.MakeUpTaken + Math.Min(2, y.Excess), Excess = y.Excess - Math.Min(2, y.Excess) })] }) }, "make-up", ["make-up", "objective parts", "objective"]),
        ["shortfall"] = (r => r with { Contracts = At(r.Contracts, 1, c => c with { Years = [c.Years[0] with { Shortfall = -1 }, c.Years[1]] }) }, "line-deal", ["take-or-pay", "make-up", "objective parts", "objective"]),
        ["channel"] = (r => r with { Channels = At(r.Channels, 0, c => c with { Used = Raise(c.Used, 2, 1) }) }, "bank", ["channel use"]),
        ["violation"] = (r => r with { Rules = At(r.Rules, 2, v => v with { Violation = v.Violation - 1 }) }, "content", ["rule violation", "objective parts", "objective"]),
        ["violation of a strict rule"] = (r => r with { Rules = At(r.Rules, 1, v => v with { Violation = 1 }) }, "quota", ["rule violation"]),
        ["measure"] = (r => r with { Measures = At(r.Measures, 0, m => Raise(m, 3, 1)) }, "reserve", ["measure rate", "measure volume", "node balance", "objective parts", "objective"]),
        ["part"] = (r => r with { Parts = r.Parts with { Transport = r.Parts.Transport + 100, Storage = r.Parts.Storage - 100 } }, "transport", ["objective parts"]),
        ["objective"] = (r => r with { Objective = r.Objective * 1.001 }, "the package", ["objective"]),
        ["nodal price"] = (r => r with { NodalPrice = At(r.NodalPrice, 0, p => Raise(p, 3, 10)) }, "could save", ["price support"]),
        ["dual"] = (r => r with { Solution = With(r.Solution.RowDual, r, 0, 1e4) }, "duals", ["gap"]),
        ["NaN"] = (r => r with { Supplies = At(r.Supplies, 0, s => s with { StepOutput = [Raise(s.StepOutput[0], 3, double.NaN), s.StepOutput[1]] }) }, "abroad", ["supply steps", "supply output", "supply minimum", "objective parts", "objective", "price support"]),
        ["short array"] = (r => r with { Supplies = At(r.Supplies, 0, s => s with { Output = [1, 2] }) }, "abroad", ["shape"]),
        ["missing result"] = (r => r with { Demands = [r.Demands[0]] }, "demands", ["shape"]),
        ["element dropped"] = (r => r with { Network = r.Network with { Demands = [r.Network.Demands[0], r.Network.Demands[2], r.Network.Demands[3]] }, Demands = [r.Demands[0], r.Demands[2], r.Demands[3]] }, "demand works", ["missing elements", "objective parts", "objective"]),
        ["step dropped"] = (r => r with { Supplies = At(r.Supplies, 0, s => s with { StepOutput = [s.StepOutput[0]] }) }, "abroad", ["parts of elements"]),
        ["channels exchanged"] = (r => r with { Network = r.Network with { Contracts = At(r.Network.Contracts, 0, c => c with { Channels = [1, 0] }) } }, "supply", ["parts of elements"]),
    };

    public static TheoryData<string> Names => [.. Mutations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_items_that_a_figure_enters_fail(string name)
    {
        (Func<DispatchResult, DispatchResult> change, string element, string[] fails) = Mutations[name];
        DispatchCertificate certificate = DispatchCertifier.Check(WholeSystem.Package, change(WholeSystem.Result));
        certificate.Certified.ShouldBeFalse();
        string words = string.Join("\n", certificate.Failures);
        certificate.Items.Where(i => !i.Passed).Select(i => i.Name).ShouldBe(fails, ignoreOrder: true, words);
        words.ShouldContain(element);
    }

    [Fact]
    public void The_shape_of_time_is_that_of_the_network()
    {
        DispatchResult result = WholeSystem.Result;
        Horizon shifted = new(WholeSystem.First.AddDays(1), WholeSystem.First.AddDays(1 + WholeSystem.Days), TimeStep.Day);
        DispatchCertifier.Check(WholeSystem.Package, result with { Network = result.Network with { Horizon = shifted } }).Certified.ShouldBeFalse();
    }

    private static T[] At<T>(IReadOnlyList<T> items, int index, Func<T, T> change) => [.. items.Select((item, i) => i == index ? change(item) : item)];

    private static double[] Raise(double[] values, int period, double by) => At(values, period, v => v + by);

    private static Corridor.Numerics.LinearPrograms.LinearProgramSolution With(double[] dual, DispatchResult result, int row, double by)
    {
        Corridor.Numerics.LinearPrograms.LinearProgramSolution s = result.Solution;
        return new()
        {
            StopReason = s.StopReason,
            PrimalStatus = s.PrimalStatus,
            DualStatus = s.DualStatus,
            Primal = s.Primal,
            RowActivity = s.RowActivity,
            RowDual = Raise(dual, row, by),
            ReducedCost = s.ReducedCost,
            Objective = s.Objective,
            DualObjective = s.DualObjective,
            Iterations = s.Iterations,
            Residuals = s.Residuals,
            Timing = s.Timing,
            Statistics = s.Statistics,
        };
    }
}
