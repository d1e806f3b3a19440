using System.Diagnostics;
using System.Globalization;

namespace Corridor.Benchmarks.Cases;

/// <summary>
/// Times whole runs of the command as processes: wall time, processor time, peak memory. <c>run [--repeat N] -- ARGUMENTS of corridor run</c>.
/// </summary>
internal static class ProcessCases
{
    public static int Run(string[] arguments)
    {
        int repeat = 5;
        if (arguments is ["--repeat", { } count, .. string[] rest])
            (repeat, arguments) = (int.Parse(count, CultureInfo.InvariantCulture), rest);
        if (arguments is ["--", .. string[] after])
            arguments = after;
        string program = Path.GetFullPath(Path.Combine("src", "Corridor.Cli", "bin", "Release", "net10.0", "corridor.dll"));
        if (!File.Exists(program))
        {
            Console.Error.WriteLine("Build first (dotnet build -c Release), and call from the root of the repository.");
            return 2;
        }

        string output = Directory.CreateTempSubdirectory("corridor-bench-").FullName;
        var wall = new List<double>();
        var processor = new List<double>();
        var peak = new List<double>();
        Console.WriteLine("run   wall s   cpu s   peak MB   exit");
        for (int i = 0; i < repeat; i++)
        {
            (double seconds, double cpu, double megabytes, int exit) = Once(program, [.. arguments, "--out", Path.Combine(output, "run"), "--quiet"]);
            wall.Add(seconds);
            processor.Add(cpu);
            peak.Add(megabytes);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1,3}   {seconds,6:F2}   {cpu,5:F2}   {megabytes,7:F0}   {exit,4}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"med   {Median(wall),6:F2}   {Median(processor),5:F2}   {Median(peak),7:F0}"));
        Directory.Delete(output, recursive: true);
        return 0;
    }

    private static (double Wall, double Cpu, double Peak, int Exit) Once(string program, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(program);
        start.ArgumentList.Add("run");
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        double peak = 0, processor = 0;
        while (!process.WaitForExit(20))
            Look(process, ref peak, ref processor);
        process.WaitForExit();
        return (watch.Elapsed.TotalSeconds, processor, peak, process.ExitCode);
    }

    // Memory and processor time as last seen, at most 20 ms before the end.
    private static void Look(Process process, ref double peak, ref double processor)
    {
        try
        {
            process.Refresh();
            peak = Math.Max(peak, process.PeakWorkingSet64 / 1e6);
            processor = process.TotalProcessorTime.TotalSeconds;
        }
        catch (InvalidOperationException)
        {
            // The process ended between two looks at it: what was seen before stands.
            return;
        }
    }

    private static double Median(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
