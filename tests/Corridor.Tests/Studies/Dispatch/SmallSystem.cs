using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;

namespace Corridor.Tests.Studies.Dispatch;

/// <summary>Small systems for worked examples: gas in mcm at 20 °C, power in GWh, money in USD.</summary>
internal static class SmallSystem
{
    public static readonly DateOnly Start = new(2025, 1, 1);

    /// <summary>The carriers and one zone "z"; gas nodes "a" and "b", power nodes "p" and "q" and "r".</summary>
    public static EnergySystem Empty { get; } = new()
    {
        Description = new PackageDescription { Name = "small", Currency = "USD" },
        Carriers =
        [
            new Carrier
            {
                Id = "gas", Kind = CarrierKind.Gas, Unit = AmountUnit.Parse("mcm@20C"),
                GrossHeatingValue = 37.5, NetHeatingValue = 36, HeatingValueUnit = "MJ/m3@20C", Co2PerNetEnergy = 50,
            },
            new Carrier { Id = "power", Kind = CarrierKind.Electricity, Unit = AmountUnit.Parse("GWh") },
        ],
        Zones = [new Zone { Id = "x", Iso = "XX" }, new Zone { Id = "y", Iso = "YY" }],
        Nodes =
        [
            new Node { Id = "a", Carrier = "gas", Zone = "x" }, new Node { Id = "b", Carrier = "gas", Zone = "y" },
            new Node { Id = "p", Carrier = "power", Zone = "x" }, new Node { Id = "q", Carrier = "power", Zone = "y" }, new Node { Id = "r", Carrier = "power", Zone = "y" },
        ],
    };

    public static Rate Mcm(double perDay) => new(perDay, RateUnit.Parse("mcm@20C/d"));

    public static Amount McmAmount(double value) => new(value, AmountUnit.Parse("mcm@20C"));

    public static UnitPrice PerMcm(double dollars) => new(dollars / 1000, PriceUnit.Parse("USD/kcm@20C"));

    public static Supply Field(string node, double capacity, double cost, string id = "") => new()
    {
        Id = id.Length > 0 ? id : $"field-{node}",
        Node = node,
        Capacity = Mcm(capacity),
        Cost = PerMcm(cost),
    };

    /// <summary>A demand of so many mcm a day.</summary>
    public static Demand Town(string node, double perDay, double curtailmentCost = 1000, string id = "") => new()
    {
        Id = id.Length > 0 ? id : $"town-{node}",
        Node = node,
        Sector = DemandSector.Household,
        AnnualVolume = McmAmount(perDay * 365),
        CurtailmentCost = PerMcm(curtailmentCost),
    };

    public static Pipeline Line(double capacity, double tariff = 0, double fuel = 0, string id = "line", string from = "a", string to = "b") => new()
    {
        Id = id,
        From = from,
        To = to,
        Capacity = Mcm(capacity),
        Tariff = PerMcm(tariff),
        FuelShare = fuel,
    };

    public static Supply Plant(string node, double megawatts, double cost, string id = "") => new()
    {
        Id = id.Length > 0 ? id : $"plant-{node}",
        Node = node,
        Capacity = new Rate(megawatts, RateUnit.Parse("MW")),
        Cost = new UnitPrice(cost, PriceUnit.Parse("USD/MWh")),
    };

    public static Demand City(string node, double megawatts, double curtailmentCost = 1000) => new()
    {
        Id = $"city-{node}",
        Node = node,
        Sector = DemandSector.Household,
        AnnualVolume = new Amount(megawatts * 0.024 * 365, AmountUnit.Parse("GWh")),
        CurtailmentCost = new UnitPrice(curtailmentCost, PriceUnit.Parse("USD/MWh")),
    };

    public static CompiledNetwork Compile(EnergySystem system, int days = 1, TimeStep step = TimeStep.Day, DateOnly? from = null)
    {
        var findings = new FindingList();
        DateOnly start = from ?? Start;
        CompiledNetwork? network = NetworkCompiler.Compile(system, new Horizon(start, start.AddDays(days), step), findings);
        network.ShouldNotBeNull(string.Join("; ", findings.Items.Select(f => f.Message)));
        return network;
    }

    public static DispatchResult Solve(EnergySystem system, int days = 1, TimeStep step = TimeStep.Day, DateOnly? from = null)
    {
        DispatchResult result = DispatchStudy.Run(Compile(system, days, step, from), new DispatchSettings(), null, CancellationToken.None);
        result.Status.ShouldBe(DispatchStatus.Optimal);
        result.Parts.Total.ShouldBe(result.Objective, 1e-5 * (1 + Math.Abs(result.Objective)), "the parts of the objective add up to it");
        DispatchCertificate certificate = DispatchCertifier.Check(system, result);
        certificate.Certified.ShouldBeTrue(string.Join("; ", certificate.Failures));
        return result;
    }

    public static double Price(this DispatchResult result, string node, int period = 0)
    {
        for (int n = 0; n < result.Network.Nodes.Count; n++)
        {
            if (result.Network.Nodes[n].Id == node)
                return result.NodalPrice[n][period];
        }

        throw new ArgumentException($"No node {node}.", nameof(node));
    }

    /// <summary>Asserts a value up to a millionth of its size.</summary>
    public static void ShouldBeAbout(this double actual, double expected, string? because = null) =>
        actual.ShouldBe(expected, 2e-5 * Math.Max(1, Math.Abs(expected)), because);
}
