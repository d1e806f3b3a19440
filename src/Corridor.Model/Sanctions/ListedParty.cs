using Corridor.Model.Findings;

namespace Corridor.Model.Sanctions;

/// <summary>An entry of a sanctions list.</summary>
public sealed record ListedParty
{
    /// <summary>The list, such as <c>OFAC</c>.</summary>
    public required string List { get; init; }

    /// <summary>How the list numbers the entry.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public ListedKind Kind { get; init; }

    /// <summary>Its names, the primary one first.</summary>
    public required IReadOnlyList<ListedName> Names { get; init; }

    /// <summary>Programme, act or annex under which it is listed.</summary>
    public string Program { get; init; } = "";

    /// <summary>What is prohibited, where the list says; else empty.</summary>
    public string Measure { get; init; } = "";

    /// <summary>Day from which it is listed, the earliest where there are several; null where the list does not say, or says it in a way that is not read.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The day from which it is listed as printed; empty where the list does not say.</summary>
    public string SinceAsPrinted { get; init; } = "";

    /// <summary>Numbers that identify it, as printed: tax, registration, LEI, IMO; empty where there are none.</summary>
    public string Identifiers { get; init; } = "";

    /// <summary>A ship's number by the International Maritime Organization, seven digits; empty where there is none.</summary>
    public string ImoNumber { get; init; } = "";

    /// <summary>Remarks of the list.</summary>
    public string Remarks { get; init; } = "";

    /// <summary>Where it stands in its file.</summary>
    public SourcePlace Place { get; init; } = SourcePlace.None;
}
