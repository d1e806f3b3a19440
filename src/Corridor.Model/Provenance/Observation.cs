using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Provenance;

/// <summary>Reported flows, levels and prices to compare results with; they never enter a computation.</summary>
[Table("observations", "Reported flows, levels and prices to compare results with; they never enter a computation")]
public sealed record Observation : Entity
{
    /// <summary>Table of the subject.</summary>
    [Column("table", "table of the subject", Required = true)]
    public required string Table { get; init; }

    /// <summary>Id of the row.</summary>
    [Column("subject", "id of the row", Required = true)]
    public required string Subject { get; init; }

    /// <summary>Flow, delivered, level, price, production, demand or imports.</summary>
    [Column("measure", "flow, delivered, level, price, production, demand or imports", Required = true)]
    public required string Measure { get; init; }

    /// <summary>First day.</summary>
    [Column("start", "first day", Required = true)]
    public required DateOnly Start { get; init; }

    /// <summary>First day after the last.</summary>
    [Column("end", "first day after the last", Required = true)]
    public required DateOnly End { get; init; }

    /// <summary>Reported amount.</summary>
    [Column("value", "reported amount")]
    public Amount? Value { get; init; }

    /// <summary>Reported price.</summary>
    [Column("price", "reported price")]
    public UnitPrice? Price { get; init; }

    /// <summary>Unit of the amount.</summary>
    [Column("amount_unit", "unit of the amount")]
    public AmountUnit? AmountUnit { get; init; }

    /// <summary>Unit of the price.</summary>
    [Column("price_unit", "unit of the price")]
    public PriceUnit? PriceUnit { get; init; }

    /// <summary>How far it may be trusted.</summary>
    [Column("confidence", "how far it may be trusted")]
    public Confidence Confidence { get; init; }

    /// <summary>Route of the backtest that the amount is compared with.</summary>
    [Column("route", "route of the backtest that the amount is compared with; of several for one time the most trusted counts, then the first", References = "backtest_routes")]
    public string? Route { get; init; }

    /// <summary>Why the model differs from this figure.</summary>
    [Column("cause", "why the model differs from this figure")]
    public string? Cause { get; init; }
}
