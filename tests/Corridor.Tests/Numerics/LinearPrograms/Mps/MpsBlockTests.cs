using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.LinearPrograms.Mps;

namespace Corridor.Tests.Numerics.LinearPrograms.Mps;

/// <summary>Lines taken in blocks, here tiny ones, by several threads must give what one gives line by line.</summary>
public sealed class MpsBlockTests
{
    [Fact]
    public void Blocks_and_threads_change_neither_problem_nor_findings()
    {
        byte[][] samples = [.. MpsSamples.All.Append(Numbered(12, "R", "C")).Append(Numbered(12, "r.", "flow of ")).Append(Numbered(12, "R0", "x9")).Select(Encoding.UTF8.GetBytes)];
        int problems = 0;
        for (int seed = 0; seed < 2500; seed++)
        {
            byte[] content = samples[seed % samples.Length];
            if (seed >= samples.Length)
                content = new MpsMutator(seed).Mutate(content);
            var options = new MpsReadOptions { Threads = seed % 8 == 0 ? 2 : 1, FirstByte = 0, BlockSize = 1 + (int)(seed * 7919L % 300), Pause = seed % 3 };
            problems += Compare(content, options, $"seed {seed}");
        }

        problems.ShouldBeGreaterThan(400);
    }

    [Theory]
    [InlineData("ROWS\n N c\n E r\n E q\nCOLUMNS\n x c 1 r 1\n x q 1\n y c 1 r 1\n y c 2 q 1\n z q 1 r 1\n z r 2\nRHS\n S r 1\n S q 2\n S r 3 q 3\nBOUNDS\n UP b x 1\n UP b y -1\n LO b x 2\n FX b z 4\nENDATA\n")]
    [InlineData("ROWS\n N c\n E r\nCOLUMNS\n b c 1 r 1\n a c 1 r 1\n b r 1\n d r 1\n d r 1\n * no comment\n* a comment\n\n e r 1\n M 'MARKER' 'INTORG'\n e c 1\n f r 1\n M 'MARKER' 'INTEND'\n f c 1\n g r 1\nRHS\n S r 1\nBOUNDS\n UP b f 2\n LI b f 1\n FR b g\n MI b g\n PL b g\n BV b d\nENDATA\n")]
    [InlineData("ROWS\n N c\n L r\n N s\nCOLUMNS\n x c 1 r -0\n y s 1 r 1\n z c -0\r\n z r 1\r\n w r 1e400\n v r nan\nRHS\n S r inf\n S c 1\nRANGES\n S r 1\n S r 2\n T r 3\nENDATA")]
    public void What_is_out_of_the_common_is_told_at_its_line(string text)
    {
        for (int size = 1; size <= text.Length; size++)
            Compare(Encoding.UTF8.GetBytes(text), new MpsReadOptions { Threads = size % 8 == 0 ? 2 : 1, FirstByte = 0, BlockSize = size, Pause = 0 }, $"size {size}");
    }

    [Fact]
    public void A_long_file_is_the_same_by_two_threads()
    {
        byte[] content = Encoding.UTF8.GetBytes(Numbered(30_000, "R", "C"));
        content.Length.ShouldBeGreaterThan(2 << 20);
        Compare(content, new MpsReadOptions { Threads = 2, FirstByte = 1 << 16, BlockSize = 1 << 14 }, "long").ShouldBe(1);
        Compare(Encoding.UTF8.GetBytes(Numbered(30_000, "zone ".Replace(' ', '.'), "flow.")), new MpsReadOptions { Threads = 2 }, "default").ShouldBe(1);
    }

    [Fact]
    public void A_line_of_endless_length_in_blocks_is_told_as_before()
    {
        byte[] content = Encoding.UTF8.GetBytes(Numbered(20, "R", "C").Replace(" C7 ", " C7 " + new string(' ', 70_000), StringComparison.Ordinal));
        Compare(content, new MpsReadOptions { Threads = 2, FirstByte = 0, BlockSize = 100 }, "long line").ShouldBe(0);
    }

