namespace Corridor.Data.Formats.PyPsa.Reading;

/// <summary>A network in the format's CSV folder, as written.</summary>
internal sealed class PyPsaFolder
{
    /// <summary>Component lists by name.</summary>
    public Dictionary<string, PyPsaTable> Tables { get; } = new(StringComparer.Ordinal);

    /// <summary>Files of values over time.</summary>
    public List<PyPsaSeries> Series { get; } = [];

    /// <summary>Snapshots.</summary>
    public PyPsaSnapshots Snapshots { get; set; } = new();

    /// <summary>Investment periods: label, weight in the objective, years.</summary>
    public List<(string Period, double Objective, double Years)> InvestmentPeriods { get; } = [];

    /// <summary>Name of the network; empty for none.</summary>
    public string Name { get; set; } = "";

    /// <summary>Currency that the network states in the column of this program; empty for none.</summary>
    public string Currency { get; set; } = "";

    /// <summary>Version of the program that wrote it; empty for none.</summary>
    public string Version { get; set; } = "";

    /// <summary>Spatial reference of the coordinates; 4326 where it is not stated.</summary>
    public double SpatialReference { get; set; } = 4326;

    /// <summary>Files that hold nothing that is read, with the reason.</summary>
    public List<(string File, string Reason)> LeftOut { get; } = [];

    /// <summary>A component list; null where the folder has none.</summary>
    public PyPsaTable? Table(string list) => Tables.GetValueOrDefault(list);
}
