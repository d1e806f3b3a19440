namespace Corridor.Reporting.Maps;

/// <summary>What a map shows: places, flows and shortages by month, in display units. Free of geometry on the screen.</summary>
public sealed record MapModel
{
    /// <summary>The question that the map answers: "Flows of energy, 2025".</summary>
    public required string Title { get; init; }

    /// <summary>The span in words: "2025", or "2025-03-01 to 2025-09-01".</summary>
    public required string Period { get; init; }

    /// <summary>The word of the independent check: "certified".</summary>
    public string? Certificate { get; init; }

    /// <summary>The months of the span, in order; calendar years where the span is longer than three years.</summary>
    public required IReadOnlyList<MapStep> Steps { get; init; }

    /// <summary>Carriers, in the order of the package.</summary>
    public required IReadOnlyList<MapCarrier> Carriers { get; init; }

    /// <summary>Places with coordinates.</summary>
    public required IReadOnlyList<MapPlace> Places { get; init; }

    /// <summary>Flows between these places.</summary>
    public required IReadOnlyList<MapFlow> Flows { get; init; }

    /// <summary>Names of countries, for orientation.</summary>
    public IReadOnlyList<MapCountry> Countries { get; init; } = [];

    /// <summary>Flows left out because a place has no coordinates.</summary>
    public int FlowsWithoutPlace { get; init; }

    /// <summary>Whether the flows have figures before and after, of which the difference is shown.</summary>
    public bool IsDifference { get; init; }

    /// <summary>Whether there is anything to draw: a package without coordinates has no map.</summary>
    public bool CanBeDrawn => Places.Count > 0;

    /// <summary>Length of the span [d].</summary>
    public double Days => Steps.Sum(s => s.Days);
}

/// <summary>A month, or a calendar year, of the span.</summary>
/// <param name="Name">Name: "January 2025".</param>
/// <param name="Days">Days of it that lie in the span; positive.</param>
public sealed record MapStep(string Name, double Days);

/// <summary>A carrier.</summary>
/// <param name="Id">Id in the package.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Unit">Unit of all amounts: "bcm at 20 °C".</param>
/// <param name="ShortUnit">The unit in labels: "bcm".</param>
/// <param name="Energy">TWh (gross) in a unit; null where the package does not say.</param>
/// <param name="Family">Carriers of one family share a scale of widths and are shown together at first: gas and LNG.</param>
/// <param name="Colour">Colour.</param>
public sealed record MapCarrier(string Id, string Name, string Unit, string ShortUnit, double? Energy, string Family, string Colour);

/// <summary>A place where a carrier balances.</summary>
public sealed record MapPlace
{
    /// <summary>Id of the node.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the country, or of the zone where there is no country.</summary>
    public required string Country { get; init; }

    /// <summary>Whether <see cref="Country"/> is a country with an ISO code.</summary>
    public required bool HasCountry { get; init; }

    /// <summary>Id of the carrier.</summary>
    public required string Carrier { get; init; }

    /// <summary>Where it lies.</summary>
    public required MapCoordinate At { get; init; }

    /// <summary>Demand that was not served, by step, ≥ 0.</summary>
    public required double[] Curtailed { get; init; }

    /// <summary>The same before the change; null unless two runs are compared.</summary>
    public double[]? CurtailedBefore { get; init; }
}

/// <summary>A name on the map.</summary>
/// <param name="Name">Name in the reader's language.</param>
/// <param name="At">Where the label belongs.</param>
public sealed record MapCountry(string Name, MapCoordinate At);

/// <summary>How an arc is drawn.</summary>
public enum FlowMode
{
    /// <summary>A pipeline or power line; a full line.</summary>
    Line,

    /// <summary>A railway or road; long dashes.</summary>
    Land,

    /// <summary>Ships; dashes along sea routes.</summary>
    Ship,
}

/// <summary>Whether an arc can be used in the span.</summary>
public enum FlowState
{
    /// <summary>In service at some time of the span.</summary>
    InService,

    /// <summary>Out of service during the whole span.</summary>
    OutOfService,

    /// <summary>Not yet built.</summary>
    Planned,
}

/// <summary>A pipeline, power line or transport.</summary>
public sealed record MapFlow
{
    /// <summary>Id of the arc.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Name short enough for a label; null where none is.</summary>
    public string? ShortName { get; init; }

    /// <summary>Id of the carrier.</summary>
    public required string Carrier { get; init; }

    /// <summary>Start: index into the places.</summary>
    public required int From { get; init; }

    /// <summary>End: index into the places.</summary>
    public required int To { get; init; }

    /// <summary>How it is drawn.</summary>
    public required FlowMode Mode { get; init; }

    /// <summary>Whether it can be used.</summary>
    public required FlowState State { get; init; }

    /// <summary>Length of the way [km]; null where the package does not say.</summary>
    public double? Distance { get; init; }

    /// <summary>Points of the route from start to end, without these; empty where the package has none.</summary>
    public IReadOnlyList<MapCoordinate> Route { get; init; } = [];

    /// <summary>From start to end.</summary>
    public required MapDirection Forward { get; init; }

    /// <summary>From end to start.</summary>
    public required MapDirection Backward { get; init; }
}

/// <summary>One direction of an arc. Arrays run over the steps, in display units.</summary>
public sealed record MapDirection
{
    /// <summary>What arrives, ≥ 0.</summary>
    public required double[] Arriving { get; init; }

    /// <summary>What enters, ≥ 0.</summary>
    public required double[] Entering { get; init; }

    /// <summary>The most that may enter, ≥ 0; +∞ where there is no limit.</summary>
    public required double[] Capacity { get; init; }

    /// <summary>What arrived before the change; null unless two runs are compared.</summary>
    public double[]? Before { get; init; }

    /// <summary>What arrives over the span.</summary>
    public double Total => Arriving.Sum();

    /// <summary>What is drawn as width: what arrives, or the size of its change.</summary>
    /// <param name="step">Index of the step; −1 for the span.</param>
    public double Shown(int step) => Before is null ? At(Arriving, step) : Math.Abs(At(Arriving, step) - At(Before, step));

    /// <summary>What entered as a share of the capacity, 0 … 1; null where there is no capacity or no limit.</summary>
    /// <param name="step">Index of the step; −1 for the span.</param>
    public double? Utilisation(int step) =>
        At(Capacity, step) is > 0 and var capacity && double.IsFinite(capacity) ? Math.Min(1, At(Entering, step) / capacity) : null;

    /// <summary>A figure of a step, or their sum.</summary>
    /// <param name="values">Figures by step.</param>
    /// <param name="step">Index of the step; −1 for the span.</param>
    public static double At(double[] values, int step)
    {
        ArgumentNullException.ThrowIfNull(values);
        return step < 0 ? values.Sum() : values[step];
    }
}
