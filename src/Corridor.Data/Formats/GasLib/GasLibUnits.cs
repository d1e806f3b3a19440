namespace Corridor.Data.Formats.GasLib;

/// <summary>What a figure of a GasLib file measures.</summary>
internal enum GasLibDimension
{
    Pressure,
    PressureDifference,
    Length,
    NormFlow,
    Temperature,
    CalorificValue,
    Density,
    MolarMass,
    HeatTransfer,
    Speed,
    Volume,
    Torque,
    Power,
    None,
}

/// <summary>
/// Units of GasLib files as linear maps to SI: value·Factor + Offset. GasLib's bar is absolute: bounds of 1.01325 bar stand for that of the air, and its
/// documentation says so; barg is above it. Flows are volumes at 0 °C and 1.01325 bar.
/// </summary>
internal static class GasLibUnits
{
    private const double Bar = 1e5;
    private const double NormPressure = 101_325;
    private const double ZeroCelsius = 273.15;

    private static readonly Dictionary<(GasLibDimension Dimension, string Unit), (double Factor, double Offset)> Table = new()
    {
        [(GasLibDimension.Pressure, "bar")] = (Bar, 0),
        [(GasLibDimension.Pressure, "bara")] = (Bar, 0),
        [(GasLibDimension.Pressure, "barg")] = (Bar, NormPressure),
        [(GasLibDimension.Pressure, "Pa")] = (1, 0),
        [(GasLibDimension.Pressure, "kPa")] = (1e3, 0),
        [(GasLibDimension.Pressure, "MPa")] = (1e6, 0),
        [(GasLibDimension.PressureDifference, "bar")] = (Bar, 0),
        [(GasLibDimension.PressureDifference, "barg")] = (Bar, 0),
        [(GasLibDimension.PressureDifference, "Pa")] = (1, 0),
        [(GasLibDimension.PressureDifference, "kPa")] = (1e3, 0),
        [(GasLibDimension.PressureDifference, "MPa")] = (1e6, 0),
        [(GasLibDimension.Length, "m")] = (1, 0),
        [(GasLibDimension.Length, "meter")] = (1, 0),
        [(GasLibDimension.Length, "km")] = (1e3, 0),
        [(GasLibDimension.Length, "cm")] = (1e-2, 0),
        [(GasLibDimension.Length, "mm")] = (1e-3, 0),
        [(GasLibDimension.NormFlow, "1000m_cube_per_hour")] = (1000.0 / 3600, 0),
        [(GasLibDimension.NormFlow, "m_cube_per_hour")] = (1.0 / 3600, 0),
        [(GasLibDimension.NormFlow, "m_cube_per_s")] = (1, 0),
        [(GasLibDimension.Temperature, "Celsius")] = (1, ZeroCelsius),
        [(GasLibDimension.Temperature, "C")] = (1, ZeroCelsius),
        [(GasLibDimension.Temperature, "K")] = (1, 0),
        [(GasLibDimension.Temperature, "Kelvin")] = (1, 0),
        [(GasLibDimension.CalorificValue, "MJ_per_m_cube")] = (1e6, 0),
        [(GasLibDimension.CalorificValue, "kWh_per_m_cube")] = (3.6e6, 0),
        [(GasLibDimension.Density, "kg_per_m_cube")] = (1, 0),
        [(GasLibDimension.MolarMass, "kg_per_kmol")] = (1e-3, 0),
        [(GasLibDimension.MolarMass, "g_per_mol")] = (1e-3, 0),
        [(GasLibDimension.HeatTransfer, "W_per_m_square_per_K")] = (1, 0),
        [(GasLibDimension.Speed, "per_min")] = (1, 0),
        [(GasLibDimension.Volume, "m_cube")] = (1, 0),
        [(GasLibDimension.Torque, "kNm")] = (1e3, 0),
        [(GasLibDimension.Torque, "Nm")] = (1, 0),
        [(GasLibDimension.Power, "kW")] = (1, 0),
        [(GasLibDimension.Power, "MW")] = (1e3, 0),
    };

    /// <summary>The map of a unit; null where it is none of the dimension. Speeds stay in 1/min and powers in kW, as the maps of machines are.</summary>
    internal static (double Factor, double Offset)? Map(GasLibDimension dimension, string unit) => Table.TryGetValue((dimension, unit), out (double Factor, double Offset) map) ? map : null;

    /// <summary>The units of a dimension, in order.</summary>
    internal static IEnumerable<string> Of(GasLibDimension dimension) => Table.Keys.Where(k => k.Dimension == dimension).Select(k => k.Unit);
}
