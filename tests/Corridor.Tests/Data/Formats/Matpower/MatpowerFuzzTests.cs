using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Matpower;
using Corridor.Data.Formats.PowerGrids;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Tests.Data.Formats.Matpower;

/// <summary>Whatever a file holds, reading it ends in findings or a sound grid, in memory that a multiple of the file bounds.</summary>
public sealed class MatpowerFuzzTests
{
    private const long MostBytes = 64L << 20;

    [Fact]
    public void Damaged_cases_give_findings_or_a_sound_grid()
    {
        byte[][] samples = [Encoding.UTF8.GetBytes(MatpowerSamples.Valley), Encoding.UTF8.GetBytes(MatpowerSamples.Pair(after: "[PQ, PV] = idx_bus; x = [1 2; 3 4]'; mpc.bus(:, [3, 4]) = mpc.bus(:, 3:4) / (1e3 ^ 2); mpc.bus(end, 3) = -x(1);"))];
        int sound = 0;
        const int Trials = 3000;
        for (int seed = 0; seed < Trials; seed++)
        {
            byte[] text = new FormatMutator(seed).Mutate(samples[seed % samples.Length]);
            var findings = new FindingList();
            long before = GC.GetAllocatedBytesForCurrentThread();
            PowerGrid? grid;
            try
            {
                grid = MatpowerFile.Read(text, "case.m", findings)?.ToGrid(findings);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"seed {seed}: {fault.Message}", fault);
            }

            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostBytes, $"seed {seed}");
            (grid is null).ShouldBe(findings.HasErrors, $"seed {seed}");
            if (grid is null)
                continue;
            sound++;
            grid.Buses.Select(b => b.Id).ShouldBeUnique($"seed {seed}");
            grid.Branches.ShouldAllBe(b => b.From != b.To && double.IsFinite(b.Reactance) && b.Tap > 0.0, $"seed {seed}");
            GridToPackage.Convert(grid, new GridPackageOptions(), new FidelityReport()).Nodes.Count.ShouldBe(grid.Buses.Count);
        }

        sound.ShouldBeInRange(Trials / 50, Trials * 9 / 10);
    }

    [Theory]
    [InlineData("(", 200_000)]
    [InlineData("[", 200_000)]
    [InlineData("{", 200_000)]
    [InlineData("-", 200_000)]
    [InlineData("[1 2]", 100_000)]
    [InlineData("{1}", 100_000)]
    [InlineData("a=[1 2];", 100_000)]
    [InlineData("x=foo;", 100_000)]
    [InlineData("%{\n", 100_000)]
    [InlineData("if\n", 100_000)]
    [InlineData("mpc.bus=mpc.bus*2;", 50_000)]
    [InlineData("a(end+", 50_000)]
    [InlineData("...\n", 100_000)]
    [InlineData("'", 200_000)]
    [InlineData("1:", 100_000)]
    [InlineData("a.b", 100_000)]
    public void Texts_that_repeat_end(string part, int times)
    {
        var text = new StringBuilder("mpc.bus=[1 2 3];\nmpc.x=");
        for (int i = 0; i < times; i++)
            text.Append(part);
        var findings = new FindingList();
        byte[] bytes = Encoding.ASCII.GetBytes(text.ToString());
        long before = GC.GetAllocatedBytesForCurrentThread();
        MatpowerFile.Read(bytes, "case.m", findings).ShouldBeNull();
        findings.HasErrors.ShouldBeTrue();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostBytes + (100L * bytes.Length));
    }
}
