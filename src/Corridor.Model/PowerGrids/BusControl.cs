namespace Corridor.Model.PowerGrids;

/// <summary>What a power flow holds fixed at a bus. Stored in tables in lower snake case.</summary>
public enum BusControl
{
    /// <summary>Active and reactive power are given; voltage and angle follow.</summary>
    Load,

    /// <summary>Active power and voltage are given; reactive power and angle follow, within the units' limits.</summary>
    Voltage,

    /// <summary>Voltage and angle are given; the bus takes up what is left over, alone or with the units that participate.</summary>
    Slack,

    /// <summary>The bus is out of service, with everything connected to it.</summary>
    Isolated,
}
