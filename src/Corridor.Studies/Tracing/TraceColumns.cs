namespace Corridor.Studies.Tracing;

/// <summary>
/// Meaning of the columns of a mixture. First the produced shares by origin; then by country the share that never was in it; then the shares by route of
/// last entry. Each seed (a store's stock, or a cargo under way, before the first period, whose own mixture is still unknown) adds a block: its share, its share
/// that never was in each country, its share that crossed no border. A column has one of three manners: it follows all links (origins), it
/// vanishes in a country (never was in it), or it vanishes at a border (routes).
/// </summary>
internal sealed class TraceColumns(int origins, int countries, int routes)
{
    public int Origins { get; } = origins;

    public int Countries { get; } = countries;

    public int Routes { get; } = routes;

    /// <summary>First column of the countries.</summary>
    public int AvoidStart => Origins;

    /// <summary>First column of the routes.</summary>
    public int RouteStart => Origins + Countries;

    /// <summary>Columns of a mixture without its blocks.</summary>
    public int MainLength => Origins + Countries + Routes;

    /// <summary>Columns of a block: 0 the share, 1 + c the share that never was in country c, the last the share that crossed no border.</summary>
    public int BlockLength => Countries + 2;
}
