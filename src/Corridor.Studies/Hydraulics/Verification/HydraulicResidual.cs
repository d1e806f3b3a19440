namespace Corridor.Studies.Hydraulics.Verification;

/// <summary>What is compared.</summary>
public enum HydraulicResidualKind
{
    /// <summary>A pressure is missing, not finite, zero or negative where the network determines one, or given where nothing determines it; relative: 1.</summary>
    Pressure,

    /// <summary>A state is not what its kind allows: figures missing, a mode that the control does not lead to, a fatal complaint beside a claim of convergence; relative: 1.</summary>
    Claim,

    /// <summary>Mass balance of a node, against the greatest flow of its part of the network.</summary>
    Balance,

    /// <summary>Injection stated against the one given, against the greatest flow of its part of the network.</summary>
    Injection,

    /// <summary>Pressure of a node against the one held there.</summary>
    HeldPressure,

    /// <summary>Pressure at one end of a pipe against the one that integration from the other end reaches, against the greater of the two.</summary>
    PipePressure,

    /// <summary>Flow of a pipe against the one that its pressures belong to, against the greatest flow of its part of the network.</summary>
    PipeFlow,

    /// <summary>Pressures across a short pipe, valve, resistor or pump, against the greater of the two.</summary>
    Fitting,

    /// <summary>Set point of a regulator or station: relative; of a flow: against the greatest flow of its part of the network.</summary>
    Setpoint,

    /// <summary>Flow through something closed or out of service, against the greatest flow of its part of the network.</summary>
    ClosedFlow,

    /// <summary>Flow or change of pressure in a direction that a regulator or station does not allow, or a set point given up although it could be held.</summary>
    Direction,

    /// <summary>Quality of the gas at a node against the mixture of what flows in: mole fractions absolute, other figures relative.</summary>
    Mixing,

    /// <summary>Figures that follow from pressures and flow: density, velocity, Reynolds number, friction factor, ratio, power, linepack; relative.</summary>
    Derived,

    /// <summary>A bound that is passed without a complaint that says so; relative.</summary>
    SilentLimit,

    /// <summary>Temperature where gas leaves an element against the one that follows from where it enters; relative. Only where temperatures are followed.</summary>
    Temperature,

    /// <summary>Temperature of a node against the mixture, by heat capacity, of what flows in; relative. Only where temperatures are followed.</summary>
    Energy,
}

/// <summary>The greatest residual of a kind.</summary>
/// <param name="Kind">What is compared.</param>
/// <param name="Value">Its size [1], see <see cref="HydraulicResidualKind"/>; +∞ where a figure is not finite.</param>
/// <param name="Tolerance">Size that is allowed [1].</param>
/// <param name="Node">Index of the node where it sits; −1 where it sits at an element, or nowhere.</param>
/// <param name="Element">Index of the element where it sits; −1 where it sits at a node, or nowhere.</param>
/// <param name="Message">One sentence with ids, figures and units; empty where nothing of the kind was found.</param>
public sealed record HydraulicResidual(HydraulicResidualKind Kind, double Value, double Tolerance, int Node, int Element, string Message)
{
    /// <summary>Whether it is small enough.</summary>
    public bool IsWithin => Value <= Tolerance;
}
