namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>A figure that is the same at all times, or differs by snapshot.</summary>
/// <param name="Constant">Its value where it is the same.</param>
/// <param name="Series">Its values by snapshot; null where it is the same.</param>
internal readonly record struct PyPsaFigure(double Constant, double[]? Series)
{
    /// <summary>Whether it is the same at all times, and this.</summary>
    public bool Is(double value) => Series is null && Constant == value;

    /// <summary>Smallest value.</summary>
    public double Least => Series is null ? Constant : Series.Min();

    /// <summary>Largest value.</summary>
    public double Greatest => Series is null ? Constant : Series.Max();

    /// <summary>Value of a snapshot.</summary>
    public double At(int snapshot) => Series is null ? Constant : Series[snapshot];

    /// <summary>Each value changed.</summary>
    public PyPsaFigure Map(Func<double, double> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new PyPsaFigure(change(Constant), Series is null ? null : Array.ConvertAll(Series, v => change(v)));
    }

    /// <summary>Average, each snapshot counting for its hours.</summary>
    public double Mean(IReadOnlyList<double> hours)
    {
        if (Series is null)
            return Constant;
        double sum = 0, all = 0;
        for (int t = 0; t < Series.Length; t++)
        {
            sum += Series[t] * hours[t];
            all += hours[t];
        }

        return sum / all;
    }
}
