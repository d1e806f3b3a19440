using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Tests.Numerics.InteriorPoint;

/// <summary>Small problems written down row by row.</summary>
internal sealed class SmallProgram
{
    internal const double Inf = double.PositiveInfinity;

    private readonly LinearProgramBuilder _builder = new();

    internal SmallProgram Column(double cost, double lower = 0.0, double upper = Inf)
    {
        _builder.AddColumn(lower, upper, cost);
        return this;
    }

    internal SmallProgram Row(double lower, double upper, params double[] coefficients)
    {
        int row = _builder.AddRow(lower, upper);
        for (int j = 0; j < coefficients.Length; j++)
            _builder.AddEntry(row, j, coefficients[j]);
        return this;
    }

    internal SmallProgram Offset(double offset)
    {
        _builder.CostOffset = offset;
        return this;
    }

    internal LinearProgram Build() => _builder.Build();

    internal LinearProgramSolution Solve(bool presolve = true) =>
        InteriorPointSolver.Solve(Build(), InteriorPointSettings.Default with { Presolve = presolve });

    internal static void ShouldBeNear(double[] actual, params double[] expected)
    {
        actual.Length.ShouldBe(expected.Length);
        for (int k = 0; k < actual.Length; k++)
            actual[k].ShouldBe(expected[k], 1e-6);
    }
}
