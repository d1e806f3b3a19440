using System.Globalization;
using Corridor.Data.Formats.Documents;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats.PandaPipes;

/// <summary>
/// Reads the fluid. The density of the file is that at 0 °C and 1.01325 bar, and the density at other conditions is
/// ρ = ρ_N·(p/p_N)·(T_N/T)/K(p) with the file's compressibility K of the absolute pressure. An ideal gas with the molar mass ρ_N·R·T_N/p_N and Z = K is the same.
/// </summary>
internal sealed class PandaPipesFluid(PandaPipesDocument document, FindingList findings)
{
    internal const double NormPressure = 101_325;
    internal const double NormTemperature = 273.15;
    private const double GasConstant = 8.31446261815324;
    private const double PascalPerBar = 1e5;
    private const double JoulePerKilowattHour = 3.6e6;

    /// <summary>The gas; null where it is none, which is reported.</summary>
    /// <param name="tree">The fluid of the file.</param>
    /// <param name="temperature">Temperature at which properties are taken [K].</param>
    /// <param name="greatestPressure">Greatest absolute pressure that the file speaks of [bar].</param>
    internal GasQuality? Read(JsonTree tree, double temperature, double greatestPressure)
    {
        SourcePlace place = document.At(tree, "fluid");
        if (document.Content(tree, place) is not { IsObject: true } fluid)
        {
            findings.Add(FormatFindings.Missing.At("fluid", place, "The fluid is not described.", "Save the network with its fluid."));
            return null;
        }

        string name = fluid["name"]?.Text ?? "gas";
        bool isLiquid = fluid["fluid_type"]?.Text == "liquid" || fluid["is_gas"]?.Kind == System.Text.Json.JsonTokenType.False;
        if (isLiquid)
        {
            findings.Add(FormatFindings.NotModelled.At("fluid", place, $"The fluid '{name}' is a liquid; only gases are calculated here."));
            return null;
        }

        JsonTree? properties = fluid["all_properties"];
        properties = properties is null ? null : document.Content(properties, place);
        if (properties is not { IsObject: true })
        {
            findings.Add(FormatFindings.Missing.At("fluid", place, "The fluid has no properties ('all_properties')."));
            return null;
        }

        double? density = Value(properties, "density", NormTemperature, place, isDemanded: true);
        double? viscosity = Value(properties, "viscosity", temperature, place, isDemanded: true);
        LinearCompressibility? compressibility = Compressibility(properties, greatestPressure, place);
        if (density is not > 0 || viscosity is not > 0 || compressibility is null)
        {
            if (density <= 0 || viscosity <= 0)
                findings.Add(FormatFindings.OutOfRange.At("fluid", place, "The density and the viscosity of the fluid must be above zero."));
            return null;
        }

        double molarMass = density.Value * GasConstant * NormTemperature / NormPressure;
        double? heatCapacity = Value(properties, "heat_capacity", temperature, place, isDemanded: false);
        double specific = GasConstant / molarMass;
        return new GasQuality
        {
            Name = name,
            MolarMass = molarMass,
            NormDensity = density,
            DynamicViscosity = viscosity,
            Compressibility = compressibility,
            CalorificValue = Value(properties, "hhv", temperature, place, isDemanded: false) is { } calorific ? calorific * JoulePerKilowattHour * density : null,
            IsentropicExponent = heatCapacity > specific ? heatCapacity / (heatCapacity - specific) : null,
        };
    }

    private LinearCompressibility? Compressibility(JsonTree properties, double greatestPressure, SourcePlace place)
    {
        if (properties["compressibility"] is not { } tree || document.Content(tree, place) is not { IsObject: true } content)
        {
            findings.Add(FormatFindings.Missing.At("fluid", place, "The fluid has no compressibility."));
            return null;
        }

        double low = NormPressure / PascalPerBar;
        double high = Math.Max(greatestPressure, 2 * low);
        if (At(content, low) is not { } atLow || At(content, high) is not { } atHigh || At(content, (low + high) / 2) is not { } between)
        {
            findings.Add(FormatFindings.WrongKind.At("fluid", place, "The compressibility of the fluid is of no form that is known: constant, linear, by points, polynomial."));
            return null;
        }

        double slope = (atHigh - atLow) / (high - low);
        double constant = atLow - slope * low;
        if (content["slope"] is { IsNumber: true } exactSlope && content["offset"] is { IsNumber: true } offset)
            (slope, constant) = (exactSlope.Number, offset.Number);
        double deviation = Math.Abs(between - (atLow + atHigh) / 2);
        if (deviation > 1e-9)
            findings.Add(FormatFindings.Assumption.At("fluid", place, string.Create(CultureInfo.InvariantCulture, $"The compressibility is taken to be linear between {low:0.#####} and {high:0.###} bar, from {atLow:0.#####} to {atHigh:0.#####}; in between it differs from the file by {deviation:0.#####}."), "Ask for another equation of state with an option."));
        if (constant > 0 && constant + slope * high > 0)
            return new LinearCompressibility(constant, slope / PascalPerBar);
        findings.Add(FormatFindings.OutOfRange.At("fluid", place, string.Create(CultureInfo.InvariantCulture, $"The compressibility is not above zero up to {high:0.###} bar.")));
        return null;
    }

    private double? Value(JsonTree properties, string name, double argument, SourcePlace place, bool isDemanded)
    {
        JsonTree? tree = properties[name];
        double? value = tree is not null && document.Content(tree, place) is { IsObject: true } content ? At(content, argument) : null;
        if (value is null && tree is not null)
            findings.Add((isDemanded ? FormatFindings.WrongKind : FormatFindings.NoEffect).At("fluid", place, $"The {name} of the fluid is of no form that is known: constant, linear, by points, polynomial."));
        else if (value is null && isDemanded)
            findings.Add(FormatFindings.Missing.At("fluid", place, $"The fluid has no {name}."));
        return value;
    }

    /// <summary>Value of a property at a temperature or pressure; null where its form is not known or the value is not finite.</summary>
    private double? At(JsonTree content, double argument)
    {
        double? value = null;
        if (content["value"] is { IsNumber: true } constant)
            value = constant.Number;
        else if (content["slope"] is { IsNumber: true } slope && content["offset"] is { IsNumber: true } offset)
            value = offset.Number + slope.Number * argument;
        else if (content["eta0"] is { IsNumber: true } eta && content["t0"] is { IsNumber: true } t0 && content["t_sutherland"] is { IsNumber: true } sutherland)
            value = eta.Number * (t0.Number + sutherland.Number) / (argument + sutherland.Number) * Math.Pow(argument / t0.Number, 1.5);
        else if (document.Numbers(content["x"] ?? content["x_values"], default) is { Length: > 0 } x && document.Numbers(content["y"] ?? content["y_values"], default) is { } y && x.Length == y.Length)
            value = Interpolated(x, y, argument);
        else if (document.Numbers(content["coeffs"] ?? content["coef"] ?? content["_coeffs"], default) is { Length: > 0 } coefficients)
            value = coefficients.Aggregate(0.0, (sum, c) => sum * argument + c);
        return value is { } number && double.IsFinite(number) ? number : null;
    }

    /// <summary>Linear between points and beyond the ends, as the program of the format does.</summary>
    private static double? Interpolated(double[] x, double[] y, double argument)
    {
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] <= x[i - 1])
                return null;
        }

        if (x.Length == 1)
            return y[0];
        int right = 1;
        while (right < x.Length - 1 && x[right] < argument)
            right++;
        return y[right - 1] + (y[right] - y[right - 1]) * (argument - x[right - 1]) / (x[right] - x[right - 1]);
    }
}
