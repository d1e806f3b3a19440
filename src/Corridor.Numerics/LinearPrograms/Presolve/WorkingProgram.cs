namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>A problem while it is being reduced: what is left of it, and what is to be looked at again.</summary>
internal sealed class WorkingProgram
{
    /// <summary>Violations below this, relative to the bound's size, are left to the solver to judge.</summary>
    internal const double FeasibilityTolerance = 1e-9;

    /// <summary>Entries that may be looked at, a multiple of the problem's size.</summary>
    private const int WorkShare = 40;

    private CompensatedSum _offset;
    private double[] _cost;
    private double[] _columnLower;
    private double[] _columnUpper;
    private double[] _rowLower;
    private double[] _rowUpper;
    private double[]? _fixedValue;
    private double[]? _rowScratch;
    private double[]? _columnScratch;

    internal WorkingProgram(LinearProgram program)
    {
        Original = program;
        Rows = new RowStore(program.Matrix);
        Columns = new ColumnStore(program.Matrix);
        _columnLower = program.ColumnLower;
        _columnUpper = program.ColumnUpper;
        _rowLower = program.RowLower;
        _rowUpper = program.RowUpper;
        _cost = program.Cost;
        RowRemoved = new bool[program.RowCount];
        ColumnRemoved = new bool[program.ColumnCount];
        RowLength = new int[program.RowCount];
        ColumnLength = new int[program.ColumnCount];
        RowQueue = new WorkQueue(program.RowCount);
        ColumnQueue = new WorkQueue(program.ColumnCount);
        DualBounds = new RowDualBounds(this);
        _offset.Add(program.CostOffset);
        for (int i = 0; i < RowLength.Length; i++)
            RowLength[i] = Rows.Get(i, out _).Length;
        for (int j = 0; j < ColumnLength.Length; j++)
            ColumnLength[j] = program.Matrix.ColumnStart[j + 1] - program.Matrix.ColumnStart[j];
        Work = WorkShare * (1000L + program.NonzeroCount + program.RowCount + program.ColumnCount);
    }

    internal LinearProgram Original { get; }

    internal RowStore Rows { get; }

    internal ColumnStore Columns { get; }

    internal PostsolveStack Stack { get; } = new();

    internal RowDualBounds DualBounds { get; }

    /// <summary>Bounds, sides and costs are those of the problem given until the first is changed; not to be written to.</summary>
    internal double[] ColumnLower => _columnLower;

    internal double[] ColumnUpper => _columnUpper;

    internal double[] RowLower => _rowLower;

    internal double[] RowUpper => _rowUpper;

    internal double[] Cost => _cost;

    internal double Offset => _offset.Value;

    internal bool[] RowRemoved { get; }

    internal bool[] ColumnRemoved { get; }

    /// <summary>Entries of live columns in each row.</summary>
    internal int[] RowLength { get; }

    /// <summary>Entries of live rows in each column.</summary>
    internal int[] ColumnLength { get; }

    /// <summary>Values of columns that were fixed.</summary>
    internal double[] FixedValue => _fixedValue ??= new double[Original.ColumnCount];

    internal WorkQueue RowQueue { get; }

    internal WorkQueue ColumnQueue { get; }

    internal int RemovedRows { get; private set; }

    internal int RemovedColumns { get; private set; }

    /// <summary>Entries that may still be looked at; reductions stop below zero.</summary>
    internal long Work { get; set; }

    /// <summary>Zeros, one a row, to be left as zeros.</summary>
    internal double[] RowScratch => _rowScratch ??= new double[Original.RowCount];

    /// <summary>Zeros, one a column, to be left as zeros.</summary>
    internal double[] ColumnScratch => _columnScratch ??= new double[Original.ColumnCount];

    internal static double Slack(double bound) => FeasibilityTolerance * Math.Max(1.0, Math.Abs(bound));

