using System.Text;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;

namespace Corridor.Tests.Data.Packages;

/// <summary>A small sound package in a folder of its own, to be broken by a test.</summary>
public sealed class TemporaryPackage : IDisposable
{
    private static int _count;

    public TemporaryPackage()
    {
        Folder = NewPath();
        Directory.CreateDirectory(Folder);
        Write("datapackage.json", Descriptor);
        Write("carriers.csv", "id,kind,unit\ngas,gas,mcm@20C\n");
        Write("zones.csv", "id,iso\nkz,KZ\n");
        Write("nodes.csv", "id,carrier,zone\nkz-north,gas,kz\nkz-west,gas,kz\n");
        Write("supplies.csv", "id,node,capacity,rate_unit,cost,price_unit\nkz-field,kz-west,3,bcm@20C/year,20,USD/kcm@20C\n");
        Write("demands.csv", "id,node,sector,annual_volume,amount_unit,curtailment_cost,price_unit\nkz-homes,kz-north,household,1.2,bcm@20C,900,USD/kcm@20C\n");
        Write("pipelines.csv", "id,from,to,length,capacity,rate_unit\nkz-line,kz-west,kz-north,1500,2,bcm@20C/year\n");
        Write("sources.csv", "id,title\nmade-up,Made up for a test\n");
    }

    public const string Descriptor = """
        {
          "name": "test",
          "title": "A test",
          "corridor": {"currency": "USD", "from": "2025-01-01", "to": "2026-01-01"},
          "resources": [
            {"name": "carriers", "path": "carriers.csv"},
            {"name": "zones", "path": "zones.csv"},
            {"name": "nodes", "path": "nodes.csv"},
            {"name": "supplies", "path": "supplies.csv"},
            {"name": "demands", "path": "demands.csv"},
            {"name": "pipelines", "path": "pipelines.csv", "schema": {"fields": [
              {"name": "id", "type": "string"},
              {"name": "length", "type": "number", "unit": "km"}
            ]}},
            {"name": "sources", "path": "sources.csv"}
          ]
        }
        """;

    public string Folder { get; }

    public FindingList Findings { get; private set; } = new();

    public PackagePlaces Places { get; private set; } = new();

    /// <summary>A path for a folder that does not exist.</summary>
    public static string NewPath() => Path.Combine(Path.GetTempPath(), $"corridor-test-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");

    public string Path_(string name) => Path.Combine(Folder, name);

    public void Write(string name, string text) => File.WriteAllText(Path_(name), text, new UTF8Encoding(false));

    public void Write(string name, byte[] bytes) => File.WriteAllBytes(Path_(name), bytes);

    public void Replace(string name, string old, string with)
    {
        string text = File.ReadAllText(Path_(name));
        text.ShouldContain(old);
        Write(name, text.Replace(old, with, StringComparison.Ordinal));
    }

    /// <summary>Lists a further table in datapackage.json and writes it.</summary>
    public void Add(string table, string text)
    {
        Replace("datapackage.json", "\"resources\": [", $"\"resources\": [\n    {{\"name\": \"{table}\", \"path\": \"{table}.csv\"}},");
        Write(table + ".csv", text);
    }

    public EnergySystem? Read()
    {
        Findings = new FindingList();
        Places = new PackagePlaces();
        return PackageReader.Read(Folder, Findings, Places);
    }

    /// <summary>Reads the package; asserts that errors and warnings are exactly one, and returns it.</summary>
    public Finding ReadSingle()
    {
        Read();
        return Single();
    }

    public Finding Single()
    {
        Findings.Items.Count.ShouldBe(1, string.Join('\n', Findings.Items));
        return Findings.Items[0];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
