using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>Makes converters of LNG terminals, and nodes and transports of coal terminals.</summary>
internal sealed class GemTerminals(GemPackage package, GemOwners owners, GemMedians medians, GemRowReport rows, GemCountries countries)
{
    private const double LiquefactionUse = 0.08;
    private static readonly AmountUnit Kilotonne = AmountUnit.Parse("kt");
    private static readonly AmountUnit Mcm = AmountUnit.Parse("mcm@20C");

    private readonly Dictionary<(string Site, GeoPoint Point, bool IsExport), string> _ports = [];
    private readonly Dictionary<(string Country, GeoPoint Point, string Site), string> _coal = [];
    private readonly Dictionary<string, string> _inland = new(StringComparer.Ordinal);

    /// <summary>Maps the LNG terminals that the network joins.</summary>
    internal void MapLng(IReadOnlyList<GemAsset> sites, GemNetwork network, GemLines lines)
    {
        double gasPerKilotonne = 1e6 * GemAssumption.Lng.Carrier.GrossHeatingValue!.Value / (GemAssumption.Gas.Carrier.GrossHeatingValue!.Value * 1e6);
        foreach (GemAsset asset in sites)
        {
            bool isExport = asset.IsExport!.Value;
            (Rate rate, string reason) = medians.Of(asset, package.Fidelity);
            int joint = network.JointOf[asset];
            string gas = lines.Node(network, joint, GemFuel.Gas);
            string id = package.Ids.Take(asset.Name, isExport ? "liquefaction" : "regasification");
            string source = package.Source(asset);
            (DateOnly? start, DateOnly? end) = GemPackage.DatesOf(asset);
            package.Converters.Add(new Converter
            {
                Id = id,
                Name = asset.Name,
                Kind = isExport ? ConverterKind.Liquefaction : ConverterKind.Regasification,
                ReferenceUnit = Kilotonne,
                Capacity = rate,
                Cost = GemAssumption.Lng.Charge,
                Owner = owners.OwnerOf(asset),
                RateUnit = rate.Unit,
                PriceUnit = GemAssumption.Lng.Charge.Unit,
                Status = asset.Status!.Value,
                Start = start,
                End = end,
                Source = source,
                Basis = reason.Length > 0 ? Basis.Assumed : Basis.Reported,
                Note = GemPackage.NoteOf(asset, reason),
            });
            double ratio = Math.Round(gasPerKilotonne * (isExport ? 1 + LiquefactionUse : 1), 5);
            string why = isExport ? "assumed: heat of the LNG and 8 % own use of gas" : "assumed: heat of the LNG, nothing lost";
            Flow(id, gas, isExport ? FlowSide.In : FlowSide.Out, new Amount(ratio, Mcm), why);
            string port = Port(asset, isExport);
            Flow(id, port, isExport ? FlowSide.Out : FlowSide.In, new Amount(1, Kilotonne), "assumed: the unit of activity");
            if (rate.Unit.Equals(asset.Capacity?.Rate.Unit))
                package.ClaimCapacity("converters", id, asset);
            double perDay = GemMedians.PerDay(GemAssumption.Lng, rate) * ratio;
            bool isOperating = asset.Status == AssetStatus.Operating;
            Berths.Add((port, isExport, perDay / ratio, isOperating));
            lines.Flows.Add(isExport ? new GemLines.Flow(joint, -1, perDay, isOperating) : new GemLines.Flow(-1, joint, perDay, isOperating));
            package.Fidelity.Defaulted(GemRowReport.PartOf(GemFuel.Lng), "gas for a tonne", "converter_flows.ratio", why);
            package.Fidelity.Defaulted(GemRowReport.PartOf(GemFuel.Lng), "cost", "converters.cost", $"not stated; {GemAssumption.Lng.Charge} is assumed");
            rows.Mapped(asset, "converters");
        }
    }

