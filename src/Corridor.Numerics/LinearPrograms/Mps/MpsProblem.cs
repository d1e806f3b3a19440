using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>What an MPS file says.</summary>
public sealed class MpsProblem
{
    /// <summary>The name in the NAME line, possibly empty.</summary>
    public required string Name { get; init; }

    /// <summary>The problem, always as a minimisation: the costs of a maximisation are negated.</summary>
    public required LinearProgram Program { get; init; }

    /// <summary>Whether the file asks for a maximum.</summary>
    public required bool Maximise { get; init; }

    /// <summary>Names of the rows without the objective.</summary>
    public required MpsNames RowNames { get; init; }

    /// <summary>Names of the columns.</summary>
    public required MpsNames ColumnNames { get; init; }

    /// <summary>Columns declared integer, ascending; the linear program ignores the declaration.</summary>
    public required int[] IntegerColumns { get; init; }

    /// <summary>Name of the objective row; empty where there is none.</summary>
    public string ObjectiveName { get; init; } = "";

    /// <summary>
    /// The lower triangle of Q, symmetric, in the objective cᵀx + ½xᵀQx of the minimisation; null where the objective is linear.
    /// </summary>
    public SparseMatrix? Quadratic { get; init; }
}
