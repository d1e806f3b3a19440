using Corridor.Model.Rules;

namespace Corridor.Studies.Compilation;

/// <summary>A rule and the flows that it matches.</summary>
public sealed record CompiledRule
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>What it does.</summary>
    public required RuleEffect Effect { get; init; }

    /// <summary>Flows matched.</summary>
    public required IReadOnlyList<FlowReference> Flows { get; init; }

    /// <summary>Share of each period on which it binds.</summary>
    public required double[] Active { get; init; }

    /// <summary>Tonnes of CO2 from a unit of each of <see cref="Flows"/> where the rule caps CO2; null where the flows themselves are summed.</summary>
    public double[]? Tonnes { get; init; }

    /// <summary>Limit of the sum by period, units of account per day; null where the limit is not a rate.</summary>
    public double[]? RateLimit { get; init; }

    /// <summary>Limit of the sum by calendar year, units of account, or tonnes of CO2; null where the limit is not a volume.</summary>
    public IReadOnlyDictionary<int, double>? VolumeLimit { get; init; }

    /// <summary>Cost of a unit of violation, money of account; null where the rule is strict.</summary>
    public double? Penalty { get; init; }
}
