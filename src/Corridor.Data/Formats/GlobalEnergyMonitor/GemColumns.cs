using System.Text;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>Finds out which column is which: their names differ between the trackers, their releases, and their maps.</summary>
internal sealed class GemColumns
{
    // Earlier names go before later ones where a table has several of a field.
    private static readonly (GemField Field, string[] Names)[] Known =
    [
        (GemField.Id, ["id", "gemunitphaseid", "comboid", "projectid", "unitid", "segmentid"]),
        (GemField.SiteId, ["gemterminalid", "terminalid"]),
        (GemField.Name, ["name", "project", "pipelinename", "terminalname", "coalterminalname", "projectname"]),
        (GemField.Unit, ["unit", "unitname", "segmentname", "phasename"]),
        (GemField.Fuel, ["fuel", "type"]),
        (GemField.Status, ["status"]),
        (GemField.Countries, ["areas", "countries", "countryarea", "countriesareas", "country", "countriesorareas", "countryorarea"]),
        (GemField.StartCountry, ["startcountry", "startcountryarea", "startcountryorarea"]),
        (GemField.EndCountry, ["endcountry", "endcountryarea", "endcountryorarea"]),
        (GemField.StartLocation, ["startlocation"]),
        (GemField.EndLocation, ["endlocation"]),
        (GemField.Owner, ["owner", "owners"]),
        (GemField.Parent, ["parent", "parents"]),
        (GemField.Capacity, ["capacity", "capacitymt", "capacitybcmy", "capacityinbcmy", "capacityinmtpa", "capacitymtpa", "capacityboed"]),
        (GemField.CapacityUnit, ["capacityunits", "capacityunit"]),
        (GemField.CapacityText, ["capacitytable"]),
        (GemField.StartYear, ["startyear", "startyear1", "openingyear"]),
        (GemField.StopYear, ["stopyear", "stopyear1", "retiredyear", "retirementyear"]),
        (GemField.Length, ["lengthmergedkm", "lengthknownkm", "lengthkm", "lengthestimatekm"]),
        (GemField.Diameter, ["diameter"]),
        (GemField.DiameterUnit, ["diameterunits", "diameterunit"]),
        (GemField.Route, ["geometry", "wktformat", "wkt", "route"]),
        (GemField.Latitude, ["latitude", "lat"]),
        (GemField.Longitude, ["longitude", "lng", "lon", "long"]),
        (GemField.Facility, ["trackercustom", "facilitytype", "importexport"]),
        (GemField.Tracker, ["trackeracro"]),
        (GemField.Url, ["url", "wiki", "wikiurl"]),
    ];

    // Columns of the maps that repeat others, for drawing alone.
    private static readonly HashSet<string> Repeating = new(StringComparer.Ordinal)
    {
        "scalingcapacity", "statuslegend", "areassubnatsatdisplay", "trackerdisplay", "capacitymtdisplay", "region", "region2", "geom",
    };

    private readonly int[] _columns = new int[Enum.GetValues<GemField>().Length];
    private readonly GemField?[] _fields;

    internal GemColumns(IReadOnlyList<string> header)
    {
        string[] plain = [.. header.Select(Plain)];
        _fields = new GemField?[plain.Length];
        Array.Fill(_columns, -1);
        foreach ((GemField field, string[] names) in Known)
        {
            int column = names.Select(n => Array.IndexOf(plain, n)).FirstOrDefault(c => c >= 0 && _fields[c] is null, -1);
            if (column < 0)
                continue;
            _columns[(int)field] = column;
            _fields[column] = field;
        }

        IsRepeating = [.. plain.Select(Repeating.Contains)];
        CapacityName = this[GemField.Capacity] < 0 ? "" : plain[this[GemField.Capacity]];
        NameColumn = this[GemField.Name] < 0 ? "" : plain[this[GemField.Name]];
    }

    /// <summary>For each column whether it only repeats another one.</summary>
    internal IReadOnlyList<bool> IsRepeating { get; }

    /// <summary>Plain name of the column with the capacity; empty where there is none.</summary>
    internal string CapacityName { get; }

    /// <summary>Plain name of the column with the name; empty where there is none.</summary>
    internal string NameColumn { get; }

    /// <summary>What is missing for a table of a tracker; empty for nothing.</summary>
    internal string Missing
    {
        get
        {
            var missing = new List<string>();
            foreach ((GemField demanded, string name) in new[] { (GemField.Name, "a name"), (GemField.Status, "status"), (GemField.Countries, "countries") })
            {
                if (this[demanded] < 0 && !(demanded == GemField.Countries && this[GemField.StartCountry] >= 0))
                    missing.Add(name);
            }

            if (this[GemField.Route] < 0 && (this[GemField.Latitude] < 0 || this[GemField.Longitude] < 0))
                missing.Add("a route, or latitude and longitude");
            return string.Join(", ", missing);
        }
    }

    /// <summary>The column of a field, from 0; −1 where there is none.</summary>
    internal int this[GemField field] => _columns[(int)field];

    /// <summary>The field of a column; null for none.</summary>
    internal GemField? FieldOf(int column) => _fields[column];

    /// <summary>The cell of a field; empty where there is none, or where it says that nothing is known.</summary>
    internal string Text(GemRow row, GemField field) => this[field] is >= 0 and int column && !IsUnknown(row.Cells[column]) ? row.Cells[column] : "";

    /// <summary>Whether a cell says that nothing is known.</summary>
    internal static bool IsUnknown(string text) =>
        text is "" or "-" or "--" or "*" or "?" || text.Equals("n/a", StringComparison.OrdinalIgnoreCase) || text.Equals("unknown", StringComparison.OrdinalIgnoreCase) || text.Equals("TBD", StringComparison.OrdinalIgnoreCase);

    /// <summary>Letters and digits of a name in lower case.</summary>
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
                plain.Append(char.ToLowerInvariant(c));
        }

        return plain.ToString();
    }
}
