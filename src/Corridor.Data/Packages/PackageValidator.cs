using Corridor.Data.Packages.Validation;
using Corridor.Model;
using Corridor.Model.Findings;

namespace Corridor.Data.Packages;

/// <summary>
/// Checks a system for what no single cell can show: references, order, contradictions. One small function a check; the
/// findings are those of <see cref="ValidationFindings"/>.
/// </summary>
public static class PackageValidator
{
    private static readonly Action<ValidationContext>[] Checks =
    [
        CarrierChecks.Carriers,
        KeyChecks.RequiredTables,
        KeyChecks.DuplicateKeys,
        KeyChecks.AssetIds,
        ReferenceChecks.References,
        ReferenceChecks.Exemptions,
        ReferenceChecks.Subjects,
        RangeChecks.Ranges,
        RangeChecks.Dates,
        RangeChecks.Limits,
        DatedValueChecks.Targets,
        DatedValueChecks.Overlaps,
        NetworkChecks.ArcEnds,
        NetworkChecks.PowerLines,
        NetworkChecks.PowerGrid,
        ExpansionChecks.Expansions,
        ExpansionChecks.Periods,
        ExpansionChecks.CostSlopes,
        NetworkChecks.ConverterSides,
        NetworkChecks.IsolatedNodes,
        NetworkChecks.UnreachableDemands,
        UnitChecks.Conversions,
        UnitChecks.FormulaPrices,
        UnitChecks.DistanceTariffs,
        UnitChecks.ExchangeRates,
        StorageChecks.Levels,
        StorageChecks.Curves,
        ProfileChecks.Profiles,
        StepChecks.SupplySteps,
        StepChecks.DemandSteps,
        StepChecks.Elasticities,
        PriceChecks.Months,
        PriceChecks.IndexMonths,
        OwnershipChecks.Shares,
        OwnershipChecks.Cycles,
        OwnershipChecks.ZoneCycles,
        ContractChecks.Deliveries,
        ContractChecks.Quantities,
        ContractChecks.Prices,
        ContractChecks.Channels,
        RuleChecks.Selectors,
        RuleChecks.Values,
        ProvenanceChecks.Assumptions,
        ProvenanceChecks.Sources,
        ProvenanceChecks.DuplicateSources,
        ClaimChecks.Targets,
        ClaimChecks.Values,
        ClaimChecks.Contradictions,
        BacktestChecks.Routes,
        BacktestChecks.Observations,
        CodeChecks.Codes,
    ];

    /// <summary>Checks a system.</summary>
    /// <param name="system">A system, read or made.</param>
    /// <param name="places">Where its rows stand, as <see cref="PackageReader"/> remembers; empty for a system not read from files.</param>
    /// <param name="findings">Collects what was found.</param>
    public static void Validate(EnergySystem system, PackagePlaces places, FindingList findings)
    {
        var context = new ValidationContext(system, places, findings);
        foreach (Action<ValidationContext> check in Checks)
            check(context);
    }
}
