using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.LinearPrograms.Mps;

namespace Corridor.Studies.Solving;

/// <summary>A program and the names of its rows and columns.</summary>
public sealed class NamedProgram
{
    private readonly MpsProblem _problem;

    internal NamedProgram(MpsProblem problem) => _problem = problem;

    /// <summary>Name in the file, possibly empty.</summary>
    public string Name => _problem.Name;

    /// <summary>The program, as a minimisation.</summary>
    public LinearProgram Linear => _problem.Program;

    /// <summary>Whether the file asks for a maximum.</summary>
    public bool Maximise => _problem.Maximise;

    /// <summary>−1 for a maximum, 1 for a minimum: what turns figures of the minimisation into those of the file.</summary>
    public double Sense => Maximise ? -1.0 : 1.0;

    /// <summary>Number of integer columns.</summary>
    public int IntegerCount => _problem.IntegerColumns.Length;

    /// <summary>The integer columns, ascending.</summary>
    public IReadOnlyList<int> IntegerColumns => _problem.IntegerColumns;

    /// <summary>Whether the objective has a quadratic part with an entry other than zero.</summary>
    public bool IsQuadratic => _problem.Quadratic is { } q && q.Value.AsSpan(0, q.NonzeroCount).ContainsAnyExcept(0.0);

    /// <summary>Name of a row.</summary>
    public string RowName(int row) => _problem.RowNames[row];

    /// <summary>Name of a column.</summary>
    public string ColumnName(int column) => _problem.ColumnNames[column];

    internal MpsProblem Problem => _problem;
}
