namespace Corridor.Model.Units;

/// <summary>What a unit measures. Two units convert into each other without further knowledge only if their dimension is the same.</summary>
public enum Dimension
{
    /// <summary>Length, distance, diameter, roughness; canonical unit km.</summary>
    Length,

    /// <summary>Absolute pressure; canonical unit bar (absolute).</summary>
    Pressure,

    /// <summary>Thermodynamic temperature; canonical unit K.</summary>
    Temperature,

    /// <summary>Power; canonical unit MW.</summary>
    Power,

    /// <summary>Energy; canonical unit GWh.</summary>
    Energy,

    /// <summary>Mass; canonical unit kt (thousand tonnes).</summary>
    Mass,

    /// <summary>Volume of gas at stated reference conditions; canonical unit mcm@20C (million m³ at 20 °C, 101.325 kPa).</summary>
    GasVolume,

    /// <summary>Volume of a liquid; canonical unit kb (thousand barrels).</summary>
    LiquidVolume,

    /// <summary>Duration; canonical unit h.</summary>
    Duration,

    /// <summary>Ratio of two like quantities; canonical unit share (1 = the whole).</summary>
    Ratio,

    /// <summary>Electric voltage; canonical unit kV.</summary>
    Voltage,

    /// <summary>Electric impedance; canonical unit ohm.</summary>
    Impedance,
}
