using Corridor.Model;

namespace Corridor.Data.Formats.Exchange;

/// <summary>A package made of another program's data.</summary>
/// <param name="System">The package. Every row names its source; <c>note</c> or a claim names file and row.</param>
/// <param name="Fidelity">What came over and what did not.</param>
public sealed record ImportResult(EnergySystem System, FidelityReport Fidelity)
{
    /// <summary>Whether it is only a part of a package, such as prices, that is of use beside other tables.</summary>
    public bool IsPart { get; init; }

    /// <summary>Tables whose rows are only there so that the part is valid by itself, such as the carrier of measured flows: put into a package, they replace none of its rows. Empty for none.</summary>
    public IReadOnlySet<string> BroughtAlong { get; init; } = new HashSet<string>();

    /// <summary>Indices whose unit of energy says neither gross nor net, and was taken as gross; one of electricity in the package takes it as electricity. Empty for none.</summary>
    public IReadOnlySet<string> OpenBasis { get; init; } = new HashSet<string>();
}
