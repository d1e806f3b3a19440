using System.IO.Compression;
using System.Text;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.LinearPrograms.Mps;

namespace Corridor.Tests.Numerics.LinearPrograms.Mps;

public sealed class MpsFindingTests : IDisposable
{
    private const double Inf = double.PositiveInfinity;

    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-mps-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void All_errors_are_collected_with_line_and_column()
    {
        (MpsProblem? problem, MpsFindings findings) = Read("NAME\nROWS\n N c\n X r\n E r\nCOLUMNS\n x c one r 1\n x q 1\nRHS\n S r 1e400\nBOUNDS\n UP b y 1\n ZZ b x 1\nENDATA\n");
        problem.ShouldBeNull();
        findings.Items.Select(f => (f.Issue, f.Line, f.Column)).ShouldBe(
        [
            (MpsIssue.UnknownWord, 4L, 2),
            (MpsIssue.BadNumber, 7L, 6),
            (MpsIssue.UnknownName, 8L, 4),
            (MpsIssue.UnknownName, 12L, 7),
            (MpsIssue.UnknownWord, 13L, 2),
        ], ignoreOrder: false, customMessage: string.Join("\n", findings.Items));
    }

    [Theory]
    [InlineData("ROWS\n N c\n E r\n E r\nCOLUMNS\n x c 1\nENDATA", MpsIssue.DeclaredTwice, 4)]
    [InlineData("ROWS\n N c\n E r\n L c\nCOLUMNS\n x c 1\nENDATA", MpsIssue.DeclaredTwice, 4)]
    [InlineData("ROWS\n N c\n E r\nCOLUMNS\n x c 1\n y c 1\n x r 1\nENDATA", MpsIssue.DeclaredTwice, 7)]
    [InlineData("ROWS\n N c\nCOLUMNS\n z c 1\n x c 1\n z c 1\nENDATA", MpsIssue.DeclaredTwice, 6)]
    [InlineData("ROWS\n N c\nCOLUMNS\n x c 1\nBOUNDS\n SC b x 4\nENDATA", MpsIssue.NotSupported, 6)]
    [InlineData("ROWS\n N c\nCOLUMNS\n x c 1\nSOS1\n S1 s x:1\nENDATA", MpsIssue.NotSupported, 5)]
    [InlineData("ROWS\n N c\nCOLUMNS\n x c 1\nBOUNDS\n LO b x 4\n UP b x 3\nENDATA", MpsIssue.EmptyBounds, 7)]
    [InlineData("ROWS\n N c\nCOLUMNS\n x c 1\n", MpsIssue.Unfinished, 4)]
    [InlineData("ENDATA\n", MpsIssue.Malformed, 1)]
    [InlineData("", MpsIssue.Unfinished, 0)]
    [InlineData("NONSENSE\nENDATA", MpsIssue.UnknownWord, 1)]
    [InlineData(" x c 1\nROWS\nCOLUMNS\nENDATA", MpsIssue.Malformed, 1)]
    [InlineData("ROWS\n N c\n E r\nCOLUMNS\n x c 1\nRHS\n S r 1\nROWS\n L q\nENDATA", MpsIssue.Malformed, 8)]
    [InlineData("ROWS\n N c\n E r\nRHS\n S r 1\nROWS\n L q\nCOLUMNS\n x q 1\nRHS\n S q 1\nENDATA", MpsIssue.Malformed, 6)]
    [InlineData("ROWS\n N c\nCOLUMNS\n x c 1e308\n x c 1e308\nENDATA", MpsIssue.BadNumber, 5)]
    [InlineData("ROWS\n N c\n E r\nCOLUMNS\n x r 1e308 r 1e308\nENDATA", MpsIssue.BadNumber, 6)]
    [InlineData("ROWS\n N c\n E r\nCOLUMNS\n x r 1\nRHS\n S r 1e30\nENDATA", MpsIssue.EmptyBounds, 8)]
    [InlineData("OBJSENSE\n UPWARD\nROWS\n N c\nCOLUMNS\n x c 1\nENDATA", MpsIssue.UnknownWord, 2)]
    [InlineData("ROWS\n N c\nCOLUMNS\n x c 1\nQMATRIX\n x y 2\nENDATA", MpsIssue.UnknownName, 6)]
    [InlineData("ROWS\n N c\nCOLUMNS\n x c 1\n y c 1\nQMATRIX\n x y 2\n y x 3\nENDATA", MpsIssue.Asymmetric, 9)]
    [InlineData("ROWS\n N c\nCOLUMNS\n x c 1\n y c 1\nQMATRIX\n x y 2\nENDATA", MpsIssue.Asymmetric, 8)]
    public void Each_error_has_its_kind_and_line(string text, MpsIssue issue, int line)
    {
        (MpsProblem? problem, MpsFindings findings) = Read(text);
        problem.ShouldBeNull();
        MpsFinding first = findings.Items.First(f => f.IsError);
        (first.Issue, (int)first.Line).ShouldBe((issue, line), first.Message);
    }

