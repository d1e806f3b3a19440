using Corridor.Data.Formats.Series;

namespace Corridor.Data.Formats.Exchange;

/// <summary>All formats that packages come from and go to, by name.</summary>
public static class ExchangeFormats
{
    /// <summary>Importers, in alphabetical order of their names.</summary>
    public static IReadOnlyList<IPackageImporter> Importers { get; } =
    [
        new GasLib.GasLibImporter(),
        new PandaPipes.PandaPipesImporter(),
        new SciGridGas.SciGridImporter(),
        new SeriesImporter(),
    ];

    /// <summary>Exporters, in alphabetical order of their names.</summary>
    public static IReadOnlyList<IPackageExporter> Exporters { get; } =
    [
    ];

    /// <summary>The importer of a format; null if there is none.</summary>
    /// <param name="format">Name of the format.</param>
    public static IPackageImporter? Importer(string format) => Importers.FirstOrDefault(i => i.Format == format);

    /// <summary>The exporter of a format; null if there is none.</summary>
    /// <param name="format">Name of the format.</param>
    public static IPackageExporter? Exporter(string format) => Exporters.FirstOrDefault(e => e.Format == format);
}
