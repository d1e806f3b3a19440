using Corridor.Data.Formats.Exchange;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Schema;

namespace Corridor.Data.Formats.GeoJson;

/// <summary>
/// Writes the places of a package for maps (GeoJSON, RFC 7946): nodes and what stands at them as points, arcs as lines along their route
/// points. One file where the path ends in <c>.geojson</c> or <c>.json</c>, otherwise a folder with a file a table. It cannot be read back: what
/// has no place is not in it.
/// </summary>
public sealed class GeoJsonExporter : IPackageExporter
{
    private const string NoPlace = "it has no place on a map; GeoJSON holds features with a place";

    /// <inheritdoc/>
    public string Format => "geojson";

    /// <inheritdoc/>
    public string Description => "places and routes for maps (RFC 7946): one file (.geojson) or a folder with a file a table; not read back";

    /// <inheritdoc/>
    public FidelityReport Export(EnergySystem system, string path, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(system);
        var places = new GeoPlaces(system);
        var report = new FidelityReport();
        TableSchema[] tables = [.. PackageSchema.Tables.Where(t => t.RowsOf(system).Count > 0)];
        TableSchema[] layers = [.. tables.Where(GeoPlaces.HasPlace)];
        if (Path.GetExtension(path) is ".geojson" or ".json")
        {
            OutputFile.Save(path, stream =>
            {
                using var writer = new GeoJsonWriter(stream, system.Description.Title ?? system.Description.Name);
                foreach (TableSchema table in layers)
                    WriteLayer(writer, table, system, places, report, cancellation);
            });
        }
        else
        {
            OutputFile.SaveFolder(path, name => PackageSchema.Tables.Any(t => t.Name + ".geojson" == name) && GeoJsonWriter.Wrote(Path.Combine(path, name)), folder =>
            {
                foreach (TableSchema table in layers)
                {
                    using var stream = new FileStream(Path.Combine(folder, table.Name + ".geojson"), FileMode.CreateNew, FileAccess.Write);
                    using var writer = new GeoJsonWriter(stream, table.Meaning);
                    WriteLayer(writer, table, system, places, report, cancellation);
                }
            });
        }

        foreach (TableSchema table in tables.Except(layers))
        {
            int rows = table.RowsOf(system).Count;
            if (table.Name == "route_points")
                report.Approximated(table.Name, "", "geometry of arcs", "they are the corners of the lines; source and note of a point are not kept", null, rows);
            else
                report.Dropped(table.Name, "", NoPlace, null, rows);
        }

        return report;
    }

    private static void WriteLayer(GeoJsonWriter writer, TableSchema table, EnergySystem system, GeoPlaces places, FidelityReport report, CancellationToken cancellation)
    {
        var filled = new int[table.Columns.Count];
        var texts = new TableWriter(table, table.RowsOf(system));
        foreach (Row row in table.RowsOf(system))
        {
            cancellation.ThrowIfCancellationRequested();
            string id = table.IdOf(row) ?? "";
            IReadOnlyList<GeoPoint> line = places.Of(table, row);
            if (line.Count == 0)
                report.Dropped(table.Name, "geometry", "a node without lon and lat: the feature has no geometry", id);
            else if (GeoPlaces.IsEstimated(row))
                report.Approximated(table.Name, "geometry", "coordinates", "no lon and lat: placed along its pipeline by its chainage", id);
            else if (line.Any(p => p.IsRounded))
                report.Approximated(table.Name, "geometry", "coordinates", "rounded to six decimals, about 0.1 m", id);
            writer.Begin(id.Length == 0 ? null : $"{table.Name}/{id}", line, GeoPlaces.IsLine(table));
            writer.Text("table", table.Name);
            texts.Begin(row);
            foreach (ColumnSchema column in table.Columns)
            {
                if (GeoProperties.Write(writer, column, row, texts))
                    filled[column.Index]++;
            }

            writer.End();
        }

        foreach (ColumnSchema column in table.Columns)
            report.Exact(table.Name, column.Name, GeoProperties.NameOf(column), filled[column.Index]);
    }
}
