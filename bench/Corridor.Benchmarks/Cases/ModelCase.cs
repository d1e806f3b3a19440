using System.Diagnostics;
using System.Globalization;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Benchmarks.Cases;

/// <summary>Model to result in one process without a file between: data and program, solve, what a reader wants of it.</summary>
internal static class ModelCase
{
    /// <summary><c>model --case gas_N_T [--threads N] [--build-only]</c>.</summary>
    internal static int Run(string[] arguments)
    {
        string name = "gas_100_365";
        int threads = 1;
        bool solve = true;
        for (int k = 0; k < arguments.Length; k++)
        {
            switch (arguments[k])
            {
                case "--case":
                    name = arguments[++k];
                    break;
                case "--threads":
                    threads = int.Parse(arguments[++k], CultureInfo.InvariantCulture);
                    break;
                case "--build-only":
                    solve = false;
                    break;
                default:
                    Console.Error.WriteLine($"model: '{arguments[k]}' is not understood.");
                    return 2;
            }
        }

        long begin = Stopwatch.GetTimestamp();
        (string kind, int nodes, int periods) = NamedCases.Parse(name);
        GasData? data = kind == "gas" ? new GasData(nodes, periods) : null;
        LinearProgram program = data is null ? PowerProgram.Build(nodes, periods) : GasProgram.Build(data);
        double build = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        Print($"{name}: {program.RowCount} rows, {program.ColumnCount} columns, {program.NonzeroCount} entries");
        Print($"build {build:F3} s, peak {Peak():F0} MB");
        if (!solve)
            return 0;
        long started = Stopwatch.GetTimestamp();
        LinearProgramSolution solution = InteriorPointSolver.Solve(program, new InteriorPointSettings { Threads = threads });
        double solved = Stopwatch.GetElapsedTime(started).TotalSeconds;
        long reading = Stopwatch.GetTimestamp();
        string results = data is null ? "" : GasResults.Of(data, solution).ToString();
        double read = Stopwatch.GetElapsedTime(reading).TotalSeconds;
        double total = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        TimeSpan start = Stopwatch.GetElapsedTime(begin);
        Print($"{solution.StopReason} {solution.Objective:R}, {solution.Iterations} iterations, worst residual {solution.Residuals.Worst:E1}");
        Console.WriteLine(results);
        Print($"solve {solved:F3} s, read-out {read:F4} s, total {total:F3} s, start of the process {SinceStart() - start.TotalSeconds:F3} s, processor {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:F3} s, peak {Peak():F0} MB");
        return solution.StopReason == StopReason.Optimal ? 0 : 3;
    }

    private static double SinceStart()
    {
        // The clock that counts the process's age, against its start in the same clock.
        using var self = Process.GetCurrentProcess();
        string[] fields = File.ReadAllText("/proc/self/stat").Split(' ');
        string uptime = File.ReadAllText("/proc/uptime").Split(' ')[0];
        return double.Parse(uptime, CultureInfo.InvariantCulture) - (double.Parse(fields[21], CultureInfo.InvariantCulture) / 100.0);
    }

    private static double Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
