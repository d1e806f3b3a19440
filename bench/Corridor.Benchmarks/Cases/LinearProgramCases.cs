using System.Diagnostics;
using System.Globalization;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.LinearPrograms.Mps;

namespace Corridor.Benchmarks.Cases;

/// <summary>Times the solver on MPS files: one line a file.</summary>
internal static class LinearProgramCases
{
    public static int Run(string[] arguments)
    {
        bool trace = false;
        int threads = 1;
        int repeat = 1;
        double tolerance = 1e-8;
        Dictionary<string, double> optima = [];
        List<string> files = [];
        for (int k = 0; k < arguments.Length; k++)
        {
            switch (arguments[k])
            {
                case "--trace":
                    trace = true;
                    break;
                case "--threads":
                    threads = int.Parse(arguments[++k], CultureInfo.InvariantCulture);
                    break;
                case "--repeat":
                    repeat = int.Parse(arguments[++k], CultureInfo.InvariantCulture);
                    break;
                case "--tolerance":
                    tolerance = double.Parse(arguments[++k], CultureInfo.InvariantCulture);
                    break;
                case "--optima":
                    optima = ReadOptima(arguments[++k]);
                    break;
                default:
                    files.Add(arguments[k]);
                    break;
            }
        }

        Console.WriteLine(
            "file stop iterations objective error-to-optimum read_s presolve_s order_s factorize_s solve_s total_s cpu_s rows columns kept factor_nnz flops solves ordering worst gap primal dual MB");
        foreach (string file in files)
        {
            long begin = Stopwatch.GetTimestamp();
            MpsProblem problem = MpsReader.ReadFile(file);
            double read = Stopwatch.GetElapsedTime(begin).TotalSeconds;
            for (int r = 0; r < repeat; r++)
            {
                IProgress<InteriorPointProgress>? progress = trace ? new Trace() : null;
                var settings = new InteriorPointSettings { Threads = threads, Tolerance = tolerance };
                TimeSpan processor = Process.GetCurrentProcess().TotalProcessorTime;
                LinearProgramSolution s = InteriorPointSolver.Solve(problem.Program, settings, progress);
                Print(file, read, (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds, s, optima);
            }
        }

        return 0;
    }

    private static void Print(string file, double read, double processor, LinearProgramSolution s, Dictionary<string, double> optima)
    {
        string name = Path.GetFileName(file).Split('.')[0];
        double error = optima.TryGetValue(name, out double optimum) ? Math.Abs(s.Objective - optimum) / Math.Max(1.0, Math.Abs(optimum)) : double.NaN;
        SolveTiming t = s.Timing;
        SolveStatistics n = s.Statistics;
        ResidualReport e = s.Residuals;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name} {s.StopReason} {s.Iterations} {s.Objective:G12} {error:E1} {read:F3} {t.PresolveSeconds:F3} {t.OrderSeconds:F3} {t.FactorizeSeconds:F3} {t.SolveSeconds:F3} {t.TotalSeconds:F3} {processor:F3} {n.ReducedRows} {n.ReducedColumns} {n.KeptColumns} {n.FactorNonzeros} {n.FactorFlops:E2} {n.Solves} {n.Ordering.Replace(' ', '-')} {e.Worst:E1} {e.RelativeGap:E1} {e.RelativeRowInfeasibility:E1} {e.RelativeDualInfeasibility:E1} {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0}"));
    }

    private static Dictionary<string, double> ReadOptima(string path)
    {
        Dictionary<string, double> optima = [];
        foreach (string line in File.ReadLines(path).Skip(1))
        {
            string[] field = line.Split(',');
            string text = field[5].Length > 0 ? field[5] : field[4];
            optima[field[0]] = double.Parse(text, CultureInfo.InvariantCulture);
        }

        return optima;
    }

    private sealed class Trace : IProgress<InteriorPointProgress>
    {
        public void Report(InteriorPointProgress value) => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {value.Iteration,3} {value.Objective,17:G10} {value.DualObjective,17:G10} p {value.PrimalResidual:E1} d {value.DualResidual:E1} mu {value.Mu:E1} step {value.PrimalStep:F3} {value.DualStep:F3}"));
    }
}
