using System.Text.Json;
using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Transient;
using Corridor.Tests.Numerics;

namespace Corridor.Tests.Studies.Hydraulics.Transient;

/// <summary>
/// Fast and slow transients in one pipe (Gyrya, Zlotnik 2019). The fast case has slices published by GasTranSim.jl: pressures at the time of the slice,
/// flows half a step of 1 s earlier, at every kilometre, ideal gas.
/// </summary>
public sealed class OnePipeReferenceTests
{
    private static readonly (double Time, double Value)[] Demand = [(0, 0), (599, 0), (600, -787.63), (1799, -787.63), (1800, -78.76), (3600, -78.76)];

    /// <summary>A wrong speed of sound, friction, interpolation of the series or boundary treatment is seen here.</summary>
    [SkippableFact]
    public void The_published_slices_of_the_fast_case_are_met_within_one_per_cent()
    {
        IReadOnlyList<Slice> slices = Slices();
        (List<double[]> pressures, List<double[]> flows) = Run(slices);
        (double p, double largestPressure) = Deviation(slices.Select(s => s.Pressures), pressures);
        (double q, double largestFlow) = Deviation(slices.Select(s => s.Flows), flows);

        // Relative L2 norm over all 61 slices and 21 points. The largest single deviations, 7 % of pressure and 13 % of the demand, stand at the front of the
        // opening wave and are the published solution's own: see the next test.
        p.ShouldBeLessThan(0.0025);
        q.ShouldBeLessThan(0.0100);
        largestPressure.ShouldBeLessThan(0.08 * 6.5e6);
        largestFlow.ShouldBeLessThan(0.14 * 787.63);
    }

    /// <summary>
    /// What differs is the published solution's own error: its scheme (nodes that own a whole cell of each pipe, 1 s, 378 m) written again meets the slices,
    /// and the same scheme with nodes that own half a cell, refined, meets this program's.
    /// </summary>
    [SkippableFact]
    public void The_deviation_from_the_slices_is_their_own_grid_error()
    {
        IReadOnlyList<Slice> slices = Slices();
        var again = new List<double[]>();
        var coarse = Oracle(1.0, 1.0);
        var fine = Oracle(0.2, 0.5);
        var refined = new List<double[]>();
        foreach (Slice slice in slices)
        {
            coarse.AdvanceTo(slice.Time);
            fine.AdvanceTo(slice.Time);
            again.Add([.. Enumerable.Range(0, 21).Select(i => coarse.PressureAt(0, 1000.0 * i))]);
            refined.Add([.. Enumerable.Range(0, 21).Select(i => fine.PressureAt(0, 1000.0 * i))]);
        }

        Deviation(slices.Select(s => s.Pressures), again).Norm.ShouldBeLessThan(1e-6);
        (List<double[]> pressures, _) = Run(slices);
        Deviation(refined, pressures).Norm.ShouldBeLessThan(8e-4);
    }

    /// <summary>The slow case has no published slices: the independent explicit scheme stands for them.</summary>
    [Theory]
    [InlineData(EquationOfStateKind.Ideal, 239.11)]
    [InlineData(EquationOfStateKind.SimpleCnga, 288.706)]
    public void The_slow_case_agrees_with_an_explicit_scheme(EquationOfStateKind law, double temperature)
    {
        double[] hours = [6.5, 7.31, 7.90, 8.125, 7.90, 7.31, 6.5, 5.68, 5.09, 4.87, 5.09, 5.68, 6.5];
        var inlet = new TimeSeries([.. Enumerable.Range(0, 13).Select(k => 3600.0 * k)], [.. hours.Select(p => 1e6 * p)]);
        GasNetwork network = TransientCases.OnePipe(50_000, temperature, 6.5e6, -157.60) with { EquationOfState = law };
        var schedule = new TransientSchedule { Boundary = new GasSchedule { End = 43_200, Pressures = [new NodeSeries(0, inlet)] } };
        TransientSettings settings = TransientCases.Fixed(43_200, 60, 1000) with { OutputInterval = 3600 };

        TransientResult run = TransientFlow.Run(network, null, settings, schedule);

        run.Status.ShouldBe(TransientStatus.Completed);
        run.Balance.RelativeError.ShouldBeLessThan(1e-9);
        double squared = 8.314 * temperature / (0.02896 * 0.6);
        bool ideal = law == EquationOfStateKind.Ideal;
        var oracle = new ExplicitScheme(run.Pressures[0], squared, ideal ? 1.0 : 1.00300865, ideal ? 0.0 : 2.96848838e-8, 0.5);
        oracle.AddPipe(0, 1, 50_000, 0.9144, 0.01, 157.60);
        oracle.Hold(0, inlet.At);
        oracle.Inject(1, _ => -157.60);
        for (int k = 1; k < run.Times.Count; k++)
        {
            oracle.AdvanceTo(run.Times[k]);
            run.Pressures[k][1].ShouldBe(oracle.Pressures[1], 5e-5 * oracle.Pressures[1]);
        }
    }

