namespace Corridor.Model;

/// <summary>The head of a package, from its <c>datapackage.json</c>.</summary>
public sealed record PackageDescription
{
    /// <summary>Short name: lower case letters, digits, '-'.</summary>
    public required string Name { get; init; }

    /// <summary>Title for people.</summary>
    public string? Title { get; init; }

    /// <summary>What the package is about, in a paragraph.</summary>
    public string? Description { get; init; }

    /// <summary>Version of the package's data.</summary>
    public string? Version { get; init; }

    /// <summary>Licence of the package, an SPDX identifier.</summary>
    public string? Licence { get; init; }

    /// <summary>Title of the licence for people.</summary>
    public string? LicenceTitle { get; init; }

    /// <summary>Where the licence is written: an address, or a file of the package.</summary>
    public string? LicencePath { get; init; }

    /// <summary>Money of account (ISO 4217): costs, prices and the objective are stated in it.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>First day of the horizon that a run takes if it is given none.</summary>
    public DateOnly? From { get; init; }

    /// <summary>First day after that horizon.</summary>
    public DateOnly? To { get; init; }
}
