using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Transient;

namespace Corridor.Tests.Studies.Hydraulics.Transient;

/// <summary>What holds for every network.</summary>
public sealed class TransientPropertyTests
{
    /// <summary>Random networks with loops, stations, valves that close and pipes that break: mass is kept, no pressure is negative, the same input gives the same bits.</summary>
    [Fact]
    public void Random_networks_keep_their_mass_and_their_pressures()
    {
        for (int seed = 1; seed <= 25; seed++)
        {
            (GasNetwork network, TransientSchedule schedule) = RandomNetwork(seed);
            TransientSettings settings = TransientCases.Fixed(7200, 60, 3000) with { OutputInterval = 600, LimitsExits = true, IsAdaptive = seed % 2 == 0 };
            TransientResult run = TransientFlow.Run(network, null, settings, schedule);
            if (run.Status == TransientStatus.Failed)
            {
                run.Complaints[0].IsFatal.ShouldBeTrue();
                run.Complaints[0].Message.ShouldNotBeEmpty();
                continue;
            }

            run.Status.ShouldBe(TransientStatus.Completed, $"seed {seed}");
            run.Certificate!.Holds.ShouldBeTrue($"seed {seed}: {run.Certificate}");
            run.Balance.RelativeError.ShouldBeLessThan(1e-9, $"seed {seed}");
            run.Pressures.SelectMany(p => p).ShouldAllBe(p => p > 0);
            if (seed > 3)
                continue;
            TransientResult again = TransientFlow.Run(network, null, settings, schedule);
            again.Pressures[^1].ShouldBe(run.Pressures[^1]);
            again.Balance.ShouldBe(run.Balance);
        }
    }

    /// <summary>Most of them are solved, failing is no way out; the others are said to have no steady start, with the place.</summary>
    [Fact]
    public void Nearly_all_random_networks_are_solved()
    {
        int solved = 0;
        var unsolved = new List<string>();
        for (int seed = 101; seed <= 120; seed++)
        {
            (GasNetwork network, TransientSchedule schedule) = RandomNetwork(seed);
            TransientSettings settings = TransientCases.Fixed(3600, 120, 5000) with { OutputInterval = 3600, LimitsExits = true };
            TransientResult run = TransientFlow.Run(network, null, settings, schedule);
            if (run.Status == TransientStatus.Completed)
                solved++;
            else
                unsolved.Add($"{seed}: {run.Complaints[0].Message}");
        }

        solved.ShouldBeGreaterThanOrEqualTo(18, string.Join(' ', unsolved));
    }

    /// <summary>A step allocates nothing: twice the steps cost no more memory.</summary>
    [Fact]
    public void A_step_allocates_nothing()
    {
        (GasNetwork network, _) = RandomNetwork(7);
        TransientSchedule schedule = TransientSchedule.Empty;
        long few = Allocated(network, schedule, 100);
        few = Math.Min(few, Allocated(network, schedule, 100));
        long many = Allocated(network, schedule, 1100);
        (many - few).ShouldBeLessThan(1000);
    }

    /// <summary>Cancelling ends a run with what it has.</summary>
    [Fact]
    public void A_cancelled_run_says_so()
    {
        using var source = new CancellationTokenSource();
        GasNetwork network = TransientCases.OnePipe(20_000, 288.706, 6e6, -50);
        TransientSettings settings = TransientCases.Fixed(3600, 60, 1000) with { OutputInterval = 60 };
        TransientResult run = TransientFlow.Run(network, null, settings, TransientSchedule.Empty, _ => source.Cancel(), null, source.Token);
        run.Status.ShouldBe(TransientStatus.Cancelled);
        run.Times.Count.ShouldBe(1);
    }

