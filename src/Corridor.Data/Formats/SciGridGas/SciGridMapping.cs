using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.SciGridGas;

/// <summary>Makes a package of a SciGRID_gas data set: zones, nodes and pipes here, components at nodes in <see cref="SciGridComponents"/>.</summary>
internal sealed class SciGridMapping
{
    /// <summary>Id of the carrier.</summary>
    internal const string Gas = "gas";

    /// <summary>Id of the source that every row names.</summary>
    internal const string Source = "scigrid-gas";

    /// <summary>Unit of the volumes per day of the files.</summary>
    internal static readonly RateUnit PerDay = RateUnit.Parse("mcm@0C/d");

    /// <summary>Unit of the volumes of the files.</summary>
    internal static readonly AmountUnit Volume = AmountUnit.Parse("mcm@0C");

    private readonly SciGridFolder _folder;
    private readonly FindingList _findings;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, Zone> _zones = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _selection;

    internal SciGridMapping(SciGridFolder folder, IReadOnlyList<string> countries, FindingList findings, CancellationToken cancellation)
    {
        (_folder, _findings, _cancellation) = (folder, findings, cancellation);
        _selection = [.. countries.Select(c => Iso(c.Trim().ToUpperInvariant()))];
    }

    /// <summary>What came over and what not.</summary>
    internal FidelityReport Fidelity { get; } = new();

    /// <summary>Ids of the package.</summary>
    internal ForeignIds Ids { get; } = new();

