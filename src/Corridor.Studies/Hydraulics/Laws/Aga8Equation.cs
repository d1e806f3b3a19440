namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// Mixing rules of the detailed characterisation of AGA Report No. 8 (1992, 2nd printing 1994), here as a residual Helmholtz energy:
/// a/(R·T) = B·D − δ·Σ₁₃¹⁸ C*ₙ·T^(−uₙ) + Σ₁₃⁵⁸ C*ₙ·T^(−uₙ)·δ^bₙ·exp(−δ^kₙ) with δ = K³·D, D in mol/l.
/// </summary>
internal static class Aga8Equation
{
    private const int FirstOfDensityTerms = 13;
    private const int LastOfVirialTerms = 18;
    private const int Count = 21;

    private static readonly double[,] Energy = Table(Aga8Constants.EnergyOfPair);
    private static readonly double[,] Conformal = Table(Aga8Constants.ConformalEnergyOfPair);
    private static readonly double[,] Sizes = Table(Aga8Constants.SizeOfPair);
    private static readonly double[,] Orientations = Table(Aga8Constants.OrientationOfPair);

    /// <summary>The terms of a mixture.</summary>
    /// <param name="x">Mole fractions, 21 with sum 1.</param>
    public static HelmholtzTerms For(IReadOnlyList<double> x)
    {
        // K⁵, U⁵, G of the mixture: pure parts and pairs.
        double size = 0.0;
        double energy = 0.0;
        double orientation = 0.0;
        double quadrupole = 0.0;
        double[] sizes = [.. Aga8Constants.Size.Select(value => Math.Pow(value, 2.5))];
        double[] energies = [.. Aga8Constants.Energy.Select(value => Math.Pow(value, 2.5))];
        for (int i = 0; i < Count; i++)
        {
            size += x[i] * sizes[i];
            energy += x[i] * energies[i];
            orientation += x[i] * Aga8Constants.Orientation[i];
            quadrupole += x[i] * Aga8Constants.Quadrupole(i);
        }

        size *= size;
        energy *= energy;
        for (int i = 0; i < Count; i++)
        {
            for (int j = i + 1; j < Count; j++)
            {
                double pair = 2.0 * x[i] * x[j];
                size += pair * (Math.Pow(Sizes[i, j], 5.0) - 1.0) * sizes[i] * sizes[j];
                energy += pair * (Math.Pow(Conformal[i, j], 5.0) - 1.0) * energies[i] * energies[j];
                orientation += pair * (Orientations[i, j] - 1.0) * MeanOrientation(i, j);
            }
        }

        double scale = Math.Pow(size, 0.6);
        energy = Math.Pow(energy, 0.2);
        double highTemperature = x[14] * x[14];

        HelmholtzTerms terms = new(Aga8Constants.GasConstant, 1.0, scale * 1e-3);
        for (int n = 1; n <= Aga8Constants.Terms.Length; n++)
        {
            (double a, int b, int k, double u, char flag) = Aga8Constants.Terms[n - 1];
            if (n <= LastOfVirialTerms)
            {
                terms.Add((0, 0.0, 0.0), 1, u, a * Virial(x, u, flag) / scale);
            }

            if (n >= FirstOfDensityTerms)
            {
                double c = a * Math.Pow(energy, u) * flag switch
                {
                    'G' => orientation,
                    'Q' => quadrupole * quadrupole,
                    'F' => highTemperature,
                    _ => 1.0,
                };
                terms.Add((k, 0.0, 0.0), b, u, c);
                if (n <= LastOfVirialTerms)
                {
                    terms.Add((0, 0.0, 0.0), 1, u, -c);
                }
            }
        }

        return terms.Seal();
    }

    // Σᵢ Σⱼ xᵢ·xⱼ·E*ᵢⱼ^u·(Kᵢ·Kⱼ)^1.5·(the parameter of the term).
    private static double Virial(IReadOnlyList<double> x, double u, char flag)
    {
        double sum = 0.0;
        for (int i = 0; i < Count; i++)
        {
            for (int j = i; j < Count; j++)
            {
                double weight = x[i] * x[j] * (i == j ? 1.0 : 2.0);
                if (weight == 0.0)
                {
                    continue;
                }

                double parameter = flag switch
                {
                    'G' => Orientations[i, j] * MeanOrientation(i, j),
                    'Q' => Aga8Constants.Quadrupole(i) * Aga8Constants.Quadrupole(j),
                    'F' => i == 14 && j == 14 ? 1.0 : 0.0,
                    'S' => Aga8Constants.Dipole(i) * Aga8Constants.Dipole(j),
                    'W' => i == 17 && j == 17 ? 1.0 : 0.0,
                    _ => 1.0,
                };
                if (parameter == 0.0)
                {
                    continue;
                }

                double energy = Energy[i, j] * Math.Sqrt(Aga8Constants.Energy[i] * Aga8Constants.Energy[j]);
                sum += weight * parameter * Math.Pow(energy, u) * Math.Pow(Aga8Constants.Size[i] * Aga8Constants.Size[j], 1.5);
            }
        }

        return sum;
    }

    private static double MeanOrientation(int i, int j) => 0.5 * (Aga8Constants.Orientation[i] + Aga8Constants.Orientation[j]);

    private static double[,] Table((int First, int Second, double Value)[] pairs)
    {
        double[,] table = new double[Count, Count];
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j < Count; j++)
            {
                table[i, j] = 1.0;
            }
        }

        foreach ((int first, int second, double value) in pairs)
        {
            table[first - 1, second - 1] = value;
        }

        return table;
    }
}
