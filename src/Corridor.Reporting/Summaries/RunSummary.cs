using System.Text.Json.Serialization;
using Corridor.Reporting.Exchange;

namespace Corridor.Reporting.Summaries;

/// <summary>
/// What a run found, in the units that people use: the one object that <c>run --json</c> prints and <c>run.json</c> holds.
/// Amounts are sums over the horizon in the <c>unit</c> of their row, prices money of account in the <c>price_unit</c> of
/// their row. A figure that does not exist, or is not finite, is null. docs/results.md explains every key.
/// </summary>
public sealed record RunSummary
{
    /// <summary>Name of the package.</summary>
    public required string Package { get; init; }

    /// <summary>Name of the scenario; <c>base</c> for the package as it stands.</summary>
    public required string Scenario { get; init; }

    /// <summary>The scenarios, in the order of their application; none for the package as it stands.</summary>
    public IReadOnlyList<ScenarioSummary> Scenarios { get; init; } = [];

    /// <summary><c>optimal</c>, <c>infeasible</c>, <c>limit</c> or <c>failed</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Whether the independent check passed. Without it there are no figures but the residuals.</summary>
    public required bool Certified { get; init; }

    /// <summary>Cost of the system over the horizon, money of account; null without a certified result.</summary>
    public double? Objective { get; init; }

    /// <summary>Money of account, ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Span and periods.</summary>
    public required HorizonSummary Horizon { get; init; }

    /// <summary>Residuals of the independent check.</summary>
    public required ResidualSummary Residuals { get; init; }

    /// <summary>Size of the linear program.</summary>
    public required SizeSummary Size { get; init; }

    /// <summary>Time by stage.</summary>
    [JsonPropertyName("timing_s")]
    public required TimingSummary Timing { get; init; }

    /// <summary>What stands in the way of the certificate; empty for a certified result.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>Why the package is infeasible; null for any other status.</summary>
    public InfeasibilitySummary? Infeasibility { get; init; }

    /// <summary>The parts of the objective; null without a certified result.</summary>
    public ObjectiveSummary? ObjectiveParts { get; init; }

    /// <summary>Balances, one row for each zone and carrier that has a node.</summary>
    public IReadOnlyList<BalanceSummary> Balance { get; init; } = [];

    /// <summary>Imports by neighbour, one row for each zone, carrier and neighbouring zone.</summary>
    public IReadOnlyList<ImportSummary> Imports { get; init; } = [];

    /// <summary>Balances by country: those of its zones added up, trade between them left out.</summary>
    public IReadOnlyList<BalanceSummary> Countries { get; init; } = [];

    /// <summary>Imports of countries by neighbouring country.</summary>
    public IReadOnlyList<ImportSummary> CountryImports { get; init; } = [];

    /// <summary>Contracts.</summary>
    public IReadOnlyList<ContractSummary> Contracts { get; init; } = [];

    /// <summary>Pipelines, power lines and transports.</summary>
    public IReadOnlyList<RouteSummary> Routes { get; init; } = [];

    /// <summary>Routes whose capacity is worth most, dearest first.</summary>
    public IReadOnlyList<BottleneckSummary> Bottlenecks { get; init; } = [];

    /// <summary>Capacities that the run chose; null where the package has none to choose.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ExpansionSummary>? Expansions { get; init; }

    /// <summary>Storages.</summary>
    public IReadOnlyList<StorageSummary> Storages { get; init; } = [];

    /// <summary>Rules that match a flow within the horizon.</summary>
    public IReadOnlyList<RuleSummary> Rules { get; init; } = [];

    /// <summary>Payment channels.</summary>
    public IReadOnlyList<ChannelSummary> Channels { get; init; } = [];

    /// <summary>Supply of the border regions by sector.</summary>
    public IReadOnlyList<BorderRegionSummary> BorderRegions { get; init; } = [];

    /// <summary>How each border region fared with each carrier, in figures and words.</summary>
    public IReadOnlyList<BorderSupplySummary> BorderRegionSupply { get; init; } = [];

    /// <summary>What helped the border regions in a crisis, and what would have.</summary>
    public IReadOnlyList<BorderHelpSummary> BorderRegionHelp { get; init; } = [];

    /// <summary>Where demand is curtailed, worst first.</summary>
    public IReadOnlyList<ShortageSummary> Shortages { get; init; } = [];

    /// <summary>Where the energy that each zone uses was produced: zones of production.</summary>
    public IReadOnlyList<OriginSummary> Origins { get; init; } = [];

    /// <summary>Where the energy that each country uses was produced: countries of production.</summary>
    public IReadOnlyList<OriginSummary> CountryOrigins { get; init; } = [];

    /// <summary>Third countries through which the energy of each zone passed.</summary>
    public IReadOnlyList<TransitSummary> Transits { get; init; } = [];

    /// <summary>Third countries through which the energy of each country passed.</summary>
    public IReadOnlyList<TransitSummary> CountryTransits { get; init; } = [];

    /// <summary>Routes over which the energy of each zone last entered its country.</summary>
    public IReadOnlyList<EntrySummary> Entries { get; init; } = [];

    /// <summary>Routes over which the energy of each country last entered it.</summary>
    public IReadOnlyList<EntrySummary> CountryEntries { get; init; } = [];

    /// <summary>How far each zone hangs on few suppliers and routes.</summary>
    public IReadOnlyList<ConcentrationSummary> Concentration { get; init; } = [];

    /// <summary>How far each country hangs on few suppliers and routes.</summary>
    public IReadOnlyList<ConcentrationSummary> CountryConcentration { get; init; } = [];

    /// <summary>What the physics of the gas lines says; left out where it was not asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PhysicsSummary? Physics { get; init; }

    /// <summary>How the figures of another program's data came over; left out where a package was run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FidelityCounts? Fidelity { get; init; }

    /// <summary>How many findings the package gave.</summary>
    public required FindingSummary Findings { get; init; }
}
