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

    [Theory]
    [InlineData("ROWS\n N c\n L r\nCOLUMNS\n x c 1e200 r 1\n y c 1 r 1\nRHS\n S r 9\nBOUNDS\n FX b x 1e19\n FX b y 1e9\nENDATA")]
    [InlineData("ROWS\n N c\n L r\nCOLUMNS\n x c 1e308 r 1\n y c 1 r 1\nRHS\n S r 9\nBOUNDS\n FX b x 1e2\nENDATA")]
    [InlineData("ROWS\n N c\n E r\n E q\nCOLUMNS\n x c 1 r 1e300\n x q 1\n y c 1 r 1\n z c 1 r 1 q 1e308\nRHS\n S r 9 q 2\nBOUNDS\n FX b x 1e19\n UP b z 1e18\nENDATA")]
    public void A_fixed_column_whose_cost_or_activity_overflows_is_no_crash(string text) =>
        MpsTrial.Of(Encoding.UTF8.GetBytes(text)).ShouldNotBe(MpsEnd.Findings);

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
