namespace Corridor.Data.Formats.GasJson;

/// <summary>What params.json states, in SI units.</summary>
public sealed record GasJsonParameters
{
    /// <summary>Temperature of the gas [K].</summary>
    public double Temperature { get; init; } = 288.706;

    /// <summary>Density relative to air [1].</summary>
    public double SpecificGravity { get; init; } = 0.6;

    /// <summary>Ratio of the heat capacities [1].</summary>
    public double HeatCapacityRatio { get; init; } = 1.4;

    /// <summary>Whether the files are in pounds per square inch, miles, inches and million standard cubic feet a day.</summary>
    public bool IsStandardUnits { get; init; }

    /// <summary>Time at which a transient begins [s]; null where none is stated.</summary>
    public double? Start { get; init; }

    /// <summary>Time at which a transient ends [s]; null where none is stated.</summary>
    public double? End { get; init; }

    /// <summary>Time step [s]; null where none is stated.</summary>
    public double? TimeStep { get; init; }

    /// <summary>Courant number [1]; null where none is stated.</summary>
    public double? CourantNumber { get; init; }

    /// <summary>Time between two states written [s]; null where none is stated.</summary>
    public double? OutputInterval { get; init; }

    /// <summary>Distance between two points written along a pipe [m]; null where none is stated.</summary>
    public double? OutputDistance { get; init; }
}
