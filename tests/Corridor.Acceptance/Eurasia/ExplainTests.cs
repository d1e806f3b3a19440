using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Explanation;
using Corridor.Studies.Plausibility;

namespace Corridor.Acceptance.Eurasia;

/// <summary>Explanations of the reference package, in months.</summary>
public sealed class ExplainTests
{
    private static readonly Lazy<(EnergySystem System, DispatchResult Result)> Run = new(() =>
    {
        string path = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(path, "Corridor.slnx")))
            path = Path.GetDirectoryName(path)!;
        var findings = new FindingList();
        EnergySystem system = PackageReader.Read(Path.Combine(path, "data", "eurasia"), findings)!;
        CompiledNetwork network = NetworkCompiler.Compile(system, new Horizon(new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1), TimeStep.Month), findings)!;
        return (system, DispatchStudy.Run(network, new DispatchSettings(), null, CancellationToken.None));
    });

    [Fact]
    public void Every_gas_price_adds_up_in_every_month()
    {
        (EnergySystem system, DispatchResult result) = Run.Value;
        foreach (string node in result.Network.Nodes.Where(n => n.Carrier == "gas").Select(n => n.Id))
        {
            foreach (int month in (int[])[0, 6])
            {
                PriceExplanation price = PriceStudy.Run(result, system, node, month);
                if (price.Links.Count > 0)
                    Math.Abs(price.Remainder).ShouldBeLessThanOrEqualTo(0.005 * Math.Max(1, Math.Abs(price.Price)), $"{node}, month {month}");
            }
        }
    }

    [Fact]
    public void Gas_in_northern_China_has_a_chain_of_named_rows()
    {
        (EnergySystem system, DispatchResult result) = Run.Value;
        PriceExplanation price = PriceStudy.Run(result, system, "cn-north-gas", 0);
        price.Links[^1].Kind.ShouldBe(PriceLinkKind.Origin);
        price.Lines.Where(l => l.Kind != PriceLineKind.Rounding).ShouldAllBe(l => l.Element.Length > 0 && l.Table.Length > 0);
        Math.Abs(price.Remainder).ShouldBeLessThanOrEqualTo(1e-3 * price.Price);
    }

    [Fact]
    public void Power_of_Siberia_is_full_and_worth_more()
    {
        (EnergySystem system, DispatchResult result) = Run.Value;
        FlowExplanation flow = FlowStudy.Run(result, system, "p-ru-power-of-siberia", 0);
        flow.Reason.ShouldBe(FlowReason.Full);
        flow.Rent.ShouldBeGreaterThan(0);
        (flow.PriceFrom + flow.Lines.Sum(l => l.Amount)).ShouldBe(flow.PriceTo, 1e-6 * flow.PriceTo);
    }

    [Fact]
    public void Where_nothing_is_short_there_is_a_margin()
    {
        (EnergySystem system, DispatchResult result) = Run.Value;
        CarrierShortage gas = ShortageStudy.Run(result, system, "kz-north", 0).Carriers.Single(c => c.Carrier == "gas");
        gas.IsShort.ShouldBeFalse();
        gas.Margin.ShouldBeGreaterThan(0);
        gas.Limits.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_reference_package_is_not_absurd()
    {
        var findings = new FindingList();
        PlausibilityStudy.Check(Run.Value.Result, findings);
        findings.Items.ShouldBeEmpty();
    }
}
