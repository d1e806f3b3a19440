namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>Properties of a gas at a density and temperature.</summary>
public readonly record struct GasState
{
    /// <summary>Molar density D [mol/m³].</summary>
    public required double MolarDensity { get; init; }

    /// <summary>Temperature [K].</summary>
    public required double Temperature { get; init; }

    /// <summary>Absolute pressure [Pa].</summary>
    public required double Pressure { get; init; }

    /// <summary>Compressibility Z [1].</summary>
    public required double Compressibility { get; init; }

    /// <summary>∂p/∂D at constant temperature [Pa·m³/mol].</summary>
    public required double PressureByDensity { get; init; }

    /// <summary>∂p/∂T at constant density [Pa/K].</summary>
    public required double PressureByTemperature { get; init; }

    /// <summary>Molar heat capacity at constant volume [J/(mol·K)].</summary>
    public required double IsochoricHeatCapacity { get; init; }

    /// <summary>Molar heat capacity at constant pressure [J/(mol·K)].</summary>
    public required double IsobaricHeatCapacity { get; init; }

    /// <summary>Speed of sound [m/s].</summary>
    public required double SpeedOfSound { get; init; }

    /// <summary>Joule–Thomson coefficient ∂T/∂p at constant enthalpy [K/Pa].</summary>
    public required double JouleThomson { get; init; }

    /// <summary>Isentropic exponent −(v/p)·(∂p/∂v) at constant entropy [1].</summary>
    public required double IsentropicExponent { get; init; }
}
