using System.Diagnostics;
using System.Globalization;
using Corridor.Numerics.LinearPrograms.Mps;

namespace Corridor.Benchmarks.Cases;

/// <summary>Times the reader of MPS files: wall and processor time of each reading, memory of the arrays and of the process.</summary>
internal static class ReadCases
{
    public static int Run(string[] arguments)
    {
        int repeat = 3;
        if (arguments is ["--repeat", { } count, .. string[] rest])
            (repeat, arguments) = (int.Parse(count, CultureInfo.InvariantCulture), rest);
        int threads = 1;
        if (arguments is ["--threads", { } given, .. string[] others])
            (threads, arguments) = (int.Parse(given, CultureInfo.InvariantCulture), others);
        Console.WriteLine("file wall_s cpu_s allocated_MB kept_MB peak_MB rows columns nonzeros");
        foreach (string file in arguments)
        {
            for (int r = 0; r < repeat; r++)
                Once(file, threads);
        }

        return 0;
    }

    private static void Once(string file, int threads)
    {
        GC.Collect();
        long allocated = GC.GetTotalAllocatedBytes(true);
        long before = GC.GetTotalMemory(true);
        TimeSpan processor = Process.GetCurrentProcess().TotalProcessorTime;
        long begin = Stopwatch.GetTimestamp();
        MpsProblem problem = MpsReader.ReadFile(file, new MpsFindings(), new MpsReadOptions { Threads = threads })
            ?? throw new InvalidDataException(file);
        double wall = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        double cpu = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
        double given = (GC.GetTotalAllocatedBytes(true) - allocated) / 1e6;
        double kept = (GC.GetTotalMemory(true) - before) / 1e6;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(file)} {wall:F3} {cpu:F3} {given:F0} {kept:F0} {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} {problem.Program.RowCount} {problem.Program.ColumnCount} {problem.Program.NonzeroCount}"));
        GC.KeepAlive(problem);
    }
}
