using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Transient;

namespace Corridor.Tests.Studies.Hydraulics.Transient;

/// <summary>Motions that are known on paper.</summary>
public sealed class AnalyticTransientTests
{
    private const double Area = Math.PI * 0.9144 * 0.9144 / 4;

    /// <summary>A small step of flow travels at c = √(∂p/∂ρ): wrong where the density's slope or the time stage is.</summary>
    [Theory]
    [InlineData(EquationOfStateKind.Ideal)]
    [InlineData(EquationOfStateKind.SimpleCnga)]
    public void A_small_step_travels_at_the_speed_of_sound(EquationOfStateKind law)
    {
        GasNetwork network = TransientCases.OnePipe(40_000, 288.706, 6.5e6, 0, friction: 1e-9) with { EquationOfState = law };
        double squared = 8.314 * 288.706 / (0.02896 * 0.6);
        double speed = law == EquationOfStateKind.Ideal ? Math.Sqrt(squared) : Math.Sqrt(squared / (1.00300865 + 2 * 2.96848838e-8 * 6.5e6));
        double time = 30_000 / speed;
        TransientSettings settings = TransientCases.Fixed(time, 0.25, 50);
        PipeProfile profile = TransientFlow.Run(network, null, settings, TransientCases.Injection(1, (0, 0), (4, -1), (time, -1))).Final[0];

        // The middle of the ramp, two seconds long on either side, stands where the wave has come to.
        int front = profile.Flow.ToList().FindIndex(q => q > 0.5);
        double place = profile.Distance[front] - (profile.Flow[front] - 0.5) / (profile.Flow[front] - profile.Flow[front - 1]) * 50;
        (40_000 - place).ShouldBe(speed * (time - 2), 0.002 * 30_000);
    }

    /// <summary>Joukowsky: a change of flow Δq changes the pressure by c·Δq/A.</summary>
    [Fact]
    public void A_closing_valve_raises_the_pressure_by_Joukowskys_jump()
    {
        double speed = TransientCases.SpeedOfSound(288.706);
        GasNetwork network = TransientCases.OnePipe(40_000, 288.706, 6.5e6, -10, friction: 1e-9);
        TransientResult run = TransientFlow.Run(network, null, TransientCases.Fixed(20, 0.25, 50), TransientCases.Injection(1, (0, -10), (1, -10), (2, 0), (20, 0)));
        (run.Pressures[^1][1] - run.Pressures[0][1]).ShouldBe(speed * 10 / Area, 0.005 * speed * 10 / Area);
    }

    /// <summary>
    /// A pipe closed at one end and held at the other: small motions are eigenmodes of frequency ω = c·π/(2L), damped at the rate λ·v̄/(2D).
    /// </summary>
    [Fact]
    public void An_eigenmode_swings_and_fades_as_on_paper()
    {
        const double length = 20_000;
        const double steady = 200;
        const double factor = 0.002;
        double speed = TransientCases.SpeedOfSound(288.706);
        GasNetwork network = TransientCases.OnePipe(length, 288.706, 20e6, -steady, friction: factor);
        TransientSettings settings = TransientCases.Fixed(600, 0.5, 200) with { OutputInterval = 0.5 };
        TransientResult still = TransientFlow.Run(network, null, settings with { Duration = 10 }, TransientSchedule.Empty);
        double density = still.TotalLinepack[0] / (Area * length);
        double damping = factor * steady / (2 * 0.9144 * Area * density);
        double omega = Math.Sqrt(Math.Pow(speed * Math.PI / (2 * length), 2) - damping * damping);
        TransientResult run = TransientFlow.Run(network, null, settings, TransientCases.Injection(1, (0, -steady), (1, -steady - 1), (2, -steady), (600, -steady)));

        // Projection on the first mode: the inlet's flow carries the odd modes; a window of whole periods singles the first one out.
        double period = 2 * Math.PI / omega;
        (double first, double firstPhase) = Mode(run, 0.5 * period, omega, damping, period);
        (double second, double secondPhase) = Mode(run, 1.5 * period, omega, damping, period);
        Math.Log(first / second).ShouldBe(damping * period, 0.03 * damping * period);
        double turn = Math.IEEERemainder(secondPhase - firstPhase, 2 * Math.PI);
        Math.Abs(turn).ShouldBeLessThan(0.02);
    }

    /// <summary>What does not change stays, to rounding.</summary>
    [Fact]
    public void A_steady_state_stays_steady()
    {
        GasNetwork network = TransientCases.Network(
            [
                new GasNode { Id = "a", PressureSetpoint = 6e6, Height = 100 },
                new GasNode { Id = "b" },
                new GasNode { Id = "c", Height = 300, Injection = -60 },
                new GasNode { Id = "d", Injection = -40 },
            ],
            [
                TransientCases.Pipe("1", 0, 1, 60_000),
                new GasCompressorStation { Id = "k", From = 1, To = 3, Control = new StationControl(StationMode.Ratio, 1.2) },
                TransientCases.Pipe("2", 3, 2, 45_000, 0.7),
                TransientCases.Pipe("3", 1, 2, 90_000, 0.4),
            ]) with
        { EquationOfState = EquationOfStateKind.SimpleCnga };
        TransientSettings settings = TransientCases.Fixed(86_400, 900, 3000) with { OutputInterval = 3600 };
        TransientResult run = TransientFlow.Run(network, null, settings, TransientSchedule.Empty);
        run.Status.ShouldBe(TransientStatus.Completed);
        for (int k = 0; k < run.Times.Count; k++)
        {
            for (int i = 0; i < 4; i++)
                run.Pressures[k][i].ShouldBe(run.Pressures[0][i], 1e-10 * run.Pressures[0][i]);
            for (int e = 0; e < 4; e++)
                run.FlowsIn[k][e].ShouldBe(run.FlowsIn[0][e], 1e-8);
        }
    }

    private static (double Size, double Phase) Mode(TransientResult run, double start, double omega, double damping, double period)
    {
        double cosine = 0;
        double sine = 0;
        for (int k = 0; k < run.Times.Count; k++)
        {
            double time = run.Times[k] - start;
            if (time < 0 || time >= period)
                continue;
            double value = (run.FlowsIn[k][0] - 200) * Math.Exp(damping * time);
            cosine += value * Math.Cos(omega * time);
            sine += value * Math.Sin(omega * time);
        }

        return (Math.Sqrt(cosine * cosine + sine * sine), Math.Atan2(sine, cosine));
    }
}
