using Corridor.Model;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Tracing;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Tracing;

/// <summary>A dispatch whose flows are given by hand, by the ids of their elements; what is not given is zero.</summary>
internal sealed class ForgedDispatch
{
    private readonly DispatchResult _result;
    private readonly EnergySystem _system;

    public ForgedDispatch(EnergySystem system, int days = 1)
    {
        _system = system;
        DispatchResult solved = DispatchStudy.Run(Compile(system, days), new DispatchSettings(), null, CancellationToken.None);
        double[] None() => new double[days];
        CompiledNetwork network = solved.Network;
        _result = solved with
        {
            Supplies = [.. network.Supplies.Select(_ => new SupplyResult(None(), [None()], None()))],
            Demands = [.. network.Demands.Select(_ => new DemandResult(None(), None(), []))],
            Arcs = [.. network.Arcs.Select(_ => new ArcResult([None(), None()], [null, null], [None(), None()]))],
            Storages = network.Storages.Select(_ => new StorageResult(None(), None(), None(), 0)).ToArray(),
            Converters = [.. network.Converters.Select(c => new ConverterResult(None(), new double[c.Flows.Count][]))],
            Measures = [.. network.Measures.Select(_ => None())],
        };
    }

    public CompiledNetwork Network => _result.Network;

    public ForgedDispatch Supply(string id, params double[] output)
    {
        output.CopyTo(_result.Supplies[Index(Network.Supplies.Select(s => s.Id), id)].Output, 0);
        return this;
    }

    public ForgedDispatch Measure(string id, params double[] rate)
    {
        rate.CopyTo(_result.Measures[Index(Network.Measures.Select(s => s.Id), id)], 0);
        return this;
    }

    public ForgedDispatch Demand(string id, params double[] served)
    {
        served.CopyTo(_result.Demands[Index(Network.Demands.Select(s => s.Id), id)].Served, 0);
        return this;
    }

    public ForgedDispatch Flow(string id, params double[] forward)
    {
        forward.CopyTo(_result.Arcs[Index(Network.Arcs.Select(s => s.Id), id)].Flow[0], 0);
        return this;
    }

    public ForgedDispatch Backward(string id, params double[] backward)
    {
        backward.CopyTo(_result.Arcs[Index(Network.Arcs.Select(s => s.Id), id)].Flow[1], 0);
        return this;
    }

    public ForgedDispatch Activity(string id, params double[] activity)
    {
        activity.CopyTo(_result.Converters[Index(Network.Converters.Select(s => s.Id), id)].Activity, 0);
        return this;
    }

    /// <summary>Net injection by period, negative for withdrawal; the levels follow.</summary>
    public ForgedDispatch Store(string id, double firstLevel, params double[] injection)
    {
        int s = Index(Network.Storages.Select(x => x.Id), id);
        StorageResult store = _result.Storages[s] with { FirstLevel = firstLevel };
        ((StorageResult[])_result.Storages)[s] = store;
        CompiledStorage compiled = Network.Storages[s];
        double level = firstLevel;
        for (int t = 0; t < injection.Length; t++)
        {
            store.Injection[t] = Math.Max(injection[t], 0);
            store.Withdrawal[t] = Math.Max(-injection[t], 0);
            level = (level * (1 - compiled.StandingLoss)) + ((1 - compiled.InjectionLoss) * store.Injection[t]) - (store.Withdrawal[t] / (1 - compiled.WithdrawalLoss));
            store.Level[t] = level;
        }

        return this;
    }

    public TraceResult Trace() => TraceStudy.Run(_result, _system);

    private static int Index(IEnumerable<string> ids, string id) => ids.Index().First(x => x.Item == id).Index;
}

internal static class TraceAssertions
{
    /// <summary>The row of a zone over the whole horizon.</summary>
    public static TraceRow Zone(this TraceResult trace, string zone, string carrier = "gas") => trace.Zones.Single(r => r.Place == zone && r.Carrier == carrier && r.Month is null);

    public static TraceRow Country(this TraceResult trace, string country, string carrier = "gas") => trace.Countries.Single(r => r.Place == country && r.Carrier == carrier && r.Month is null);

    /// <summary>Asserts shares, all of them.</summary>
    public static void ShouldBeShares(this IReadOnlyList<TraceShare> actual, params (string Id, double Share)[] expected)
    {
        actual.Select(s => s.Id).Order(StringComparer.Ordinal).ShouldBe(expected.Select(s => s.Id).Order(StringComparer.Ordinal));
        foreach ((string id, double share) in expected)
            actual.Single(s => s.Id == id).Share.ShouldBe(share, 1e-12, id);
    }
}
