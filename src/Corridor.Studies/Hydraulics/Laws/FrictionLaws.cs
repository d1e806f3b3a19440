using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>Makes the friction laws that a study asks for.</summary>
public static class FrictionLaws
{
    private static readonly NikuradseFriction Nikuradse = new();
    private static readonly ColebrookFriction Colebrook = new();
    private static readonly HoferFriction Hofer = new();
    private static readonly PrandtlKarmanFriction PrandtlKarman = new();

    /// <summary>The friction law of a kind.</summary>
    /// <param name="kind">Which law.</param>
    /// <returns>
    /// The law; null for <see cref="FrictionKind.Fixed"/>, under which each pipe states its own factor (<see cref="FixedFriction"/>).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none of those listed.</exception>
    public static IFrictionLaw? For(FrictionKind kind) => kind switch
    {
        FrictionKind.Nikuradse => Nikuradse,
        FrictionKind.Colebrook => Colebrook,
        FrictionKind.Hofer => Hofer,
        FrictionKind.Pkr => PrandtlKarman,
        FrictionKind.Fixed => null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown friction law."),
    };
}
