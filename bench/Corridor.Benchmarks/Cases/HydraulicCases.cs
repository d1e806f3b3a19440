using System.Diagnostics;
using System.Globalization;
using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Steady;

namespace Corridor.Benchmarks.Cases;

/// <summary>
/// Steady gas flow in lattices: W × W junctions with W = rint(√(P/2)), pipes to the right and downwards in the order of rows, supplies of 16 bar above the air at
/// rows and columns 8, 24, 40, …, L-gas at 288.15 K; lengths 0.1 + 0.3u km, diameters 200 + 300u mm, roughness 0.1 mm, sinks 0.5 + u scaled to a mean of 0.1 kg/s.
/// </summary>
internal static class HydraulicCases
{
    private const double Air = 101_325.0;

    internal static int Run(string[] arguments)
    {
        int repeat = 9;
        int threads = 1;
        var sizes = new List<int>();
        for (int k = 0; k < arguments.Length; k++)
        {
            if (arguments[k] == "--repeat" && k + 1 < arguments.Length)
                repeat = int.Parse(arguments[++k], CultureInfo.InvariantCulture);
            else if (arguments[k] == "--threads" && k + 1 < arguments.Length)
                threads = int.Parse(arguments[++k], CultureInfo.InvariantCulture);
            else
                sizes.Add(int.Parse(arguments[k], CultureInfo.InvariantCulture));
        }

        if (sizes.Count == 0)
            sizes.AddRange([1_000, 10_000, 100_000]);
        Console.WriteLine("| pipes | junctions | iterations | residual | analysis and first solve | solve, median | solve, least | exponent |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        double lastTime = double.NaN;
        double lastSize = double.NaN;
        foreach (int size in sizes)
        {
            GasNetwork network = Lattice(size);
            var settings = new HydraulicSettings { Threads = threads };

            // Compilation of the code is not what is measured.
            for (int warm = 0; warm < 3; warm++)
                SteadyFlow.Solve(Lattice(1_000), settings);
            var clock = Stopwatch.StartNew();
            using var solver = new SteadySolver(network, settings) { StartsWarm = false };
            HydraulicSolution solution = solver.Solve();
            double first = clock.Elapsed.TotalMilliseconds;
            var times = new double[repeat];
            for (int k = 0; k < repeat; k++)
            {
                clock.Restart();
                solution = solver.Solve();
                times[k] = clock.Elapsed.TotalMilliseconds;
            }

            Array.Sort(times);
            if (solution.Status != HydraulicStatus.Converged)
            {
                Console.Error.WriteLine($"{network.Elements.Count} pipes: {solution.Status}");
                return 1;
            }

            double exponent = Math.Log(times[repeat / 2] / lastTime) / Math.Log(network.Elements.Count / lastSize);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {network.Elements.Count} | {network.Nodes.Count} | {solution.Iterations} | {solution.Residual:0.0e+0} | {first:0.0} ms | {times[repeat / 2]:0.0} ms | {times[0]:0.0} ms | {(double.IsNaN(exponent) ? "" : exponent.ToString("0.00", CultureInfo.InvariantCulture))} |"));
            lastTime = times[repeat / 2];
            lastSize = network.Elements.Count;
        }

        return 0;
    }

    private static GasNetwork Lattice(int pipes)
    {
        int width = (int)Math.Round(Math.Sqrt(pipes / 2.0), MidpointRounding.ToEven);
        var random = new Lcg((ulong)(4242 + width));
        var ends = new List<(int From, int To)>();
        for (int k = 0; k < width * width; k++)
        {
            if (k % width < width - 1)
                ends.Add((k, k + 1));
            if (k + width < width * width)
                ends.Add((k, k + width));
        }

        double[] length = [.. ends.Select(_ => 1e3 * (0.1 + (0.3 * random.Next())))];
        double[] diameter = [.. ends.Select(_ => 1e-3 * (200.0 + (300.0 * random.Next())))];
        double[] sink = [.. Enumerable.Range(0, width * width).Select(_ => 0.5 + random.Next())];
        double scale = 0.1 * sink.Length / sink.Sum();
        return new GasNetwork
        {
            Name = "lattice",
            Nodes = [.. sink.Select((amount, k) => new GasNode
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{k}"),
                Injection = -scale * amount,
                PressureSetpoint = k / width % 16 == 8 && k % width % 16 == 8 ? 16e5 + Air : null,
            })],
            Elements = [.. ends.Select((pair, e) => new GasPipe
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{e}"),
                From = pair.From,
                To = pair.To,
                Length = length[e],
                Diameter = diameter[e],
                Roughness = 1e-4,
            })],

            // Molar mass, compressibility and viscosity as pandapipes states them for its L-gas.
            Gas = new GasQuality { Name = "L-gas", MolarMass = 18.1138902e-3, DynamicViscosity = 1.168e-5, Compressibility = new LinearCompressibility(1.0, -0.0022e-5) },
            Temperature = 288.15,
            Friction = FrictionKind.Colebrook,
            EquationOfState = EquationOfStateKind.Linear,
        };
    }
}
