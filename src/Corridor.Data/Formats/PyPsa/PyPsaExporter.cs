using System.Globalization;
using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PyPsa.Attributes;
using Corridor.Data.Formats.PyPsa.Reading;
using Corridor.Data.Formats.PyPsa.Writing;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Schema;
using Corridor.Model.Time;

namespace Corridor.Data.Formats.PyPsa;

/// <summary>Writes a package as a folder of CSV files that PyPSA reads.</summary>
public sealed class PyPsaExporter : IPackageExporter
{
    /// <summary>The node at which conversions without an output end.</summary>
    internal const string Sink = "corridor-nothing";

    private const string NetworkFile = "network.csv";
    private const int LongestHeader = 1 << 16;

    private static readonly HashSet<string> Written = new(StringComparer.Ordinal)
    {
        "carriers", "zones", "nodes", "supplies", "supply_steps", "demands", "demand_steps", "pipelines", "power_lines", "power_nodes", "power_units", "transports", "storages", "storage_curves",
        "converters", "converter_flows", "expansions", "rules", "profile_sets", "profiles", "periods", "sources",
    };

    /// <inheritdoc/>
    public string Format => "pypsa";

    /// <inheritdoc/>
    public string Description => "a folder of CSV files of PyPSA: buses, generators, loads, lines, links, storage units, series";

    /// <inheritdoc/>
    public FidelityReport Export(EnergySystem system, string path, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(system);
        var export = new PyPsaExport(system);
        foreach (Action<PyPsaExport> write in (ReadOnlySpan<Action<PyPsaExport>>)
        [
            PyPsaNodeWriter.Buses,
            PyPsaNodeWriter.Carriers,
            PyPsaUnitWriter.Generators,
            PyPsaUnitWriter.Loads,
            PyPsaLineWriter.Power,
            PyPsaLineWriter.Pipelines,
            PyPsaLineWriter.Transports,
            PyPsaConverterWriter.Write,
            PyPsaStorageWriter.Write,
            PyPsaNodeWriter.Limits,
        ])
        {
            cancellation.ThrowIfCancellationRequested();
            write(export);
        }

        foreach (TableSchema table in PackageSchema.Tables.Where(t => !Written.Contains(t.Name)))
            export.Report.Dropped(table.Name, "", "the format has nothing of the kind", null, table.RowsOf(system).Count);
        export.Report.Exact("package", "currency", "network." + PyPsaAttributes.CurrencyColumn);
        OutputFile.SaveFolder(path, name => IsWritten(name) && (name != NetworkFile || HasCurrency(Path.Combine(path, name))), folder =>
        {
            foreach (PyPsaSheet sheet in export.Sheets)
            {
                cancellation.ThrowIfCancellationRequested();
                sheet.Save(folder, export.Sampler.Periods.Count);
            }

            Snapshots(export, Path.Combine(folder, "snapshots.csv"));
            Network(system, Path.Combine(folder, NetworkFile));
        }, NetworkFile);
        return export.Report;
    }

    /// <summary>Component lists and their series: <c>generators.csv</c>, <c>generators-p_max_pu.csv</c>.</summary>
    private static bool IsWritten(string name)
    {
        if (name is "snapshots.csv" or NetworkFile or "investment_periods.csv")
            return true;
        string[] parts = name.EndsWith(".csv", StringComparison.Ordinal) ? name[..^4].Split('-') : [];
        return parts.Length is 1 or 2 && PyPsaAttributes.Lists.Any(l => l.List == parts[0]) && (parts.Length == 1 || PyPsaAttributes.Find(parts[0], parts[1]) is not null);
    }

    /// <summary>Whether the header of a file has the column that this export writes: a network of another program has none.</summary>
    private static bool HasCurrency(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read);
        var header = new byte[Math.Min(stream.Length, LongestHeader)];
        stream.ReadExactly(header);
        int end = header.AsSpan().IndexOfAny((byte)'\n', (byte)'\r');
        return Encoding.UTF8.GetString(header, 0, end < 0 ? header.Length : end).Split(',').Any(c => c.Trim().Trim('"') == PyPsaAttributes.CurrencyColumn);
    }

    private static void Snapshots(PyPsaExport export, string path)
    {
        var csv = new CsvWriter();
        foreach (string header in (ReadOnlySpan<string>)["", "snapshot", "objective", "stores", "generators"])
            csv.Cell(header);
        csv.EndRow();
        foreach (Period period in export.Sampler.Periods)
        {
            csv.Cell(period.Index.ToString(CultureInfo.InvariantCulture));
            csv.Cell(PyPsaTimes.ToFolder(period.Start));
            string hours = PyPsaSheet.Number(period.Hours ?? period.Days * 24);
            for (int i = 0; i < 3; i++)
                csv.Cell(hours);
            csv.EndRow();
        }

        PyPsaSheet.Save(csv, path);
        export.Report.Exact("periods", "start", "snapshots", export.Sampler.Periods.Count);
    }

    private static void Network(EnergySystem system, string path)
    {
        var csv = new CsvWriter();
        csv.Cell("name");
        csv.Cell("srid");
        csv.Cell(PyPsaAttributes.CurrencyColumn);
        csv.EndRow();
        string title = system.Description.Title ?? system.Description.Name;
        csv.Cell(FormulaText.Is(title) ? system.Description.Name : title);
        csv.Cell("4326");
        csv.Cell(system.Description.Currency);
        csv.EndRow();
        PyPsaSheet.Save(csv, path);
    }
}
