using Corridor.Data.Formats.Documents;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Packages;
using Corridor.Data.Scenarios;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Provenance;
using Corridor.Model.Schema;

namespace Corridor.Data.Formats.MappedCsv;

/// <summary>Makes a package of plain CSV files with a mapping file that says which column is what (docs/formats/csv.md).</summary>
public sealed class MappedCsvImporter : IPackageImporter
{
    /// <inheritdoc/>
    public string Format => "csv";

    /// <inheritdoc/>
    public string Description => "plain CSV files with a mapping file (--mapping, or mapping.yaml in the folder)";

    /// <inheritdoc/>
    public ImportResult? Import(ImportRequest request, FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(findings);
        string folder = Directory.Exists(request.Path) ? request.Path : Path.GetDirectoryName(Path.GetFullPath(request.Path))!;
        string path = request.Mapping ?? Path.Combine(folder, "mapping.yaml");
        if (request.Mapping is null && !File.Exists(path))
        {
            findings.Add(FormatFindings.MissingFile.At(request.Path, new SourcePlace(request.Path), "There is no mapping: neither --mapping nor mapping.yaml in the folder.", "Write one as docs/formats/csv.md shows."));
            return null;
        }

        if (CsvMappingReader.Read(path, findings) is not { } mapping)
            return null;
        var fidelity = new FidelityReport();
        var places = new PackagePlaces();
        var rows = new Dictionary<string, List<Row>>(StringComparer.Ordinal) { ["sources"] = [mapping.Source] };
        foreach (CsvTableMapping table in mapping.Tables)
        {
            if (!PackagePath.IsSafe(table.File))
            {
                findings.Add(FormatFindings.OutOfRange.At(table.File, table.Place, $"'{YamlTree.Short(table.File)}' is no file inside the folder.", "Name files inside the folder that is imported, with slashes: plants.csv, 2025/lines.csv."));
                continue;
            }

            string file = Path.Combine(folder, table.File);
            if (InputText.Utf8Bytes(file, findings) is not { } bytes)
                continue;
            IReadOnlyList<Row> read = new MappedTable(table, mapping.Source.Id, fidelity, findings).Read(bytes, places.Add(table.Table, Path.GetFileName(file)), cancellation);
            (rows.TryGetValue(table.Table.Name, out List<Row>? list) ? list : rows[table.Table.Name] = []).AddRange(read);
        }

        if (findings.HasErrors)
            return null;
        EnergySystem system = PackageSchema.Create(mapping.Description, rows.ToDictionary(r => r.Key, r => (IReadOnlyList<Row>)r.Value, StringComparer.Ordinal));
        return new ImportResult(system, fidelity) { IsPart = system.Nodes.Count == 0 };
    }
}