    /// <summary>What no run can make sense of is refused; what a law lacks is named.</summary>
    [Fact]
    public void Bad_input_is_refused_or_named()
    {
        GasNetwork network = TransientCases.OnePipe(20_000, 288.706, 6e6, -50);
        TransientSettings settings = TransientCases.Fixed(3600, 60, 1000);
        Should.Throw<ArgumentException>(() => TransientFlow.Run(network, null, settings with { Duration = 0 }, TransientSchedule.Empty));
        Should.Throw<ArgumentException>(() => TransientFlow.Run(network, null, settings, new TransientSchedule { Events = [new PipeRupture(0, 0, 30_000, 60)] }));
        Should.Throw<ArgumentException>(() => TransientFlow.Run(network, null, settings, new TransientSchedule { Events = [new StationTrip(0, 0)] }));
        Should.Throw<ArgumentException>(() => TransientFlow.Run(network with { Elements = [TransientCases.Pipe("1", 0, 0, 100)] }, null, settings, TransientSchedule.Empty));
        GasNetwork bare = network with { Elements = [new GasPipe { Id = "1", From = 0, To = 1, Length = 1000, Diameter = 0.5 }] };
        TransientResult run = TransientFlow.Run(bare, null, settings, TransientSchedule.Empty);
        run.Status.ShouldBe(TransientStatus.Invalid);
        run.Complaints.Single().Message.ShouldContain("'1'");
    }

    private static long Allocated(GasNetwork network, TransientSchedule schedule, int steps)
    {
        TransientSettings settings = TransientCases.Fixed(60.0 * steps, 60, 5000) with { LimitsExits = true };
        long before = GC.GetAllocatedBytesForCurrentThread();
        TransientResult run = TransientFlow.Run(network, null, settings, schedule);
        long after = GC.GetAllocatedBytesForCurrentThread();
        run.Status.ShouldBe(TransientStatus.Completed);
        run.Steps.Accepted.ShouldBe(steps);
        return after - before;
    }

    private static (GasNetwork Network, TransientSchedule Schedule) RandomNetwork(int seed)
    {
        var random = new Random(seed);
        int count = 6 + random.Next(20);
        var nodes = new List<GasNode>();
        var elements = new List<GasElement>();
        for (int i = 0; i < count; i++)
        {
            bool isSource = i == 0;
            nodes.Add(new GasNode
            {
                Id = $"n{i}",
                Height = 200 * random.NextDouble(),
                PressureSetpoint = isSource ? 5e6 + 1e6 * random.NextDouble() : null,
                Injection = isSource || random.Next(2) == 0 ? 0 : -1 - 10 * random.NextDouble(),
                PressureMin = 2e6,
                IsProtected = random.Next(3) == 0,
                Region = random.Next(2) == 0 ? "east" : "west",
            });
            if (i > 0)
                elements.Add(RandomElement(random, elements.Count, random.Next(i), i));
        }

        for (int k = 0; k < count / 3; k++)
        {
            int from = random.Next(count);
            int to = random.Next(count);
            if (from != to)
                elements.Add(RandomElement(random, elements.Count, from, to));
        }

        var events = new List<GasEvent>();
        for (int e = 0; e < elements.Count; e++)
        {
            if (elements[e] is GasValve)
                events.Add(new ValveChange(600 + 3000 * random.NextDouble(), e, random.Next(2) == 0));
            else if (elements[e] is GasCompressorStation && random.Next(2) == 0)
                events.Add(new StationTrip(1800, e));
            else if (elements[e] is GasPipe pipe && random.Next(15) == 0)
                events.Add(new PipeRupture(1200, e, (0.1 + 0.8 * random.NextDouble()) * pipe.Length, 600, 0.2));
        }

        return (TransientCases.Network(nodes, elements) with { Elements = elements }, new TransientSchedule { Events = events });
    }

    private static GasElement RandomElement(Random random, int index, int from, int to) => random.Next(8) switch
    {
        0 => new GasValve { Id = $"e{index}", From = from, To = to, IsOpen = random.Next(4) > 0 },
        1 => new GasCompressorStation { Id = $"e{index}", From = from, To = to, Control = new StationControl(StationMode.Ratio, 1 + 0.3 * random.NextDouble()), HasBypass = random.Next(2) == 0 },
        2 => new GasControlValve { Id = $"e{index}", From = from, To = to, Control = new StationControl(StationMode.OutletPressure, 4e6) },
        3 => new GasResistor { Id = $"e{index}", From = from, To = to, Loss = PressureLoss.ByDrag(5, 0.5) },
        _ => TransientCases.Pipe($"e{index}", from, to, 2_000 + 30_000 * random.NextDouble(), 0.3 + 0.6 * random.NextDouble()),
    };
}
