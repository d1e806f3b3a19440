using Corridor.Model.Findings;

namespace Corridor.Model.Hydraulics;

/// <summary>A place of a gas network.</summary>
public sealed record GasNode
{
    /// <summary>Stable id, unique among the nodes.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people; the id where the file gives none.</summary>
    public string? Name { get; init; }

    /// <summary>Longitude, or the abscissa of a drawing; NaN where unknown.</summary>
    public double X { get; init; } = double.NaN;

    /// <summary>Latitude, or the ordinate of a drawing; NaN where unknown.</summary>
    public double Y { get; init; } = double.NaN;

    /// <summary>Height above the sea [m].</summary>
    public double Height { get; init; }

    /// <summary>Least absolute pressure allowed [Pa]; null where none is stated.</summary>
    public double? PressureMin { get; init; }

    /// <summary>Greatest absolute pressure allowed [Pa]; null where none is stated.</summary>
    public double? PressureMax { get; init; }

    /// <summary>Absolute pressure held at the node [Pa], its injection following from it; null where the injection is given.</summary>
    public double? PressureSetpoint { get; init; }

    /// <summary>Mass flow into the network [kg/s]: positive for an entry, negative for an exit; of no effect where the pressure is held.</summary>
    public double Injection { get; init; }

    /// <summary>Least injection [kg/s]; null where none is stated.</summary>
    public double? InjectionMin { get; init; }

    /// <summary>Greatest injection [kg/s]; null where none is stated.</summary>
    public double? InjectionMax { get; init; }

    /// <summary>The gas that enters here; null for the network's.</summary>
    public GasQuality? Gas { get; init; }

    /// <summary>Temperature of the gas that enters here [K]; null for the network's.</summary>
    public double? Temperature { get; init; }

    /// <summary>Whether the customers here are protected by law (households, district heat, hospitals).</summary>
    public bool IsProtected { get; init; }

    /// <summary>Name of the region that survival times are reported for; null for none.</summary>
    public string? Region { get; init; }

    /// <summary>Whether the node takes part.</summary>
    public bool InService { get; init; } = true;

    /// <summary>Where it stands in its file.</summary>
    public SourcePlace Place { get; init; } = SourcePlace.None;
}
