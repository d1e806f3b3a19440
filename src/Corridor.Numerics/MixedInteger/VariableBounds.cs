namespace Corridor.Numerics.MixedInteger;

/// <summary>x ≤ (or ≥) Constant + Slope·(binary column).</summary>
internal readonly record struct VariableBound(int Binary, double Constant, double Slope, bool IsUpper)
{
    internal double At(double[] x) => Constant + (Slope * x[Binary]);
}

/// <summary>
/// Bounds of columns that hang on a binary column, found by probing: each binary is set to 0 and to 1, and what follows is compared
/// (M. W. P. Savelsbergh, ORSA J. Comput. 6 (1994) 445–454).
/// </summary>
internal sealed class VariableBounds
{
    private const int MostPerColumn = 12;

    private readonly List<VariableBound>?[] _of;

    private VariableBounds(int columns) => _of = new List<VariableBound>?[columns];

    internal IReadOnlyList<VariableBound> Of(int column) => _of[column] ?? [];

    /// <summary>Probes every binary column; tightens the model's bounds by what holds either way. Null if the model has no point.</summary>
    internal static VariableBounds? Probe(IntegerModel model, Func<bool> isStopped)
    {
        var found = new VariableBounds(model.ColumnCount);
        var propagation = new BoundPropagation(model);
        double[] lower0 = new double[model.ColumnCount];
        double[] upper0 = new double[model.ColumnCount];
        double[] lower1 = new double[model.ColumnCount];
        double[] upper1 = new double[model.ColumnCount];
        int[] one = new int[1];
        foreach (int b in model.Integers)
        {
            if (model.Lower[b] != 0.0 || model.Upper[b] != 1.0)
                continue;
            if (isStopped())
                break;
            one[0] = b;
            Copy(model, lower0, upper0);
            upper0[b] = 0.0;
            bool zero = propagation.From(one, lower0, upper0);
            Copy(model, lower1, upper1);
            lower1[b] = 1.0;
            bool isOne = propagation.From(one, lower1, upper1);
            if (!zero && !isOne)
                return null;
            if (!zero || !isOne)
            {
                (double[] low, double[] high) = zero ? (lower0, upper0) : (lower1, upper1);
                low.CopyTo(model.Lower, 0);
                high.CopyTo(model.Upper, 0);
                continue;
            }

            found.Compare(model, b, (lower0, upper0), (lower1, upper1));
        }

        return found;
    }

    private static void Copy(IntegerModel model, double[] lower, double[] upper)
    {
        model.Lower.CopyTo(lower, 0);
        model.Upper.CopyTo(upper, 0);
    }

    private void Compare(IntegerModel model, int binary, (double[] Lower, double[] Upper) zero, (double[] Lower, double[] Upper) one)
    {
        for (int j = 0; j < model.ColumnCount; j++)
        {
            if (j == binary || model.Lower[j] == model.Upper[j])
                continue;
            model.Lower[j] = Math.Max(model.Lower[j], Math.Min(zero.Lower[j], one.Lower[j]));
            model.Upper[j] = Math.Min(model.Upper[j], Math.Max(zero.Upper[j], one.Upper[j]));
            Add(j, binary, zero.Upper[j], one.Upper[j], true);
            Add(j, binary, zero.Lower[j], one.Lower[j], false);
        }
    }

    private void Add(int column, int binary, double at0, double at1, bool isUpper)
    {
        double slope = at1 - at0;
        if (!double.IsFinite(slope) || Math.Abs(slope) <= 1e-6 * Math.Max(1.0, Math.Max(Math.Abs(at0), Math.Abs(at1))))
            return;
        List<VariableBound> list = _of[column] ??= [];
        if (list.Count < MostPerColumn)
            list.Add(new VariableBound(binary, at0, slope, isUpper));
    }
}
