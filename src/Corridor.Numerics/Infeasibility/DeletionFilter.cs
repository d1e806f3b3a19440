using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.Infeasibility;

/// <summary>The deletion filter with shrinking blocks; see <see cref="InfeasibleSubset.Find"/>.</summary>
internal sealed class DeletionFilter(LinearProgram program, long workLimit, CancellationToken cancellation)
{
    private readonly SparseMatrix _byRow = program.Matrix.Transpose();
    private HashSet<Constraint> _members = [];
    private double[] _proof = [];
    private long _work;
    private int _tests;
    private bool _uncertain;

    private bool Exhausted => _work > workLimit || cancellation.IsCancellationRequested;

    public InfeasibleSubset Run(double[] ray)
    {
        Start(ray);
        int block = Math.Max(1, _members.Count / 2);
        var kept = new HashSet<Constraint>();
        while (!Exhausted)
        {
            List<Constraint> open = [.. Ordered(_members).Where(c => !kept.Contains(c)).Take(block)];
            if (open.Count == 0)
            {
                // Every block of this size holds something that is needed.
                if (block == 1)
                    return new InfeasibleSubset([.. Ordered(_members)], !_uncertain, _proof, _tests);
                block = Math.Max(1, block / 2);
                kept.Clear();
                continue;
            }

            HashSet<Constraint> rest = [.. _members];
            rest.ExceptWith(open);
            if (!Shrink(rest))
                kept.UnionWith(open);
        }

        return new InfeasibleSubset([.. Ordered(_members)], false, _proof, _tests);
    }

    /// <summary>Begins with the support of the proof, without what is rounding in it.</summary>
    private void Start(double[] ray)
    {
        _proof = ray;
        _members = FarkasSupport.Of(program, ray);
        foreach (double share in (ReadOnlySpan<double>)[1e-4, 1e-6, 1e-8])
        {
            if ((_tests > 0 && Exhausted) || Shrink(FarkasSupport.Of(program, FarkasSupport.Cut(ray, share))))
                return;
        }
    }

    /// <summary>Takes a subset of the members, or less, if it is proved to have no point.</summary>
    private bool Shrink(HashSet<Constraint> subset)
    {
        if (subset.Count == 0)
            return false;
        var restricted = new RestrictedProgram(program, _byRow, subset);
        _tests++;
        _work += restricted.Program.NonzeroCount + restricted.Program.ColumnCount + restricted.Program.RowCount;
        FeasibilityAnswer answer = FeasibilityTest.Of(restricted.Program, cancellation);
        if (answer.Ray is not { } ray)
        {
            _uncertain |= !answer.Feasible;
            return false;
        }

        (_members, _proof) = (subset, restricted.Expand(ray));
        double[] cut = FarkasSupport.Cut(ray, FarkasSupport.Negligible);
        HashSet<Constraint> used = [.. FarkasSupport.Of(restricted.Program, cut).Select(restricted.Expand)];
        used.IntersectWith(subset);
        double[] whole = restricted.Expand(cut);
        if (used.Count < subset.Count && Proves(whole, used))
            (_members, _proof) = (used, whole);
        return true;
    }

    /// <summary>Whether a vector proves that these constraints alone have no point.</summary>
    private bool Proves(double[] whole, HashSet<Constraint> constraints)
    {
        var restricted = new RestrictedProgram(program, _byRow, constraints);
        return CertificateChecker.ProvesPrimalInfeasible(restricted.Program, restricted.Restrict(whole), FarkasSupport.Negligible);
    }

    /// <summary>Rows, then columns.</summary>
    internal static IEnumerable<Constraint> Ordered(IEnumerable<Constraint> constraints) =>
        constraints.OrderBy(c => c.Side is ConstraintSide.ColumnLower or ConstraintSide.ColumnUpper ? 1 : 0).ThenBy(c => c.Index).ThenBy(c => c.Side);
}
