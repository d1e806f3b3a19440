using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Transient;

namespace Corridor.Tests.Studies.Hydraulics.Transient;

/// <summary>Runs to which everything happens end: certified, or with the place that failed.</summary>
public sealed class TransientRobustnessTests
{
    /// <summary>Trips, lost entries, breaks, closing valves and demand up to a thousand times the usual, on 40 random networks.</summary>
    [Fact]
    public void Every_run_ends_certified_or_names_its_culprit()
    {
        for (int seed = 1; seed <= 40; seed++)
        {
            (GasNetwork network, TransientSchedule schedule) = RandomTransients.Create(seed);
            TransientResult run = TransientFlow.Run(network, null, RandomTransients.Settings(seed), schedule);
            (run.Steps.Accepted + run.Steps.Rejected).ShouldBeLessThan(20_000, $"seed {seed}");
            run.Pressures.SelectMany(p => p).ShouldAllBe(p => p > 0, $"seed {seed}");
            if (run.Status == TransientStatus.Failed)
            {
                run.Complaints[0].IsFatal.ShouldBeTrue($"seed {seed}");
                run.Complaints[0].Message.ShouldNotBeEmpty($"seed {seed}");
                continue;
            }

            run.Status.ShouldBe(TransientStatus.Completed, $"seed {seed}");
            run.Certificate!.Holds.ShouldBeTrue($"seed {seed}: {run.Certificate}");
            run.Balance.RelativeError.ShouldBeLessThan(1e-9, $"seed {seed}");
        }
    }

    /// <summary>A run that needs the least step all the time does not run on: it fails and names a place.</summary>
    [Fact]
    public void A_run_that_crawls_is_given_up()
    {
        GasNetwork network = TransientCases.OnePipe(20_000, 288.706, 6e6, -50);
        TransientSettings settings = TransientCases.Fixed(86_400, 300, 1000) with { IsAdaptive = true, StepMin = 0.01, RelativeTolerance = 1e-15, MaxShortSteps = 100 };
        TransientResult run = TransientFlow.Run(network, null, settings, TransientCases.Injection(1, (0, -50), (86_400, -100)));
        run.Status.ShouldBe(TransientStatus.Failed);
        run.Complaints[0].Message.ShouldContain("pipe '1'");
        run.Steps.Accepted.ShouldBeLessThan(1_000);
    }
}
