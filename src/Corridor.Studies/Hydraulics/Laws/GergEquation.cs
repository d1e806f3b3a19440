namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// Mixing rules of GERG-2008 (Kunz, Wagner 2012, eqs. 9 to 19): a/(R·T) = Σ xᵢ·aᵢ(δ, τ) + Σ xᵢ·xⱼ·Fᵢⱼ·aᵢⱼ(δ, τ) with δ = D/D_r(x), τ = T_r(x)/T.
/// </summary>
internal static class GergEquation
{
    private const int Count = 21;

    /// <summary>The terms of a mixture.</summary>
    /// <param name="x">Mole fractions, 21 with sum 1.</param>
    public static HelmholtzTerms For(IReadOnlyList<double> x)
    {
        Reducing(x, out double temperature, out double volume);
        HelmholtzTerms terms = new(GergPureConstants.GasConstant, temperature, volume * 1e-3);
        for (int component = 0; component < Count; component++)
        {
            double share = x[component];
            if (share > 0.0)
            {
                GergPureConstants.ForEachTerm(component, (c, d, t, n) => terms.Add((c, 0.0, 0.0), d, t, share * n));
            }
        }

        foreach ((int first, int second, double factor, (int D, double T, double Eta, double Beta, double N)[] pair) in GergDepartureConstants.Pairs)
        {
            double weight = x[first - 1] * x[second - 1] * factor;
            if (weight == 0.0)
            {
                continue;
            }

            foreach ((int d, double t, double eta, double beta, double n) in pair)
            {
                terms.Add((0, eta, beta), d, t, weight * n);
            }
        }

        return terms.Seal();
    }

    // T_r [K] and 1/D_r [l/mol]: quadratic in the composition, with asymmetric pairs.
    private static void Reducing(IReadOnlyList<double> x, out double temperature, out double volume)
    {
        double[] critical = GergPureConstants.CriticalTemperature;
        double[] density = GergPureConstants.CriticalDensity;
        double[] root = [.. density.Select(value => Math.Pow(value, -1.0 / 3.0))];
        Dictionary<(int, int), (double BetaVolume, double GammaVolume, double BetaTemperature, double GammaTemperature)> pairs =
            GergPairConstants.Pairs.ToDictionary(
                pair => (pair.First - 1, pair.Second - 1),
                pair => (pair.BetaVolume, pair.GammaVolume, pair.BetaTemperature, pair.GammaTemperature));
        temperature = 0.0;
        volume = 0.0;
        for (int i = 0; i < Count; i++)
        {
            temperature += x[i] * x[i] * critical[i];
            volume += x[i] * x[i] / density[i];
            for (int j = i + 1; j < Count; j++)
            {
                if (x[i] <= 0.0 || x[j] <= 0.0)
                {
                    continue;
                }

                if (!pairs.TryGetValue((i, j), out (double BetaVolume, double GammaVolume, double BetaTemperature, double GammaTemperature) pair))
                {
                    pair = (1.0, 1.0, 1.0, 1.0);
                }

                double weight = 2.0 * x[i] * x[j];
                double sum = x[i] + x[j];
                temperature += weight * pair.BetaTemperature * pair.GammaTemperature * sum
                    / ((pair.BetaTemperature * pair.BetaTemperature * x[i]) + x[j]) * Math.Sqrt(critical[i] * critical[j]);
                volume += weight * pair.BetaVolume * pair.GammaVolume * sum
                    / ((pair.BetaVolume * pair.BetaVolume * x[i]) + x[j]) * Math.Pow(root[i] + root[j], 3.0) / 8.0;
            }
        }
    }
}