    /// <summary>Maps coal terminals: a node at each, and handling both ways between it and the country.</summary>
    internal void MapCoal(IReadOnlyList<GemAsset> sites)
    {
        foreach (GemAsset asset in sites)
        {
            string country = countries.Of(asset, asset.Parts[0][0], isStart: true, out _)!;
            (Rate rate, string reason) = medians.Of(asset, package.Fidelity);
            string port = CoalPort(asset, country), inland = Inland(asset, country), source = package.Source(asset);
            string? owner = owners.OwnerOf(asset);
            (DateOnly? start, DateOnly? end) = GemPackage.DatesOf(asset);
            foreach ((string word, string from, string to) in new[] { ("unloading", port, inland), ("loading", inland, port) })
            {
                string id = package.Ids.Take($"{asset.Name} {word}", "t");
                package.Transports.Add(new Transport
                {
                    Id = id,
                    Name = $"{asset.Name}, {word}",
                    From = from,
                    To = to,
                    Mode = TransportMode.Ship,
                    Capacity = rate,
                    Cost = GemAssumption.Coal.Charge,
                    Owner = owner,
                    RateUnit = rate.Unit,
                    PriceUnit = GemAssumption.Coal.Charge.Unit,
                    Status = asset.Status!.Value,
                    Start = start,
                    End = end,
                    Source = source,
                    Basis = reason.Length > 0 ? Basis.Assumed : Basis.Reported,
                    Note = GemPackage.NoteOf(asset, string.Join("; ", new[] { "handling both ways: the tracker does not say which", reason }.Where(n => n.Length > 0))),
                });
                package.ClaimCapacity("transports", id, asset);
            }

            package.Fidelity.Approximated(GemRowReport.PartOf(GemFuel.Coal), "direction of handling", "transports", "not stated; the capacity holds for loading and for unloading", asset.Name);
            package.Fidelity.Defaulted(GemRowReport.PartOf(GemFuel.Coal), "cost", "transports.cost", $"not stated; {GemAssumption.Coal.Charge} is assumed");
            rows.Mapped(asset, "transports");
            Handled.Add((inland, port, GemMedians.PerDay(GemAssumption.Coal, rate), asset.Status == AssetStatus.Operating));
        }
    }

    /// <summary>The coal terminals: node of the country, node of the terminal, what it handles a day [kt], whether it is in service.</summary>
    internal List<(string Inland, string Port, double PerDay, bool IsOperating)> Handled { get; } = [];

    /// <summary>The LNG terminals: node of the LNG, whether it is loaded there, how much a day [kt], whether it is in service.</summary>
    internal List<(string Node, bool IsExport, double PerDay, bool IsOperating)> Berths { get; } = [];

    private void Flow(string converter, string node, FlowSide side, Amount ratio, string note) =>
        package.ConverterFlows.Add(new ConverterFlow { Converter = converter, Node = node, Side = side, Ratio = ratio, AmountUnit = ratio.Unit, Basis = Basis.Assumed, Note = note });

    private string Port(GemAsset asset, bool isExport)
    {
        GeoPoint point = asset.Parts[0][0];
        if (_ports.TryGetValue((asset.Site, point, isExport), out string? id))
            return id;
        string country = countries.Of(asset, point, isStart: true, out _)!;
        id = package.Ids.Take($"{country} {asset.Site}", package.Carrier(GemFuel.Lng));
        _ports.Add((asset.Site, point, isExport), id);
        AddNode(id, asset.Site, GemFuel.Lng, country, point, asset);
        return id;
    }

    private string CoalPort(GemAsset asset, string country)
    {
        GeoPoint point = asset.Parts[0][0];
        if (_coal.TryGetValue((country, point, asset.Site), out string? id))
            return id;
        id = package.Ids.Take($"{country} {asset.Site}", package.Carrier(GemFuel.Coal));
        _coal.Add((country, point, asset.Site), id);
        AddNode(id, asset.Site, GemFuel.Coal, country, point, asset);
        return id;
    }

    private string Inland(GemAsset asset, string country)
    {
        if (_inland.TryGetValue(country, out string? id))
            return id;
        id = package.Ids.Take(country, package.Carrier(GemFuel.Coal));
        _inland.Add(country, id);
        AddNode(id, $"{CountryNames.NameOf(country)}, coal", GemFuel.Coal, country, null, asset);
        return id;
    }

    private void AddNode(string id, string name, GemFuel fuel, string country, GeoPoint? point, GemAsset asset) => package.Nodes.Add(new Node
    {
        Id = id,
        Name = name,
        Carrier = package.Carrier(fuel),
        Zone = package.Zone(country),
        Lon = point?.Lon,
        Lat = point?.Lat,
        Source = package.Source(asset),
        Basis = Basis.Reported,
        Note = asset.Place,
    });
}
