namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>A place where lines meet or end.</summary>
internal sealed class GemJoint
{
    /// <summary>Ends of lines here: the line, and whether it starts here.</summary>
    internal List<(GemAsset Asset, bool IsStart)> Ends { get; } = [];

    /// <summary>Terminals here.</summary>
    internal List<GemAsset> Sites { get; } = [];

    /// <summary>Where it is.</summary>
    internal GeoPoint Point { get; set; }

    /// <summary>Its country.</summary>
    internal string Country { get; set; } = "";

    /// <summary>How many segments begin, end or pass here.</summary>
    internal int Segments { get; set; }

    /// <summary>The asset that it is named after.</summary>
    internal GemAsset First => Ends.Count > 0 ? Ends[0].Asset : Sites[0];
}
