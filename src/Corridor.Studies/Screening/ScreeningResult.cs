namespace Corridor.Studies.Screening;

/// <summary>Who of a package's actors is like somebody on a list. A match is a name to look at, never a verdict.</summary>
/// <param name="Matches">Matches, the surest first; an actor may match several entries.</param>
/// <param name="Exposures">What hangs on each matched actor, and on each company that matched actors hold together, by its id.</param>
/// <param name="Actors">Number of actors compared.</param>
/// <param name="Parties">Number of entries of the lists, compared or not.</param>
/// <param name="Least">Least score that counts as a match.</param>
/// <param name="HeldTogether">Companies of which matched actors hold half or more together, none of them alone; with the share [1].</param>
/// <param name="Coverage">Which entries were compared with what.</param>
public sealed record ScreeningResult(
    IReadOnlyList<ScreeningMatch> Matches,
    IReadOnlyDictionary<string, ScreeningExposure> Exposures,
    int Actors,
    int Parties,
    double Least,
    IReadOnlyList<(string Company, double Share)> HeldTogether,
    ScreeningCoverage Coverage);
