using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Provenance;
using Corridor.Model.Rules;
using Corridor.Model.Sanctions;
using Corridor.Model.Schema;
using Corridor.Studies.Compilation;

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
        var exposures = new SortedDictionary<string, ScreeningExposure>(StringComparer.Ordinal);
        foreach (string actor in matches.Where(m => m.Actor is not null).Select(m => m.Subject.Id).Distinct())
            exposures[actor] = ExposureOf(system, actor, day);
        return new ScreeningResult([.. matches.OrderByDescending(m => m.Score).ThenBy(m => m.Subject.Id, StringComparer.Ordinal)], exposures, system.Actors.Count, parties.Count, least);
    }

    /// <summary>The best match of a row with each entry.</summary>
    private static ScreeningMatch[] MatchesOf(Entity row, string table, Actor? actor, ILookup<string, string> labels, NameIndex index, double least)
    {
        var best = new Dictionary<ListedParty, ScreeningMatch>(ReferenceEqualityComparer.Instance);
        foreach (string name in labels[row.Id].Prepend(row.Name ?? row.Id).Distinct(StringComparer.Ordinal))
        {
            foreach (NameForm own in NameForm.Of(name))
            {
                foreach ((ListedParty party, ListedName listed, NameForm form) in index.Near(own))
                {
                    if (!MayBe(actor, party.Kind))
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

    /// <summary>Actors are compared with persons and entities, places and assets with the things listed; ships and aircraft have no names of either.</summary>
    private static bool MayBe(Actor? actor, ListedKind kind) => actor is null ? kind == ListedKind.Asset : kind is ListedKind.Entity or ListedKind.Person;

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

    private static ScreeningExposure ExposureOf(EnergySystem system, string actor, DateOnly day)
    {
        var graph = new OwnershipGraph(system);
        string[] controlled = [.. system.Actors.Select(a => a.Id).Where(a => a != actor && graph.Controls(actor, a, day))];
        var held = new HashSet<string>(controlled, StringComparer.Ordinal) { actor };
        var assets = new List<(string, string, string)>();
        foreach (TableSchema table in PackageSchema.AssetTables.Select(PackageSchema.Table))
        {
            if (table.Column("owner") is not { } column)
                continue;
            foreach (Entity row in table.RowsOf(system).OfType<Entity>())
            {
                if (column.Get(row) is string owner && held.Contains(owner))
                    assets.Add((table.Name, row.Id, owner));
            }
        }

        var contracts = new List<(string, string, string)>();
        foreach (Contract contract in system.Contracts)
        {
            if (held.Contains(contract.Seller))
                contracts.Add((contract.Id, "seller", contract.Seller));
            if (held.Contains(contract.Buyer))
                contracts.Add((contract.Id, "buyer", contract.Buyer));
            foreach (PaymentChannel channel in system.PaymentChannels.Where(c => contract.Channels.Contains(c.Id)))
            {
                if (channel.Bank is { } bank && held.Contains(bank))
                    contracts.Add((contract.Id, $"paid through {channel.Id}", bank));
            }
        }

        string[] rules = [.. system.Rules.Where(r => Names(r).Any(held.Contains)).Select(r => r.Id)];
        return new ScreeningExposure(actor, controlled, assets, contracts, rules);
    }

    private static IEnumerable<string> Names(Rule rule) => ((string?[])[rule.Actor, rule.Owner]).OfType<string>();
}
