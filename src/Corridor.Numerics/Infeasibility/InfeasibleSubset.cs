using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.Infeasibility;

/// <summary>Constraints of a program that no point satisfies together.</summary>
/// <param name="Members">The constraints, in the order of the program: rows, then columns.</param>
/// <param name="Irreducible">Whether leaving out any one of them leaves a program with a point; false where the work limit came first, or the arithmetic could not tell.</param>
/// <param name="Proof">A Farkas vector, one value a row of the whole program, that uses members alone; verified.</param>
/// <param name="Tests">Number of programs that were solved.</param>
public sealed record InfeasibleSubset(IReadOnlyList<Constraint> Members, bool Irreducible, double[] Proof, int Tests)
{
    /// <summary>
    /// Finds such a subset, from a proof and by the deletion filter: J. W. Chinneck, Feasibility and Infeasibility in Optimization (Springer 2008), ch. 6.
    /// Members are tried in blocks that are halved down to one, and each new proof throws out what it does not use (sensitivity filter).
    /// </summary>
    /// <param name="program">A program without a feasible point.</param>
    /// <param name="ray">A verified Farkas vector, such as <see cref="LinearProgramSolution.RowRay"/>.</param>
    /// <param name="workLimit">Largest sum over the tests of the entries of the programs solved; positive. The first test is always made.</param>
    /// <param name="cancellation">Stops the search; what is found until then is returned.</param>
    /// <exception cref="ArgumentException">The vector proves nothing, or the limit is not positive.</exception>
    public static InfeasibleSubset Find(LinearProgram program, double[] ray, long workLimit = 20_000_000, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(ray);
        if (workLimit <= 0)
            throw new ArgumentException("The work limit must be positive.", nameof(workLimit));
        if (!CertificateChecker.ProvesPrimalInfeasible(program, ray))
            throw new ArgumentException("The vector does not prove the program infeasible.", nameof(ray));
        return new DeletionFilter(program, workLimit, cancellation).Run(ray);
    }

    /// <summary>The constraints that a proof uses, without a search for fewer: for programs that are too large for one.</summary>
    /// <param name="program">A program without a feasible point.</param>
    /// <param name="ray">A verified Farkas vector.</param>
    /// <exception cref="ArgumentException">The vector proves nothing.</exception>
    public static InfeasibleSubset OfProof(LinearProgram program, double[] ray)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(ray);
        if (!CertificateChecker.ProvesPrimalInfeasible(program, ray))
            throw new ArgumentException("The vector does not prove the program infeasible.", nameof(ray));
        return new InfeasibleSubset([.. DeletionFilter.Ordered(FarkasSupport.Of(program, ray))], false, ray, 0);
    }
}
