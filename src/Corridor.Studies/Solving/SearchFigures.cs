namespace Corridor.Studies.Solving;

/// <summary>What a search for integer values came to, in the sense of the file.</summary>
/// <param name="BestBound">No point is better than this: a lower bound for a minimum, an upper one for a maximum; infinite where nothing is proven.</param>
/// <param name="RelativeGap">Distance of objective and bound over 1 + |objective|, ≥ 0; +∞ without a point.</param>
/// <param name="Integrality">Largest distance of an integer column from a whole value, ≥ 0; 0 without a point.</param>
/// <param name="Nodes">Nodes looked at.</param>
/// <param name="Relaxations">Linear programs solved.</param>
/// <param name="Cuts">Cutting planes in the relaxation.</param>
/// <param name="RootBound">Bound of the relaxation before cutting planes; infinite where it was not solved.</param>
public sealed record SearchFigures(double BestBound, double RelativeGap, double Integrality, int Nodes, int Relaxations, int Cuts, double RootBound);
