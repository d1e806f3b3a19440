using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>Makes a package of the rows of the trackers.</summary>
internal sealed class GemMapping
{
    private static readonly GemFuel[] LineFuels = [GemFuel.Gas, GemFuel.Hydrogen, GemFuel.Oil, GemFuel.Ngl];

    private readonly FidelityReport _fidelity = new();
    private readonly FindingList _findings;
    private readonly GemRowReport _rows;
    private readonly GemPackage _package;

    internal GemMapping(FindingList findings)
    {
        _findings = findings;
        _rows = new GemRowReport(_fidelity, findings);
        _package = new GemPackage(_fidelity);
    }

    /// <summary>Maps the tables; null where nothing is left of them.</summary>
    internal ImportResult? Map(IReadOnlyList<GemTable> tables, IReadOnlyList<string> countries, CancellationToken cancellation)
    {
        var reader = new GemAssetReader(_fidelity, _rows, _findings);
        List<GemAsset> all = Distinct(tables.SelectMany(t => reader.Read(t, cancellation)));
        var nearest = new GemCountries(all);
        List<GemAsset> assets = Select(all, nearest, countries);
        _rows.Finish();
        if (assets.Count == 0)
        {
            string there = string.Join(", ", all.SelectMany(a => a.Countries).Distinct().Order(StringComparer.Ordinal).Take(40));
            string file = tables[0].File;
            _findings.Add(FormatFindings.NothingSelected.At(file, new SourcePlace(file), countries.Count == 0 ? "No row of the files can be taken." : $"No row can be taken that is about {string.Join(", ", countries)}.", there.Length == 0 ? null : $"There are rows of {there}."));
            return null;
        }

        string[] absent = [.. countries.Where(c => !all.Exists(a => a.Countries.Contains(c, StringComparer.OrdinalIgnoreCase)))];
        if (absent.Length > 0 && countries.Count > absent.Length)
            _findings.Add(FormatFindings.Unused.At(tables[0].File, new SourcePlace(tables[0].File), $"No row is about {string.Join(", ", absent)}, which --countries names.", "Correct the code, or leave it out."));
        var medians = new GemMedians(all.Where(a => a.Status is not null));
        var owners = new GemOwners(_package);
        var terminals = new GemTerminals(_package, owners, medians, _rows, nearest);
        var balances = new GemBalances(_package);
        foreach (GemFuel fuel in LineFuels)
        {
            cancellation.ThrowIfCancellationRequested();
            List<GemAsset> lines = [.. assets.Where(a => a.Fuel == fuel)];
            List<GemAsset> sites = fuel == GemFuel.Gas ? [.. assets.Where(a => a.Fuel == GemFuel.Lng)] : [];
            if (lines.Count + sites.Count == 0)
                continue;
            GemNetwork network = GemNetwork.Build(lines, sites, nearest);
            var mapped = new GemLines(_package, owners, medians, _rows);
            mapped.Map(network, fuel);
            terminals.MapLng(sites, network, mapped);
            balances.Of(network, mapped, fuel);
        }

        terminals.MapCoal([.. assets.Where(a => a.Fuel == GemFuel.Coal)]);
        balances.OfLng(terminals);
        balances.OfCoal(terminals);
        foreach (GemAsset asset in assets)
            GemAttributes.Count(asset, _fidelity);
        ReportAssumptions(assets);
        return new ImportResult(System(tables, countries), _fidelity);
    }

    /// <summary>Leaves out rows with the id of an earlier one: the trackers' workbook and map files repeat each other.</summary>
    private List<GemAsset> Distinct(IEnumerable<GemAsset> assets)
    {
        var ids = new Dictionary<(GemFuel Fuel, string Id), GemAsset>();
        var distinct = new List<GemAsset>();
        foreach (GemAsset asset in assets)
        {
            if (asset.Id.Length == 0 || ids.TryAdd((asset.Fuel, asset.Id), asset))
                distinct.Add(asset);
            else
                _rows.LeftOut(asset, ReferenceEquals(ids[(asset.Fuel, asset.Id)].Table, asset.Table) ? "an earlier row of the table has the same id" : $"{ids[(asset.Fuel, asset.Id)].Table.File} has a row with the same id");
        }

        return distinct;
    }