    [Theory]
    [InlineData("ROWS\n E r\nCOLUMNS\n x r 1\nENDATA", MpsIssue.NoObjective)]
    [InlineData("ROWS\n N c\n E r\nCOLUMNS\n x r 1 r 2\nENDATA", MpsIssue.RepeatedEntry)]
    [InlineData("ROWS\n N c\n E r\nCOLUMNS\n x c 1 c 2\nENDATA", MpsIssue.RepeatedEntry)]
    [InlineData("ROWS\n N c\n E r\nCOLUMNS\n x r 1\nRHS\n S r 1\n S r 2\nENDATA", MpsIssue.RepeatedValue)]
    [InlineData("ROWS\n N c\nCOLUMNS\n x c 1\nBOUNDS\n UP b x 2\n UP b x 3\nENDATA", MpsIssue.RepeatedValue)]
    [InlineData("ROWS\n N c\nCOLUMNS\n x c 1\nBOUNDS\n UP b x -2\nENDATA", MpsIssue.NegativeUpper)]
    [InlineData("ROWS\n N c\n E r\nCOLUMNS\n x r 1\nRHS\n S r 1\n T r 2\nENDATA", MpsIssue.OtherSet)]
    [InlineData("ROWS\n N c\nCOLUMNS\n x c 1\nRANGES\n S c 2\nENDATA", MpsIssue.NoEffect)]
    [InlineData("ROWS\n N c\n N d\nCOLUMNS\n x c 1 d 2\nENDATA", MpsIssue.FreeRow)]
    [InlineData("ROWS\n N c\nCOLUMNS\n M 'MARKER' 'INTORG'\n x c 1\nENDATA", MpsIssue.BinaryByDefault)]
    public void What_is_doubtful_is_said_and_read(string text, MpsIssue issue)
    {
        (MpsProblem? problem, MpsFindings findings) = Read(text);
        problem.ShouldNotBeNull(string.Join("\n", findings.Items));
        findings.Items.ShouldHaveSingleItem().Issue.ShouldBe(issue);
    }

    [Fact]
    public void Of_repeated_entries_the_sum_counts_and_zeros_vanish()
    {
        LinearProgram p = Program("ROWS\n N c\n E r\n E q\nCOLUMNS\n x q 1 r 2\n x q -1 r 3\n y r 0 q 4\n z q 5 r 6\nENDATA");
        p.Matrix.ColumnStart.ShouldBe([0, 1, 2, 4]);
        p.Matrix.RowIndex.ShouldBe([0, 1, 0, 1]);
        p.Matrix.Value.ShouldBe([5.0, 4, 6, 5]);
    }

    [Fact]
    public void Integer_columns_without_any_bound_are_binary_and_one_bound_makes_them_general()
    {
        const string Text = "ROWS\n N c\nCOLUMNS\n M 'MARKER' 'INTORG'\n a c 1\n b c 1\n d c 1\n M 'MARKER' 'INTEND'\n e c 1\n f c 1\nBOUNDS\n PL s b\n LO s d 2\n LI s f 3\nENDATA";
        MpsProblem problem = MpsReader.ReadText(Text);
        problem.IntegerColumns.ShouldBe([0, 1, 2, 4]);
        problem.Program.ColumnLower.ShouldBe([0, 0, 2, 0, 3]);
        problem.Program.ColumnUpper.ShouldBe([1, Inf, Inf, Inf, Inf]);
    }

