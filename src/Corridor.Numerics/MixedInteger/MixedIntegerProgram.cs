using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.MixedInteger;

/// <summary>A linear program some of whose columns must take whole values.</summary>
public sealed class MixedIntegerProgram
{
    /// <summary>Takes the arrays over without copying them.</summary>
    /// <param name="program">Objective, rows and bounds.</param>
    /// <param name="isInteger">One element a column: whether it must be whole.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public MixedIntegerProgram(LinearProgram program, bool[] isInteger)
    {
        if (isInteger.Length != program.ColumnCount)
            throw new ArgumentException("There must be one mark a column.", nameof(isInteger));
        Program = program;
        IsInteger = isInteger;
    }

    /// <summary>Objective, rows and bounds.</summary>
    public LinearProgram Program { get; }

    /// <summary>Whether each column must be whole.</summary>
    public bool[] IsInteger { get; }
}
