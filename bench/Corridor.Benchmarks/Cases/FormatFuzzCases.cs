using System.Globalization;
using Corridor.Tests.Data.Formats.Fuzzing;

namespace Corridor.Benchmarks.Cases;

/// <summary>
/// Damages the inputs of the readers of other programs' files: <c>fuzz formats [--count N] [--seed S] [--reader NAME]</c>. Everything but
/// findings or a sound result is a fault, told with its seed; <c>--count 1 --seed S</c> does one again.
/// </summary>
internal static class FormatFuzzCases
{
    /// <summary>Processor time after which an input counts as one that never ends [s].</summary>
    private const double Longest = 2.0;

    /// <summary>Processor time after which the rest of a reader is left out [s].</summary>
    private const double Hang = 20.0;

    private const int MostTold = 5;

    public static int Run(string[] arguments)
    {
        (int count, int first, string? only) = (50_000, 0, null);
        for (int k = 0; k + 1 < arguments.Length; k += 2)
        {
            switch (arguments[k])
            {
                case "--count":
                    count = int.Parse(arguments[k + 1], CultureInfo.InvariantCulture);
                    break;
                case "--seed":
                    first = int.Parse(arguments[k + 1], CultureInfo.InvariantCulture);
                    break;
                default:
                    only = arguments[k + 1];
                    break;
            }
        }

        string folder = Directory.CreateTempSubdirectory("corridor-fuzz-").FullName;
        bool isClean = true;
        try
        {
            string[]? names = only?.Split(',');
            Console.WriteLine("| reader | inputs | read | findings | faults | slowest [ms of processor] | most memory allocated [MB] | … per byte of a large input |");
            foreach (FuzzReader reader in FuzzReaders.All(Path.Combine(folder, "samples")).Where(r => names is null || names.Contains(r.Name)))
                isClean &= One(reader, first, count, Path.Combine(folder, reader.Name));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return isClean ? 0 : 1;
    }

    private static bool One(FuzzReader reader, int first, int count, string folder)
    {
        var tally = new Tally();
        long began = Environment.CpuUsage.TotalTime.Ticks;
        int current = first;
        var worker = new Thread(() =>
        {
            for (int seed = first; seed < first + count; seed++)
            {
                Volatile.Write(ref current, seed);
                Interlocked.Exchange(ref began, Environment.CpuUsage.TotalTime.Ticks);
                tally.Add(reader, seed, folder);
            }
        })
        { IsBackground = true };
        worker.Start();
        while (!worker.Join(500))
        {
            if (Environment.CpuUsage.TotalTime.Ticks - Interlocked.Read(ref began) <= Hang * TimeSpan.TicksPerSecond)
                continue;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reader.Name} seed {Volatile.Read(ref current)}: no end after {Hang} s; the rest of the reader is left out"));
            tally.Faults++;
            break;
        }

        Console.WriteLine(tally.Row(reader.Name));
        return tally.Faults == 0;
    }

    private sealed class Tally
    {
        private readonly Dictionary<string, int> _told = new(StringComparer.Ordinal);
        private int _inputs;
        private int _read;
        private double _slowest;
        private long _most;
        private double _ratio;

        public int Faults { get; set; }

        public void Add(FuzzReader reader, int seed, string folder)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            FuzzEnd end = reader.Try(seed, folder);
            double seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            _inputs++;
            _read += end.Succeeded ? 1 : 0;
            // The first inputs pay for the compilation of the reader.
            if (_inputs > 500)
                _slowest = Math.Max(_slowest, seconds);
            _most = Math.Max(_most, end.Allocated);
            if (end.InputBytes >= 4096)
                _ratio = Math.Max(_ratio, (double)end.Allocated / end.InputBytes);
            string? fault = end.Fault ?? (seconds > Longest ? string.Create(CultureInfo.InvariantCulture, $"slow: {seconds:F1} s") : null);
            if (fault is null)
                return;
            Faults++;
            string kind = fault.Length > 60 ? fault[..60] : fault;
            int told = _told[kind] = _told.GetValueOrDefault(kind) + 1;
            if (told <= MostTold)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reader.Name} seed {seed}: {fault}"));
        }

        public string Row(string name) => string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {_inputs} | {_read} | {_inputs - _read} | {Faults} | {_slowest * 1000:F0} | {_most / 1e6:F1} | {_ratio:F0} |");
    }
}
