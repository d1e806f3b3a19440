using System.Diagnostics;
using System.Globalization;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Benchmarks.Cases;

/// <summary>
/// Contingencies of a gas problem: variant k closes arc k in all periods, or with <c>--edges</c> both arcs of edge k. One line a run, and with
/// <c>--cold</c> the same variants each solved from nothing. <c>contingencies [--case gas_N_T] [--count N] [--threads N] [--repeat N] [--edges] [--cold] [--each]</c>.
/// </summary>
internal static class ContingencyCase
{
    internal static int Run(string[] arguments)
    {
        string name = "gas_100_30";
        int count = 200, threads = 1, repeat = 1;
        bool edges = false, cold = false, each = false;
        for (int k = 0; k < arguments.Length; k++)
        {
            switch (arguments[k])
            {
                case "--case":
                    name = arguments[++k];
                    break;
                case "--count":
                    count = int.Parse(arguments[++k], CultureInfo.InvariantCulture);
                    break;
                case "--threads":
                    threads = int.Parse(arguments[++k], CultureInfo.InvariantCulture);
                    break;
                case "--repeat":
                    repeat = int.Parse(arguments[++k], CultureInfo.InvariantCulture);
                    break;
                case "--edges":
                    edges = true;
                    break;
                case "--cold":
                    cold = true;
                    break;
                case "--each":
                    each = true;
                    break;
                default:
                    Console.Error.WriteLine($"contingencies: '{arguments[k]}' is not understood.");
                    return 2;
            }
        }

        (_, int nodes, int periods) = NamedCases.Parse(name);
        var data = new GasData(nodes, periods);
        LinearProgram program = GasProgram.Build(data);
        List<LinearProgramVariant> variants = [.. Enumerable.Range(0, count).Select(k => edges ? Closed(data, k, 0, 1) : Closed(data, k / 2, k % 2, k % 2))];
        Print($"{name}, {count} contingencies, {threads} threads");
        for (int r = 0; r < repeat; r++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            long begin = Stopwatch.GetTimestamp();
            using var solver = new BatchSolver(program, new InteriorPointSettings { Threads = threads });
            LinearProgramSolution first = solver.SolveBase();
            double based = Stopwatch.GetElapsedTime(begin).TotalSeconds;
            int index = 0, certified = 0, iterations = 0, most = 0, warm = 0;
            double objectives = 0.0;
            foreach (LinearProgramSolution s in solver.Solve(variants))
            {
                certified += s.StopReason == StopReason.Optimal ? 1 : 0;
                warm += s.Statistics.IsWarmStarted ? 1 : 0;
                iterations += s.Iterations;
                most = Math.Max(most, s.Iterations);
                objectives += s.Objective;
                if (each)
                    Print($"  {index} {s.StopReason} {s.Objective:R} {s.Iterations} {s.Statistics.IsWarmStarted}");
                index++;
            }

            double wall = Stopwatch.GetElapsedTime(begin).TotalSeconds;
            double processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            Print($"base {first.Iterations} iterations, {based:F3} s; all {wall:F3} s wall, {processor:F3} s processor, {1e3 * wall / count:F2} ms each; certified {certified}, warm {warm}, iterations mean {(double)iterations / count:F2} most {most}, mean objective {objectives / count:F4}, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
        }

        if (cold)
            Cold(program, variants);
        return 0;
    }

    private static void Cold(LinearProgram program, List<LinearProgramVariant> variants)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        long begin = Stopwatch.GetTimestamp();
        int iterations = 0;
        double objectives = 0.0;
        foreach (LinearProgramVariant variant in variants)
        {
            LinearProgramSolution s = InteriorPointSolver.Solve(variant.ApplyTo(program));
            iterations += s.Iterations;
            objectives += s.Objective;
        }

        Print($"cold: {Stopwatch.GetElapsedTime(begin).TotalSeconds:F3} s wall, {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds:F3} s processor, iterations mean {(double)iterations / variants.Count:F2}, mean objective {objectives / variants.Count:F4}");
    }

    private static LinearProgramVariant Closed(GasData data, int edge, int first, int last)
    {
        var variant = new LinearProgramVariant();
        for (int direction = first; direction <= last; direction++)
        {
            foreach (int column in GasProgram.ArcColumns(data, edge % data.Edges.Length, direction))
                variant.SetColumnBounds(column, 0.0, 0.0);
        }

        return variant;
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
