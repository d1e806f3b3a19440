using Corridor.Model.Contracts;
using Corridor.Model.Sanctions;

namespace Corridor.Studies.Screening;

/// <summary>A name of the package's that is like a listed one.</summary>
public sealed record ScreeningMatch
{
    /// <summary>The actor; null where the name is that of an asset.</summary>
    public required Actor? Actor { get; init; }

    /// <summary>Table and id of the row whose name it is: <c>actors gazprom</c>.</summary>
    public required (string Table, string Id) Subject { get; init; }

    /// <summary>The package's name that matched: the row's own, or one of its labels.</summary>
    public required string Name { get; init; }

    /// <summary>The listed entry.</summary>
    public required ListedParty Party { get; init; }

    /// <summary>The entry's name that matched.</summary>
    public required ListedName ListedAs { get; init; }

    /// <summary>How alike the names are, 0 … 1; see <c>docs/screening.md</c>.</summary>
    public required double Score { get; init; }

    /// <summary>Why the score is what it is, in words.</summary>
    public required string Reason { get; init; }
}
