using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.MixedInteger;

/// <summary>The best point so far. A point is taken only after it was checked on the problem as given.</summary>
internal sealed class Incumbent
{
    /// <summary>The relative accuracy of relaxations: no smaller gap can be proven.</summary>
    private const double Accuracy = 2e-8;

    private readonly MixedIntegerProgram _program;
    private readonly MixedIntegerSettings _settings;
    private readonly double _step;

    internal Incumbent(MixedIntegerProgram program, MixedIntegerSettings settings)
    {
        _program = program;
        _settings = settings;
        _step = StepOf(program);
    }

    internal double[]? Point { get; private set; }

    internal double Objective { get; private set; } = double.PositiveInfinity;

    /// <summary>Counts the points taken.</summary>
    internal int Version { get; private set; }

    /// <summary>What the gap allows at the present objective.</summary>
    internal double Allowance => Math.Max(_settings.AbsoluteGap, Math.Max(_settings.RelativeGap, Accuracy) * (1.0 + Math.Abs(Objective)));

    /// <summary>Parts of the search space whose bound reaches this need not be looked at; a little inside what the gap allows, for rounding.</summary>
    internal double Cutoff => Point is null ? double.PositiveInfinity : Math.Min(Objective - (0.99 * Allowance), Objective - (_step * (1.0 - 1e-5)));

    /// <summary>A bound, rounded up to the next value the objective can take.</summary>
    internal double Round(double bound)
    {
        if (_step == 0.0 || !double.IsFinite(bound))
            return bound;
        double offset = _program.Program.CostOffset;
        return Math.Max(bound, offset + (_step * Math.Ceiling(((bound - offset) / _step) - 1e-6)));
    }

    /// <summary>Takes the point if it is better and, its integer columns rounded, satisfies the problem as given.</summary>
    internal bool Offer(double[] x)
    {
        LinearProgram p = _program.Program;
        double[] point = (double[])x.Clone();
        for (int j = 0; j < point.Length; j++)
        {
            if (_program.IsInteger[j])
                point[j] = Math.Round(point[j]);
            if (!(point[j] >= p.ColumnLower[j]))
                point[j] = _program.IsInteger[j] ? Math.Ceiling(p.ColumnLower[j]) : p.ColumnLower[j];
            if (point[j] > p.ColumnUpper[j])
                point[j] = _program.IsInteger[j] ? Math.Floor(p.ColumnUpper[j]) : p.ColumnUpper[j];
        }

        MixedIntegerPointReport report = MixedIntegerChecker.Check(_program, point);
        if (!(report.RelativeInfeasibility <= _settings.FeasibilityTolerance) || report.Integrality != 0.0 || !(report.Objective < Objective))
            return false;
        Point = point;
        Objective = report.Objective;
        Version++;
        return true;
    }

    /// <summary>A step the objective is a multiple of, less its constant; 0 if there is none.</summary>
    private static double StepOf(MixedIntegerProgram program)
    {
        const double LargestWhole = 1e9;
        for (double scale = 1.0; scale <= 1e3; scale *= 10.0)
        {
            long divisor = 0;
            bool whole = true;
            for (int j = 0; j < program.IsInteger.Length && whole; j++)
            {
                double c = program.Program.Cost[j] * scale;
                if (c == 0.0)
                    continue;
                double rounded = Math.Round(c);
                whole = program.IsInteger[j] && Math.Abs(c) < LargestWhole && Math.Abs(c - rounded) <= 1e-12 * Math.Abs(c);
                long a = divisor;
                long b = (long)Math.Abs(rounded);
                while (b != 0)
                    (a, b) = (b, a % b);
                divisor = a;
            }

            if (whole)
                return divisor / scale;
        }

        return 0.0;
    }
}
