using System.Diagnostics;
using System.Globalization;
using Corridor.Data.Formats.Matpower;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Studies.PowerFlow;
using Corridor.Studies.PowerFlow.Contingencies;

namespace Corridor.Benchmarks.Cases;

/// <summary>Power flows of MATPOWER cases: the AC flow from the file's own start, warm, and outages of every branch.</summary>
internal static class PowerFlowCases
{
    internal static int Run(string[] arguments)
    {
        int repeat = 15;
        int threads = 2;
        bool outages = false;
        string? kind = null;
        var files = new List<string>();
        for (int k = 0; k < arguments.Length; k++)
        {
            if (arguments[k] == "--repeat" && k + 1 < arguments.Length)
                repeat = int.Parse(arguments[++k], CultureInfo.InvariantCulture);
            else if (arguments[k] == "--threads" && k + 1 < arguments.Length)
                threads = int.Parse(arguments[++k], CultureInfo.InvariantCulture);
            else if (arguments[k] == "--kind" && k + 1 < arguments.Length)
                kind = arguments[++k];
            else if (arguments[k] == "--outages")
                outages = true;
            else
                files.Add(arguments[k]);
        }

        Console.WriteLine(outages
            ? "| case | kind | threads | outages | split | unsolved | iterations | greatest mismatch | time, median | outages/s | outages/s of processor time |\n|---|---|---|---|---|---|---|---|---|---|---|"
            : "| case | buses | branches | status | slack | start | iterations | mismatch | AC flow, median | least | DC flow, median |\n|---|---|---|---|---|---|---|---|---|---|---|");
        bool isFine = true;
        foreach (string file in files)
        {
            var findings = new FindingList();
            PowerGrid? grid = MatpowerFile.Read(file, findings)?.ToGrid(findings);
            if (grid is null)
            {
                Console.Error.WriteLine($"{file}: {findings.Errors} errors");
                isFine = false;
            }
            else if (outages)
            {
                Outages(grid, threads, repeat, kind);
            }
            else
            {
                isFine &= Flow(grid, repeat);
            }
        }

        return isFine ? 0 : 1;
    }

    private static bool Flow(PowerGrid grid, int repeat)
    {
        PowerFlowSolution solution = AcPowerFlow.Solve(grid);
        (double median, double least, _) = Time(repeat, () => solution = AcPowerFlow.Solve(grid));
        (double linear, _, _) = Time(repeat, () => DcPowerFlow.Solve(grid));
        IslandReport island = solution.Islands.MaxBy(i => i.BusCount)!;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {grid.Name} | {grid.Buses.Count} | {grid.Branches.Count} | {solution.Status} | {(island.IsDistributed ? "distributed" : "single")} | {island.Start} | {solution.Iterations} | {solution.Mismatch:0.0e+0} | {median:0.0} ms | {least:0.0} ms | {linear:0.0} ms |"));
        return solution.Status == PowerFlowStatus.Converged;
    }

    private static void Outages(PowerGrid grid, int threads, int repeat, string? kind)
    {
        IReadOnlyList<GridContingency> all = GridContingency.AllBranches(grid);
        foreach (bool isAc in (bool[])[false, true])
        {
            if (kind is not null && kind != (isAc ? "ac" : "dc"))
                continue;
            ContingencyStudy study = null!;
            (double median, _, double processor) = Time(
                repeat, () => study = isAc ? ContingencyAnalysis.RunAc(grid, all, threads: threads) : ContingencyAnalysis.RunDc(grid, all, threads: threads));
            double mismatch = study.Outcomes.Where(o => o.Status is ContingencyStatus.Solved or ContingencyStatus.Split).Select(o => o.Mismatch).DefaultIfEmpty(0).Max();
            double iterations = study.Outcomes.Select(o => (double)o.Iterations).DefaultIfEmpty(0).Average();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {grid.Name} | {(isAc ? "AC" : "DC")} | {threads} | {all.Count} | {study.Count(ContingencyStatus.Split)} | {study.Count(ContingencyStatus.Unsolved)} | {iterations:0.00} | {mismatch:0.0e+0} | {median:0} ms | {1000 * all.Count / median:0} | {1000 * all.Count / processor:0} |"));
        }
    }

    /// <summary>Median and least time, and processor time of the whole process a run [ms], after three runs that compile the code.</summary>
    private static (double Median, double Least, double Processor) Time(int repeat, Action run)
    {
        for (int warm = 0; warm < 3; warm++)
            run();
        var times = new double[repeat];
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        for (int k = 0; k < repeat; k++)
        {
            var clock = Stopwatch.StartNew();
            run();
            times[k] = clock.Elapsed.TotalMilliseconds;
        }

        double processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / repeat;
        Array.Sort(times);
        return (times[repeat / 2], times[0], processor);
    }
}
