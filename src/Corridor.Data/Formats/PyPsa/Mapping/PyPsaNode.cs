namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>A bus, and the node made of it.</summary>
/// <param name="Name">Name of the bus.</param>
/// <param name="Id">Id of the node.</param>
/// <param name="Carrier">Id of the node's carrier.</param>
/// <param name="IsElectric">Whether it is of electricity.</param>
/// <param name="IsDirect">Whether it is of direct current.</param>
/// <param name="Voltage">Nominal voltage [kV].</param>
internal sealed record PyPsaNode(string Name, string Id, string Carrier, bool IsElectric, bool IsDirect, double Voltage)
{
    /// <summary>Zone of the node.</summary>
    public required string Zone { get; init; }

    /// <summary>Row in the list of buses.</summary>
    public required int Row { get; init; }

    /// <summary>Reactive power of the loads [Mvar].</summary>
    public double ReactiveDemand { get; set; }

    /// <summary>Active power of the shunts at nominal voltage [MW].</summary>
    public double ShuntConductance { get; set; }

    /// <summary>Reactive power of the shunts at nominal voltage [Mvar].</summary>
    public double ShuntSusceptance { get; set; }

    /// <summary>Whether a unit holds the voltage.</summary>
    public bool HoldsVoltage { get; set; }

    /// <summary>Whether a unit is the slack.</summary>
    public bool IsSlack { get; set; }
}
