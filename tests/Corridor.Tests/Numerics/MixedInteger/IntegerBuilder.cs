using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.MixedInteger;

namespace Corridor.Tests.Numerics.MixedInteger;

/// <summary>Mixed-integer programs written down column by column, then row by row.</summary>
internal sealed class IntegerBuilder
{
    internal const double Inf = double.PositiveInfinity;

    private readonly LinearProgramBuilder _builder = new();
    private readonly List<bool> _isInteger = [];

    internal int Continuous(double cost, double lower = 0.0, double upper = Inf) => Add(cost, lower, upper, false);

    internal int Integer(double cost, double lower = 0.0, double upper = Inf) => Add(cost, lower, upper, true);

    internal int Binary(double cost) => Add(cost, 0.0, 1.0, true);

    internal int Row(double lower, double upper, params (int Column, double Value)[] entries)
    {
        int row = _builder.AddRow(lower, upper);
        foreach ((int column, double value) in entries)
            _builder.AddEntry(row, column, value);
        return row;
    }

    internal MixedIntegerProgram Build() => new(_builder.Build(), [.. _isInteger]);

    private int Add(double cost, double lower, double upper, bool isInteger)
    {
        _isInteger.Add(isInteger);
        return _builder.AddColumn(lower, upper, cost);
    }
}
