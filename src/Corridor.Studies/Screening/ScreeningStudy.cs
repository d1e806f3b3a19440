using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Network;
using Corridor.Model.Sanctions;
using Corridor.Model.Schema;

namespace Corridor.Studies.Screening;

/// <summary>Who of a package's actors and owners stands on a list, and what hangs on them?</summary>
public static class ScreeningStudy
{
    /// <summary>Least score that counts as a match where the user names none.</summary>
    public const double UsualLeast = 0.85;

    private const double WeakName = 0.95;
    private const double OtherKind = 0.9;

    /// <summary>Compares every name and label of the actors, and of the assets with the things listed, with every name of the entries.</summary>
    /// <param name="system">The package.</param>
    /// <param name="parties">The entries of one or several lists.</param>
    /// <param name="least">Least score that counts as a match, above 0 and at most 1.</param>
    /// <param name="day">Day for which ownership is asked.</param>
    /// <param name="cancellation">Stops the study.</param>
    /// <exception cref="ArgumentOutOfRangeException">The least score is not above 0 and at most 1.</exception>
    public static ScreeningResult Run(EnergySystem system, IReadOnlyList<ListedParty> parties, double least, DateOnly day, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(parties);
        if (!(least > 0 && least <= 1))
            throw new ArgumentOutOfRangeException(nameof(least), least, "The least score lies above 0 and is at most 1.");
        var index = new NameIndex(parties);
        ILookup<string, string> labels = system.Labels.ToLookup(l => l.Id, l => l.Text, StringComparer.Ordinal);
        var matches = new List<ScreeningMatch>();
        foreach (Actor actor in system.Actors)
        {
            cancellation.ThrowIfCancellationRequested();
            matches.AddRange(MatchesOf(actor, "actors", actor, labels, index, least));
        }

        foreach ((string table, Entity asset) in Things(system))
            matches.AddRange(MatchesOf(asset, table, null, labels, index, least));
        Fleet[] ships = [.. system.Fleets.Where(f => IsShip(f, labels))];
        foreach (Fleet ship in ships)
            matches.AddRange(MatchesOf(ship, "fleets", null, labels, index, least));
        var holdings = new Holdings(system, day);
        var exposureOf = new Exposures(system, holdings);
        var exposures = new SortedDictionary<string, ScreeningExposure>(StringComparer.Ordinal);
        string[] matched = [.. matches.Where(m => m.Actor is not null).Select(m => m.Subject.Id).Distinct()];
        foreach (string actor in matched)
            exposures[actor] = exposureOf.Of(actor);
        HashSet<string> alone = [.. exposures.Values.SelectMany(e => e.Controlled)];
        (string, double)[] together = [.. holdings.Of(matched).Where(h => Holdings.IsControl(h.Value) && !alone.Contains(h.Key)).Select(h => (h.Key, h.Value))];
        foreach ((string company, _) in together)
            exposures[company] = exposureOf.Of(company);
        IOrderedEnumerable<ScreeningMatch> sorted = matches.OrderByDescending(m => m.Score).ThenBy(m => m.Subject.Id, StringComparer.Ordinal);
        return new ScreeningResult([.. sorted], exposures, system.Actors.Count, parties.Count, least, together, CoverageOf(parties, ships.Length > 0));
    }

    private static ScreeningCoverage CoverageOf(IReadOnlyList<ListedParty> parties, bool hasShips)
    {
        ListedParty[] nameless = [.. parties.Where(p => p.ImoNumber.Length == 0 && !p.Names.SelectMany(n => NameForm.Of(n.Text)).Any())];
        var none = new HashSet<ListedParty>(nameless, ReferenceEqualityComparer.Instance);
        int Count(params ListedKind[] kinds) => parties.Count(p => kinds.Contains(p.Kind) && !none.Contains(p));
        int vessels = Count(ListedKind.Vessel);
        return new ScreeningCoverage(Count(ListedKind.Entity, ListedKind.Person), Count(ListedKind.Asset), hasShips ? vessels : 0, hasShips ? 0 : vessels, Count(ListedKind.Aircraft), nameless);
    }

    /// <summary>The best match of a row with each entry.</summary>
    private static ScreeningMatch[] MatchesOf(Entity row, string table, Actor? actor, ILookup<string, string> labels, NameIndex index, double least)
    {
        var best = new Dictionary<ListedParty, ScreeningMatch>(ReferenceEqualityComparer.Instance);
        foreach (string name in NamesOf(row, labels))
        {
            foreach (ListedParty party in row is Fleet ? index.Ships(name) : [])
                best[party] = new ScreeningMatch { Actor = null, Subject = (table, row.Id), Name = name, Party = party, ListedAs = party.Names[0], Score = 1, Reason = $"the same number, IMO {party.ImoNumber}" };
            foreach (NameForm own in NameForm.Of(name))
            {
                foreach ((ListedParty party, ListedName listed, NameForm form) in index.Near(own))
                {
                    if (!MayBe(actor, row, party.Kind))
                        continue;
                    (double score, string reason) = NameScore.Of(own, form, index);
                    (score, reason) = Reduced(score, reason, actor, party, listed);
                    if (score < least || (best.TryGetValue(party, out ScreeningMatch? known) && known.Score >= score))
                        continue;
                    best[party] = new ScreeningMatch { Actor = actor, Subject = (table, row.Id), Name = own.Text, Party = party, ListedAs = listed, Score = score, Reason = reason };
                }
            }
        }

        return [.. best.Values];
    }

    private static IEnumerable<string> NamesOf(Entity row, ILookup<string, string> labels) => labels[row.Id].Prepend(row.Name ?? row.Id).Distinct(StringComparer.Ordinal);

    /// <summary>Actors are compared with persons and entities, places and assets with the things listed, single ships with ships; nothing with aircraft.</summary>
    private static bool MayBe(Actor? actor, Entity row, ListedKind kind) =>
        actor is not null ? kind is ListedKind.Entity or ListedKind.Person : kind == (row is Fleet ? ListedKind.Vessel : ListedKind.Asset);

    /// <summary>Whether a fleet is a single ship: it has one vehicle at most, or states an IMO number.</summary>
    private static bool IsShip(Fleet fleet, ILookup<string, string> labels) =>
        fleet.Mode == TransportMode.Ship && (fleet.Vehicles <= 1 || NamesOf(fleet, labels).Any(n => NameIndex.SevenDigits(n).Any()));

    private static (double Score, string Reason) Reduced(double score, string reason, Actor? actor, ListedParty party, ListedName listed)
    {
        if (listed.IsWeak)
            (score, reason) = (score * WeakName, reason + "; a weak or former name");
        if (actor is not null && (actor.Kind == ActorKind.Person) != (party.Kind == ListedKind.Person))
            (score, reason) = (score * OtherKind, reason + "; one is a person, the other not");
        return (score, reason);
    }

    /// <summary>Rows whose names are those of places and things: nodes and assets.</summary>
    private static IEnumerable<(string Table, Entity Row)> Things(EnergySystem system) =>
        PackageSchema.AssetTables.Append("nodes").Select(PackageSchema.Table).SelectMany(t => t.RowsOf(system).OfType<Entity>().Where(r => r.Name is not null).Select(r => (t.Name, r)));
}