    private List<GemAsset> Select(List<GemAsset> all, GemCountries nearest, IReadOnlyList<string> countries)
    {
        var asked = new HashSet<string>(countries, StringComparer.OrdinalIgnoreCase);
        string elsewhere = $"not in the countries asked for ({string.Join(", ", countries)})";
        var selected = new List<GemAsset>();
        foreach (GemAsset asset in all)
        {
            List<string> places = [.. asset.Countries];
            var found = new List<string>();
            bool isPlaced = true;
            if (places.Count != 1)
            {
                foreach (GeoPoint[] part in asset.Parts)
                {
                    isPlaced &= Place(asset, part[0], true) & Place(asset, part[^1], false);
                }
            }

            bool Place(GemAsset line, GeoPoint point, bool isStart)
            {
                string? code = nearest.Of(line, point, isStart, out bool isStated);
                if (!isStated && code is not null)
                    found.Add(code);
                if (code is not null && !places.Contains(code))
                    places.Add(code);
                return code is not null;
            }

            bool isAsked = asked.Count == 0 || places.Exists(asked.Contains);
            if (!isAsked && (isPlaced || places.Count > 0))
                _rows.LeftOut(asset, elsewhere);
            else if (asset.Status is null)
                _rows.LeftOut(asset, "cancelled, it was never built");
            else if (!isPlaced)
                _rows.Broken(asset.Table, asset.Row, GemRowReport.PartOf(asset.Fuel), "no country is stated and none is near", "The row states no country for an end, and no line or terminal of one country is within 250 km.", asset.Columns[GemField.Countries], asset.Name, "Import it together with another tracker, whose rows state theirs.");
            else if (asset.Fuel == GemFuel.Lng && asset.IsExport is null)
                _rows.Broken(asset.Table, asset.Row, GemRowReport.PartOf(asset.Fuel), "it says neither import nor export", "The row says neither import nor export.", asset.Columns[GemField.Facility], asset.Name, null);
            else
                Take(asset, found);
        }

        return selected;

        void Take(GemAsset asset, List<string> found)
        {
            selected.Add(asset);
            foreach (string code in found)
                _fidelity.Approximated(GemRowReport.PartOf(asset.Fuel), "country of an end", "nodes.zone", "not stated; that of the nearest line or terminal of one country", $"{asset.Name}: {code}");
        }
    }

    private void ReportAssumptions(List<GemAsset> assets)
    {
        GemAsset first = assets[0];
        Report("the trackers state neither supplies nor demands, neither costs nor the direction of flow; those of the package are assumed, each row says so, and the volumes of a dispatch are no facts");
        if (assets.Exists(a => a.Capacity is { IsVolume: true }))
            Report("the trackers do not say at which temperature a cubic metre of gas is meant; 15 °C is taken");

        void Report(string what) => _findings.Add(FormatFindings.Assumption.At(first.Table.File, new SourcePlace(first.Table.File), char.ToUpperInvariant(what[0]) + what[1..] + "."));
    }

    private EnergySystem System(IReadOnlyList<GemTable> tables, IReadOnlyList<string> countries)
    {
        DateOnly? newest = tables.Select(t => GemPackage.DateIn(t.File)).Max();
        int year = newest is { } date ? date.Year + 1 : 2025;
        _fidelity.Defaulted("package", "horizon", "from, to", newest is null ? "no file has a date in its name; 2025 is taken" : "the year after the newest date in the files' names", year.ToString(CultureInfo.InvariantCulture));
        string where = countries.Count == 0 ? "all countries" : string.Join(", ", countries.Select(c => CountryNames.NameOf(c.ToUpperInvariant())));
        return new EnergySystem
        {
            Description = new PackageDescription
            {
                Name = countries.Count == 0 ? "gem" : "gem-" + string.Join('-', countries.Select(c => c.ToLowerInvariant())),
                Title = $"Lines and terminals of Global Energy Monitor: {where}; supplies, demands and costs assumed",
                Description = "Made of the trackers of Global Energy Monitor. Lines, terminals, capacities and owners are theirs; supplies, demands, costs, charges and directions of flow are assumed, as each row says.",
                Version = "1.0.0",
                Licence = "CC-BY-4.0",
                Currency = "USD",
                From = new DateOnly(year, 1, 1),
                To = new DateOnly(year + 1, 1, 1),
            },
            Carriers = _package.Carriers,
            Zones = _package.Zones,
            Nodes = _package.Nodes,
            Supplies = _package.Supplies,
            Demands = _package.Demands,
            Pipelines = _package.Pipelines,
            Transports = _package.Transports,
            Converters = _package.Converters,
            ConverterFlows = _package.ConverterFlows,
            RoutePoints = _package.RoutePoints,
            Actors = _package.Actors,
            Ownerships = _package.Ownerships,
            Sources = _package.Sources,
            Claims = _package.Claims,
        };
    }
}
