using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Corridor.Tests.Numerics.LinearPrograms.Mps;

namespace Corridor.Benchmarks.Cases;

/// <summary>
/// Reads and solves damaged MPS files: <c>fuzz [--count N] [--seed S] [--threads N] [--corpus FOLDER] [--tell END]</c>, or <c>fuzz --write SEED</c>. Small files of a folder join our own samples.
/// Every tenth is compressed and goes through a file.
/// </summary>
internal static class FuzzCases
{
    private const long LargestCorpusFile = 40_000;

    public static int Run(string[] arguments)
    {
        int count = 100_000;
        int first = 0;
        int threads = 1;
        string? corpus = null;
        string? tell = null;
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
                case "--threads":
                    threads = int.Parse(arguments[k + 1], CultureInfo.InvariantCulture);
                    break;
                case "--tell":
                    tell = arguments[k + 1];
                    break;
                case "--write":
                    File.WriteAllBytes("seed.mps", new MpsMutator(int.Parse(arguments[k + 1], CultureInfo.InvariantCulture)).Mutate(Encoding.UTF8.GetBytes(MpsSamples.All[int.Parse(arguments[k + 1], CultureInfo.InvariantCulture) % MpsSamples.All.Count])));
                    return 0;
                default:
                    corpus = arguments[k + 1];
                    break;
            }
        }

        byte[][] samples = [.. MpsSamples.All.Select(Encoding.UTF8.GetBytes), .. corpus is null ? [] : Corpus(corpus)];
        int own = MpsSamples.All.Count;
        string folder = Directory.CreateTempSubdirectory("corridor-fuzz-").FullName;
        var ends = new ConcurrentDictionary<string, int>();
        var slow = new ConcurrentBag<(double Seconds, int Seed)>();
        long begin = Stopwatch.GetTimestamp();
        int done = 0;
        Parallel.For(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = threads }, seed =>
        {
            // Files of others are larger: one in five.
            byte[] sample = samples.Length > own && seed % 5 == 0 ? samples[own + (seed / 5 % (samples.Length - own))] : samples[seed % own];
            long start = Stopwatch.GetTimestamp();
            string end = One(seed, sample, folder);
            if (tell is not null && end.StartsWith(tell, StringComparison.Ordinal))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {end}"));
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (seconds > 1.0)
                slow.Add((seconds, seed));
            ends.AddOrUpdate(end, 1, (_, n) => n + 1);
            if (Interlocked.Increment(ref done) % 10_000 == 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} after {Stopwatch.GetElapsedTime(begin).TotalSeconds:F0} s"));
        });
        Directory.Delete(folder, recursive: true);
        foreach ((string end, int n) in ends.OrderByDescending(e => e.Value))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{n,8}  {end}"));
        foreach ((double seconds, int seed) in slow.OrderByDescending(s => s.Seconds).Take(5))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slow: seed {seed}, {seconds:F1} s"));
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} files, {samples.Length} samples, {self.TotalProcessorTime.TotalSeconds:F0} s of processor time, peak {self.PeakWorkingSet64 / 1e6:F0} MB"));
        return ends.Keys.Any(e => e.StartsWith("CRASH", StringComparison.Ordinal)) ? 1 : 0;
    }

#pragma warning disable CA1031 // Whatever comes out is what is looked for.
    private static string One(int seed, byte[] sample, string folder)
    {
        try
        {
            var mutator = new MpsMutator(seed);
            if (seed % 10 != 9)
                return MpsTrial.Of(mutator.Mutate(sample)).ToString();
            string path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{seed}.mps.gz"));
            File.WriteAllBytes(path, mutator.MutatePacked(sample));
            string end = MpsTrial.OfFile(path).ToString();
            File.Delete(path);
            return end;
        }
        catch (Exception fault)
        {
            string place = fault.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Corridor.Numerics", StringComparison.Ordinal))?.Trim() ?? "";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {fault.GetType().Name}: {fault.Message} {place}"));
            return $"CRASH {fault.GetType().Name} {place}";
        }
    }
#pragma warning restore CA1031

    private static IEnumerable<byte[]> Corpus(string folder)
    {
        foreach (string path in Directory.GetFiles(folder, "*.mps*").Order(StringComparer.Ordinal))
        {
            byte[] content = File.ReadAllBytes(path);
            if (path.EndsWith(".gz", StringComparison.Ordinal))
            {
                using var packed = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
                using var whole = new MemoryStream();
                packed.CopyTo(whole);
                content = whole.ToArray();
            }

            if (content.Length <= LargestCorpusFile)
                yield return content;
        }
    }
}
