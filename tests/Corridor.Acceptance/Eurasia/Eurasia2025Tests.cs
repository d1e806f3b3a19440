using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;
using Corridor.Studies.Tracing;

namespace Corridor.Acceptance.Eurasia;

/// <summary>
/// The bundled package over 2025 in months: certified, and its flows make sense though nothing fixes them. The bounds are wide on purpose: they catch a
/// line that runs the wrong way or not at all, not a figure that moved.
/// </summary>
public class Eurasia2025Tests
{
    private static readonly Lazy<(EnergySystem System, DispatchResult Result)> Year = new(() => Dispatch(2));

    private static (EnergySystem System, DispatchResult Result) Dispatch(int threads)
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Corridor.slnx")))
            root = root.Parent;
        var findings = new FindingList();
        EnergySystem system = PackageReader.Read(Path.Combine(root.ShouldNotBeNull().FullName, "data", "eurasia"), findings).ShouldNotBeNull();
        findings.HasErrors.ShouldBeFalse(string.Join('\n', findings.Items));
        CompiledNetwork network = NetworkCompiler.Compile(system, new Horizon(new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1), TimeStep.Month), findings).ShouldNotBeNull();
        return (system, DispatchStudy.Run(network, new DispatchSettings { Threads = threads }, null, CancellationToken.None));
    }

    // Over the year, in units of account: mcm at 20 °C, kt, GWh.
    private static double Flow(string arc)
    {
        DispatchResult result = Year.Value.Result;
        int a = result.Network.Arcs.ToList().FindIndex(x => x.Id == arc);
        return a < 0 ? 0 : result.Arcs[a].Flow[0].Select((f, t) => (f - result.Arcs[a].Flow[1][t]) * result.Network.Horizon.Periods[t].Days).Sum();
    }

    [Fact]
    public void The_result_is_certified()
    {
        DispatchCertificate certificate = DispatchCertifier.Check(Year.Value.System, Year.Value.Result);
        certificate.Certified.ShouldBeTrue(string.Join('\n', certificate.Failures));
    }

    [Fact]
    public void Traced_shares_add_up_and_name_the_known_suppliers()
    {
        TraceResult trace = TraceStudy.Run(Year.Value.Result, Year.Value.System);
        foreach (TraceRow row in trace.Zones.Concat(trace.Countries))
        {
            row.Origins.Sum(o => o.Share).ShouldBe(1, 1e-9);
            row.OriginZones.Sum(o => o.Share).ShouldBe(1, 1e-9);
        }

        TraceRow Country(string place, string carrier) => trace.Countries.Single(r => r.Place == place && r.Carrier == carrier && r.Month is null);
        double From(TraceRow row, string origin) => row.Origins.FirstOrDefault(o => o.Id == origin)?.Share ?? 0;
        double Through(TraceRow row, string country) => row.Transits.FirstOrDefault(o => o.Id == country)?.Share ?? 0;
        From(Country("ru", "gas"), "ru").ShouldBeGreaterThan(0.9);
        From(Country("by", "gas"), "ru").ShouldBeGreaterThan(0.9);
        From(Country("mn", "products"), "ru").ShouldBeGreaterThan(0.8);
        Through(Country("cn", "gas"), "kz").ShouldBeInRange(0.03, 0.2, "Central Asian gas crosses Kazakhstan");
        Through(Country("europe", "crude"), "ru").ShouldBeInRange(0.02, 0.3, "Kazakh crude leaves by Russian ports");
        trace.Zones.Single(r => r.Place == "kz-kostanay" && r.Carrier == "gas" && r.Month is null).Concentration.LargestSupplier!.Id.ShouldBe("ru");
    }

    [Fact]
    public void It_is_a_system_of_many_zones_carriers_contracts_and_routes()
    {
        CompiledNetwork network = Year.Value.Result.Network;
        network.Nodes.Select(n => n.Zone).Distinct().Count().ShouldBeGreaterThanOrEqualTo(40);
        network.Nodes.Select(n => n.Carrier).Distinct().Count().ShouldBeGreaterThanOrEqualTo(6);
        network.Contracts.Count.ShouldBeGreaterThanOrEqualTo(30);
        network.Arcs.Count.ShouldBeGreaterThanOrEqualTo(250);
    }

    [Theory]
    [InlineData("p-ru-cn-power-of-siberia", 36_000, 40_000)]
    [InlineData("p-kz-cn-cagp", 30_000, 50_000)]
    [InlineData("p-kz-uz-sac", 5_000, 9_000)]
    [InlineData("p-ru-tr-blue-stream", 10_000, 16_000)]
    [InlineData("p-ru-bg-turkstream-2", 14_000, 18_500)]
    [InlineData("p-ru-espo-1", 76_000, 80_001)]
    [InlineData("p-kz-ru-cpc", 55_000, 76_000)]
    [InlineData("p-kz-cn-atasu-alashankou", 8_000, 15_000)]
    [InlineData("t-mn-tavantolgoi-cn-north-coal", 50_000, 100_000)]
    public void Flows_of_2025_make_sense_without_being_fixed(string arc, double least, double most) => Flow(arc).ShouldBeInRange(least, most);

    [Fact]
    public void No_gas_crosses_Ukraine_from_Russia_in_2025()
    {
        CompiledNetwork network = Year.Value.Result.Network;
        network.Arcs.Where(a => a.Kind == ArcKind.Pipeline && network.Nodes[a.From.Value].Zone.StartsWith("ru", StringComparison.Ordinal) && network.Nodes[a.To.Value].Zone == "ua")
            .Sum(a => Flow(a.Id)).ShouldBe(0);
    }

    [Fact]
    public void Yamal_LNG_runs()
    {
        DispatchResult result = Year.Value.Result;
        int c = result.Network.Converters.ToList().FindIndex(x => x.Id == "c-ru-yamal-lng");
        result.Converters[c].Activity.Select((x, t) => x * result.Network.Horizon.Periods[t].Days).Sum().ShouldBeGreaterThan(16_000);
    }

    [Fact]
    public void Most_of_Kazakhstans_crude_leaves_by_the_Caspian_Pipeline()
    {
        double supply = Year.Value.Result.Network.Supplies.Select((s, i) => s.Id.StartsWith("s-kz-", StringComparison.Ordinal) && s.Id.EndsWith("-crude", StringComparison.Ordinal)
            ? Year.Value.Result.Supplies[i].Output.Select((x, t) => x * Year.Value.Result.Network.Horizon.Periods[t].Days).Sum() : 0).Sum();
        Flow("p-kz-ru-cpc").ShouldBeGreaterThan(supply / 2);
    }

    [Fact]
    public void One_and_two_threads_give_the_same_bits()
    {
        DispatchResult one = Dispatch(1).Result;
        one.Solution.Primal.ShouldBe(Year.Value.Result.Solution.Primal);
        one.Solution.RowDual.ShouldBe(Year.Value.Result.Solution.RowDual);
    }
}
