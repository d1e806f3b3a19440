using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.MixedInteger;

/// <summary>What the parts of a search share: the problem as given, the best point, the clock and the counts.</summary>
internal sealed class SearchContext(MixedIntegerProgram program, MixedIntegerSettings settings, SearchClock clock)
{
    internal MixedIntegerSettings Settings => settings;

    internal SearchClock Clock => clock;

    internal Incumbent Incumbent { get; } = new(program, settings);

    internal int Relaxations { get; private set; }

    internal long Iterations { get; private set; }

    internal IRelaxation Relax(IntegerModel model)
    {
        var interior = new InteriorPointRelaxation(model, clock, settings.Threads);
        return settings.Relaxation == RelaxationMethod.DualSimplex ? new SimplexRelaxation(model, clock, interior) : interior;
    }

    internal RelaxationResult Solve(IRelaxation relaxation, double[] lower, double[] upper, object? start, in RelaxationLimits limits)
    {
        RelaxationResult result = relaxation.Solve(lower, upper, start, limits);
        Relaxations++;
        Iterations += result.Iterations;
        return result;
    }

    /// <summary>Offers the best point with these values of the integer columns; true if it was taken.</summary>
    internal bool Complete(IntegerModel model, IRelaxation relaxation, double[] x, double[] lower, double[] upper, object? start)
    {
        double[] low = (double[])lower.Clone();
        double[] high = (double[])upper.Clone();
        foreach (int j in model.Integers)
        {
            low[j] = Math.Clamp(Math.Round(x[j]), lower[j], upper[j]);
            high[j] = low[j];
        }

        RelaxationResult result = Solve(relaxation, low, high, start, RelaxationLimits.None);
        return result.Status == RelaxationStatus.Optimal && Incumbent.Offer(result.Point);
    }

    /// <summary>The linear program as given with its integer columns at the values of a point.</summary>
    internal LinearProgram Fixed(double[] point)
    {
        LinearProgram p = program.Program;
        double[] lower = (double[])p.ColumnLower.Clone();
        double[] upper = (double[])p.ColumnUpper.Clone();
        for (int j = 0; j < lower.Length; j++)
        {
            if (!program.IsInteger[j])
                continue;
            lower[j] = point[j];
            upper[j] = point[j];
        }

        return new LinearProgram(p.Matrix, p.Cost, p.CostOffset, lower, upper, p.RowLower, p.RowUpper);
    }
}
