using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Model.Findings;
using Corridor.Model.Network;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>Understands the rows of a table; a row that cannot be used is reported and left out.</summary>
internal sealed class GemAssetReader(FidelityReport fidelity, GemRowReport rows, FindingList findings)
{
    private readonly HashSet<(GemFuel Fuel, string Unit)> _unknownUnits = [];

    /// <summary>The assets of a table.</summary>
    internal List<GemAsset> Read(GemTable table, CancellationToken cancellation)
    {
        var columns = new GemColumns(table.Header);
        var assets = new List<GemAsset>(table.Rows.Count);
        foreach (GemRow row in table.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.Cells.Length == 0)
                rows.Unreadable(table, row);
            else if (Asset(table, columns, row) is { } asset)
                assets.Add(asset);
        }

        return assets;
    }

    private GemAsset? Asset(GemTable table, GemColumns columns, GemRow row)
    {
        GemFuel fuel = FuelOf(columns, row);
        string part = GemRowReport.PartOf(fuel);
        string site = columns.Text(row, GemField.Name);
        string unit = columns.Text(row, GemField.Unit);
        string name = unit.Length == 0 || unit == site ? site : site.Length == 0 ? unit : $"{site}, {unit}";
        string stage = columns.Text(row, GemField.Status);
        if (name.Length == 0)
            return Broken("it has no name", "The row has no name.", GemField.Name);
        if (StatusOf(stage) is not { } status)
            return Broken("its status is not known", $"'{Short(stage)}' is no status that is known.", GemField.Status);

        List<string> countries = CountryNames.CodesOf(columns.Text(row, GemField.Countries), out string? unknown);
        string? start = EndOf(GemField.StartCountry), end = EndOf(GemField.EndCountry);
        if (unknown is not null)
            return Broken("its country is not known", $"'{Short(unknown)}' is no country that is known.", GemField.Countries);
        if (countries.Count == 0)
            countries = [.. new[] { start, end }.OfType<string>().Distinct()];

        List<GeoPoint[]> parts = PartsOf(columns, row, fuel, out string? problem);
        if (problem is not null)
            return Broken("its route or place is broken", $"The route or place cannot be read: {problem}.", GemField.Route);
        if (parts.Count == 0)
            return Broken("it has no route or place", "The row has no route or place.", GemField.Route);
        bool isLine = fuel is not (GemFuel.Lng or GemFuel.Coal);
        if (isLine)
        {
            parts = [.. parts.Where(p => p.Length > 1 && p.Any(q => q != p[0]))];
            if (parts.Count == 0)
                return Broken("its route is a single point", "The route is a single point.", GemField.Route);
        }

        return new GemAsset
        {
            Table = table,
            Columns = columns,
            Row = row,
            Fuel = fuel,
            Id = columns.Text(row, GemField.Id),
            Name = name,
            Site = site.Length == 0 ? unit : site,
            Stage = stage,
            Status = status.Status,
            Countries = countries,
            StartCountry = start,
            EndCountry = end,
            Capacity = CapacityOf(table, columns, row, fuel),
            Parts = parts,
            Length = GemCapacity.NumberOf(columns.Text(row, GemField.Length)) is > 0 and < 50_000 and double length ? length : null,
            Diameter = DiameterOf(columns, row),
            StartYear = YearOf(columns.Text(row, GemField.StartYear)),
            StopYear = YearOf(columns.Text(row, GemField.StopYear)),
            IsExport = IsExport(columns.Text(row, GemField.Facility)),
        };

        GemAsset? Broken(string reason, string message, GemField field)
        {
            rows.Broken(table, row, part, reason, message, columns[field], name);
            return null;
        }

        string? EndOf(GemField field)
        {
            string text = columns.Text(row, field);
            string? code = CountryNames.CodeOf(text);
            if (code is null && text.Length > 0)
                unknown ??= text;
            return code;
        }
    }

    private static GemFuel FuelOf(GemColumns columns, GemRow row)
    {
        string tracker = columns.Text(row, GemField.Tracker), facility = columns.Text(row, GemField.Facility), fuel = columns.Text(row, GemField.Fuel);
        if (columns.NameColumn == "coalterminalname" || columns.CapacityName == "capacitymt")
            return GemFuel.Coal;
        if (tracker.EndsWith("lng", StringComparison.OrdinalIgnoreCase) || columns.NameColumn == "terminalname" || (columns[GemField.Route] < 0 && facility.Length > 0))
            return GemFuel.Lng;
        if (fuel.StartsWith("ngl", StringComparison.OrdinalIgnoreCase))
            return GemFuel.Ngl;
        if (fuel.StartsWith("oil", StringComparison.OrdinalIgnoreCase) || tracker.StartsWith("GOIT", StringComparison.OrdinalIgnoreCase) || columns.CapacityName == "capacityboed")
            return GemFuel.Oil;
        return fuel.StartsWith("hydrogen", StringComparison.OrdinalIgnoreCase) ? GemFuel.Hydrogen : GemFuel.Gas;
    }

    /// <summary>The stage of life; its status is null for what is cancelled. Null where the word is not known.</summary>
    private static (AssetStatus? Status, bool IsKnown)? StatusOf(string stage) => stage.ToLowerInvariant() switch
    {
        "operating" => (AssetStatus.Operating, true),
        "construction" or "in construction" => (AssetStatus.Construction, true),
        "proposed" or "announced" or "permitted" or "pre-permit" or "pre-construction" or "shelved" or "shelved - inferred 2 y" => (AssetStatus.Proposed, true),
        "idle" or "idled" or "mothballed" => (AssetStatus.Suspended, true),
        "retired" or "decommissioned" => (AssetStatus.Retired, true),
        "cancelled" or "canceled" or "cancelled - inferred 4 y" => (null, true),
        _ => null,
    };

    private GemCapacity? CapacityOf(GemTable table, GemColumns columns, GemRow row, GemFuel fuel)
    {
        string figure = columns.Text(row, GemField.Capacity), text = columns.Text(row, GemField.CapacityText), unit = columns.Text(row, GemField.CapacityUnit);
        if (figure.Length == 0)
            return null;
        if (unit.Length == 0 && columns[GemField.CapacityUnit] < 0)
            unit = text.IndexOf(' ', StringComparison.Ordinal) is > 0 and int gap ? text[(gap + 1)..] : NamedUnit(columns.CapacityName);
        if (unit.Length == 0)
        {
            unit = GemCapacity.UsualUnit(fuel);
            fidelity.Defaulted(GemRowReport.PartOf(fuel), table.Header[columns[GemField.Capacity]], "capacity", $"the file states no unit; {unit} is taken, in which the tracker publishes", $"{figure} ({table.TextOf(row)})");
        }

        if (GemCapacity.Read(figure, unit, fuel) is { } capacity)
            return capacity;
        bool isUnit = !GemCapacity.IsKnown(unit, fuel);
        if (!isUnit || _unknownUnits.Add((fuel, unit)))
        {
            string message = isUnit
                ? $"'{Short(unit)}' is no unit that is known for the capacity of {GemRowReport.PartOf(fuel)}; rows with it count as having none."
                : $"'{Short(figure)}' is no capacity; the row counts as having none.";
            findings.Add(FormatFindings.NotCarried.At(columns.Text(row, GemField.Name), table.PlaceOf(row, columns[isUnit && columns[GemField.CapacityUnit] >= 0 ? GemField.CapacityUnit : GemField.Capacity]), message));
        }

        return null;
    }

    private static string NamedUnit(string column) => column switch
    {
        "capacitymt" or "capacityinmtpa" or "capacitymtpa" => "mtpa",
        "capacitybcmy" or "capacityinbcmy" => "bcm/y",
        "capacityboed" => "boe/d",
        _ => "",
    };

    private static List<GeoPoint[]> PartsOf(GemColumns columns, GemRow row, GemFuel fuel, out string? problem)
    {
        string route = columns.Text(row, GemField.Route);
        if (fuel is not (GemFuel.Lng or GemFuel.Coal) || (route.Length > 0 && columns.Text(row, GemField.Latitude).Length == 0))
            return GemRoute.Read(route, out problem);
        string lat = columns.Text(row, GemField.Latitude), lon = columns.Text(row, GemField.Longitude);
        return lat.Length == 0 && lon.Length == 0 ? GemRoute.Read("", out problem) : GemRoute.Read($"{lat},{lon}", out problem);
    }

    /// <summary>The smallest of the diameters [mm]: several stand for stretches of the line.</summary>
    private static double? DiameterOf(GemColumns columns, GemRow row)
    {
        string text = columns.Text(row, GemField.Diameter);
        if (text.Length == 0)
            return null;
        double factor = columns.Text(row, GemField.DiameterUnit).Trim().ToLowerInvariant() switch
        {
            "in" or "inch" or "inches" or "\"" => 25.4,
            "mm" or "millimeters" or "millimetres" => 1,
            "cm" => 10,
            "m" => 1000,
            _ => 0,
        };
        double smallest = double.PositiveInfinity;
        foreach (string one in text.Split([',', ';', '/', '-', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (GemCapacity.NumberOf(one) is > 0 and double figure)
            {
                // Without a unit, inches and millimetres are too far apart to be confused.
                double unit = factor > 0 ? factor : figure < 70 ? 25.4 : 1;
                smallest = Math.Min(smallest, figure * unit);
            }
        }

        return smallest is >= 20 and <= 3000 ? smallest : null;
    }

    private static int? YearOf(string text)
    {
        string first = text.Split([',', ';', '-', '/'], 2)[0].Trim();
        return int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1800 and <= 2200 ? year : null;
    }

    private static bool? IsExport(string facility) => facility.Contains("export", StringComparison.OrdinalIgnoreCase) ? true : facility.Contains("import", StringComparison.OrdinalIgnoreCase) ? false : null;

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
