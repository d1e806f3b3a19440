namespace Corridor.Studies.Comparison;

/// <summary>
/// A change of a figure, divided among the causes of the change: what each cause does alone, and the interaction, which is what they do together
/// beyond that. It adds up by definition: Σ alone + interaction = whole.
/// </summary>
public sealed record Attribution
{
    private Attribution(double reference, double together, double[] alone, double[]? shapley)
    {
        Reference = reference;
        Together = together;
        Alone = alone;
        Interaction = Whole - alone.Sum();
        Shapley = shapley;
    }

    /// <summary>The figure without any of the causes.</summary>
    public double Reference { get; }

    /// <summary>The figure with all of them.</summary>
    public double Together { get; }

    /// <summary>The whole change.</summary>
    public double Whole => Together - Reference;

    /// <summary>Change by each cause alone.</summary>
    public IReadOnlyList<double> Alone { get; }

    /// <summary>What the causes do together beyond what each does alone; either sign.</summary>
    public double Interaction { get; }

    /// <summary>Shapley values: the average of what a cause adds over all orders in which the causes may come; they add up without a rest. Null where not all combinations are known.</summary>
    public IReadOnlyList<double>? Shapley { get; }

    /// <summary>Σ alone + interaction, to be compared with <see cref="Whole"/>.</summary>
    public double Sum => Alone.Sum() + Interaction;

    /// <summary>Attributes a change.</summary>
    /// <param name="values">
    /// The figure for each combination of causes: bit i of the index says whether cause i acts. Index 0 (none), each single cause and all causes together must be
    /// numbers; NaN marks a combination that is not known.
    /// </param>
    /// <exception cref="ArgumentException">The number of combinations is no power of 2, at least 2.</exception>
    public static Attribution Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int causes = CausesOf(values.Count);
        return new Attribution(values[0], values[^1], [.. Enumerable.Range(0, causes).Select(i => values[1 << i] - values[0])], ShapleyOf(values, causes));
    }

    private static int CausesOf(int combinations)
    {
        if (combinations < 2 || !int.IsPow2(combinations))
            throw new ArgumentException("There must be a figure for each combination of causes: a power of 2, at least 2.", nameof(combinations));
        return int.Log2(combinations);
    }

    // Shapley, "A value for n-person games", Contributions to the Theory of Games II (1953): φ_i = Σ_S |S|! (n − |S| − 1)! / n! (v(S ∪ i) − v(S)).
    private static double[]? ShapleyOf(IReadOnlyList<double> values, int causes)
    {
        if (values.Any(double.IsNaN))
            return null;
        var factorial = new double[causes + 1];
        factorial[0] = 1;
        for (int k = 1; k <= causes; k++)
            factorial[k] = k * factorial[k - 1];
        var shapley = new double[causes];
        for (int set = 0; set < values.Count; set++)
        {
            int size = int.PopCount(set);
            for (int i = 0; i < causes; i++)
            {
                if ((set & (1 << i)) == 0)
                    shapley[i] += factorial[size] * factorial[causes - size - 1] / factorial[causes] * (values[set | (1 << i)] - values[set]);
            }
        }

        return shapley;
    }
}
