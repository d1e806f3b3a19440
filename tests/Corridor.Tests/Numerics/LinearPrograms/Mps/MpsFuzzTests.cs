using System.Text;
using Corridor.Numerics.LinearPrograms.Mps;

namespace Corridor.Tests.Numerics.LinearPrograms.Mps;

/// <summary>The long run is <c>Corridor.Benchmarks fuzz</c>; see docs/validation/fuzzing.md.</summary>
public sealed class MpsFuzzTests
{
    [Fact]
    public void Damaged_files_give_findings_or_a_checked_result()
    {
        byte[][] samples = [.. MpsSamples.All.Select(Encoding.UTF8.GetBytes)];
        var ends = new int[Enum.GetValues<MpsEnd>().Length];
        for (int seed = 1_000_000; seed < 1_002_500; seed++)
        {
            MpsEnd end;
            try
            {
                end = MpsTrial.Of(new MpsMutator(seed).Mutate(samples[seed % samples.Length]));
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"seed {seed}: {fault.Message}", fault);
            }

            ends[(int)end]++;
        }

        // The damage must leave enough to solve, or nothing is tried but the reader.
        ends[(int)MpsEnd.Findings].ShouldBeGreaterThan(1000);
        ends[(int)MpsEnd.Optimal].ShouldBeGreaterThan(300);
        ends[(int)MpsEnd.Proved].ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Damaged_compressed_files_give_findings_or_a_checked_result()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("corridor-fuzz-").FullName, "a.mps.gz");
        byte[] sample = Encoding.UTF8.GetBytes(MpsSamples.Transport);
        int found = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            File.WriteAllBytes(path, new MpsMutator(seed).MutatePacked(sample));
            found += MpsTrial.OfFile(path) == MpsEnd.Findings ? 1 : 0;
        }

        found.ShouldBeGreaterThan(100);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
