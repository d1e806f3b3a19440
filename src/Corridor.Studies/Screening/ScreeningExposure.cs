namespace Corridor.Studies.Screening;

/// <summary>What of a package hangs on an actor, itself or by the companies that it controls.</summary>
/// <param name="Actor">Id of the actor.</param>
/// <param name="Controlled">Ids of companies of which it holds half or more, directly or through others.</param>
/// <param name="Holdings">Companies of which it holds a part: id, and the share [1] that it and the companies it controls hold directly.</param>
/// <param name="Assets">Assets and fleets of these owners: table, id, owner.</param>
/// <param name="Contracts">Contracts of these parties: id, role (seller, buyer, channel), party.</param>
/// <param name="Others">Agreements, projects and transit fees of these parties: table, id, role, party.</param>
/// <param name="Rules">Ids of rules of the package that name one of them: what the package has already taken into account.</param>
public sealed record ScreeningExposure(
    string Actor,
    IReadOnlyList<string> Controlled,
    IReadOnlyList<(string Company, double Share)> Holdings,
    IReadOnlyList<(string Table, string Id, string Owner)> Assets,
    IReadOnlyList<(string Id, string Role, string Party)> Contracts,
    IReadOnlyList<(string Table, string Id, string Role, string Party)> Others,
    IReadOnlyList<string> Rules);