    /// <summary>Node of the package by the id in the file.</summary>
    internal Dictionary<string, Node> Nodes { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of nodes that the file has and the selection leaves out.</summary>
    internal HashSet<string> LeftOut { get; } = new(StringComparer.Ordinal);

    /// <summary>The pipes.</summary>
    internal List<Pipeline> Pipelines { get; } = [];

    /// <summary>Ids of nodes of the package that lie in no statistical region while their data set knows such regions: at sea, or outside the countries that have them.</summary>
    internal HashSet<string> Offshore { get; } = new(StringComparer.Ordinal);

    /// <summary>Points along pipes.</summary>
    internal List<RoutePoint> Routes { get; } = [];

    /// <summary>Claims about figures.</summary>
    internal SciGridClaims Claims { get; private set; } = null!;

    /// <summary>Zones by id.</summary>
    internal IReadOnlyDictionary<string, Zone> Zones => _zones;

    /// <summary>The package; null where findings stand in its way.</summary>
    internal EnergySystem? Map()
    {
        int before = _findings.Errors;
        Claims = new SciGridClaims(Fidelity, Ids);
        MapNodes();
        if (_findings.Errors > before)
            return null;
        if (Nodes.Count == 0)
        {
            IEnumerable<string> there = _folder.Nodes.Select(CountryOf).Distinct().Order(StringComparer.Ordinal);
            _findings.Add(_selection.Count == 0
                ? FormatFindings.Empty.At(_folder.Name, new SourcePlace(_folder.Name), "The data set has no nodes.")
                : FormatFindings.NothingSelected.At(_folder.Name, new SourcePlace(_folder.Name), $"No node lies in {string.Join(", ", _selection.Order(StringComparer.Ordinal))}; there are nodes in {string.Join(", ", there)}."));
            return null;
        }

        string[] absent = [.. _selection.Where(c => !_zones.ContainsKey(c.ToLowerInvariant())).Order(StringComparer.Ordinal)];
        if (absent.Length > 0)
            _findings.Add(FormatFindings.Unused.At(_folder.Name, new SourcePlace(_folder.Name), $"No node lies in {string.Join(", ", absent)}, which --countries names.", "Correct the code, or leave it out."));
        MapPipes();
        bool isWinter = EuropeanWinter.Applies(_folder, _zones.Keys);
        var components = new SciGridComponents(this, isWinter);
        components.Map(_folder);
        _cancellation.ThrowIfCancellationRequested();
        if (_findings.Errors > before)
            return null;
        var system = new EnergySystem
        {
            Description = new PackageDescription
            {
                Name = Package(),
                Title = $"Gas network of SciGRID_gas, {_folder.Name}",
                Description = "Made of a SciGRID_gas data set; docs/formats/scigrid-gas.md says how. Rows name their file and line.",
                Licence = "CC-BY-4.0",
                Currency = "EUR",
                From = new DateOnly(2025, 1, 15),
                To = new DateOnly(2025, 1, 16),
            },
            Carriers = [components.Carrier()],
            Zones = [.. _zones.Values.OrderBy(z => z.Id, StringComparer.Ordinal).Select(Labelled)],
            Nodes = [.. _folder.Nodes.Where(n => Nodes.ContainsKey(n.Id)).Select(n => Nodes[n.Id])],
            Pipelines = Pipelines,
            RoutePoints = Routes,
            Supplies = components.Supplies,
            SupplySteps = components.Steps,
            Storages = components.Storages,
            Demands = components.Demands,
            Interconnections = components.Interconnections,
            Compressors = components.Compressors,
            Sources = [new SourceDocument { Id = Source, Title = $"SciGRID_gas, data set {_folder.Name} (DLR Institute of Networked Energy Systems): {string.Join(", ", _folder.Files)}", Url = "https://zenodo.org/record/4767098", Language = "en", Licence = "CC BY 4.0" }],
        };
        system = system with { Claims = Claims.All };
        return isWinter ? new EuropeanWinter(system, Offshore, Ids, Fidelity).Complete(_findings, _folder.Name) : system;
    }

    /// <summary>Country code of ISO 3166-1 for a code of the files: Eurostat's EL and UK are GR and GB.</summary>
    internal static string Iso(string code) => code switch
    {
        "EL" => "GR",
        "UK" => "GB",
        _ => code,
    };

    /// <summary>Whether a row's nodes exist and are selected; reports those that do not exist.</summary>
    /// <param name="part">Kind of the row.</param>
    /// <param name="record">The row.</param>
    /// <param name="count">Number of nodes that the row must name.</param>
    internal bool HasNodes(string part, SciGridRecord record, int count)
    {
        if (record.Nodes.Count < count)
        {
            _findings.Add(FormatFindings.Missing.At(record.Place.File, record.Place, string.Create(CultureInfo.InvariantCulture, $"'{record.Id}' names {record.Nodes.Count} nodes; {count} are needed.")));
            return false;
        }

        bool isGood = true;
        foreach (string node in record.Nodes)
        {
            if (Nodes.ContainsKey(node))
                continue;
            isGood = false;
            if (!LeftOut.Contains(node))
                _findings.Add(FormatFindings.UnknownId.At(record.Place.File, record.Place, $"'{record.Id}' names the node '{node}', which does not exist."));
            else
                Fidelity.Dropped(part, "", "Outside the countries asked for.", Example(record));
            break;
        }

        return isGood;
    }

    /// <summary>A row as an example: its name and line.</summary>
    internal static string Example(SciGridRecord record) => string.Create(CultureInfo.InvariantCulture, $"{record.Name ?? record.Id} (line {record.Place.Line})");

    /// <summary>Where a row stands, for its note.</summary>
    internal static string Place(SciGridRecord record) => string.Create(CultureInfo.InvariantCulture, $"{record.Place.File} line {record.Place.Line}");

    /// <summary>How a row's figure came to be.</summary>
    internal static Basis BasisOf(SciGridAttribute? attribute) => attribute?.Method is null ? Basis.Derived : attribute.IsRaw ? Basis.Reported : Basis.Estimated;

    /// <summary>The first day of a year; null for none, or for one that no calendar has.</summary>
    internal static DateOnly? YearOf(SciGridRecord record, string attribute) =>
        record.Number(attribute) is { } year and >= 1800 and <= 2200 && year == Math.Floor(year) ? new DateOnly((int)year, 1, 1) : null;

    private string Package()
    {
        string id = new ForeignIds().Take(_folder.Name).Replace('.', '-');
        return id.StartsWith("scigrid", StringComparison.Ordinal) ? id : "scigrid-" + id;
    }

    private string CountryOf(SciGridRecord node)
    {
        string code = node.Countries.Count > 0 ? node.Countries[0].Trim().ToUpperInvariant() : "";
        if (code is "" or "XX" && _codes.TryGetValue(node.Id, out string? other))
            code = other;
        return code.Length == 2 && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiLetterUpper(code[1]) ? Iso(code) : "XX";
    }

    private void MapNodes()
    {
        foreach (SciGridRecord record in _folder.NodeCountries)
            _codes[record.Id] = record.Countries.Count > 0 ? record.Countries[0].Trim().ToUpperInvariant() : "";
        foreach (SciGridRecord record in _folder.Nodes)
        {
            string country = CountryOf(record);
            if (_selection.Count > 0 && !_selection.Contains(country))
            {
                LeftOut.Add(record.Id);
                Fidelity.Dropped("nodes", "", "Outside the countries asked for.", Example(record));
                continue;
            }

            if (record.Latitudes.Count == 0 || record.Longitudes.Count == 0)
                Fidelity.Defaulted("nodes", "lat, long", "nodes.lat, nodes.lon", "No coordinates are stated; the node is not drawn.", Example(record));
            else
                Fidelity.Exact("nodes", "lat, long", "nodes.lat, nodes.lon");
            Count(record, country);
            string zone = country.ToLowerInvariant();
            string kind = string.Join("; ", new[] { "type", "flow_type" }.Select(record.Find).OfType<SciGridAttribute>().Select(a => a.Value.Printed()));
            Nodes.Add(record.Id, new Node
            {
                Id = Ids.Take(record.Id, "n"),
                Name = record.Name is null || record.Name == record.Id ? record.Id : $"{record.Name} ({record.Id})",
                Carrier = Gas,
                Zone = zone,
                Lat = record.Latitudes.Count > 0 ? record.Latitudes[0] : null,
                Lon = record.Longitudes.Count > 0 ? record.Longitudes[0] : null,
                Source = Source,
                Note = kind.Length == 0 ? Place(record) : $"{Place(record)}: {kind}",
            });
            if (record.Find("nuts_id_1") is { Value.Text: "XX" })
                Offshore.Add(Nodes[record.Id].Id);
            if (!_zones.ContainsKey(zone))
                _zones.Add(zone, ZoneOf(country));
        }

        CompareCountries();
    }

    /// <summary>The zone with its label at the mean of its nodes.</summary>
    private Zone Labelled(Zone zone)
    {
        Node[] nodes = [.. Nodes.Values.Where(n => n.Zone == zone.Id && n is { Lon: not null, Lat: not null })];
        if (nodes.Length == 0)
            return zone;
        Node[] land = [.. nodes.Where(n => !Offshore.Contains(n.Id))];
        Node[] counted = land.Length > 0 ? land : nodes;
        return zone with { Lon = Math.Round(counted.Average(n => n.Lon!.Value), 3), Lat = Math.Round(counted.Average(n => n.Lat!.Value), 3), Note = "label at the mean of its nodes" };
    }

    private static Zone ZoneOf(string country) => new()
    {
        Id = country.ToLowerInvariant(),
        Name = country == "XX" ? "Sea or not stated" : NationalFigures.NameOf(country) ?? country,
        Iso = country == "XX" ? null : country,
        Source = Source,
    };

    private void Count(SciGridRecord record, string country)
    {
        string written = record.Countries.Count > 0 ? record.Countries[0] : "";
        Fidelity.Exact("nodes", "id", "nodes.name");
        if (written == country)
            Fidelity.Exact("nodes", "country_code", "nodes.zone");
        else
            Fidelity.Approximated("nodes", "country_code", "nodes.zone", "Codes of Eurostat become those of ISO 3166-1; without one, the node is in the zone xx.", $"{record.Id} = {written}");
        foreach (SciGridAttribute attribute in record.Attributes.Where(a => !a.Value.IsAbsent))
        {
            if (attribute.Name is "type" or "flow_type")
                Fidelity.Approximated("nodes", attribute.Name, "nodes.note", "Kept in the note; what stands at a node follows from the other tables.");
            else
                Fidelity.Dropped("nodes", attribute.Name, SciGridClaims.Unmodelled(attribute.Name), $"{record.Id} = {attribute.Value.Printed()}");
        }
    }

    private void CompareCountries()
    {
        var places = _folder.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
        foreach (SciGridRecord record in _folder.NodeCountries)
        {
            string code = _codes[record.Id];
            if (!places.TryGetValue(record.Id, out SciGridRecord? node))
                Fidelity.Dropped("node country codes", "", "The node is in no other table.", record.Id);
            else if (code.Length == 0)
                Fidelity.Dropped("node country codes", "country_code", "It is empty; the table of nodes states one.", $"{record.Id}: {CountryOf(node)}");
            else if (Iso(code) == CountryOf(node))
                Fidelity.Exact("node country codes", "country_code", "nodes.zone");
            else
                Fidelity.Dropped("node country codes", "country_code", "The table of nodes states another; it counts.", $"{record.Id} = {code}, not {CountryOf(node)}");
        }
    }

    private void MapPipes()
    {
        string part = _folder.IsDerived ? "edges" : "pipe segments";
        bool isOpen = new SciGridDirections(_folder).AreDrawn(out string? evidence);
        if (isOpen && evidence is not null)
            _findings.Add(FormatFindings.Assumption.At(_folder.Name, new SourcePlace(_folder.Name), $"{evidence} The order of a pipe's ends is therefore taken for that of its drawing: pipes may be used both ways, as far as border points do not say otherwise."));
        var mirrored = new HashSet<(string, string, string)>(_folder.IsDerived ? _folder.Pipes.Where(p => p.Number("is_bothDirection") is 1).Select(p => (p.Id, p.Nodes[0], p.Nodes[^1])) : []);
        foreach (SciGridRecord record in _folder.Pipes)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (!HasNodes(part, record, 2))
                continue;
            new SciGridPipe(this, part, record).Map(isOpen, mirrored.Contains((record.Id, record.Nodes[^1], record.Nodes[0])));
        }
    }
}
