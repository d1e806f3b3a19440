using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.LinearPrograms.Mps;

namespace Corridor.Tests.Numerics.LinearPrograms.Mps;

public sealed class MpsReaderTests
{
    private const double Inf = double.PositiveInfinity;

    private const string Complete = """
        * a comment
        NAME          SAMPLE
        OBJSENSE
            MAX
        ROWS
         N  cost
         N  other
         L  lim
         G  dem
         E  eqp
         E  eqn
        COLUMNS
            x         cost              1.5   lim              -2.0
            x         eqp               1e1   other               9
            MARKER                 'MARKER'                 'INTORG'
            y         cost               .5   dem                +1
            MARKER                 'MARKER'                 'INTEND'
            z         eqn                 1
        RHS
            RHS       lim                 4   dem                 1
            RHS       eqp                 5   eqn                 6
            RHS       cost              -10
        RANGES
            RNG       lim               2.5   dem                 3
            RNG       eqp                 1   eqn                -2
        BOUNDS
         UP BND       x                  -1
         MI BND       y
         UP BND       y                   8
         FR BND       z
        ENDATA
        """;

    [Fact]
    public void Every_section_is_understood()
    {
        MpsProblem problem = MpsReader.ReadText(Complete);
        LinearProgram p = problem.Program;
        problem.Name.ShouldBe("SAMPLE");
        problem.Maximise.ShouldBeTrue();
        problem.IntegerColumns.ShouldBe([1]);
        problem.RowNames[3].ShouldBe("eqn");
        problem.ColumnNames[2].ShouldBe("z");
        p.RowLower.ShouldBe([1.5, 1, 5, 4]);
        p.RowUpper.ShouldBe([4, 4, 6, 6]);
        p.Cost.ShouldBe([-1.5, -0.5, 0]);
        p.CostOffset.ShouldBe(-10);
        p.ColumnLower.ShouldBe([-Inf, -Inf, -Inf]);
        p.ColumnUpper.ShouldBe([-1, 8, Inf]);
        p.Matrix.ColumnStart.ShouldBe([0, 2, 3, 4]);
        p.Matrix.RowIndex.ShouldBe([0, 2, 1, 3]);
        p.Matrix.Value.ShouldBe([-2.0, 10, 1, 1]);
    }

    [Fact]
    public void Names_with_spaces_are_read_by_fixed_columns()
    {
        string text = "NAME\nROWS\n N  COST\n E  ROW A B\nCOLUMNS\n    COL X     COST               2.0   ROW A B            3.0\nRHS\n              ROW A B            6.0\nENDATA\n";
        MpsProblem problem = MpsReader.ReadText(text);
        problem.RowNames[0].ShouldBe("ROW A B");
        problem.Program.RowLower[0].ShouldBe(6);
        problem.Program.Matrix.Value[0].ShouldBe(3);
    }

    [Fact]
    public void Bound_types_without_a_set_name_and_infinities_are_read()
    {
        string text = "NAME\nROWS\n N c\n G r\nCOLUMNS\n a c 1 r 1\n b c 1 r 1\n d c 1 r 1\n e c 1 r 1\nRHS\n r 1\nBOUNDS\n FX a 3\n BV b\n UP d Inf\n LO d -1e3\n LI e 2\n UI e 5\nENDATA\n";
        LinearProgram p = MpsReader.ReadText(text, MpsFormat.Free).Program;
        p.ColumnLower.ShouldBe([3, 0, -1000, 2]);
        p.ColumnUpper.ShouldBe([3, 1, Inf, 5]);
    }

    [Theory]
    [InlineData("NAME\nROWS\n N c\n E r\n E r\nCOLUMNS\nENDATA\n", 5)]
    [InlineData("NAME\nROWS\n N c\nCOLUMNS\n x r 1\nENDATA\n", 5)]
    [InlineData("NAME\nROWS\n N c\nCOLUMNS\n x c one\nENDATA\n", 5)]
    [InlineData("NAME\nROWS\n N c\n", 3)]
    [InlineData("NAME\nROWS\n X c\nENDATA\n", 3)]
    [InlineData("NAME\nROWS\n N c\nCOLUMNS\n x c 1\nBOUNDS\n UP b y 1\nENDATA\n", 7)]
    [InlineData("NAME\nCSECTION\nENDATA\n", 2)]
    public void Errors_name_their_line(string text, int line) =>
        Should.Throw<MpsFormatException>(() => MpsReader.ReadText(text, MpsFormat.Free)).Line.ShouldBe(line);

    [Theory]
    [InlineData("0.1")]
    [InlineData("-123456.789e-7")]
    [InlineData("9007199254740993")]
    [InlineData("1.7976931348623157e308")]
    [InlineData("4.9e-324")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("+.5E+3")]
    [InlineData("7.")]
    public void Numbers_are_rounded_exactly(string text)
    {
        string file = $"NAME\nROWS\n N c\nCOLUMNS\n x c {text}\nENDATA\n";
        double expected = double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        MpsReader.ReadText(file).Program.Cost[0].ShouldBe(expected);
    }
}
