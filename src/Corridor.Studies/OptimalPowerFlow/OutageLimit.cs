namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>A limit after an outage: |p_Branch + Factor · p_Outage| ≤ Limit; indexes among the branches that take part.</summary>
/// <param name="Branch">The branch that is loaded.</param>
/// <param name="Outage">The branch that is lost.</param>
/// <param name="Factor">Line outage distribution factor [1].</param>
/// <param name="Limit">Emergency rating [p.u.].</param>
internal readonly record struct OutageLimit(int Branch, int Outage, double Factor, double Limit);
