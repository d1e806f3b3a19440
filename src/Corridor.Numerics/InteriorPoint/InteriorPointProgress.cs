namespace Corridor.Numerics.InteriorPoint;

/// <summary>The state of a solve after an iteration, on the reduced and scaled problem.</summary>
/// <param name="Iteration">Iteration, from 0.</param>
/// <param name="Objective">Primal objective.</param>
/// <param name="DualObjective">Dual objective.</param>
/// <param name="PrimalResidual">Relative primal residual, ≥ 0.</param>
/// <param name="DualResidual">Relative dual residual, ≥ 0.</param>
/// <param name="Mu">Mean complementarity product, ≥ 0.</param>
/// <param name="PrimalStep">Primal step length, in [0, 1].</param>
/// <param name="DualStep">Dual step length, in [0, 1].</param>
public readonly record struct InteriorPointProgress(
    int Iteration,
    double Objective,
    double DualObjective,
    double PrimalResidual,
    double DualResidual,
    double Mu,
    double PrimalStep,
    double DualStep);
