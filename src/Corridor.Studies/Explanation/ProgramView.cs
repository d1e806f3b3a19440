using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Sparse;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Program;

namespace Corridor.Studies.Explanation;

/// <summary>A solved dispatch, column by column and row by row, with prices instead of duals.</summary>
internal sealed class ProgramView
{
    /// <summary>Amounts below this share of the price they belong to are rounding of the solver.</summary>
    public const double RoundingShare = 3e-4;

    /// <summary>Use of a limit from which on it is reached.</summary>
    public const double FullShare = 0.999;

    private readonly LinearProgramSolution _solution;
    private readonly double _typicalPrice;

    public ProgramView(DispatchResult result)
    {
        Result = result;
        Network = result.Network;
        Source = result.Source;
        Linear = result.Program;
        _solution = result.Solution;
        ByRow = Linear.Matrix.Transpose();
        double[] prices = [.. result.NodalPrice.SelectMany(p => p).Select(Math.Abs).Order()];
        _typicalPrice = prices.Length == 0 ? 0 : prices[prices.Length / 2];
    }

    public DispatchResult Result { get; }

    public CompiledNetwork Network { get; }

    public DispatchProgram Source { get; }

    public LinearProgram Linear { get; }

    /// <summary>The matrix by rows: its "columns" are the program's rows.</summary>
    public SparseMatrix ByRow { get; }

    public int BalanceRow(int node, int period) => Source.Layout.Row(node, period);

    /// <summary>What turns a dual into a price: days for balances, −1 for the value of what is stored.</summary>
    public double Scale(RowKey row) => row.Kind == RowKind.StorageLevel ? -1 : Network.Horizon.Periods[row.Period].Days;

    /// <summary>Price of a balance, or value of what is stored, money of account per unit of account.</summary>
    public double Price(int row, RowKey key) => _solution.RowDual[row] / Scale(key);

    public double Dual(int row) => _solution.RowDual[row];

    public double Value(int column) => _solution.Primal[column];

    public double Reduced(int column) => _solution.ReducedCost[column];

    /// <summary>Cost of one more unit of a column at the solution: its linear cost, and what a rising cost adds.</summary>
    public double Cost(int column)
    {
        double cost = Linear.Cost[column];
        if (Result.Quadratic is not { } quadratic)
            return cost;
        for (int k = quadratic.LowerTriangle.ColumnStart[column]; k < quadratic.LowerTriangle.ColumnStart[column + 1]; k++)
            cost += quadratic.LowerTriangle.Value[k] * Value(column);
        return cost;
    }

    /// <summary>What counts as zero beside a price.</summary>
    public double Rounding(double price) => RoundingShare * Math.Max(Math.Abs(price), 0.01 * _typicalPrice);

    /// <summary>Whether a column carries anything worth a word.</summary>
    public bool IsUsed(int column) => Math.Abs(Value(column)) - Math.Max(0, Lower(column)) > 1e-6 * Math.Max(1, Math.Min(Math.Abs(Linear.ColumnUpper[column]), 1e3)) || Lower(column) > 0;

    private double Lower(int column) => double.IsFinite(Linear.ColumnLower[column]) ? Linear.ColumnLower[column] : 0;

    /// <summary>−1 for the column of a signed arc that carries its flow backward, otherwise 1: its value times this is a flow at or above zero.</summary>
    public int Sign(int column, ColumnKey key) => key.Kind == ColumnKind.Arc && Source.Arcs.IsSigned(key.Element) && Value(column) < 0 ? -1 : 1;

    /// <summary>The days that a column's rate lasts: 1 for columns of a year.</summary>
    public double Days(ColumnKey key) => key.Period < 0 ? 1 : Network.Horizon.Periods[key.Period].Days;

    /// <summary>Entry of the matrix; 0 where there is none.</summary>
    public double Entry(int row, int column)
    {
        for (int k = Linear.Matrix.ColumnStart[column]; k < Linear.Matrix.ColumnStart[column + 1]; k++)
        {
            if (Linear.Matrix.RowIndex[k] == row)
                return Linear.Matrix.Value[k];
        }

        return 0;
    }

    /// <summary>Rows and entries of a column.</summary>
    public IEnumerable<(int Row, double Value)> RowsOf(int column)
    {
        for (int k = Linear.Matrix.ColumnStart[column]; k < Linear.Matrix.ColumnStart[column + 1]; k++)
            yield return (Linear.Matrix.RowIndex[k], Linear.Matrix.Value[k]);
    }

    /// <summary>Columns and entries of a row.</summary>
    public IEnumerable<(int Column, double Value)> ColumnsOf(int row)
    {
        for (int k = ByRow.ColumnStart[row]; k < ByRow.ColumnStart[row + 1]; k++)
            yield return (ByRow.RowIndex[k], ByRow.Value[k]);
    }
}
