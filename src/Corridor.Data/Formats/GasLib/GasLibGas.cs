using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats.GasLib;

/// <summary>The gas of the entries.</summary>
internal static class GasLibGas
{
    private const double NormMolarVolume = 8.31446261815324 * 273.15 / 101_325;

    /// <summary>The gas that a source states; null where it states neither molar mass nor norm density.</summary>
    internal static GasQuality? Read(string id, GasLibFigures figures)
    {
        double? density = figures.NonNegative("normDensity", GasLibDimension.Density);
        double? molarMass = figures.NonNegative("molarMass", GasLibDimension.MolarMass);
        double? a = figures.Take("coefficient-A-heatCapacity", GasLibDimension.None);
        double? b = figures.Take("coefficient-B-heatCapacity", GasLibDimension.None);
        double? c = figures.Take("coefficient-C-heatCapacity", GasLibDimension.None);
        double? pressure = figures.NonNegative("pseudocriticalPressure", GasLibDimension.Pressure);
        double? temperature = figures.NonNegative("pseudocriticalTemperature", GasLibDimension.Temperature);
        double? calorific = figures.NonNegative("calorificValue", GasLibDimension.CalorificValue);
        if (molarMass is not > 0 && density is not > 0)
            return null;
        return new GasQuality
        {
            Name = $"gas of {id}",
            MolarMass = molarMass is > 0 ? molarMass.Value : density!.Value * NormMolarVolume,
            NormDensity = density is > 0 ? density : null,
            PseudocriticalPressure = pressure is > 0 ? pressure : null,
            PseudocriticalTemperature = temperature is > 0 ? temperature : null,
            CalorificValue = calorific,
            MolarHeatCapacity = a is null ? [] : [a.Value, b ?? 0, c ?? 0],
        };
    }

    /// <summary>The mean of figures; the figure itself, to the bit, where all are alike.</summary>
    internal static double Mean(IReadOnlyList<double> values) => values.All(v => v == values[0]) ? values[0] : values.Average();

    /// <summary>The mean of what the entries state, which is the gas of each where they are alike.</summary>
    internal static GasQuality Mean(IReadOnlyList<GasNode> entries, double normDensity)
    {
        GasQuality[] gases = [.. entries.Select(e => e.Gas!)];
        if (gases.Length == 0)
            return new GasQuality { Name = "natural gas", MolarMass = normDensity * NormMolarVolume, NormDensity = normDensity };
        if (gases.All(g => IsSame(g, gases[0])))
            return gases[0] with { Name = "natural gas", NormDensity = gases[0].NormDensity ?? normDensity };
        return new GasQuality
        {
            Name = "mean of the entries",
            MolarMass = gases.Average(g => g.MolarMass),
            NormDensity = normDensity,
            PseudocriticalPressure = gases.Average(g => g.PseudocriticalPressure),
            PseudocriticalTemperature = gases.Average(g => g.PseudocriticalTemperature),
            CalorificValue = gases.Average(g => g.CalorificValue),
            MolarHeatCapacity = gases.All(g => g.MolarHeatCapacity.Count == 3) ? [.. Enumerable.Range(0, 3).Select(i => gases.Average(g => g.MolarHeatCapacity[i]))] : [],
        };
    }

    /// <summary>Whether two gases have the same figures, whatever they are called.</summary>
    internal static bool IsSame(GasQuality one, GasQuality other) =>
        one.MolarHeatCapacity.SequenceEqual(other.MolarHeatCapacity) && one with { Name = "", MolarHeatCapacity = [] } == other with { Name = "", MolarHeatCapacity = one.MolarHeatCapacity.Count == 0 ? other.MolarHeatCapacity : [] };
}
