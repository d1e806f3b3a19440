namespace Corridor.Reporting.Summaries;

/// <summary>The word of the independent check on a result; residuals are relative and ≥ 0.</summary>
/// <param name="Certified">Whether the result may be shown.</param>
/// <param name="Balance">Largest violation of a balance.</param>
/// <param name="Bounds">Largest violation of a limit.</param>
/// <param name="Dual">Largest violation of dual feasibility.</param>
/// <param name="Gap">Gap between the objective and its proven bound.</param>
/// <param name="Failures">What failed, one sentence each.</param>
public sealed record Certification(bool Certified, double? Balance, double? Bounds, double? Dual, double? Gap, IReadOnlyList<string> Failures);
