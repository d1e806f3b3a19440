using Corridor.Data.Formats.Exchange;
using Corridor.Model.Network;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>Counts every cell of the rows that came over: where it went, or that it did not.</summary>
internal static class GemAttributes
{
    /// <summary>Counts the cells of a row; capacity and owners are counted where they are mapped.</summary>
    internal static void Count(GemAsset asset, FidelityReport fidelity)
    {
        string part = GemRowReport.PartOf(asset.Fuel);
        for (int i = 0; i < asset.Row.Cells.Length; i++)
        {
            string cell = asset.Row.Cells[i], column = asset.Table.Header[i];
            if (cell.Length == 0 || column.Length == 0)
                continue;
            string example() => $"{asset.Name}: {(cell.Length <= 60 ? cell : cell[..60] + "…")}";
            if (asset.Columns.FieldOf(i) is { } known && !GemColumns.IsUnknown(cell))
                Count(asset, known, part, column, fidelity, example);
            else if (asset.Columns.FieldOf(i) is not null)
                fidelity.Dropped(part, column, "the cell says that nothing is known", example());
            else if (asset.Columns.IsRepeating[i])
                fidelity.Dropped(part, column, "for the tracker's own map; repeats other columns or places them in regions", example());
            else
                fidelity.Dropped(part, column, "a package has no place for it", example());
        }
    }

    private static void Count(GemAsset asset, GemField known, string part, string column, FidelityReport fidelity, Func<string> example)
    {
        switch (known)
        {
            case GemField.Id:
                fidelity.Exact(part, column, "note");
                break;
            case GemField.Name or GemField.Unit:
                fidelity.Exact(part, column, "name");
                break;
            case GemField.Fuel or GemField.Tracker:
                fidelity.Exact(part, column, "nodes.carrier");
                break;
            case GemField.Facility:
                fidelity.Exact(part, column, "converters.kind");
                break;
            case GemField.Status when asset.Stage.StartsWith("shelved", StringComparison.OrdinalIgnoreCase):
                fidelity.Approximated(part, column, "status", "shelved becomes proposed; the note keeps the word", example());
                break;
            case GemField.Status when asset.Status == AssetStatus.Suspended:
                fidelity.Approximated(part, column, "status", "idle and mothballed become suspended; the note keeps the word", example());
                break;
            case GemField.Status:
                fidelity.Exact(part, column, "status");
                break;
            case GemField.Countries when asset.Countries.Count > 1 && asset.IsLine:
                fidelity.Approximated(part, column, "nodes.zone", "a line through several countries: the ends lie in those of them that the nearest line or terminal of one country lies in; countries between are not cut out", example());
                break;
            case GemField.Countries or GemField.StartCountry or GemField.EndCountry:
                fidelity.Exact(part, column, "nodes.zone");
                break;
            case GemField.StartLocation or GemField.EndLocation:
                fidelity.Exact(part, column, "nodes.name");
                break;
            case GemField.StartYear when asset.StartYear is not null:
                fidelity.Approximated(part, column, "start", "a year alone: its first day");
                break;
            case GemField.StopYear when asset.StopYear is not null:
                fidelity.Approximated(part, column, "end", "a year alone: its last day is the last in service", example());
                break;
            case GemField.StartYear or GemField.StopYear:
                fidelity.Dropped(part, column, "not a year", example());
                break;
            case GemField.Length when asset.Length is not null:
                fidelity.Exact(part, column, "pipelines.length");
                break;
            case GemField.Diameter when asset.Diameter is not null:
                fidelity.Approximated(part, column, "pipelines.inner_diameter", "the outer diameter, the smallest where there are several; the wall is not stated", example());
                break;
            case GemField.Length or GemField.Diameter:
                fidelity.Dropped(part, column, "not a figure of its kind", example());
                break;
            case GemField.CapacityUnit or GemField.DiameterUnit:
                fidelity.Exact(part, column, "unit of the figure");
                break;
            case GemField.CapacityText:
                fidelity.Exact(part, column, "rate_unit");
                break;
            case GemField.Capacity when asset.Capacity is null:
                fidelity.Dropped(part, column, "the figure or its unit cannot be read", example());
                break;
            case GemField.Route:
                fidelity.Exact(part, column, asset.IsLine ? "route_points" : "nodes.lon");
                break;
            case GemField.Latitude or GemField.Longitude:
                fidelity.Exact(part, column, known == GemField.Latitude ? "nodes.lat" : "nodes.lon");
                break;
            case GemField.SiteId or GemField.Url:
                fidelity.Dropped(part, column, "a package has no place for it; the id of the unit and the name find it again", example());
                break;
            default:
                break;
        }
    }
}
