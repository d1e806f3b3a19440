using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Compressors;

/// <summary>Gas, temperatures and assumptions that a station is evaluated under.</summary>
public sealed record StationConditions
{
    /// <summary>The law of the gas.</summary>
    public required IGasLaw Law { get; init; }

    /// <summary>Temperature of the gas at the inlet [K].</summary>
    public required double Temperature { get; init; }

    /// <summary>Isentropic exponent [1], > 1; a station's own comes first.</summary>
    public double IsentropicExponent { get; init; } = GasProperties.DefaultIsentropicExponent;

    /// <summary>Temperature of the air around the drives [K].</summary>
    public double AmbientTemperature { get; init; } = 283.15;

    /// <summary>Inferior calorific value of the gas [J/kg], from which fuel is reckoned; null where unknown.</summary>
    public double? InferiorCalorificValue { get; init; }

    /// <summary>Adiabatic efficiency of machines that state none [1].</summary>
    public double DefaultEfficiency { get; init; } = 0.80;

    /// <summary>Efficiency of drives that state no energy [1].</summary>
    public double DefaultDriveEfficiency { get; init; } = 0.35;

    /// <summary>Efficiency of electric motors that state no energy [1].</summary>
    public double DefaultMotorEfficiency { get; init; } = 0.95;

    /// <summary>Conditions of a gas at a temperature.</summary>
    /// <param name="gas">The gas.</param>
    /// <param name="law">Its law.</param>
    /// <param name="temperature">Temperature [K].</param>
    public static StationConditions Of(GasQuality gas, IGasLaw law, double temperature) => new()
    {
        Law = law,
        Temperature = temperature,
        IsentropicExponent = GasProperties.IsentropicExponent(gas, temperature),
        InferiorCalorificValue = GasProperties.InferiorCalorificValue(gas),
    };
}
