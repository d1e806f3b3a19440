namespace Corridor.Studies.Hydraulics.Dispatch;

/// <summary>What the physics of gas lines does in a dispatch.</summary>
public enum PhysicsMode
{
    /// <summary>Nothing: capacities are those that the package states.</summary>
    None,

    /// <summary>The dispatch is as without it; its flows are then put on the lines.</summary>
    Check,

    /// <summary>Capacities of lines with data follow from pipe, pressures and stations; then as <see cref="Check"/>.</summary>
    Capacity,
}
