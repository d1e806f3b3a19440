using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.Infeasibility;

/// <summary>A constraint that may be relaxed, at a price.</summary>
/// <param name="Constraint">The constraint; its bound must be finite.</param>
/// <param name="Weight">Cost of relaxing it by one unit, positive and finite.</param>
/// <param name="Most">Largest relaxation; +∞ where there is none.</param>
public readonly record struct Relaxable(Constraint Constraint, double Weight, double Most = double.PositiveInfinity);

/// <summary>By how much a constraint is relaxed.</summary>
/// <param name="Constraint">The constraint.</param>
/// <param name="Amount">Amount by which its bound moves outward, in units of the row or column, above zero.</param>
public readonly record struct Relaxation(Constraint Constraint, double Amount);

/// <summary>The cheapest way to make a program feasible by relaxing chosen constraints (elastic programming; Chinneck 2008, ch. 6).</summary>
/// <param name="Relaxations">What is relaxed, in the order in which it was offered; empty where the program has a point already.</param>
/// <param name="Cost">Σ weight × amount.</param>
/// <param name="Bound">A proven lower bound of the cost of any relaxation, with the weights as given.</param>
/// <param name="Residual">Worst relative residual and gap of the elastic program, as the certificate checker found them.</param>
public sealed record CheapestRelaxation(IReadOnlyList<Relaxation> Relaxations, double Cost, double Bound, double Residual)
{
    /// <summary>Largest residual of a relaxation that is handed out.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>Weights grow by up to this share in the order in which constraints are offered, so that ties have one answer: the first offered.</summary>
    private const double TieBreak = 1e-4;

    /// <summary>Finds it.</summary>
    /// <param name="program">Any program.</param>
    /// <param name="offered">What may be relaxed, preferred first among equals.</param>
    /// <param name="cancellation">Stops the solve.</param>
    /// <returns>The relaxation; null if none of those offered suffices, or the solve was not certified.</returns>
    /// <exception cref="ArgumentException">A weight is not positive and finite, or a bound is not finite.</exception>
    public static CheapestRelaxation? Find(LinearProgram program, IReadOnlyList<Relaxable> offered, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(offered);
        double[] weight = new double[offered.Count];
        for (int k = 0; k < weight.Length; k++)
        {
            Relaxable one = offered[k];
            if (!(one.Weight > 0.0) || !double.IsFinite(one.Weight) || !(one.Most >= 0.0))
                throw new ArgumentException("A weight must be positive and finite, a largest relaxation not negative.", nameof(offered));
            if (!double.IsFinite(BoundOf(program, one.Constraint)))
                throw new ArgumentException("A bound that does not exist cannot be relaxed.", nameof(offered));
            weight[k] = one.Weight * (1.0 + (TieBreak * k / weight.Length));
        }

        LinearProgram elastic = ElasticProgram.Of(program, [.. offered.Select(o => o.Constraint)], weight, [.. offered.Select(o => o.Most)]);
        LinearProgramSolution solution = InteriorPointSolver.Solve(elastic, new InteriorPointSettings { Tolerance = 1e-9 }, null, cancellation);
        double residual = solution.Residuals.Worst;
        if (solution.StopReason is StopReason.PrimalInfeasible or StopReason.DualInfeasible or StopReason.Cancelled || !(residual <= Tolerance))
            return null;
        double scale = 0.0;
        for (int k = 0; k < weight.Length; k++)
            scale = Math.Max(scale, weight[k] * solution.Primal[program.ColumnCount + k]);
        var relaxations = new List<Relaxation>();
        double cost = 0.0;
        for (int k = 0; k < weight.Length; k++)
        {
            double amount = solution.Primal[program.ColumnCount + k];
            double size = Math.Max(1.0, Math.Abs(BoundOf(program, offered[k].Constraint)));
            if (weight[k] * amount <= 1e-5 * scale || amount <= 1e-7 * size)
                continue;
            relaxations.Add(new Relaxation(offered[k].Constraint, amount));
            cost += offered[k].Weight * amount;
        }

        return new CheapestRelaxation(relaxations, cost, solution.DualObjective / (1.0 + TieBreak), residual);
    }

    private static double BoundOf(LinearProgram program, Constraint constraint) => constraint.Side switch
    {
        ConstraintSide.RowLower => program.RowLower[constraint.Index],
        ConstraintSide.RowUpper => program.RowUpper[constraint.Index],
        ConstraintSide.ColumnLower => program.ColumnLower[constraint.Index],
        _ => program.ColumnUpper[constraint.Index],
    };
}
