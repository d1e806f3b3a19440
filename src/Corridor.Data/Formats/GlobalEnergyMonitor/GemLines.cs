using System.Globalization;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>Makes nodes and pipelines of a network of lines.</summary>
internal sealed class GemLines(GemPackage package, GemOwners owners, GemMedians medians, GemRowReport rows)
{
    private readonly Dictionary<int, string> _nodes = [];

    /// <summary>A stretch of the package that is in service, and what it carries.</summary>
    internal readonly record struct Flow(int From, int To, double PerDay, bool IsOperating);

    /// <summary>The stretches of the network.</summary>
    internal List<Flow> Flows { get; } = [];

    /// <summary>Maps all lines of a network.</summary>
    internal void Map(GemNetwork network, GemFuel fuel)
    {
        GemAssumption assumption = GemAssumption.Of(fuel);
        foreach (IGrouping<GemAsset, GemPiece> line in network.Pieces.GroupBy(p => p.Asset, (IEqualityComparer<GemAsset>)ReferenceEqualityComparer.Instance))
        {
            GemAsset asset = line.Key;
            GemPiece[] pieces = [.. line];
            (Rate rate, string reason) = medians.Of(asset, package.Fidelity);
            string? owner = owners.OwnerOf(asset);
            double whole = pieces.Sum(p => p.Length);
            Report(asset, pieces.Length);
            for (int i = 0; i < pieces.Length; i++)
                Add(network, asset, pieces[i], i, pieces.Length, whole, rate, reason, owner, assumption);
            rows.Mapped(asset, "pipelines");
        }
    }

    /// <summary>The node of a joint.</summary>
    internal string Node(GemNetwork network, int joint, GemFuel fuel)
    {
        if (_nodes.TryGetValue(joint, out string? id))
            return id;
        GemJoint place = network.Joints[joint];
        bool isEnd = place.Ends.Count > 0;
        string what = isEnd ? (place.Ends[0].IsStart ? "start" : "end") : "gas";
        string said = isEnd && place.First.Parts.Count == 1 ? place.First.Text(place.Ends[0].IsStart ? GemField.StartLocation : GemField.EndLocation) : "";
        id = package.Ids.Take($"{place.Country} {(said.Length > 0 ? said : place.First.Name + " " + what)}", package.Carrier(fuel));
        _nodes.Add(joint, id);
        package.Nodes.Add(new Node
        {
            Id = id,
            Name = said.Length > 0 ? said : $"{place.First.Name}, {what}",
            Carrier = package.Carrier(fuel),
            Zone = package.Zone(place.Country),
            Lon = place.Point.Lon,
            Lat = place.Point.Lat,
            Source = package.Source(place.First),
            Basis = Basis.Derived,
            Note = string.Create(CultureInfo.InvariantCulture, $"{place.Ends.Count} ends of lines and {place.Sites.Count} units of terminals within {GemNetwork.JoinDistance} km of each other; first {place.First.Place}"),
        });
        return id;
    }

    private void Add(GemNetwork network, GemAsset asset, GemPiece piece, int index, int count, double whole, Rate rate, string reason, string? owner, GemAssumption assumption)
    {
        string id = package.Ids.Take(count == 1 ? asset.Name : string.Create(CultureInfo.InvariantCulture, $"{asset.Name} {index + 1}"), "p");
        string source = package.Source(asset);
        (DateOnly? start, DateOnly? end) = GemPackage.DatesOf(asset);
        double length = asset.Length is { } said && whole > 0 ? said * piece.Length / whole : piece.Length;
        string note = asset.Length is null ? "length along the route" : count > 1 ? "length shared out along the route" : "";
        string more = string.Join("; ", new[] { note, reason }.Where(n => n.Length > 0));
        package.Pipelines.Add(new Pipeline
        {
            Id = id,
            Name = count == 1 ? asset.Name : string.Create(CultureInfo.InvariantCulture, $"{asset.Name} ({index + 1} of {count})"),
            From = Node(network, piece.From, asset.Fuel),
            To = Node(network, piece.To, asset.Fuel),
            Length = Length.FromKilometres(Math.Round(Math.Max(length, 0.001), 3)),
            InnerDiameter = asset.Diameter is { } diameter ? Length.FromMillimetres(diameter) : null,
            Capacity = rate,
            ReverseCapacity = rate,
            Tariff = assumption.Charge,
            Owner = owner,
            RateUnit = rate.Unit,
            PriceUnit = assumption.Charge.Unit,
            Status = asset.Status!.Value,
            Start = start,
            End = end,
            Source = source,
            Basis = reason.Length > 0 ? Basis.Assumed : Basis.Reported,
            Note = GemPackage.NoteOf(asset, more),
        });
        for (int i = 0; i < piece.Route.Count; i++)
            package.RoutePoints.Add(new RoutePoint { Arc = id, Sequence = i + 1, Lon = piece.Route[i].Lon, Lat = piece.Route[i].Lat, Source = source });
        package.ClaimCapacity("pipelines", id, asset);
        Flows.Add(new Flow(piece.From, piece.To, GemMedians.PerDay(assumption, rate), asset.Status == AssetStatus.Operating));
    }

    private void Report(GemAsset asset, int pieces)
    {
        string part = GemRowReport.PartOf(asset.Fuel);
        package.Fidelity.Defaulted(part, "direction of flow", "pipelines.reverse_capacity", "not stated; the capacity holds both ways");
        package.Fidelity.Defaulted(part, "charge", "pipelines.tariff", $"not stated; {GemAssumption.Of(asset.Fuel).Charge} is assumed, so that flows take short ways");
        if (asset.Length is null)
            package.Fidelity.Defaulted(part, "length", "pipelines.length", "not stated; measured along the route", asset.Name);
        if (pieces > 1)
            package.Fidelity.Approximated(part, "route", "pipelines", "several stretches, each with the whole capacity: the route has parts, or other lines meet it on the way", string.Create(CultureInfo.InvariantCulture, $"{asset.Name}: {pieces}"));
    }
}