    internal bool IsFree(int i) => double.IsInfinity(RowLower[i]) && double.IsInfinity(RowUpper[i]);

    /// <summary>Live entries of row i.</summary>
    internal Span<int> Row(int i, out Span<double> values)
    {
        Span<int> columns = Rows.GetLive(i, RowLength[i], ColumnRemoved, out values);
        Work -= columns.Length;
        return columns;
    }

    internal void AddOffset(double value) => _offset.Add(value);

    internal void SetCost(int j, double value)
    {
        if (ReferenceEquals(_cost, Original.Cost))
            _cost = (double[])_cost.Clone();
        _cost[j] = value;
        ColumnQueue.Add(j);
        if (ColumnLength[j] == 1)
            TouchRowsOf(j);
    }

    /// <summary>Takes row i out; its dual is zero unless a step says otherwise.</summary>
    internal void RemoveRow(int i)
    {
        RowRemoved[i] = true;
        RemovedRows++;
        foreach (int j in Row(i, out _))
        {
            ColumnQueue.Add(j);

            // A column left in one row is judged with that row.
            if (--ColumnLength[j] == 1)
                TouchRowsOf(j);
        }
    }

    /// <summary>Takes column j out of the rows' lengths.</summary>
    internal void RemoveColumn(int j)
    {
        ColumnRemoved[j] = true;
        RemovedColumns++;
        foreach (int i in Columns.Get(j, out _))
        {
            if (RowRemoved[i])
                continue;
            RowLength[i]--;
            RowQueue.Add(i);
        }
    }

    /// <summary>Rows of column j are looked at again.</summary>
    internal void TouchRowsOf(int j)
    {
        foreach (int i in Columns.Get(j, out _))
        {
            if (!RowRemoved[i])
                RowQueue.Add(i);
        }
    }

    /// <summary>Columns of row i are looked at again.</summary>
    internal void TouchColumnsOf(int i)
    {
        foreach (int j in Row(i, out _))
            ColumnQueue.Add(j);
    }

    /// <summary>
    /// Narrows the bounds of a column. Bounds that cross by no more than the tolerance meet at the one that was there before.
    /// </summary>
    /// <returns>False if they contradict each other.</returns>
    internal bool Narrow(int j, double lower, double upper)
    {
        bool raises = lower > ColumnLower[j];
        bool lowers = upper < ColumnUpper[j];
        if (!raises && !lowers)
            return true;
        double newLower = raises ? lower : ColumnLower[j];
        double newUpper = lowers ? upper : ColumnUpper[j];
        if (newLower > newUpper + Slack(newLower))
            return false;
        if (newLower > newUpper)
            newLower = newUpper = lowers ? newLower : newUpper;
        SetColumnBounds(j, newLower, newUpper);
        if (newLower == newUpper)
            FixedColumn.Fix(this, j, newLower);
        else
            TouchRowsOf(j);
        return true;
    }

    /// <summary>Replaces the bounds of column j.</summary>
    internal void SetColumnBounds(int j, double lower, double upper)
    {
        if (ReferenceEquals(_columnLower, Original.ColumnLower))
        {
            _columnLower = (double[])_columnLower.Clone();
            _columnUpper = (double[])_columnUpper.Clone();
        }

        _columnLower[j] = lower;
        _columnUpper[j] = upper;
    }

    /// <summary>Replaces the sides of row i.</summary>
    internal void SetRowBounds(int i, double lower, double upper)
    {
        if (ReferenceEquals(_rowLower, Original.RowLower))
        {
            _rowLower = (double[])_rowLower.Clone();
            _rowUpper = (double[])_rowUpper.Clone();
        }

        _rowLower[i] = lower;
        _rowUpper[i] = upper;
    }

    /// <summary>Moves a constant term of row i to its sides.</summary>
    internal void ShiftRow(int i, double by) => SetRowBounds(i, _rowLower[i] - by, _rowUpper[i] - by);
}
