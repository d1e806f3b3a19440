using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Reporting.Summaries;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;
using Corridor.Studies.Infeasibility;
using Corridor.Tests.Studies.Dispatch;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Infeasibility;

/// <summary>Packages that contradict themselves, and what a reader is told.</summary>
public sealed class InfeasibilityStudyTests
{
    private static (InfeasibilityReport Report, InfeasibilitySummary Words) Study(EnergySystem system, int days = 1)
    {
        DispatchResult result = DispatchStudy.Run(Compile(system, days), new DispatchSettings(), null, CancellationToken.None);
        result.Status.ShouldBe(DispatchStatus.Infeasible);
        RunSummary summary = RunSummaryBuilder.Build(
            new RunReport { System = system, Horizon = result.Network.Horizon, Result = result, Certificate = DispatchCertifier.Check(system, result), Findings = new FindingList() }, new TimingSummary(0, 0, 0, 0, 0, 0));
        return (InfeasibilityStudy.Run(result), summary.Infeasibility!);
    }

    [Fact]
    public void A_field_that_must_give_more_than_anyone_takes()
    {
        EnergySystem system = Empty with { Supplies = [Field("a", 200, 20) with { MinOutput = Mcm(100) }], Demands = [Town("b", 90)], Pipelines = [Line(60)] };
        (InfeasibilityReport report, InfeasibilitySummary words) = Study(system);

        report.Irreducible.ShouldBeTrue();
        report.Conflict.Select(c => (c.Kind, c.Element)).ShouldBe([(LimitKind.SupplyMinimum, "field-a"), (LimitKind.Route, "line")]);
        report.Nodes.ShouldBe(["a"]);
        words.Conflict[0].Text.ShouldBe("the supply field-a gives at least 100\u00A0mcm at 20\u00A0°C in all, on 2025-01-01");
        words.Conflict[1].Text.ShouldBe("the route line carries at most 60.0\u00A0mcm at 20\u00A0°C in all, on 2025-01-01");
        RelaxationProposal lower = report.Proposals.Single(p => p.Changes[0].Kind == LimitKind.SupplyMinimum);
        lower.Changes.Single().Amount.ShouldBe(40, 1e-3);
        report.Proposals[0].ShouldBe(lower, "raising the line alone does not do: the town takes only 90");
    }

    [Fact]
    public void A_contract_that_must_take_more_than_its_line_carries()
    {
        EnergySystem system = WithContract(Mcm(80), 60) with { Demands = [Town("b", 90)] };
        (InfeasibilityReport report, InfeasibilitySummary words) = Study(system, 3);

        report.Conflict.Select(c => (c.Kind, c.Element)).ShouldBe([(LimitKind.ContractMinimum, "deal"), (LimitKind.Route, "line")]);
        words.Proposals.Count.ShouldBe(2);
        words.Proposals.SelectMany(p => p.Changes).Select(c => c.Text).ShouldContain("lower the minimum of the contract deal by 60.0\u00A0mcm at 20\u00A0°C, 2025-01-01 to 2025-01-03");
        words.Proposals.SelectMany(p => p.Changes).Select(c => c.Text).ShouldContain("let the route line carry 60.0\u00A0mcm at 20\u00A0°C more, 2025-01-01 to 2025-01-03");
    }

    [Fact]
    public void A_rule_that_requires_more_than_a_field_has()
    {
        EnergySystem system = Empty with
        {
            Supplies = [Field("a", 50, 20)],
            Demands = [Town("a", 90)],
            Rules = [new Rule { Id = "quota", Effect = RuleEffect.Require, Start = Start, Asset = "field-a", Rate = Mcm(70) }],
        };
        (InfeasibilityReport report, _) = Study(system);

        report.Conflict.Select(c => (c.Kind, c.Element)).ShouldBe([(LimitKind.RuleRequirement, "quota"), (LimitKind.SupplyMaximum, "field-a")]);
        report.Proposals.Select(p => p.Changes.Single().Amount).ShouldAllBe(a => Math.Abs(a - 20) < 1e-3);
    }

    [Fact]
    public void A_store_that_cannot_be_filled_in_time()
    {
        EnergySystem system = Empty with
        {
            Supplies = [Field("a", 200, 20)],
            Demands = [Town("a", 90)],
            Storages = [new Storage { Id = "store", Node = "a", Kind = StorageKind.Underground, WorkingVolume = McmAmount(100), MaxInjection = Mcm(10), MaxWithdrawal = Mcm(10), FirstLevel = 0.1, LastLevel = 0.9 }],
        };
        (InfeasibilityReport report, _) = Study(system, 3);

        report.Conflict.Select(c => c.Kind).ShouldBe([LimitKind.StorageLast, LimitKind.StorageFirst, LimitKind.StorageRate], ignoreOrder: true);
        report.Proposals.ShouldContain(p => p.Changes.Count == 1 && p.Changes[0].Kind == LimitKind.StorageLast && Math.Abs(p.Changes[0].Amount - 50) < 1e-2);
    }

    [Fact]
    public void Changing_the_package_as_proposed_makes_it_feasible()
    {
        EnergySystem system = WithContract(Mcm(80), 60) with { Demands = [Town("b", 90)] };
        double less = Study(system).Report.Proposals.Single(p => p.Changes[0].Kind == LimitKind.ContractMinimum).Changes[0].Amount;

        EnergySystem mended = WithContract(Mcm(80 - less - 1e-3), 60) with { Demands = [Town("b", 90)] };

        DispatchStudy.Run(Compile(mended), new DispatchSettings(), null, CancellationToken.None).Status.ShouldBe(DispatchStatus.Optimal);
    }

    [Fact]
    public void A_feasible_result_is_refused()
    {
        EnergySystem system = Empty with { Supplies = [Field("a", 200, 20)], Demands = [Town("a", 90)] };

        Should.Throw<ArgumentException>(() => InfeasibilityStudy.Run(Solve(system)));
    }

    private static EnergySystem WithContract(Corridor.Model.Units.Rate minimum, double line) => Empty with
    {
        Supplies = [Field("a", 200, 20)],
        Pipelines = [Line(line)],
        Actors = [new Actor { Id = "seller", Kind = ActorKind.Company, Zone = "x" }, new Actor { Id = "buyer", Kind = ActorKind.Company, Zone = "y" }],
        Contracts = [new Contract { Id = "deal", Seller = "seller", Buyer = "buyer", Carrier = "gas", Delivery = "line", Acq = McmAmount(36_500), MinDaily = minimum, Start = Start, End = Start.AddYears(5) }],
    };
}
