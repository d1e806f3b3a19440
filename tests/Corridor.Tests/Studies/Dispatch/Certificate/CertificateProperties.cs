using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Units;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;
using FsCheck;
using FsCheck.Fluent;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Dispatch.Certificate;

/// <summary>Random small systems: what the dispatch finds is certified, and what it did not find is not.</summary>
public class CertificateProperties
{
    [Fact]
    public void The_dispatch_of_a_random_system_is_certified_and_a_changed_rate_is_caught()
    {
        Gen<(int[] Figures, int Place)> cases =
            from figures in Gen.ArrayOf(Gen.Choose(0, 100), 24)
            from place in Gen.Choose(0, 10_000)
            select (figures, place);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            EnergySystem system = Random(c.Figures);
            DispatchResult result = Solve(system, days: 4);
            Caught(system, result, c.Place);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20250114, 7));
    }

    /// <summary>Changes one rate of one element, in the solved result, by more than the tolerance forgives.</summary>
    private static void Caught(EnergySystem system, DispatchResult result, int place)
    {
        double[][] rates =
        [
            .. result.Supplies.SelectMany(s => s.StepOutput), .. result.Demands.Select(d => d.Curtailed), .. result.Arcs.SelectMany(a => a.Flow),
            .. result.Storages.SelectMany(s => new[] { s.Injection, s.Withdrawal, s.Level }), .. result.Converters.Select(c => c.Activity),
        ];
        double[] rate = rates[place % rates.Length];
        int period = place / rates.Length % rate.Length;
        double was = rate[period];
        rate[period] += place % 2 == 0 ? 0.1 : -0.1;
        DispatchCertificate certificate = DispatchCertifier.Check(system, result);
        rate[period] = was;
        certificate.Certified.ShouldBeFalse();
        certificate.Failures.ShouldNotBeEmpty();
    }

    private static EnergySystem Random(int[] figures)
    {
        int next = 0;
        double Between(double low, double high) => low + ((high - low) * figures[next++ % figures.Length] / 100);
        bool Perhaps() => figures[next++ % figures.Length] > 40;
        return Empty with
        {
            Supplies =
            [
                Field("a", Between(0, 150), Between(0, 60)) with { MinOutput = Perhaps() ? Mcm(0) : null, AnnualLimit = Perhaps() ? McmAmount(Between(10, 100) * 365) : null },
                Field("b", Between(1, 80), Between(20, 120)), Plant("p", Between(10, 900), 0.05),
            ],
            Demands = [Town("b", Between(1, 140)) with { Elasticity = Perhaps() ? -0.3 : null, ReferencePrice = PerMcm(Between(30, 90)) }, City("q", Between(1, 500), 0.5)],
            Pipelines = [Line(Between(1, 120), Between(0, 9), Between(0, 0.1)) with { ReverseCapacity = Perhaps() ? Mcm(20) : null }],
            PowerLines =
            [
                .. new[] { ("p", "q"), ("q", "r"), ("p", "r") }.Select(e => new PowerLine
                {
                    Id = $"{e.Item1}-{e.Item2}", From = e.Item1, To = e.Item2, Kind = PowerLineKind.Ac, Voltage = 220, Reactance = Between(5, 40), Rating = Power.FromMegawatts(Between(50, 600)),
                }),
            ],
            Storages =
            [
                new Storage
                {
                    Id = "ugs", Node = "b", Kind = StorageKind.Underground, WorkingVolume = McmAmount(Between(10, 100)), MaxInjection = Mcm(Between(1, 30)), MaxWithdrawal = Mcm(Between(1, 30)),
                    InjectionCost = PerMcm(Between(0, 5)), InjectionLoss = Between(0, 0.1), StandingLoss = Between(0, 0.01), FirstLevel = Perhaps() ? 0.5 : null, LastLevel = Perhaps() ? 0.5 : null,
                },
            ],
            Converters = [new Converter { Id = "plant", Kind = ConverterKind.PowerPlant, ReferenceUnit = AmountUnit.Parse("GWh"), Capacity = new Rate(Between(1, 400), RateUnit.Parse("MW")) }],
            ConverterFlows =
            [
                new ConverterFlow { Converter = "plant", Node = "b", Side = FlowSide.In, Ratio = new Amount(2, AmountUnit.Parse("GWh_net")) },
                new ConverterFlow { Converter = "plant", Node = "q", Side = FlowSide.Out, Ratio = new Amount(1, AmountUnit.Parse("GWh")) },
            ],
            Rules = Perhaps() ? [WholeSystem.Law("cap", RuleEffect.CapVolume) with { Asset = "line", Rate = Mcm(Between(10, 60)) }] : [WholeSystem.Law("toll", RuleEffect.Levy) with { Origin = "x", Carrier = "gas", Price = PerMcm(Between(0, 20)) }],
        };
    }
}
