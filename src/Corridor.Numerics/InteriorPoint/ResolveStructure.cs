using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// What variants of a program share: scaling, order of elimination and its symbolic analysis, the matrix in that order. Every column stands in the range
/// of the boxed ones, whatever its bounds, so that bounds of any kind may come and go: a bound that is absent has the multiplier 0 (and w out of reach),
/// which the passes over columns mask.
/// </summary>
internal sealed class ResolveStructure
{
    internal ResolveStructure(LinearProgram program)
    {
        Program = program;
        LinearProgram boxed = Boxed(program);
        Form = ComputationalForm.Of(boxed, null, out KktPlan plan);
        Plan = plan;
        BoundScale = 1.0 / (Form.ObjectiveScale * Form.CostScale);
        ColumnPlace = new int[program.ColumnCount];
        SlackPlace = new int[program.RowCount];
        RowPlace = new int[program.RowCount];
        Source = Form.Source;
        Array.Fill(SlackPlace, -1);
        for (int k = 0; k < Source.Length; k++)
        {
            if (Source[k] >= 0)
                ColumnPlace[Source[k]] = k;
            else
                SlackPlace[~Source[k]] = k;
        }

        for (int k = 0; k < program.RowCount; k++)
            RowPlace[Form.SourceRow(k)] = k;
    }

    /// <summary>The program that variants differ from.</summary>
    internal LinearProgram Program { get; }

    /// <summary>Its form; the upper bounds in it mean nothing.</summary>
    internal ComputationalForm Form { get; }

    /// <summary>The order of elimination.</summary>
    internal KktPlan Plan { get; }

    /// <summary>The scale of right-hand sides and bounds.</summary>
    internal double BoundScale { get; }

    /// <summary>What column k of the form is: a column of the program, or the slack of row ~Source[k].</summary>
    internal int[] Source { get; }

    /// <summary>Where each column of the program stands in the form.</summary>
    internal int[] ColumnPlace { get; }

    /// <summary>Where the slack of each row stands in the form; −1 for an equality.</summary>
    internal int[] SlackPlace { get; }

    /// <summary>Where each row of the program stands in the form.</summary>
    internal int[] RowPlace { get; }

    /// <summary>The point that is 0 in the form: a bound, or 0.</summary>
    internal static double Shift(double lower, double upper) => double.IsFinite(lower) ? lower : double.IsFinite(upper) ? upper : 0.0;

    /// <summary>The program shifted to its bounds, with a box around every column and every row that is no equality.</summary>
    private static LinearProgram Boxed(LinearProgram p)
    {
        double[] shift = new double[p.ColumnCount];
        double[] top = new double[p.ColumnCount];
        for (int j = 0; j < shift.Length; j++)
            shift[j] = Shift(p.ColumnLower[j], p.ColumnUpper[j]);
        Array.Fill(top, 1.0);
        double[] rowLower = new double[p.RowCount];
        p.Matrix.Multiply(shift, rowLower);
        double[] rowUpper = new double[p.RowCount];
        for (int i = 0; i < rowLower.Length; i++)
        {
            rowLower[i] = Shift(p.RowLower[i], p.RowUpper[i]) - rowLower[i];
            rowUpper[i] = p.RowLower[i] == p.RowUpper[i] ? rowLower[i] : rowLower[i] + Math.Max(1.0, Math.Abs(rowLower[i]));
        }

        return new LinearProgram(p.Matrix, p.Cost, 0.0, new double[p.ColumnCount], top, rowLower, rowUpper);
    }
}