    [Fact]
    public void Figures_as_large_as_infinity_are_infinite()
    {
        LinearProgram p = Program("ROWS\n N c\n L r\n G s\nCOLUMNS\n x r 1 s 1\nRHS\n S r 1e30 s -1e20\nBOUNDS\n LO b x -1e30\n UP b x 1e+25\nENDATA");
        (p.RowLower[0], p.RowUpper[0], p.RowLower[1], p.RowUpper[1]).ShouldBe((-Inf, Inf, -Inf, Inf));
        (p.ColumnLower[0], p.ColumnUpper[0]).ShouldBe((-Inf, Inf));
    }

    [Fact]
    public void A_quadratic_objective_is_a_lower_triangle_whatever_half_is_stated()
    {
        const string Head = "ROWS\n N c\nCOLUMNS\n x c 1\n y c 1\n";
        foreach (string part in (string[])["QUADOBJ\n x x 2\n x y -0.5\n y y 4\n", "QUADOBJ\n x x 2\n y x -0.5\n y y 4\n", "QSECTION c\n x x 2 y -0.5\n y y 4\n", "QMATRIX\n x x 2\n x y -0.5\n y x -0.5\n y y 4\n"])
        {
            var q = MpsReader.ReadText(Head + part + "ENDATA").Quadratic.ShouldNotBeNull(part);
            q.ColumnStart.ShouldBe([0, 2, 3], part);
            q.RowIndex.ShouldBe([0, 1, 1], part);
            q.Value.ShouldBe([2, -0.5, 4], part);
        }

        MpsReader.ReadText("OBJSENSE\n MAX\n" + Head + "QUADOBJ\n x x -2\nENDATA").Quadratic!.Value.ShouldBe([2.0]);
    }

    [Fact]
    public void Line_ends_tabs_marks_and_words_of_other_writers_are_read()
    {
        MpsProblem problem = MpsReader.ReadText("\uFEFFNAME\tsome problem FREE\r\n\r\n* remark\r\nOBJSENSE MAXIMIZE\r\nOBJNAME\r\n\tprofit\r\nROWS\r\n\tN\tother\r\n\tN\tprofit\r\n\tL\tr\r\nCOLUMNS\r\n\tx\tother\t9\tprofit\t2\r\n \t \r\n\tx\tr\t1\r\nRHS\r\n\tr\t4\r\nENDATA\r\nanything");
        (problem.Name, problem.ObjectiveName, problem.Maximise).ShouldBe(("some problem", "profit", true));
        problem.Program.Cost.ShouldBe([-2.0]);
        problem.Program.RowUpper.ShouldBe([4.0]);
    }

    [Fact]
    public void A_crossing_that_a_later_line_mends_is_none() =>
        Program("ROWS\n N c\nCOLUMNS\n x c 1\nBOUNDS\n UP b x 3\n LO b x 5\n UP b x 8\nENDATA").ColumnLower[0].ShouldBe(5.0);

    [Fact]
    public void Endless_errors_end()
    {
        var text = new StringBuilder("ROWS\n N c\nCOLUMNS\n");
        for (int k = 0; k < 100_000; k++)
            text.Append(" x q 1\n");
        (MpsProblem? problem, MpsFindings findings) = Read(text.ToString());
        problem.ShouldBeNull();
        findings.Items.Count.ShouldBeLessThan(2 * MpsFindings.Limit);
        findings.Count(MpsIssue.TooLarge).ShouldBe(1);
    }

    [Fact]
    public void An_endless_line_ends()
    {
        (MpsProblem? problem, MpsFindings findings) = Read("ROWS\n N " + new string('c', 100_000) + "\nENDATA");
        problem.ShouldBeNull();
        findings.Items[0].ShouldSatisfyAllConditions(f => f.Issue.ShouldBe(MpsIssue.Malformed), f => f.Line.ShouldBe(2));
    }

    [Fact]
    public void Compressed_files_are_known_by_their_content()
    {
        byte[] packed = Pack(MpsSamples.Whole);
        foreach (string name in (string[])["a.mps.gz", "a.mps"])
        {
            File.WriteAllBytes(Path.Combine(_folder, name), packed);
            MpsReader.ReadFile(Path.Combine(_folder, name)).Program.RowCount.ShouldBe(4);
        }
    }

