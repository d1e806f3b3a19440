using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// Gas of a known composition, and gas mixed from streams: molar mass, composition, heat capacity and pseudocritical figures by mole
/// fraction (W. B. Kay, "Density of hydrocarbon gases and vapors at high temperature and pressure", Ind. Eng. Chem. 28, 1936), calorific
/// value and density by norm volume, viscosity weighted by the root of the molar mass (F. Herning, L. Zipperer, "Berechnung der Zähigkeit
/// technischer Gasgemische aus den Zähigkeitswerten der Einzelbestandteile", Gas- und Wasserfach 79, 1936).
/// </summary>
public static class GasMixing
{
    /// <summary>A gas of known composition with the figures that follow from it: Kay's rule, ISO 6976:2016 (25 °C/0 °C).</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="composition">Mole fractions by <see cref="GasComponent"/>, 21 of at least zero with a positive sum; scaled to the sum 1.</param>
    /// <exception cref="ArgumentException">The composition is none.</exception>
    public static GasQuality FromComposition(string name, IReadOnlyList<double> composition)
    {
        ArgumentNullException.ThrowIfNull(composition);
        double sum = composition.Sum();
        if (composition.Count != GasComponents.Count || composition.Any(share => !(share >= 0.0)) || !(sum > 0.0) || double.IsInfinity(sum))
        {
            throw new ArgumentException("A composition has 21 fractions of at least zero with a positive sum.", nameof(composition));
        }

        double[] x = [.. composition.Select(share => share / sum)];
        return new GasQuality
        {
            Name = name,
            MolarMass = Iso6976.MolarMass(x),
            Composition = x,
            PseudocriticalPressure = GasComponents.Mean(x, GasComponents.CriticalPressure),
            PseudocriticalTemperature = GasComponents.Mean(x, GasComponents.CriticalTemperature),
            SpecificGravity = Iso6976.RelativeDensity(x),
            NormDensity = Iso6976.Density(x),
            CalorificValue = Iso6976.CalorificValue(x),
        };
    }

    /// <summary>Mixes streams. A figure that one of them does not state is not stated of the mixture.</summary>
    /// <param name="name">What the mixture is called.</param>
    /// <param name="gases">The gases.</param>
    /// <param name="massFlows">Their mass flows [kg/s], ≥ 0; streams without flow are left out.</param>
    /// <returns>The mixture; the gas itself where only one flows or all are the same; the first where none flows.</returns>
    /// <exception cref="ArgumentException">No gas, not as many flows as gases, or a negative flow.</exception>
    public static GasQuality Mix(string name, IReadOnlyList<GasQuality> gases, ReadOnlySpan<double> massFlows)
    {
        ArgumentNullException.ThrowIfNull(gases);
        if (gases.Count == 0 || gases.Count != massFlows.Length)
        {
            throw new ArgumentException("Mixing needs as many flows as gases, at least one.", nameof(gases));
        }

        List<(GasQuality Gas, double Share)> streams = [];
        double sum = 0.0;
        for (int i = 0; i < gases.Count; i++)
        {
            if (!(massFlows[i] >= 0.0))
            {
                throw new ArgumentException("Streams that are mixed have flows of at least zero.", nameof(massFlows));
            }

            if (massFlows[i] == 0.0)
            {
                continue;
            }

            double moles = massFlows[i] / gases[i].MolarMass;
            sum += moles;
            int known = streams.FindIndex(stream => ReferenceEquals(stream.Gas, gases[i]));
            if (known < 0)
            {
                streams.Add((gases[i], moles));
            }
            else
            {
                streams[known] = (gases[i], streams[known].Share + moles);
            }
        }

        return streams.Count switch
        {
            0 => gases[0],
            1 => streams[0].Gas,
            _ => Combine(name, [.. streams.Select(stream => (stream.Gas, stream.Share / sum))]),
        };
    }

    private static GasQuality Combine(string name, (GasQuality Gas, double Share)[] streams)
    {
        // Norm volume of a mole of each gas, in arbitrary units; equal for all unless every gas states its norm density.
        bool hasDensity = streams.All(stream => stream.Gas.NormDensity is not null);
        double Volume(GasQuality gas) => hasDensity ? gas.MolarMass / gas.NormDensity!.Value : 1.0;
        double volume = streams.Sum(stream => stream.Share * Volume(stream.Gas));
        double molarMass = streams.Sum(stream => stream.Share * stream.Gas.MolarMass);
        double? heat = Mean(streams, gas => gas.CalorificValue * Volume(gas));
        double? viscosity = Mean(streams, gas => gas.DynamicViscosity * Math.Sqrt(gas.MolarMass));
        double? freedom = Mean(streams, gas => 1.0 / (gas.IsentropicExponent - 1.0));
        return new GasQuality
        {
            Name = name,
            MolarMass = molarMass,
            Composition = Composition(streams),
            PseudocriticalPressure = Mean(streams, gas => gas.PseudocriticalPressure),
            PseudocriticalTemperature = Mean(streams, gas => gas.PseudocriticalTemperature),
            SpecificGravity = Mean(streams, gas => gas.SpecificGravity),
            NormDensity = hasDensity ? molarMass / volume : null,
            CalorificValue = heat / volume,
            DynamicViscosity = viscosity / streams.Sum(stream => stream.Share * Math.Sqrt(stream.Gas.MolarMass)),
            IsentropicExponent = 1.0 + (1.0 / freedom),
            MolarHeatCapacity = HeatCapacity(streams),
            Compressibility = Linear(streams),
        };
    }

    private static double? Mean((GasQuality Gas, double Share)[] streams, Func<GasQuality, double?> figure)
    {
        double? sum = 0.0;
        foreach ((GasQuality gas, double share) in streams)
        {
            sum += share * figure(gas);
        }

        return sum;
    }

    private static double[]? Composition((GasQuality Gas, double Share)[] streams)
    {
        double[] composition = new double[GasComponents.Count];
        foreach ((GasQuality gas, double share) in streams)
        {
            if (gas.Composition is not { Count: GasComponents.Count } parts)
            {
                return null;
            }

            for (int component = 0; component < composition.Length; component++)
            {
                composition[component] += share * parts[component];
            }
        }

        return composition;
    }

    private static IReadOnlyList<double> HeatCapacity((GasQuality Gas, double Share)[] streams)
    {
        int terms = streams.Max(stream => stream.Gas.MolarHeatCapacity.Count);
        if (streams.Any(stream => stream.Gas.MolarHeatCapacity.Count == 0))
        {
            return [];
        }

        return [.. Enumerable.Range(0, terms).Select(term =>
            streams.Sum(stream => term < stream.Gas.MolarHeatCapacity.Count ? stream.Share * stream.Gas.MolarHeatCapacity[term] : 0.0))];
    }

    private static LinearCompressibility? Linear((GasQuality Gas, double Share)[] streams) =>
        Mean(streams, gas => gas.Compressibility?.Constant) is { } constant && Mean(streams, gas => gas.Compressibility?.Slope) is { } slope
            ? new LinearCompressibility(constant, slope)
            : null;
}