    [Fact]
    public void A_damaged_end_of_a_compressed_file_is_told_after_what_stands_before_it()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("corridor-blocks-").FullName, "a.mps.gz");
        byte[] content = Encoding.UTF8.GetBytes(Numbered(20_000, "R", "C").Replace(" C9000 ", " C9000 nowhere 1 ", StringComparison.Ordinal));
        using (var stream = new MemoryStream())
        {
            using (var packed = new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
                packed.Write(content);
            File.WriteAllBytes(path, stream.ToArray()[..((int)stream.Length * 3 / 4)]);
        }

        var plain = new MpsFindings();
        var blocks = new MpsFindings();
        MpsReader.ReadFile(path, plain, new MpsReadOptions { FirstByte = long.MaxValue }).ShouldBeNull();
        MpsReader.ReadFile(path, blocks, new MpsReadOptions { FirstByte = 0, Threads = 2, BlockSize = 1 << 12 }).ShouldBeNull();
        blocks.Items.ShouldBe(plain.Items);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void Long_numbers_are_exactly_rounded()
    {
        var random = new Random(5);
        for (int k = 0; k < 300_000; k++)
        {
            ulong digits = (ulong)random.NextInt64() >> random.Next(12);

            // Every third is a tie of two numbers, or next to one.
            if (k % 3 == 0)
                digits = (((ulong)random.NextInt64(1L << 52, 1L << 53) << 1) | 1) * (k % 2 == 0 ? 1UL : 5UL) + (ulong)random.Next(2);
            string text = digits.ToString(CultureInfo.InvariantCulture);
            text = (k % 4) switch
            {
                0 => text.Insert(random.Next(text.Length), "."),
                1 => "0." + text,
                2 => text + "e" + random.Next(-25, 25).ToString(CultureInfo.InvariantCulture),
                _ => text,
            };
            MpsNumber.TryParse(Encoding.ASCII.GetBytes(text), out double value).ShouldBeTrue();
            if (BitConverter.DoubleToInt64Bits(value) != BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)))
                value.ShouldBe(double.Parse(text, CultureInfo.InvariantCulture), text);
        }
    }

    /// <summary>1 where there is a problem, 0 where there is none.</summary>
    private static int Compare(byte[] content, MpsReadOptions options, string what)
    {
        var plain = new MpsFindings();
        var blocks = new MpsFindings();
        MpsProblem? expected = MpsReader.Read(new MemoryStream(content), plain, new MpsReadOptions { FirstByte = long.MaxValue });
        MpsProblem? problem = MpsReader.Read(new MemoryStream(content), blocks, options);
        (blocks.Errors, blocks.NotKept).ShouldBe((plain.Errors, plain.NotKept), what);
        if (!blocks.Items.SequenceEqual(plain.Items))
            blocks.Items.ShouldBe(plain.Items, what);
        (problem is null).ShouldBe(expected is null, what);
        if (problem is null || expected is null)
            return 0;
        (LinearProgram a, LinearProgram b) = (problem.Program, expected.Program);
        a.Matrix.ColumnStart.SequenceEqual(b.Matrix.ColumnStart).ShouldBeTrue(what);
        a.Matrix.RowIndex.AsSpan(0, a.NonzeroCount).SequenceEqual(b.Matrix.RowIndex.AsSpan(0, b.NonzeroCount)).ShouldBeTrue(what);
        Same(a.Matrix.Value.AsSpan(0, a.NonzeroCount), b.Matrix.Value.AsSpan(0, b.NonzeroCount), what);
        Same(a.Cost, b.Cost, what);
        Same(a.ColumnLower, b.ColumnLower, what);
        Same(a.ColumnUpper, b.ColumnUpper, what);
        Same(a.RowLower, b.RowLower, what);
        Same(a.RowUpper, b.RowUpper, what);
        a.CostOffset.ShouldBe(b.CostOffset, what);
        problem.IntegerColumns.ShouldBe(expected.IntegerColumns, what);
        (problem.Name, problem.Maximise, problem.ObjectiveName, problem.ColumnNames.Count).ShouldBe((expected.Name, expected.Maximise, expected.ObjectiveName, expected.ColumnNames.Count), what);
        for (int j = 0; j < problem.ColumnNames.Count; j++)
        {
            if (problem.ColumnNames[j] != expected.ColumnNames[j])
                problem.ColumnNames[j].ShouldBe(expected.ColumnNames[j], what);
        }

        return 1;
    }

    private static void Same(ReadOnlySpan<double> a, ReadOnlySpan<double> b, string what) =>
        MemoryMarshal.AsBytes(a).SequenceEqual(MemoryMarshal.AsBytes(b)).ShouldBeTrue(what);

    /// <summary>A program with two entries a column, in one line or several.</summary>
    private static string Numbered(int count, string row, string column)
    {
        column = column.Replace(' ', '.');
        var text = new StringBuilder("NAME numbered\nROWS\n N cost\n");
        for (int i = 0; i < count; i++)
            text.Append(CultureInfo.InvariantCulture, $" {"ELG"[i % 3]} {row}{i}\n");
        text.Append("COLUMNS\n");
        for (int j = 0; j < 2 * count; j++)
        {
            text.Append(CultureInfo.InvariantCulture, $" {column}{j} cost 0.{j}{(j % 3 == 0 ? "\n " + column + j : "")} {row}{j % count} -1.0\n");
            text.Append(CultureInfo.InvariantCulture, $"  {column}{j}  {row}{(j * 7) % count} 0.{99500600000000001L + j}\n");
        }

        text.Append("RHS\n");
        for (int i = 0; i < count; i++)
            text.Append(CultureInfo.InvariantCulture, $" rhs {row}{i} {i}.5\n");
        text.Append("RANGES\n");
        for (int i = 0; i < count; i += 5)
            text.Append(CultureInfo.InvariantCulture, $" rng {row}{i} 2\n");
        text.Append("BOUNDS\n");
        for (int j = 0; j < 2 * count; j++)
            text.Append(CultureInfo.InvariantCulture, $" {(j % 4) switch { 0 => $"LO b {column}{j} 1\n UP", 1 => "UP", 2 => "FX", _ => "LO" }} b {column}{j} {j + 2}\n");
        return text.Append("ENDATA\n").ToString();
    }
}
