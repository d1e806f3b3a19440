using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Transient;

namespace Corridor.Tests.Studies.Hydraulics.Transient;

/// <summary>Second order in space and in time, on a smooth motion far from linear.</summary>
public sealed class ConvergenceTests
{
    /// <summary>A first-order boundary, friction term or stage would show an order of one.</summary>
    [Fact]
    public void Cells_converge_with_the_second_order()
    {
        double[] exact = Outlet(5, 250);
        double[] errors = [.. new[] { 8000.0, 4000.0, 2000.0 }.Select(cell => Distance(exact, Outlet(5, cell)))];
        Math.Log2(errors[0] / errors[1]).ShouldBeInRange(1.8, 2.3);
        Math.Log2(errors[1] / errors[2]).ShouldBeInRange(1.8, 2.3);
    }

    /// <summary>TR-BDF2 keeps its order with held pressures, given flows and stations that move.</summary>
    [Fact]
    public void Steps_converge_with_the_second_order()
    {
        double[] exact = Outlet(7.5, 4000);
        double[] errors = [.. new[] { 240.0, 120.0, 60.0 }.Select(step => Distance(exact, Outlet(step, 4000)))];
        Math.Log2(errors[0] / errors[1]).ShouldBeInRange(1.7, 2.5);
        Math.Log2(errors[1] / errors[2]).ShouldBeInRange(1.8, 2.3);
    }

    private static double[] Outlet(double step, double cell)
    {
        // A smooth demand: 1 − cos over two hours, sampled finely, so that its own bends do not count.
        (double, double)[] points = [.. Enumerable.Range(0, 961).Select(k => (7.5 * k, -150.0 - 50.0 * Math.Pow(Math.Sin(Math.PI * k / 960.0), 4)))];
        GasNetwork network = TransientCases.Network(
            [new GasNode { Id = "a", PressureSetpoint = 6e6 }, new GasNode { Id = "b" }, new GasNode { Id = "c" }, new GasNode { Id = "d", Injection = -150 }],
            [
                TransientCases.Pipe("1", 0, 1, 64_000),
                new GasCompressorStation { Id = "k", From = 1, To = 2, Control = new StationControl(StationMode.Ratio, 1.3) },
                TransientCases.Pipe("2", 2, 3, 64_000),
            ]);
        TransientSettings settings = TransientCases.Fixed(7200, step, cell) with { OutputInterval = 1800, EndsAtBends = false };
        TransientResult run = TransientFlow.Run(network, null, settings, TransientCases.Injection(3, points));
        run.Status.ShouldBe(TransientStatus.Completed);
        return [.. run.Pressures.SelectMany(p => p)];
    }

    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b).Sum(pair => Math.Pow(pair.First - pair.Second, 2)));
}
