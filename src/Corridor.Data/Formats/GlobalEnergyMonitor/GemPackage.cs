using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Model.Contracts;
using Corridor.Model.Network;
using Corridor.Model.Provenance;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>The rows of the package while it is made.</summary>
internal sealed class GemPackage(FidelityReport fidelity)
{
    private const string Licence = "CC BY 4.0";
    private readonly Dictionary<string, string> _zones = new(StringComparer.Ordinal);
    private readonly Dictionary<(string File, string Title), string> _sources = [];
    private readonly HashSet<string> _addresses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _carriers = new(StringComparer.Ordinal);

    /// <summary>Takes what was kept and what not.</summary>
    internal FidelityReport Fidelity { get; } = fidelity;

    /// <summary>Ids of everything.</summary>
    internal ForeignIds Ids { get; } = new();

    /// <summary>Carriers.</summary>
    internal List<Carrier> Carriers { get; } = [];

    /// <summary>Zones.</summary>
    internal List<Zone> Zones { get; } = [];

    /// <summary>Nodes.</summary>
    internal List<Node> Nodes { get; } = [];

    /// <summary>Supplies.</summary>
    internal List<Supply> Supplies { get; } = [];

    /// <summary>Demands.</summary>
    internal List<Demand> Demands { get; } = [];

    /// <summary>Pipelines.</summary>
    internal List<Pipeline> Pipelines { get; } = [];

    /// <summary>Transports.</summary>
    internal List<Transport> Transports { get; } = [];

    /// <summary>Converters.</summary>
    internal List<Converter> Converters { get; } = [];

    /// <summary>Flows of the converters.</summary>
    internal List<ConverterFlow> ConverterFlows { get; } = [];

    /// <summary>Routes.</summary>
    internal List<RoutePoint> RoutePoints { get; } = [];

    /// <summary>Actors.</summary>
    internal List<Actor> Actors { get; } = [];

    /// <summary>Ownerships.</summary>
    internal List<Ownership> Ownerships { get; } = [];

    /// <summary>Sources.</summary>
    internal List<SourceDocument> Sources { get; } = [];

    /// <summary>Claims.</summary>
    internal List<Claim> Claims { get; } = [];

    /// <summary>The carrier of a fuel.</summary>
    internal string Carrier(GemFuel fuel)
    {
        Carrier carrier = GemAssumption.Of(fuel).Carrier;
        if (_carriers.Add(carrier.Id))
        {
            Carriers.Add(carrier);
            Fidelity.Defaulted("carriers", "heating values", "carriers", "the trackers state no quality; one is assumed for each carrier", carrier.Name);
        }

        return carrier.Id;
    }

    /// <summary>The zone of a country.</summary>
    /// <param name="code">ISO 3166-1 alpha-2 code.</param>
    internal string Zone(string code)
    {
        if (_zones.TryGetValue(code, out string? id))
            return id;
        id = Ids.Take(code);
        _zones.Add(code, id);
        Zones.Add(new Zone { Id = id, Name = CountryNames.NameOf(code), Iso = code });
        return id;
    }

    /// <summary>The source of an asset: its file, and the tracker in it.</summary>
    internal string Source(GemAsset asset)
    {
        (string title, string address) = asset.Fuel switch
        {
            GemFuel.Oil or GemFuel.Ngl => ("Global Oil Infrastructure Tracker", "https://globalenergymonitor.org/projects/global-oil-infrastructure-tracker/"),
            GemFuel.Coal => ("Global Coal Terminals Tracker", "https://globalenergymonitor.org/projects/global-coal-terminals-tracker/"),
            _ => ("Global Gas Infrastructure Tracker", "https://globalenergymonitor.org/projects/global-gas-infrastructure-tracker/"),
        };
        string file = asset.Table.File;
        if (_sources.TryGetValue((file, title), out string? id))
            return id;
        id = Ids.Take(Path.GetFileNameWithoutExtension(file), "gem");
        _sources.Add((file, title), id);
        Sources.Add(new SourceDocument
        {
            Id = id,
            Title = $"{title}, Global Energy Monitor (file {file})",
            Url = _addresses.Add(address) ? address : null,
            Date = DateIn(file)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Language = "en",
            Licence = Licence,
        });
        return id;
    }

    /// <summary>The date in the name of a file; null where there is none.</summary>
    internal static DateOnly? DateIn(string file)
    {
        for (int i = 0; i + 10 <= file.Length; i++)
        {
            if (DateOnly.TryParseExact(file.AsSpan(i, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) && date.Year is > 1900 and < 2200)
                return date;
        }

        return null;
    }

    /// <summary>First day in service, and first day out of it: the trackers state years alone.</summary>
    internal static (DateOnly? Start, DateOnly? End) DatesOf(GemAsset asset)
    {
        DateOnly? start = asset.StartYear is { } first ? new DateOnly(first, 1, 1) : null;
        DateOnly? end = asset.StopYear is { } last ? new DateOnly(last + 1, 1, 1) : null;
        return (start, end <= start ? null : end);
    }

    /// <summary>A remark with the place of a row.</summary>
    internal static string NoteOf(GemAsset asset, string more = "")
    {
        string id = asset.Id.Length == 0 ? "" : asset.Id + "; ";
        string stage = asset.Stage.Equals(asset.Status?.ToString(), StringComparison.OrdinalIgnoreCase) ? "" : $"; {asset.Stage}";
        return $"{id}{asset.Place}{stage}{(more.Length == 0 ? "" : "; ")}{more}";
    }

    /// <summary>What the tracker says of a capacity.</summary>
    internal void ClaimCapacity(string table, string subject, GemAsset asset)
    {
        if (asset.Capacity is not { } capacity)
            return;
        Claims.Add(new Claim
        {
            Id = Ids.Take(subject + "-capacity", "cl"),
            Table = table,
            Subject = subject,
            Column = "capacity",
            AsPrinted = capacity.Printed,
            UnitAsPrinted = capacity.Unit,
            Value = capacity.Rate.Value,
            Conversion = capacity.IsVolume ? (capacity.Conversion is null ? "m³ taken at 15 °C" : capacity.Conversion + "; m³ taken at 15 °C") : capacity.Conversion,
            Place = asset.Place,
            Confidence = Confidence.Medium,
            InUse = true,
            Source = Source(asset),
            Basis = Basis.Reported,
        });
    }
}
