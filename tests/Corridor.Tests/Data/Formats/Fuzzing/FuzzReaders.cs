using System.Text;
using Corridor.Data.Formats;
using Corridor.Data.Formats.Contingencies;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.GasSchedules;
using Corridor.Data.Formats.Matpower;
using Corridor.Data.Formats.SanctionsLists;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Model.PowerGrids;
using Corridor.Tests.Data.Formats.GlobalEnergyMonitor;
using Corridor.Tests.Data.Formats.Matpower;
using Corridor.Tests.Data.Formats.Workbooks;

namespace Corridor.Tests.Data.Formats.Fuzzing;

/// <summary>All readers of files of others, each with small valid inputs of our own.</summary>
internal static class FuzzReaders
{
    /// <summary>Makes the readers.</summary>
    /// <param name="folder">A folder in which samples are made; may be deleted afterwards.</param>
    internal static IReadOnlyList<FuzzReader> All(string folder)
    {
        string scaffold = Path.Combine(folder, "own");
        var findings = new FindingList();
        if (!PackageScaffold.Create(scaffold, findings) || PackageReader.Read(scaffold, findings) is not { } system)
            throw new InvalidOperationException("The package of the samples cannot be made.");
        string zip = Path.Combine(folder, "own.zip");
        PackageArchive.Write(scaffold, zip, findings);
        FuzzSample Written(string format, string file)
        {
            string path = Path.Combine(folder, format, file);
            ExchangeFormats.Exporter(format)!.Export(system, path, CancellationToken.None);
            return FuzzSample.OfFolder(Path.Combine(folder, format), file);
        }

        FuzzSample pandaPipes = FuzzSample.Of("net.json", ("net.json", FormatSamples.PandaPipes));
        FuzzSample gasLib = FuzzSample.OfFolder(Path.GetDirectoryName(FormatSamples.Valley)!, "valley.net");
        return
        [
            new("contingencies", [FuzzSample.Of("list.csv", ("list.csv", $"contingency,kind,element\nN1,branch,{Branch}\nN1,unit,{Unit}\n,,\"{Branch}\"\n")), FuzzSample.Of("list.json", ("list.json", $$"""[{"id": "N1", "branches": ["{{Branch}}"], "units": ["{{Unit}}"]}, "{{Branch}}"]"""))], Contingencies),
            Importer("csv", FuzzTexts.MappedCsv),
            Importer("excel", Written("excel", "own.xlsx")),
            Network("gasjson", FuzzSample.OfFolder(FormatSamples.Ring)),
            Importer("gaslib", gasLib),
            Importer("gem", FuzzSample.Of("gas.csv", ("gas.csv", GemSamples.Gas)), FuzzSample.Of("lng.csv", ("lng.csv", GemSamples.Lng)), FuzzSample.Of("oil.csv", ("oil.csv", GemSamples.Oil)), FuzzSample.Of("coal.csv", ("coal.csv", GemSamples.Coal)), Workbook(folder, "gem", GemSamples.Gas)),
            Importer("matpower", FuzzSample.Of("valley.m", ("valley.m", MatpowerSamples.Valley)), FuzzSample.Of("pair.m", ("pair.m", MatpowerSamples.Pair(after: "[PQ, PV] = idx_bus; x = [1 2; 3 4]'; mpc.bus(:, [3, 4]) = mpc.bus(:, 3:4) / (1e3 ^ 2); mpc.bus(end, 3) = -x(1);")))),
            new("package", [FuzzSample.OfFolder(scaffold) with { Targets = [.. Directory.EnumerateFiles(scaffold).Select(f => Path.GetFileName(f)).Where(f => f != "README.md").Order(StringComparer.Ordinal)] }, new FuzzSample("own.zip", new Dictionary<string, byte[]> { ["own.zip"] = File.ReadAllBytes(zip) })], Package),
            Importer("pandapipes", pandaPipes),
            Importer("pypsa", FuzzTexts.PyPsa, FuzzTexts.PyPsaInvestment),
            new("sanctions", [FuzzTexts.Ofac, FuzzTexts.EuropeanAnnex], (path, f) => (SanctionsList.Read(path, f) is not null, null)),
            new("schedules", [FuzzSample.Of("day.csv", ("day.csv", FuzzTexts.Schedule))], (path, f) => (GasScheduleFile.Read(path, Net, f) is not null, null)),
            Importer("scigrid", FuzzTexts.SciGridDerived, FuzzTexts.SciGridSegments),
            Importer("series", [.. FuzzTexts.Series, Workbook(folder, "pink", FuzzTexts.PinkSheet), Workbook(folder, "wide", FuzzTexts.WideTable)]),
            Importer("sqlite", Written("sqlite", "own.sqlite")),
        ];
    }

    private static readonly GasNetwork Net = new()
    {
        Name = "net",
        Nodes = [new GasNode { Id = "a" }, new GasNode { Id = "b" }],
        Elements = [new GasPipe { Id = "p", From = 0, To = 1, Length = 1000, Diameter = 0.5 }, new GasValve { Id = "p", From = 0, To = 1 }, new GasCompressorStation { Id = "k", From = 0, To = 1 }],
        Gas = new GasQuality { Name = "g", MolarMass = 0.018 },
    };

    private static readonly PowerGrid Grid = MatpowerFile.Read(Encoding.UTF8.GetBytes(MatpowerSamples.Pair()), "pair.m", new FindingList())!.ToGrid(new FindingList())!;

    private static string Branch => Grid.Branches[0].Id;

    private static string Unit => Grid.Units[0].Id;

    private static FuzzReader Importer(string format, params FuzzSample[] samples)
    {
        IPackageImporter importer = ExchangeFormats.Importer(format)!;
        return new FuzzReader(format, samples, (path, findings) => importer.Import(new ImportRequest(path), findings, CancellationToken.None) is { } result ? (true, result.System) : (false, null));
    }

    private static FuzzReader Network(string name, FuzzSample sample) =>
        new(name, [sample], (path, findings) => (GasNetworkInput.Read(path, new GasNetworkInputOptions(), findings) is not null, null));

    private static (bool Has, EnergySystem? System) Contingencies(string path, FindingList findings) => (ContingencyFile.Read(path, Grid, findings) is not null, null);

    /// <summary>A package is read as far as it goes: what has errors is no result.</summary>
    private static (bool Has, EnergySystem? System) Package(string path, FindingList findings) =>
        PackageReader.Read(path, findings) is { } system && !findings.HasErrors ? (true, system) : (false, null);

    /// <summary>The cells of a table without line ends in its cells, as a workbook.</summary>
    private static FuzzSample Workbook(string folder, string name, string table)
    {
        string place = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        WorkbookParts.Of(table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(FuzzTexts.Cells)).Save(place, name + ".xlsx");
        return FuzzSample.OfFolder(place, name + ".xlsx");
    }
}
