using Corridor.Numerics.LinearPrograms;

namespace Corridor.Tests.Numerics.LinearPrograms.Properties;

/// <summary>
/// Small problems of every kind from a seed: with an optimum, without a point, without a limit; degenerate corners, free and fixed columns,
/// ranges, dependent equalities, equalities of two columns, columns in one row, proportional rows and columns, uneven units.
/// </summary>
internal sealed class SmallRandomProgram
{
    private const double Inf = double.PositiveInfinity;

    private readonly Random _random;
    private readonly double[,] _a;
    private readonly double[] _point;

    private SmallRandomProgram(int seed)
    {
        _random = new Random(seed);
        int rows = _random.Next(1, 10);
        int columns = _random.Next(1, 13);
        _a = new double[rows, columns];
        _point = new double[columns];
        for (int j = 0; j < columns; j++)
            _point[j] = _random.Next(3) == 0 ? 0.0 : _random.Next(-4, 9);
    }

    private int Rows => _a.GetLength(0);

    private int Columns => _a.GetLength(1);

    internal static LinearProgram Of(int seed) => new SmallRandomProgram(seed).Build();

    private LinearProgram Build()
    {
        FillMatrix();
        var b = new LinearProgramBuilder { CostOffset = _random.Next(3) == 0 ? _random.Next(-9, 10) : 0.0 };
        bool priced = _random.Next(2) == 0;
        double[] cost = new double[Columns];
        for (int j = 0; j < Columns; j++)
        {
            (double lower, double upper, double reduced) = ColumnBounds(_point[j]);
            b.AddColumn(lower, upper, 0.0);
            cost[j] = priced ? reduced : _random.Next(4) == 0 ? 0.0 : _random.Next(-6, 10);
        }

        bool broken = _random.Next(10) < 3;
        for (int i = 0; i < Rows; i++)
        {
            double activity = 0.0;
            for (int j = 0; j < Columns; j++)
                activity += _a[i, j] * _point[j];
            if (broken && _random.Next(3) == 0)
                activity += _random.Next(-12, 13);
            (double lower, double upper, double dual) = RowBounds(activity);
            b.AddRow(lower, upper);
            for (int j = 0; j < Columns; j++)
            {
                b.AddEntry(i, j, _a[i, j]);
                if (priced)
                    cost[j] += _a[i, j] * dual;
            }
        }

        for (int j = 0; j < Columns; j++)
            b.SetCost(j, cost[j]);
        return b.Build();
    }

    private void FillMatrix()
    {
        int density = _random.Next(2, 9);
        for (int i = 0; i < Rows; i++)
        {
            int kind = _random.Next(8);
            if (kind == 0 && i > 0)
            {
                Combine(i);
                continue;
            }

            if (kind == 1 && Columns > 1)
            {
                int first = _random.Next(Columns);
                _a[i, first] = Coefficient();
                _a[i, (first + 1 + _random.Next(Columns - 1)) % Columns] = Coefficient();
                continue;
            }

            for (int j = 0; j < Columns; j++)
                _a[i, j] = _random.Next(10) < density ? Coefficient() : 0.0;
        }

        for (int j = 0; j < Columns; j++)
        {
            switch (_random.Next(9))
            {
                case 0:
                    int only = _random.Next(Rows);
                    for (int i = 0; i < Rows; i++)
                        _a[i, j] = i == only ? Coefficient() : 0.0;
                    break;
                case 1 when j > 0:
                    int other = _random.Next(j);
                    double factor = _random.Next(2) == 0 ? 1.0 : -2.0;
                    for (int i = 0; i < Rows; i++)
                        _a[i, j] = factor * _a[i, other];
                    break;
            }
        }

        // Some solvers take a problem without any entry for an error.
        if (_a.Cast<double>().All(a => a == 0.0))
            _a[0, 0] = 1.0;
        if (_random.Next(8) == 0)
            Rescale();
    }

    /// <summary>A row that depends on one or two others.</summary>
    private void Combine(int i)
    {
        int one = _random.Next(i);
        int two = _random.Next(i);
        double f = _random.Next(1, 4);
        double g = _random.Next(2) == 0 ? 0.0 : _random.Next(-2, 3);
        for (int j = 0; j < Columns; j++)
            _a[i, j] = (f * _a[one, j]) + (g * _a[two, j]);
    }

    private void Rescale()
    {
        for (int i = 0; i < Rows; i++)
        {
            double f = Math.Pow(2.0, _random.Next(-6, 7));
            for (int j = 0; j < Columns; j++)
                _a[i, j] *= f;
        }
    }

    private double Coefficient()
    {
        int value = _random.Next(-5, 6);
        return value == 0 ? 1.0 : _random.Next(6) == 0 ? value * 0.5 : value;
    }

    /// <summary>Bounds around a value, and a reduced cost that fits a point at the value or near it.</summary>
    private (double Lower, double Upper, double Reduced) ColumnBounds(double at)
    {
        int reduced = _random.Next(0, 4);
        return _random.Next(9) switch
        {
            0 => (-Inf, Inf, 0.0),
            1 => (-Inf, at + _random.Next(0, 3), -reduced),
            2 => (at, at, reduced - 1.0),
            3 => (at - _random.Next(0, 3), at + _random.Next(0, 5), reduced - 2.0),
            4 => (Math.Min(0.0, at), Math.Max(0.0, at) + _random.Next(0, 5), reduced - 1.0),
            _ => (Math.Min(0.0, at), Inf, reduced),
        };
    }

    private (double Lower, double Upper, double Dual) RowBounds(double at)
    {
        int dual = _random.Next(0, 4);
        int slack = _random.Next(2) == 0 ? 0 : _random.Next(0, 6);
        return _random.Next(9) switch
        {
            0 => (at - slack, at + _random.Next(0, 5), dual - 2.0),
            1 or 2 => (at - slack, Inf, dual),
            3 or 4 => (-Inf, at + slack, -dual),
            5 when _random.Next(4) == 0 => (-Inf, Inf, 0.0),
            _ => (at, at, dual - 2.0),
        };
    }
}
