using Corridor.Numerics.Infeasibility;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Studies.Solving;

/// <summary>Why a program has no optimum, by the names of its rows and columns.</summary>
internal sealed record Explanation(
    IReadOnlyList<NamedLimit> Conflict, bool Irreducible, IReadOnlyList<NamedLimit> Relaxation, IReadOnlyList<ProofElement> Proof, int ProofCount)
{
    /// <summary>How many elements of a proof are named.</summary>
    private const int Named = 50;

    /// <summary>Entries that the search for a small conflict may work through.</summary>
    private const long WorkLimit = 5_000_000;

    /// <summary>A program of more entries is not solved once more for its cheapest relaxation.</summary>
    private const int LargestRelaxed = 1_000_000;

    public static Explanation Of(NamedProgram program, SolveStatus status, double[]? ray, bool explain, TimeSpan? timeLeft, CancellationToken cancellation)
    {
        var none = new Explanation([], false, [], [], 0);
        if (ray is null)
            return none;
        if (status != SolveStatus.Infeasible)
        {
            (List<ProofElement> columns, int columnCount) = Elements(ray, program.ColumnName);
            return none with { Proof = columns, ProofCount = columnCount };
        }

        (List<ProofElement> rows, int count) = Elements(ray, program.RowName);
        Explanation proof = none with { Proof = rows, ProofCount = count };
        if (!explain || timeLeft <= TimeSpan.Zero)
            return proof;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (timeLeft is { } left)
            stop.CancelAfter(left);
        var subset = InfeasibleSubset.Find(program.Linear, ray, WorkLimit, stop.Token);
        return proof with { Conflict = Limits(program, subset.Members), Irreducible = subset.Irreducible, Relaxation = Relax(program, stop.Token) };
    }

    private static (List<ProofElement> Elements, int Count) Elements(double[] ray, Func<int, string> name)
    {
        double largest = ray.Length == 0 ? 0.0 : ray.Max(Math.Abs);
        int[] used = [.. Enumerable.Range(0, ray.Length).Where(k => Math.Abs(ray[k]) > 1e-7 * largest)];
        return ([.. used.OrderByDescending(k => Math.Abs(ray[k])).ThenBy(k => k).Take(Named).Select(k => new ProofElement(name(k), ray[k]))], used.Length);
    }

    private static List<NamedLimit> Limits(NamedProgram program, IReadOnlyList<Constraint> members)
    {
        var limits = new List<NamedLimit>();
        foreach (Constraint member in members)
        {
            NamedLimit limit = Name(program, member);
            if (limits.Count > 0 && limits[^1] is { } last && last.IsRow == limit.IsRow && last.Name == limit.Name && last.Bound == limit.Bound)
                limits[^1] = last with { Side = "both" };
            else
                limits.Add(limit);
        }

        return limits;
    }

    private static List<NamedLimit> Relax(NamedProgram program, CancellationToken cancellation)
    {
        LinearProgram linear = program.Linear;
        if (cancellation.IsCancellationRequested || linear.NonzeroCount + (long)linear.RowCount + linear.ColumnCount > LargestRelaxed)
            return [];
        var offered = new List<Relaxable>();
        for (int i = 0; i < linear.RowCount; i++)
        {
            Offer(offered, ConstraintSide.RowLower, i, linear.RowLower[i]);
            Offer(offered, ConstraintSide.RowUpper, i, linear.RowUpper[i]);
        }

        for (int j = 0; j < linear.ColumnCount; j++)
        {
            Offer(offered, ConstraintSide.ColumnUpper, j, linear.ColumnUpper[j]);
            Offer(offered, ConstraintSide.ColumnLower, j, linear.ColumnLower[j]);
        }

        var found = CheapestRelaxation.Find(linear, offered, cancellation);
        return found is null ? [] : [.. found.Relaxations.Select(r => Name(program, r.Constraint) with { Amount = r.Amount })];
    }

    private static void Offer(List<Relaxable> offered, ConstraintSide side, int index, double bound)
    {
        if (double.IsFinite(bound))
            offered.Add(new Relaxable(new Constraint(side, index), 1.0));
    }

    private static NamedLimit Name(NamedProgram program, Constraint constraint)
    {
        int k = constraint.Index;
        return constraint.Side switch
        {
            ConstraintSide.RowLower => new NamedLimit(true, program.RowName(k), "lower", program.Linear.RowLower[k]),
            ConstraintSide.RowUpper => new NamedLimit(true, program.RowName(k), "upper", program.Linear.RowUpper[k]),
            ConstraintSide.ColumnLower => new NamedLimit(false, program.ColumnName(k), "lower", program.Linear.ColumnLower[k]),
            _ => new NamedLimit(false, program.ColumnName(k), "upper", program.Linear.ColumnUpper[k]),
        };
    }
}
