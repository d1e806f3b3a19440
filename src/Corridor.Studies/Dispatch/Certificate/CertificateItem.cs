namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>One thing that was checked, with its worst residual.</summary>
/// <param name="Group">What it is about.</param>
/// <param name="Name">Stable name, lower case: <c>node balance</c>, <c>supply capacity</c> ….</param>
/// <param name="Absolute">Residual at the place of the worst relative residual, in the unit of what is checked; ≥ 0; NaN if a figure is NaN.</param>
/// <param name="Relative">Worst relative residual: the absolute one divided by 1 + the largest magnitude of the terms involved; ≥ 0, +∞ if a figure is NaN.</param>
/// <param name="Where">Element id and period of the worst relative residual; null where nothing is violated.</param>
/// <param name="Count">Number of inequalities and equations compared; 0 where the package has nothing of the kind.</param>
/// <param name="Passed">Whether the worst relative residual is within the tolerance.</param>
public sealed record CertificateItem(CertificateGroup Group, string Name, double Absolute, double Relative, string? Where, long Count, bool Passed);
