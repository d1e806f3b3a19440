using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Network;

/// <summary>Fields, mines, and generation without fuel.</summary>
[Table("supplies", "Fields, mines, and generation without fuel")]
public sealed record Supply : Entity
{
    /// <summary>Node that is supplied.</summary>
    [Column("node", "node that is supplied", Required = true, References = "nodes")]
    public required string Node { get; init; }

    /// <summary>Owner.</summary>
    [Column("owner", "owner", References = "actors")]
    public string? Owner { get; init; }

    /// <summary>Largest output.</summary>
    [Column("capacity", "largest output", Required = true, Minimum = 0)]
    public required Rate Capacity { get; init; }

    /// <summary>Smallest output while in service.</summary>
    [Column("min_output", "smallest output while in service", Minimum = 0)]
    public Rate? MinOutput { get; init; }

    /// <summary>Largest output in a calendar year.</summary>
    [Column("annual_limit", "largest output in a calendar year", Minimum = 0)]
    public Amount? AnnualLimit { get; init; }

    /// <summary>Marginal cost where no steps are given.</summary>
    [Column("cost", "marginal cost where no steps are given")]
    public UnitPrice? Cost { get; init; }

    /// <summary>Rise of the marginal cost with each MW of output, in price_unit per MW; not beside supply_steps.</summary>
    [Column("cost_slope", "rise of the marginal cost with each MW of output, in price_unit per MW; not beside supply_steps", Minimum = 0)]
    public UnitPrice? CostSlope { get; init; }

    /// <summary>Cost of an hour in service, whatever the output and the outages, money of account.</summary>
    [Column("hourly_cost", "cost of an hour in service, whatever the output and the outages, money of account")]
    public double? HourlyCost { get; init; }

    /// <summary>CO2 for a unit of output, net energy [kg/MWh].</summary>
    [Column("co2", "CO2 for a unit of output, net energy", Unit = "kg/MWh", Minimum = 0)]
    public double? Co2 { get; init; }

    /// <summary>Availability over time.</summary>
    [Column("profile", "availability over time", References = "profile_sets")]
    public string? Profile { get; init; }

    /// <summary>Smallest output over time, as a factor on min_output in place of profile.</summary>
    [Column("min_profile", "smallest output over time, as a factor on min_output in place of profile", References = "profile_sets")]
    public string? MinProfile { get; init; }

    /// <summary>Marginal cost over time, as a factor on cost and on the costs of steps.</summary>
    [Column("cost_profile", "marginal cost over time, as a factor on cost and on the costs of steps", References = "profile_sets")]
    public string? CostProfile { get; init; }

    /// <summary>Unit of the rates in this row.</summary>
    [Column("rate_unit", "unit of the rates in this row")]
    public RateUnit? RateUnit { get; init; }

    /// <summary>Unit of the amounts in this row.</summary>
    [Column("amount_unit", "unit of the amounts in this row")]
    public AmountUnit? AmountUnit { get; init; }

    /// <summary>Unit of the prices in this row.</summary>
    [Column("price_unit", "unit of the prices in this row")]
    public PriceUnit? PriceUnit { get; init; }

    /// <summary>Stage of life; only operating assets are dispatched.</summary>
    [Column("status", "stage of life; only operating assets are dispatched")]
    public AssetStatus Status { get; init; }

    /// <summary>First day in service.</summary>
    [Column("start", "first day in service")]
    public DateOnly? Start { get; init; }

    /// <summary>First day out of service again.</summary>
    [Column("end", "first day out of service again")]
    public DateOnly? End { get; init; }
}
