using System.Globalization;
using Corridor.Model.Contracts;
using Corridor.Model.Provenance;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>Makes actors of owners and parents, and tells who owns whom.</summary>
internal sealed class GemOwners(GemPackage package)
{
    private const int MostVisited = 10_000;
    private readonly Dictionary<string, string> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ventures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _owned = new(StringComparer.Ordinal);

    /// <summary>The actor that owns an asset; null where no owner is known.</summary>
    internal string? OwnerOf(GemAsset asset)
    {
        string part = GemRowReport.PartOf(asset.Fuel);
        string ownerText = asset.Text(GemField.Owner), parentText = asset.Text(GemField.Parent);
        List<GemOwner> owners = GemOwner.ListOf(ownerText), parents = GemOwner.ListOf(parentText);
        if (owners.Count == 0)
        {
            if (ownerText.Length > 0)
                package.Fidelity.Dropped(part, "owner", "the tracker does not know the owner", $"{asset.Name}: {ownerText}");
            if (parents.Count == 0)
                return null;
            package.Fidelity.Approximated(part, "parent", "owner", "no owner is known; the parents stand in its place", $"{asset.Name}: {parentText}");
            return parents.Count == 1 ? ActorOf(parents[0].Name, asset) : Venture(asset, parentText, parents);
        }

        if (owners.Count > 1)
        {
            package.Fidelity.Exact(part, "owner", "ownerships.owner");
            if (parents.Count > 0)
                package.Fidelity.Dropped(part, "parent", "which parent belongs to which of several owners is not stated", $"{asset.Name}: {parentText}");
            return Venture(asset, ownerText, owners);
        }

        package.Fidelity.Exact(part, "owner", "owner");
        string owner = ActorOf(owners[0].Name, asset);
        if (parents.Count > 0)
            AddParents(asset, part, owner, owners[0].Name, parentText, parents);
        return owner;
    }

    private void AddParents(GemAsset asset, string part, string owner, string name, string text, List<GemOwner> parents)
    {
        parents.RemoveAll(p => p.Name == name);
        if (parents.Count == 0)
        {
            package.Fidelity.Exact(part, "parent", "owner");
        }
        else if (_parents.TryAdd(owner, text))
        {
            package.Fidelity.Exact(part, "parent", "ownerships.owner");
            AddShares(asset, owner, parents);
        }
        else if (_parents[owner] == text)
        {
            package.Fidelity.Exact(part, "parent", "ownerships.owner");
        }
        else
        {
            package.Fidelity.Dropped(part, "parent", "another row states other parents of the same owner; the first row counts", $"{asset.Name}: {text}");
        }
    }

    /// <summary>An actor for the owners of one asset together.</summary>
    private string Venture(GemAsset asset, string text, List<GemOwner> owners)
    {
        string key = asset.Site + "\n" + text;
        if (_ventures.TryGetValue(key, out string? id))
            return id;
        id = package.Ids.Take(asset.Site, "owners");
        _ventures.Add(key, id);
        package.Actors.Add(new Actor { Id = id, Name = $"Owners of {asset.Site}", Kind = ActorKind.Company, Source = package.Source(asset), Basis = Basis.Derived, Note = $"stands for several owners; {asset.Place}" });
        AddShares(asset, id, owners);
        return id;
    }

    private void AddShares(GemAsset asset, string owned, List<GemOwner> owners)
    {
        double known = owners.Sum(o => o.Share ?? 0);
        int open = owners.Count(o => o.Share is null);
        double rest = open == 0 ? 0 : Math.Max(0, 1 - known) / open;
        double scale = known > 1 ? 1 / known : 1;
        foreach (GemOwner owner in owners)
        {
            double share = (owner.Share ?? rest) * scale;
            string id = ActorOf(owner.Name, asset);
            if (share <= 0)
            {
                package.Fidelity.Dropped("owners", "share", "the share is zero, or others hold the whole", $"{owner.Name} ({asset.Place})");
            }
            else if (Reaches(owned, id))
            {
                package.Fidelity.Dropped("owners", "share", "companies would own each other in a ring", $"{owner.Name} ({asset.Place})");
            }
            else
            {
                if (!_owned.TryGetValue(id, out List<string>? all))
                    _owned.Add(id, all = []);
                all.Add(owned);
                bool isAssumed = owner.Share is null;
                if (isAssumed)
                    package.Fidelity.Defaulted("owners", "share", "ownerships.share", "the share is not known; the rest is shared equally", $"{owner.Name} ({asset.Place})");
                package.Ownerships.Add(new Ownership
                {
                    Owner = id,
                    Owned = owned,
                    Share = share,
                    Source = package.Source(asset),
                    Basis = isAssumed ? Basis.Assumed : Basis.Reported,
                    Note = isAssumed ? $"assumed: the share is not known, the rest is shared equally; {asset.Place}" : asset.Place,
                });
            }
        }
    }

    private string ActorOf(string name, GemAsset asset)
    {
        if (_actors.TryGetValue(name, out string? id))
            return id;
        id = package.Ids.Take(name, "co");
        _actors.Add(name, id);
        package.Actors.Add(new Actor { Id = id, Name = name, Kind = ActorKind.Company, Source = package.Source(asset), Basis = Basis.Reported, Note = string.Create(CultureInfo.InvariantCulture, $"first named at {asset.Place}") });
        return id;
    }

    /// <summary>Whether an actor owns another, directly or through others.</summary>
    private bool Reaches(string owner, string owned)
    {
        var open = new Stack<string>([owner]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryPop(out string? id))
        {
            if (id == owned || seen.Count > MostVisited)
                return true;
            if (seen.Add(id) && _owned.TryGetValue(id, out List<string>? all))
                all.ForEach(open.Push);
        }

        return false;
    }
}
