using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// One variant at a time: its bounds, costs and right-hand sides as a program of its own on the shared matrix, and in the form of the structure.
/// Loading a variant allocates nothing.
/// </summary>
internal sealed class ResolveData
{
    /// <summary>Width in the form of a box that is closed.</summary>
    internal const double ClosedWidth = 1e-10;

    private readonly ResolveStructure _structure;
    private readonly ComputationalForm _base;
    private readonly double[] _baseUpper;
    private readonly bool[] _isChanged;
    private readonly int[] _changed;
    private readonly int _baseProducts;
    private readonly CompensatedSum _baseOffset;
    private int _changedCount;

    internal ResolveData(ResolveStructure structure)
    {
        _structure = structure;
        LinearProgram p = structure.Program;
        Program = new LinearProgram(
            p.Matrix,
            (double[])p.Cost.Clone(),
            p.CostOffset,
            (double[])p.ColumnLower.Clone(),
            (double[])p.ColumnUpper.Clone(),
            (double[])p.RowLower.Clone(),
            (double[])p.RowUpper.Clone());
        _base = structure.Form;
        Form = _base.WithOwnVectors();
        _isChanged = new bool[Form.ColumnCount];
        _changed = new int[Form.ColumnCount];
        for (int k = 0; k < Form.ColumnCount; k++)
            SetWidth(k);
        _baseUpper = (double[])Form.Upper.Clone();
        _baseOffset.Add(p.CostOffset);
        for (int k = 0; k < Form.ColumnCount; k++)
            Count(p, k, 1, ref _baseProducts, ref _baseOffset);
        Summarise();
    }

    /// <summary>The variant as a program. It changes with every variant and is not given away.</summary>
    internal LinearProgram Program { get; }

    /// <summary>The variant in the form of the structure.</summary>
    internal ComputationalForm Form { get; }

    /// <summary>Columns of the form whose bounds or costs differ from the base.</summary>
    internal ReadOnlySpan<int> Changed => _changed.AsSpan(0, _changedCount);

    /// <summary>Bounds that are there: the complementarity products.</summary>
    internal int Products { get; private set; }

    /// <summary>What must be added to the objective of the form to get that of the variant.</summary>
    internal double ObjectiveOffset { get; private set; }

    /// <summary>Lower bound of a column of the form, in units of the program.</summary>
    internal double Lower(int k) => _structure.Source[k] is >= 0 and int j ? Program.ColumnLower[j] : Program.RowLower[~_structure.Source[k]];

    /// <summary>Upper bound of a column of the form, in units of the program.</summary>
    internal double Upper(int k) => _structure.Source[k] is >= 0 and int j ? Program.ColumnUpper[j] : Program.RowUpper[~_structure.Source[k]];

    /// <summary>Takes a variant instead of the last one. False if an equality would become something else: the structure has no slack for it.</summary>
    internal bool Load(LinearProgramVariant variant)
    {
        variant.RequireFit(_structure.Program);
        Restore();
        foreach (BoundChange change in variant.ColumnList)
        {
            Mark(_structure.ColumnPlace[change.Index]);
            Program.ColumnLower[change.Index] = change.Lower;
            Program.ColumnUpper[change.Index] = change.Upper;
        }

        foreach (CostChange change in variant.CostList)
        {
            int k = _structure.ColumnPlace[change.Index];
            Mark(k);
            Program.Cost[change.Index] = change.Cost;
            Form.Cost[k] = change.Cost * Form.ColumnFactor[k] * _structure.BoundScale * Form.CostScale;
        }

        foreach (BoundChange change in variant.RowList)
        {
            int i = change.Index;
            Program.RowLower[i] = change.Lower;
            Program.RowUpper[i] = change.Upper;
            if (_structure.SlackPlace[i] >= 0)
            {
                Mark(_structure.SlackPlace[i]);
                continue;
            }

            if (change.Lower != change.Upper)
                return false;
            int r = _structure.RowPlace[i];
            Form.RightHandSide[r] = _base.RightHandSide[r] + ((change.Lower - _structure.Program.RowLower[i]) * Form.RowFactor(r) * _structure.BoundScale);
        }

        foreach (int k in Changed)
        {
            SetWidth(k);
            MoveShift(k);
        }

        Summarise();
        return true;
    }

    /// <summary>Undoes the last variant.</summary>
    private void Restore()
    {
        LinearProgram p = _structure.Program;
        p.Cost.CopyTo(Program.Cost, 0);
        p.ColumnLower.CopyTo(Program.ColumnLower, 0);
        p.ColumnUpper.CopyTo(Program.ColumnUpper, 0);
        p.RowLower.CopyTo(Program.RowLower, 0);
        p.RowUpper.CopyTo(Program.RowUpper, 0);
        _base.Cost.CopyTo(Form.Cost, 0);
        _base.RightHandSide.CopyTo(Form.RightHandSide, 0);
        _baseUpper.CopyTo(Form.Upper, 0);
        foreach (int k in Changed)
            _isChanged[k] = false;
        _changedCount = 0;
    }

    private void Mark(int k)
    {
        if (_isChanged[k])
            return;
        _isChanged[k] = true;
        _changed[_changedCount++] = k;
    }

    private void SetWidth(int k)
    {
        double lower = Lower(k);
        double upper = Upper(k);
        Form.Upper[k] = double.IsFinite(lower) && double.IsFinite(upper) ? Math.Max((upper - lower) / Form.ColumnFactor[k], ClosedWidth) : 0.0;
    }

    /// <summary>Moves the right-hand side if the zero of a column has moved.</summary>
    private void MoveShift(int k)
    {
        LinearProgram p = _structure.Program;
        int j = _structure.Source[k];
        double before = j >= 0 ? ResolveStructure.Shift(p.ColumnLower[j], p.ColumnUpper[j]) : ResolveStructure.Shift(p.RowLower[~j], p.RowUpper[~j]);
        double move = (ResolveStructure.Shift(Lower(k), Upper(k)) - before) / Form.ColumnFactor[k];
        if (move == 0.0)
            return;
        SparseMatrix a = Form.Matrix;
        for (int q = a.ColumnStart[k]; q < a.ColumnStart[k + 1]; q++)
            Form.RightHandSide[a.RowIndex[q]] -= a.Value[q] * move;
    }

    /// <summary>Adds what a column has of complementarity products and of the constant of the objective.</summary>
    private void Count(LinearProgram p, int k, int sign, ref int products, ref CompensatedSum offset)
    {
        int j = _structure.Source[k];
        double lower = j >= 0 ? p.ColumnLower[j] : p.RowLower[~j];
        double upper = j >= 0 ? p.ColumnUpper[j] : p.RowUpper[~j];
        products += sign * ((double.IsFinite(lower) ? 1 : 0) + (double.IsFinite(upper) ? 1 : 0));
        if (j >= 0)
            offset.Add(sign * p.Cost[j] * ResolveStructure.Shift(lower, upper));
    }

    /// <summary>From the base and the columns changed.</summary>
    private void Summarise()
    {
        int products = _baseProducts;
        CompensatedSum offset = _baseOffset;
        foreach (int k in Changed)
        {
            Count(_structure.Program, k, -1, ref products, ref offset);
            Count(Program, k, 1, ref products, ref offset);
        }

        Products = products;
        ObjectiveOffset = offset.Value;
    }
}
