namespace Corridor.Numerics.SparseLu;

/// <summary>Why a matrix is singular, in rows and columns of the original matrix.</summary>
/// <param name="IsStructural">Whether no values of this pattern would make the matrix regular.</param>
/// <param name="Column">A column that depends on others; −1 where none is known.</param>
/// <param name="Row">A row that depends on others; −1 where none is known.</param>
/// <param name="Columns">
/// The columns that depend on each other, the heaviest first. Structural: k columns with entries in k − 1 rows only, <paramref name="Column"/> first.
/// Numerical: those that a vector x with A x ≈ 0 lives on, ordered by |x_j| times the greatest entry of the column in rows scaled to 1; empty where none are known.
/// </param>
/// <param name="ColumnWeights">x_j of each of <paramref name="Columns"/>, the heaviest scaled to 1 in its product with the column; empty where the reason is structural.</param>
/// <param name="Rows">
/// The rows that depend on each other. Structural: k rows with entries in k − 1 columns only, <paramref name="Row"/> first. Numerical: those that
/// a vector y with Aᵀy ≈ 0 lives on; empty where none are known.
/// </param>
/// <param name="RowWeights">y_i of each of <paramref name="Rows"/>; empty where the reason is structural.</param>
public sealed record LuSingularity(
    bool IsStructural,
    int Column,
    int Row,
    IReadOnlyList<int> Columns,
    IReadOnlyList<double> ColumnWeights,
    IReadOnlyList<int> Rows,
    IReadOnlyList<double> RowWeights);
