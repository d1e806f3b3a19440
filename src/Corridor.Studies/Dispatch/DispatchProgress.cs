namespace Corridor.Studies.Dispatch;

/// <summary>How far a solve has come.</summary>
/// <param name="Iteration">Iteration of the interior-point method.</param>
/// <param name="PrimalResidual">Relative primal residual.</param>
/// <param name="DualResidual">Relative dual residual.</param>
/// <param name="Gap">Relative gap between primal and dual objective.</param>
public readonly record struct DispatchProgress(int Iteration, double PrimalResidual, double DualResidual, double Gap);
