using Corridor.Numerics.Infeasibility;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>
/// Why no settings exist: cases that together cover every state, each with a linear relaxation of it and a Farkas vector that shows that the relaxation
/// has no point.
/// </summary>
/// <param name="Cases">The cases.</param>
public sealed record NominationProof(IReadOnlyList<NominationProofCase> Cases)
{
    /// <summary>Checks the Farkas vector of each case again.</summary>
    public bool Holds()
    {
        foreach (NominationProofCase part in Cases)
        {
            if (!CertificateChecker.ProvesPrimalInfeasible(part.Relaxation, part.Ray))
                return false;
        }

        return Cases.Count > 0;
    }
}

/// <summary>One case of a proof.</summary>
/// <param name="Condition">What is assumed, for people; empty where nothing is.</param>
/// <param name="Relaxation">Linear program that contains every solution under the assumptions.</param>
/// <param name="Ray">Farkas vector, one value a row.</param>
/// <param name="Conflict">The demands that contradict each other, for people; empty where none were sought.</param>
public sealed record NominationProofCase(string Condition, LinearProgram Relaxation, double[] Ray, IReadOnlyList<string> Conflict);
