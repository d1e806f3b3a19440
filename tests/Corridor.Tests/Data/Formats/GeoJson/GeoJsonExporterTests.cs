using System.Text.Json;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.GeoJson;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Schema;
using Corridor.Model.Units;
using Corridor.Tests.Architecture;

namespace Corridor.Tests.Data.Formats.GeoJson;

public sealed class GeoJsonExporterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-geojson-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Longitude_comes_first_with_six_decimals_and_units_stand_in_the_names()
    {
        EnergySystem system = System(Node("a", 69.123456789, 54.5), Node("b", 70, 55)) with
        {
            Pipelines =
            [
                new Pipeline { Id = "p", Name = "A \"pipe\"\n", From = "a", To = "b", Length = Length.FromKilometres(120), Capacity = new Rate(2, RateUnit.Parse("bcm@20C/year")), RateUnit = RateUnit.Parse("mcm@20C/d") },
            ],
            RoutePoints = [new RoutePoint { Arc = "p", Sequence = 2, Lon = 69.8, Lat = 54.9 }, new RoutePoint { Arc = "p", Sequence = 1, Lon = 69.5, Lat = 54.6 }],
        };
        JsonElement[] features = Write(system, out FidelityReport report);
        features[0].GetProperty("geometry").GetRawText().ShouldBe("{\"type\":\"Point\",\"coordinates\":[69.123457,54.5]}");
        features[2].GetProperty("geometry").GetRawText().ShouldBe("{\"type\":\"LineString\",\"coordinates\":[[69.123457,54.5],[69.5,54.6],[69.8,54.9],[70,55]]}");
        JsonElement properties = features[2].GetProperty("properties");
        properties.GetProperty("length_km").GetDouble().ShouldBe(120);
        properties.GetProperty("name").GetString().ShouldBe("A \"pipe\"\n");
        properties.GetProperty("capacity_in_rate_unit").GetDouble().ShouldBe(2000 / 365.25, 0.01);
        properties.GetProperty("rate_unit").GetString().ShouldBe("mcm@20C/d");
        report.Entries.Single(e => e.Part == "nodes" && e.Attribute == "geometry").Kind.ShouldBe(FidelityKind.Approximated);
    }

    [Fact]
    public void A_line_over_the_antimeridian_is_cut_there()
    {
        EnergySystem system = System(Node("a", 170, 60), Node("b", -170, 64)) with { Transports = [Route("east", "a", "b"), Route("west", "b", "a")] };
        JsonElement[] features = Write(system, out _);
        features[2].GetProperty("geometry").GetRawText().ShouldBe("{\"type\":\"MultiLineString\",\"coordinates\":[[[170,60],[180,62]],[[-180,62],[-170,64]]]}");
        features[3].GetProperty("geometry").GetRawText().ShouldBe("{\"type\":\"MultiLineString\",\"coordinates\":[[[-170,64],[-180,62]],[[180,62],[170,60]]]}");
    }

    [Fact]
    public void What_has_no_place_has_no_geometry_and_is_counted()
    {
        EnergySystem system = System(Node("a", 170, 60), new Node { Id = "b", Carrier = "gas", Zone = "kz" }) with
        {
            Transports = [Route("t", "a", "b")],
            Supplies = [new Supply { Id = "s", Node = "b", Capacity = new Rate(1, RateUnit.Parse("kb/d")) }],
        };
        JsonElement[] features = Write(system, out FidelityReport report);
        features.Select(f => f.GetProperty("geometry").ValueKind).ShouldBe([JsonValueKind.Object, JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null]);
        report.Entries.Where(e => e.Kind == FidelityKind.Dropped).Select(e => $"{e.Part}.{e.Attribute} {e.Count}").ShouldBe(["nodes.geometry 1", "supplies.geometry 1", "transports.geometry 1", "carriers. 1", "zones. 1"]);
    }

    [Fact]
    public void A_station_without_coordinates_stands_along_its_line()
    {
        EnergySystem system = System(Node("a", 10, 0), Node("b", 20, 0)) with
        {
            Pipelines = [new Pipeline { Id = "p", From = "a", To = "b", Length = Length.FromKilometres(1000), Capacity = new Rate(2, RateUnit.Parse("mcm@20C/d")) }],
            Compressors = [new Compressor { Id = "c", Pipeline = "p", Chainage = Length.FromKilometres(250) }, new Compressor { Id = "d", Pipeline = "p" }],
        };
        JsonElement[] features = Write(system, out FidelityReport report);
        JsonElement[] stations = [.. features.Where(f => f.GetProperty("properties").GetProperty("table").GetString() == "compressors")];
        stations[0].GetProperty("geometry").GetProperty("coordinates").GetRawText().ShouldBe("[12.5,0]");
        stations[1].GetProperty("geometry").ValueKind.ShouldBe(JsonValueKind.Null);
        report.Entries.ShouldContain(e => e.Part == "compressors" && e.Kind == FidelityKind.Approximated && e.Count == 1);
    }

    [Fact]
    public void Every_cell_of_the_bundled_package_is_in_the_report_once_and_a_folder_has_the_same_features()
    {
        EnergySystem system = PackageReader.Read(Path.Combine(Repository.Root, "data", "eurasia"), new FindingList()).ShouldNotBeNull();
        JsonElement[] features = Write(system, out FidelityReport report);
        string folder = Path.Combine(_folder, "layers");
        new GeoJsonExporter().Export(system, folder, CancellationToken.None);
        int inFolder = Directory.GetFiles(folder).Sum(f => JsonDocument.Parse(File.ReadAllBytes(f)).RootElement.GetProperty("features").GetArrayLength());
        inFolder.ShouldBe(features.Length);
        foreach (TableSchema table in PackageSchema.Tables.Where(t => t.RowsOf(system).Count > 0))
        {
            if (!GeoPlaces.HasPlace(table))
                report.Entries.Single(e => e.Part == table.Name && e.Attribute.Length == 0).Count.ShouldBe(table.RowsOf(system).Count, table.Name);
            else
                report.Entries.Single(e => e.Part == table.Name && e.Attribute == table.Columns[0].Name).Count.ShouldBe(table.RowsOf(system).Count, table.Name);
        }

        ExchangeFormats.Importer("geojson").ShouldBeNull();
    }

    [Fact]
    public void Only_layers_of_an_earlier_export_are_replaced()
    {
        string folder = Path.Combine(_folder, "layers"), nodes = Path.Combine(folder, "nodes.geojson");
        new GeoJsonExporter().Export(System(Node("a", 1, 2)), folder, CancellationToken.None);
        new GeoJsonExporter().Export(System(Node("b", 1, 2)), folder, CancellationToken.None);
        File.ReadAllText(nodes).ShouldContain("nodes/b");
        const string Own = "{\"type\":\"FeatureCollection\",\"features\":[]}";
        File.WriteAllText(nodes, Own);
        Should.Throw<ExportRefusedException>(() => new GeoJsonExporter().Export(System(Node("c", 1, 2)), folder, CancellationToken.None)).Message.ShouldContain("nodes.geojson");
        File.ReadAllText(nodes).ShouldBe(Own);
    }

    private static Node Node(string id, double lon, double lat) => new() { Id = id, Carrier = "gas", Zone = "kz", Lon = lon, Lat = lat };

    private static Transport Route(string id, string from, string to) => new() { Id = id, From = from, To = to, Mode = TransportMode.Ship, Capacity = new Rate(1, RateUnit.Parse("kb/d")) };

    private static EnergySystem System(params Node[] nodes) => new()
    {
        Description = new PackageDescription { Name = "x" },
        Carriers = [new Carrier { Id = "gas", Kind = CarrierKind.Gas, Unit = AmountUnit.Parse("mcm@20C") }],
        Zones = [new Zone { Id = "kz" }],
        Nodes = nodes,
    };

    private JsonElement[] Write(EnergySystem system, out FidelityReport report)
    {
        string path = Path.Combine(_folder, "map.geojson");
        report = new GeoJsonExporter().Export(system, path, CancellationToken.None);
        JsonElement root = JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
        root.GetProperty("type").GetString().ShouldBe("FeatureCollection");
        return [.. root.GetProperty("features").EnumerateArray()];
    }
}