    [Fact]
    public void A_large_compressed_file_read_on_two_threads_is_the_same()
    {
        var text = new StringBuilder("ROWS\n N c\n G r\nCOLUMNS\n");
        var random = new Random(5);
        for (int j = 0; j < 60_000; j++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $" column{j} c {random.NextDouble()} r {random.NextDouble()}\n");
        text.Append("ENDATA\n");
        string path = Path.Combine(_folder, "large.mps.gz");
        File.WriteAllBytes(path, Pack(text.ToString()));
        new FileInfo(path).Length.ShouldBeGreaterThan(1 << 17);
        LinearProgram plain = Program(text.ToString());
        LinearProgram packed = MpsReader.ReadFile(path).Program;
        packed.Cost.ShouldBe(plain.Cost);
        packed.Matrix.Value.ShouldBe(plain.Matrix.Value);

        // Cut off in the middle, the second thread ends too.
        File.WriteAllBytes(path, Pack(text.ToString())[..150_000]);
        var findings = new MpsFindings();
        MpsReader.ReadFile(path, findings).ShouldBeNull();
        findings.Errors.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_damaged_compressed_file_is_a_finding_even_if_its_text_can_be_read()
    {
        byte[] packed = Pack(MpsSamples.Whole);
        packed[^5] ^= 0x10;
        string path = Path.Combine(_folder, "checksum.mps.gz");
        File.WriteAllBytes(path, packed);
        var findings = new MpsFindings();
        MpsReader.ReadFile(path, findings).ShouldBeNull();
        findings.Items.ShouldContain(f => f.Issue == MpsIssue.Damaged);
    }

    [Fact]
    public void A_file_named_gz_that_is_none_and_one_that_is_not_there_are_findings()
    {
        File.WriteAllText(Path.Combine(_folder, "plain.mps.gz"), MpsSamples.Whole);
        var findings = new MpsFindings();
        MpsReader.ReadFile(Path.Combine(_folder, "plain.mps.gz"), findings).ShouldBeNull();
        MpsReader.ReadFile(Path.Combine(_folder, "nowhere.mps"), findings).ShouldBeNull();
        MpsReader.ReadFile(_folder, findings).ShouldBeNull();
        findings.Items.Select(f => f.Issue).ShouldBe([MpsIssue.Damaged, MpsIssue.Unreadable, MpsIssue.Unreadable]);
    }

    [Fact]
    public void A_small_file_that_unpacks_to_an_endless_one_is_refused()
    {
        string path = Path.Combine(_folder, "bomb.mps.gz");
        using (var packed = new GZipStream(File.Create(path), CompressionLevel.Optimal))
        {
            byte[] blanks = new byte[1 << 20];
            // Lines of blanks, so that few of them are read.
            Array.Fill(blanks, (byte)' ');
            for (int k = 0; k < blanks.Length; k += 60_000)
                blanks[k] = (byte)'\n';
            for (int k = 0; k < 66; k++)
                packed.Write(blanks);
        }

        var findings = new MpsFindings();
        MpsReader.ReadFile(path, findings).ShouldBeNull();
        findings.Items[0].Message.ShouldContain("200 times");
    }

    [Fact]
    public void Many_columns_in_any_order_are_found_by_name()
    {
        var text = new StringBuilder("ROWS\n N c\nCOLUMNS\n");
        int[] order = [.. Enumerable.Range(0, 3000)];
        new Random(1).Shuffle(order);
        foreach (int j in order)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $" a-rather-long-name-{j} c 1\n");
        text.Append("BOUNDS\n");
        for (int j = 0; j < 3000; j += 7)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $" UP b a-rather-long-name-{j} {j + 1}\n");
        MpsProblem problem = MpsReader.ReadText(text + "ENDATA\n");
        for (int k = 0; k < 3000; k++)
        {
            problem.Program.ColumnUpper[k].ShouldBe(order[k] % 7 == 0 ? order[k] + 1 : Inf);
            problem.ColumnNames.IndexOf($"a-rather-long-name-{order[k]}").ShouldBe(k);
        }
    }

    private static (MpsProblem? Problem, MpsFindings Findings) Read(string text)
    {
        var findings = new MpsFindings();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (MpsReader.Read(stream, findings, MpsFormat.Free), findings);
    }

    private static LinearProgram Program(string text) => MpsReader.ReadText(text, MpsFormat.Free).Program;

    private static byte[] Pack(string text)
    {
        using var stream = new MemoryStream();
        using (var packed = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
            packed.Write(Encoding.UTF8.GetBytes(text));
        return stream.ToArray();
    }
}
