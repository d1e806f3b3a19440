using Corridor.Model.PowerGrids;
using Corridor.Model.Schema;

namespace Corridor.Model.Network;

/// <summary>What a power flow needs to know of a node of the power grid.</summary>
[Table("power_nodes", "What a power flow needs to know of a node of the power grid")]
public sealed record PowerNode : Row
{
    /// <summary>Node.</summary>
    [Column("node", "node", Required = true, Key = true, References = "nodes")]
    public required string Node { get; init; }

    /// <summary>What a power flow holds fixed: load, voltage, slack or isolated.</summary>
    [Column("control", "what a power flow holds fixed: load, voltage, slack or isolated")]
    public BusControl Control { get; init; }

    /// <summary>Nominal voltage [kV].</summary>
    [Column("nominal_voltage", "nominal voltage", Unit = "kV", Minimum = 0)]
    public double? NominalVoltage { get; init; }

    /// <summary>Voltage to begin with, and to hold where no unit does, of the nominal [1].</summary>
    [Column("voltage", "voltage to begin with, and to hold where no unit does, of the nominal", Unit = "1", Minimum = 0)]
    public double? Voltage { get; init; }

    /// <summary>Angle to begin with, and to hold at a slack node [deg].</summary>
    [Column("angle", "angle to begin with, and to hold at a slack node", Unit = "deg")]
    public double? Angle { get; init; }

    /// <summary>Least voltage, of the nominal [1].</summary>
    [Column("voltage_min", "least voltage, of the nominal", Unit = "1", Minimum = 0)]
    public double? VoltageMin { get; init; }

    /// <summary>Greatest voltage, of the nominal [1].</summary>
    [Column("voltage_max", "greatest voltage, of the nominal", Unit = "1", Minimum = 0)]
    public double? VoltageMax { get; init; }

    /// <summary>Reactive power consumed [Mvar].</summary>
    [Column("reactive_demand", "reactive power consumed", Unit = "Mvar")]
    public double? ReactiveDemand { get; init; }

    /// <summary>Active power that the shunt takes at nominal voltage [MW].</summary>
    [Column("shunt_conductance", "active power that the shunt takes at nominal voltage", Unit = "MW")]
    public double? ShuntConductance { get; init; }

    /// <summary>Reactive power that the shunt gives at nominal voltage [Mvar].</summary>
    [Column("shunt_susceptance", "reactive power that the shunt gives at nominal voltage", Unit = "Mvar")]
    public double? ShuntSusceptance { get; init; }

    /// <summary>Area, as the grid's own data number it.</summary>
    [Column("area", "area, as the grid's own data number it")]
    public string? Area { get; init; }

    /// <summary>Loss zone, as the grid's own data number it.</summary>
    [Column("loss_zone", "loss zone, as the grid's own data number it")]
    public string? LossZone { get; init; }
}
