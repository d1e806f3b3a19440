namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>The sections RHS and RANGES: bounds of the rows and the constant of the objective.</summary>
internal sealed class MpsSides(MpsReport report, MpsRows rows)
{
    private double[]? _side;
    private double[]? _range;
    private MpsSet _sides;
    private MpsSet _ranges;
    private bool _hasOffset;

    /// <summary>The constant of the objective, as in the file: the right-hand side of its row, negated.</summary>
    public double Offset { get; private set; }

    /// <summary>Whether no line was taken yet.</summary>
    public bool IsEmpty => _side is null && _range is null;

    /// <summary>Takes a line of RHS, or of RANGES.</summary>
    public void Take(in MpsFields fields, bool isRange)
    {
        if (fields.Count is < 2 or > 5)
        {
            report.Add(MpsIssue.Malformed, isRange ? "A line of RANGES must have one or two pairs of row and value." : "A line of RHS must have one or two pairs of row and value.");
            return;
        }

        int first = fields.Count % 2;
        ref MpsSet set = ref isRange ? ref _ranges : ref _sides;
        if (!set.Chooses(first == 1 ? fields[0] : default, report))
            return;
        double[] target = isRange ? _range ??= Fill(new double[rows.Names.Count]) : _side ??= Fill(new double[rows.Names.Count]);
        for (int k = first; k < fields.Count; k += 2)
        {
            int row = rows.FindNext(fields[k]);
            if (!MpsNumber.TryParse(fields[k + 1], out double value))
            {
                report.Add(MpsIssue.BadNumber, fields.PlaceOf(k + 1), fields[k + 1], "The value must be a number, not ", ".");
            }
            else if (row >= 0)
            {
                if (!double.IsNaN(target[row]))
                    Repeated(fields, k);
                target[row] = value;
            }
            else if (row == MpsRows.Objective && !isRange)
            {
                Constant(fields, k, value);
            }
            else if (row == MpsRows.Unknown)
            {
                report.Add(MpsIssue.UnknownName, fields.PlaceOf(k), fields[k], "There is no row ", ".");
            }
            else
            {
                report.Add(MpsIssue.NoEffect, fields.PlaceOf(k), fields[k], "The row ", " has no bounds, so that a range or right-hand side has no effect.");
            }
        }
    }

    /// <summary>RHS or RANGES as a section that is taken in blocks; null before the first of its lines.</summary>
    public IMpsSection? InBlocks(bool isRange)
    {
        byte[]? set = isRange ? _ranges.Chosen : _sides.Chosen;
        double[]? target = isRange ? _range : _side;
        return set is null || target is null ? null : new MpsSideBlocks(set, target);
    }

    /// <summary>The bounds of all rows.</summary>
    public (double[] Lower, double[] Upper) Bounds()
    {
        int count = rows.Names.Count;
        double[] lower = GC.AllocateUninitializedArray<double>(count);
        double[] upper = GC.AllocateUninitializedArray<double>(count);
        for (int i = 0; i < count; i++)
        {
            double side = _side is null || double.IsNaN(_side[i]) ? 0.0 : MpsBounds.Infinity(_side[i]);
            double range = _range is null ? double.NaN : MpsBounds.Infinity(_range[i]);
            double width = double.IsNaN(range) ? double.PositiveInfinity : Math.Abs(range);
            (lower[i], upper[i]) = (char)rows.Types[i] switch
            {
                'L' => (double.IsPositiveInfinity(side) ? double.NegativeInfinity : side - width, side),
                'G' => (side, double.IsNegativeInfinity(side) ? double.PositiveInfinity : side + width),
                _ when double.IsNaN(range) => (side, side),
                _ => range < 0.0 ? (side - width, side) : (side, side + width),
            };
            if (double.IsNaN(lower[i] + upper[i]) || double.IsPositiveInfinity(lower[i]) || double.IsNegativeInfinity(upper[i]))
            {
                // Both infinite of opposite signs is a row without bounds, which is in order.
                if (double.IsNegativeInfinity(lower[i]) && double.IsPositiveInfinity(upper[i]))
                    continue;
                report.AddAtEnd(MpsIssue.EmptyBounds, rows.Names[i], $"The right-hand side of the row '{rows.Names[i]}' is infinite and admits no value.");
                (lower[i], upper[i]) = (0.0, 0.0);
            }
        }

        return (lower, upper);
    }

    private static double[] Fill(double[] values)
    {
        Array.Fill(values, double.NaN);
        return values;
    }

    private void Constant(in MpsFields fields, int at, double value)
    {
        if (!double.IsFinite(value))
        {
            report.Add(MpsIssue.BadNumber, fields.PlaceOf(at + 1), fields[at + 1], "The constant of the objective must be finite, not ", ".");
            return;
        }

        if (_hasOffset)
            Repeated(fields, at);
        _hasOffset = true;
        Offset = 0.0 - value;
    }

    private void Repeated(in MpsFields fields, int at) =>
        report.Add(MpsIssue.RepeatedValue, fields.PlaceOf(at), fields[at], "The row ", " has a value of this section already; the last counts.");
}
