using Corridor.Data.Formats.Csv;
using Corridor.Data.Formats.Excel;
using Corridor.Data.Formats.GeoJson;
using Corridor.Data.Formats.MappedCsv;
using Corridor.Data.Formats.Matpower;
using Corridor.Data.Formats.Series;
using Corridor.Data.Formats.Sqlite;

namespace Corridor.Data.Formats.Exchange;

/// <summary>All formats that packages come from and go to, by name.</summary>
public static class ExchangeFormats
{
    /// <summary>Importers, in alphabetical order of their names.</summary>
    public static IReadOnlyList<IPackageImporter> Importers { get; } =
    [
        .. ((IPackageImporter[])
        [
            new ExcelImporter(),
            new GasLib.GasLibImporter(),
            new GlobalEnergyMonitor.GemImporter(),
            new MappedCsvImporter(),
            new MatpowerImporter(),
            new PandaPipes.PandaPipesImporter(),
            new PyPsa.PyPsaImporter(),
            new SciGridGas.SciGridImporter(),
            new SeriesImporter(),
            new SqliteImporter(),
        ]).OrderBy(f => f.Format, StringComparer.Ordinal),
    ];

    /// <summary>Exporters, in alphabetical order of their names.</summary>
    public static IReadOnlyList<IPackageExporter> Exporters { get; } =
    [
        .. ((IPackageExporter[])
        [
            new CsvExporter(),
            new ExcelExporter(),
            new GeoJsonExporter(),
            new MatpowerExporter(),
            new PyPsa.PyPsaExporter(),
            new SqliteExporter(),
        ]).OrderBy(f => f.Format, StringComparer.Ordinal),
    ];

    /// <summary>The importer of a format; null if there is none.</summary>
    /// <param name="format">Name of the format.</param>
    public static IPackageImporter? Importer(string format) => Importers.FirstOrDefault(i => i.Format == format);

    /// <summary>The exporter of a format; null if there is none.</summary>
    /// <param name="format">Name of the format.</param>
    public static IPackageExporter? Exporter(string format) => Exporters.FirstOrDefault(e => e.Format == format);
}
