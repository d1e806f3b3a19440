namespace Corridor.Data.Formats.Series;

/// <summary>Files of series that are read.</summary>
public enum SeriesKind
{
    /// <summary>World Bank commodity prices ("pink sheet"): months in rows, commodities in columns, units above.</summary>
    WorldBank,

    /// <summary>U.S. Energy Information Administration: rows of the programming interface, or a table of dates and series.</summary>
    Eia,

    /// <summary>ENTSOG's transparency platform: a day at a point of an operator in a row.</summary>
    Entsog,

    /// <summary>Series, time, value and unit in a row.</summary>
    Long,
}
