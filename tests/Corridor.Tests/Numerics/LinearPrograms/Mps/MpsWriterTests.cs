using System.Text;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.LinearPrograms.Mps;
using Corridor.Numerics.Sparse;

namespace Corridor.Tests.Numerics.LinearPrograms.Mps;

public sealed class MpsWriterTests
{
    [Fact]
    public void What_is_written_reads_back_to_the_bit()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            MpsProblem problem = Random(new Random(seed));
            MpsProblem back = Back(problem);
            Same(problem, back, seed.ToString(System.Globalization.CultureInfo.InvariantCulture));
            back.IntegerColumns.ShouldBe(problem.IntegerColumns);
            back.Maximise.ShouldBe(problem.Maximise);
        }
    }

    [Fact]
    public void Samples_read_back_with_their_names()
    {
        foreach (string sample in MpsSamples.All)
        {
            MpsProblem problem = MpsReader.ReadText(sample);
            MpsProblem back = Back(problem);
            Same(problem, back, sample);
            back.Name.ShouldBe(problem.Name);
            back.ObjectiveName.ShouldBe(problem.ObjectiveName);
            for (int j = 0; j < problem.Program.ColumnCount; j++)
                back.ColumnNames[j].ShouldBe(problem.ColumnNames[j].Replace(' ', '_'));
        }
    }

    [Fact]
    public void Names_become_unique_words()
    {
        MpsNames names = MpsNames.Distinct(["a b", "a_b", "a\tb", "", "", "'MARKER'", "a_b_2", "é"]);
        Enumerable.Range(0, names.Count).Select(k => names[k]).ShouldBe(["a_b", "a_b_2", "a_b_3", "_", "__2", "MARKER", "a_b_2_2", "é"]);
    }

    [Fact]
    public void A_row_named_like_the_objective_keeps_its_name()
    {
        MpsProblem problem = MpsReader.ReadText("ROWS\n E OBJ\nCOLUMNS\n x OBJ 1\nRHS\n S OBJ 2\nENDATA");
        MpsProblem back = Back(problem);
        back.RowNames[0].ShouldBe("OBJ");
        back.Program.RowLower.ShouldBe([2.0]);
    }

    [Fact]
    public void A_file_appears_whole_and_compressed_where_named_so()
    {
        string folder = Directory.CreateTempSubdirectory("corridor-mps-").FullName;
        MpsProblem problem = MpsReader.ReadText(MpsSamples.Transport);
        MpsWriter.WriteFile(Path.Combine(folder, "a.mps"), problem);
        MpsWriter.WriteFile(Path.Combine(folder, "a.mps.gz"), problem);
        Directory.GetFiles(folder).Length.ShouldBe(2);
        File.ReadAllBytes(Path.Combine(folder, "a.mps.gz"))[0].ShouldBe((byte)0x1F);
        Same(problem, MpsReader.ReadFile(Path.Combine(folder, "a.mps")), "plain");
        Same(problem, MpsReader.ReadFile(Path.Combine(folder, "a.mps.gz")), "packed");
        Directory.Delete(folder, recursive: true);
    }

    private static MpsProblem Back(MpsProblem problem)
    {
        using var stream = new MemoryStream();
        MpsWriter.Write(stream, problem);
        stream.Position = 0;
        var findings = new MpsFindings();
        MpsProblem? back = MpsReader.Read(stream, findings, MpsFormat.Free);
        return back.ShouldNotBeNull(string.Join("\n", findings.Items) + "\n" + Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void Same(MpsProblem a, MpsProblem b, string which)
    {
        (LinearProgram p, LinearProgram q) = (a.Program, b.Program);
        q.Cost.ShouldBe(p.Cost, which);
        q.CostOffset.ShouldBe(p.CostOffset, which);
        q.RowLower.ShouldBe(p.RowLower, which);
        q.RowUpper.ShouldBe(p.RowUpper, which);
        q.ColumnLower.ShouldBe(p.ColumnLower, which);
        q.ColumnUpper.ShouldBe(p.ColumnUpper, which);
        q.Matrix.ColumnStart.ShouldBe(p.Matrix.ColumnStart, which);
        q.Matrix.RowIndex.ShouldBe(p.Matrix.RowIndex, which);
        q.Matrix.Value.ShouldBe(p.Matrix.Value, which);
        (b.Quadratic is null).ShouldBe(a.Quadratic is null, which);
        if (a.Quadratic is { } h)
        {
            b.Quadratic!.RowIndex.ShouldBe(h.RowIndex, which);
            b.Quadratic.Value.ShouldBe(h.Value, which);
        }
    }

    private static MpsProblem Random(Random random)
    {
        int rows = random.Next(1, 8);
        int columns = random.Next(1, 10);
        var builder = new LinearProgramBuilder { CostOffset = random.Next(2) == 0 ? 0.0 : Figure(random) };
        for (int i = 0; i < rows; i++)
        {
            (double lower, double upper) = Bounds(random);
            builder.AddRow(lower, upper);
        }

        var triangle = new List<(int Row, int Column)>();
        for (int j = 0; j < columns; j++)
        {
            (double lower, double upper) = Bounds(random);
            builder.AddColumn(lower, upper, random.Next(3) == 0 ? 0.0 : Figure(random));
            for (int i = 0; i < rows; i++)
            {
                if (random.Next(3) == 0)
                    builder.AddEntry(i, j, Figure(random));
            }

            if (random.Next(4) == 0)
                triangle.Add((random.Next(j, columns), j));
        }

        int[] start = new int[columns + 1];
        foreach ((_, int column) in triangle)
            start[column + 1]++;
        for (int j = 0; j < columns; j++)
            start[j + 1] += start[j];
        return new MpsProblem
        {
            Name = "random",
            Program = builder.Build(),
            Maximise = random.Next(2) == 0,
            RowNames = MpsNames.Of(Enumerable.Range(0, rows).Select(i => $"r{i}")),
            ColumnNames = MpsNames.Of(Enumerable.Range(0, columns).Select(j => $"c{j}")),
            IntegerColumns = [.. Enumerable.Range(0, columns).Where(_ => random.Next(4) == 0)],
            Quadratic = triangle.Count == 0 ? null : new SparseMatrix(columns, columns, start, [.. triangle.Select(t => t.Row)], [.. triangle.Select(_ => Figure(random))]),
        };
    }

    private static (double Lower, double Upper) Bounds(Random random)
    {
        double a = Figure(random), b = Figure(random);
        return random.Next(7) switch
        {
            0 => (0.0, double.PositiveInfinity),
            1 => (double.NegativeInfinity, double.PositiveInfinity),
            2 => (a, a),
            3 => (double.NegativeInfinity, a),
            4 => (a, double.PositiveInfinity),
            5 => (0.0, Math.Abs(a)),
            // Of one size: a range far below its bounds has no exact width.
            _ => (a, a + (Math.Abs(a) * (0.5 + (b - Math.Floor(b))))),
        };
    }

    private static double Figure(Random random) => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-8, 9));
}
