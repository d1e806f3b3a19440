using Corridor.Model.Network;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>A row of a tracker, understood but not yet mapped.</summary>
internal sealed record GemAsset
{
    /// <summary>Table that it stands in.</summary>
    internal required GemTable Table { get; init; }

    /// <summary>Columns of the table.</summary>
    internal required GemColumns Columns { get; init; }

    /// <summary>The row.</summary>
    internal required GemRow Row { get; init; }

    /// <summary>What it is about.</summary>
    internal required GemFuel Fuel { get; init; }

    /// <summary>Id in the tracker; empty where there is none.</summary>
    internal required string Id { get; init; }

    /// <summary>Name with that of the unit or segment.</summary>
    internal required string Name { get; init; }

    /// <summary>Name of the site or pipeline without that of the unit or segment.</summary>
    internal required string Site { get; init; }

    /// <summary>Stage of life as printed.</summary>
    internal required string Stage { get; init; }

    /// <summary>Stage of life; null for what was never built and never will be.</summary>
    internal required AssetStatus? Status { get; init; }

    /// <summary>Codes of its countries, as ordered in the file; empty where none is stated.</summary>
    internal required IReadOnlyList<string> Countries { get; init; }

    /// <summary>Country of the start; null where it is not stated.</summary>
    internal string? StartCountry { get; init; }

    /// <summary>Country of the end; null where it is not stated.</summary>
    internal string? EndCountry { get; init; }

    /// <summary>Capacity; null where none is stated that can be read.</summary>
    internal GemCapacity? Capacity { get; init; }

    /// <summary>Parts of the route; one point for a terminal.</summary>
    internal required IReadOnlyList<GeoPoint[]> Parts { get; init; }

    /// <summary>Length [km]; null where none is stated.</summary>
    internal double? Length { get; init; }

    /// <summary>Smallest outer diameter [mm]; null where none is stated.</summary>
    internal double? Diameter { get; init; }

    /// <summary>First year in service.</summary>
    internal int? StartYear { get; init; }

    /// <summary>Year in which it went out of service.</summary>
    internal int? StopYear { get; init; }

    /// <summary>Whether a terminal exports; null where that is not stated.</summary>
    internal bool? IsExport { get; init; }

    /// <summary>Whether it is a line.</summary>
    internal bool IsLine => Fuel is not (GemFuel.Lng or GemFuel.Coal);

    /// <summary>Where the row stands, for notes and claims.</summary>
    internal string Place => Table.TextOf(Row);

    /// <summary>A cell of the row; empty where nothing is known.</summary>
    internal string Text(GemField field) => Columns.Text(Row, field);
}
