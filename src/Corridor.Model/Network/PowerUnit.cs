using Corridor.Model.Schema;

namespace Corridor.Model.Network;

/// <summary>What a power flow needs to know of a supply that is a generating unit.</summary>
[Table("power_units", "What a power flow needs to know of a supply that is a generating unit")]
public sealed record PowerUnit : Row
{
    /// <summary>Supply.</summary>
    [Column("supply", "supply", Required = true, Key = true, References = "supplies")]
    public required string Supply { get; init; }

    /// <summary>Output in a power flow [MW].</summary>
    [Column("active_power", "output in a power flow", Unit = "MW")]
    public double? ActivePower { get; init; }

    /// <summary>Least output, negative for a unit that can consume; min_output of the supply where empty [MW].</summary>
    [Column("active_min", "least output, negative for a unit that can consume; min_output of the supply where empty", Unit = "MW")]
    public double? ActiveMin { get; init; }

    /// <summary>Reactive output to begin with, and to hold where the voltage is not controlled [Mvar].</summary>
    [Column("reactive_power", "reactive output to begin with, and to hold where the voltage is not controlled", Unit = "Mvar")]
    public double? ReactivePower { get; init; }

    /// <summary>Least reactive output; none where empty [Mvar].</summary>
    [Column("reactive_min", "least reactive output; none where empty", Unit = "Mvar")]
    public double? ReactiveMin { get; init; }

    /// <summary>Greatest reactive output; none where empty [Mvar].</summary>
    [Column("reactive_max", "greatest reactive output; none where empty", Unit = "Mvar")]
    public double? ReactiveMax { get; init; }

    /// <summary>Voltage that it holds at its node, of the nominal [1].</summary>
    [Column("voltage_setpoint", "voltage that it holds at its node, of the nominal", Unit = "1", Minimum = 0)]
    public double? VoltageSetpoint { get; init; }

    /// <summary>Share in taking up an imbalance where the slack is distributed [1].</summary>
    [Column("participation", "share in taking up an imbalance where the slack is distributed", Unit = "1", Minimum = 0)]
    public double? Participation { get; init; }

    /// <summary>Cost of a start, money of account.</summary>
    [Column("start_cost", "cost of a start, money of account")]
    public double? StartCost { get; init; }

    /// <summary>Cost of a stop, money of account.</summary>
    [Column("stop_cost", "cost of a stop, money of account")]
    public double? StopCost { get; init; }
}