    private static (List<double[]> Pressures, List<double[]> Flows) Run(IReadOnlyList<Slice> slices)
    {
        var pressures = new Dictionary<int, double[]>();
        var flows = new Dictionary<int, double[]>();
        GasNetwork network = TransientCases.OnePipe(20_000, 239.11, 6.5e6, 0);
        TransientSettings settings = TransientCases.Fixed(3600, 0.5, 100) with { OutputInterval = 0.5, Profiles = ["1"] };
        TransientResult run = TransientFlow.Run(network, null, settings, TransientCases.Injection(1, Demand), snapshot =>
        {
            int half = (int)Math.Round(2.0 * snapshot.Time);
            PipeProfile profile = snapshot.Profiles[0];
            if (half % 120 == 0)
                pressures[half] = [.. Enumerable.Range(0, 21).Select(i => TransientCases.At(profile.Distance, profile.Pressure, 1000.0 * i))];
            if ((half + 1) % 120 == 0)
                flows[half + 1] = [.. Enumerable.Range(0, 21).Select(i => TransientCases.At(profile.Distance, profile.Flow, 1000.0 * i))];
        });
        run.Status.ShouldBe(TransientStatus.Completed);
        run.Balance.RelativeError.ShouldBeLessThan(1e-9);
        int[] times = [.. slices.Select(slice => (int)Math.Round(2.0 * slice.Time))];
        return ([.. times.Select(t => pressures[t])], [.. times.Select(t => flows[t])]);
    }

    private static ExplicitScheme Oracle(double step, double nodeShare)
    {
        var demand = new TimeSeries([.. Demand.Select(p => p.Time)], [.. Demand.Select(p => p.Value)]);
        var oracle = new ExplicitScheme([6.5e6, 6.5e6], 8.314 * 239.11 / (0.02896 * 0.6), 1, 0, step, nodeShare);
        oracle.AddPipe(0, 1, 20_000, 0.9144, 0.01, 0);
        oracle.Hold(0, _ => 6.5e6);
        oracle.Inject(1, demand.At);
        return oracle;
    }

    private static (double Norm, double Largest) Deviation(IEnumerable<double[]> expected, IEnumerable<double[]> actual)
    {
        double sum = 0;
        double all = 0;
        double largest = 0;
        foreach ((double e, double a) in expected.Zip(actual).SelectMany(pair => pair.First.Zip(pair.Second)))
        {
            sum += (e - a) * (e - a);
            all += e * e;
            largest = Math.Max(largest, Math.Abs(e - a));
        }

        return (Math.Sqrt(sum / all), largest);
    }

    private static List<Slice> Slices()
    {
        string folder = Path.Combine(ReferenceData.Folder("gas-transient"), "solution");
        var slices = new List<Slice>();
        for (int k = 0; k <= 60; k++)
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, $"1-pipe-fast-{k}.json")));
            slices.Add(new Slice(
                document.RootElement.GetProperty("time").GetDouble(),
                Values(document.RootElement, "initial_pipe_pressure"),
                Values(document.RootElement, "initial_pipe_flow")));
        }

        return slices;
    }

    private static double[] Values(JsonElement root, string name) =>
        [.. root.GetProperty(name).GetProperty("1").GetProperty("value").EnumerateArray().Select(value => value.GetDouble())];

    private sealed record Slice(double Time, double[] Pressures, double[] Flows);
}
