using Corridor.Model;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>
/// Checks a dispatch result against <c>docs/mathematics/dispatch.md</c>, starting again from the package: figures, units, dates, prices and
/// selectors are evaluated by code of its own, so that a mistake of the compiler or of the program shows as a residual. What is checked, and
/// with which scaling, is said in <c>docs/mathematics/certificate.md</c>.
/// </summary>
public static class DispatchCertifier
{
    /// <summary>Checks a result.</summary>
    /// <param name="system">The package that was dispatched.</param>
    /// <param name="result">The result; nothing of it is changed.</param>
    /// <param name="tolerance">Largest relative residual that passes; above 0.</param>
    /// <returns>The certificate. A result whose status is not optimal has no items and is not certified.</returns>
    /// <exception cref="ArgumentException">The tolerance is not above zero and finite.</exception>
    public static DispatchCertificate Check(EnergySystem system, DispatchResult result, double tolerance = 1e-6)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(result);
        if (!(tolerance > 0) || !double.IsFinite(tolerance))
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "A tolerance is above zero and finite.");
        var sheet = new CheckSheet(result.Network.Horizon, tolerance);
        if (result.Status != DispatchStatus.Optimal)
        {
            return sheet.Finish(result.Status) with
            {
                Failures = [$"The solve ended as {result.Status.ToString().ToLowerInvariant()}; there is no optimum to certify."],
                FailureCount = 1,
            };
        }

        if (!ShapeCheck.Run(result, sheet))
            return sheet.Finish(result.Status);
        var chosen = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int e = 0; e < result.Capacities.Count; e++)
            chosen[result.Network.Expansions[e].Id] = result.Capacities[e].Capacity;
        var figures = new SystemFigures(system, result.Network.Horizon, chosen);
        var facts = new ResultFacts(result, figures);
        if (!CoverageCheck.Run(figures, result, sheet))
            return sheet.Finish(result.Status);
        BalanceCheck.Run(figures, facts, sheet);
        ExpansionCheck.Run(figures, sheet);
        SupplyCheck.Run(figures, facts, sheet);
        DemandCheck.Run(figures, facts, sheet);
        ArcCheck.Run(figures, facts, sheet);
        AngleCheck.Run(figures, facts, sheet);
        StorageCheck.Run(figures, facts, sheet);
        ConverterCheck.Run(figures, facts, sheet);
        ContractCheck.Run(figures, facts, sheet);
        LedgerCheck.Run(figures, facts, sheet);
        ChannelCheck.Run(figures, facts, sheet);
        RuleCheck.Run(figures, facts, sheet);
        MeasureCheck.Run(figures, facts, sheet);
        ObjectiveCheck.Run(figures, facts, sheet);
        GapCheck.Run(result, sheet);
        PriceCheck.Run(figures, facts, sheet);
        CoverageCheck.Problems(figures.Package, sheet);
        return sheet.Finish(result.Status);
    }
}
