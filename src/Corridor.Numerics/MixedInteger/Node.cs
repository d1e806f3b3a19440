namespace Corridor.Numerics.MixedInteger;

/// <summary>A part of the search space: its parent's with the bounds of one column changed.</summary>
internal sealed class Node
{
    internal required int Id { get; init; }

    /// <summary>Bounds of integer columns found in the parent, where they differ from the root's; null for the root.</summary>
    internal required (int Column, double Lower, double Upper)[]? Inherited { get; init; }

    internal required int Column { get; init; }

    internal required double Lower { get; init; }

    internal required double Upper { get; init; }

    internal required int Depth { get; init; }

    /// <summary>A proven lower bound of the objective within this part.</summary>
    internal required double Bound { get; set; }

    /// <summary>How far the branching moved the column's value in the parent's relaxation; 0 if that says nothing.</summary>
    internal double Distance { get; init; }

    internal bool IsUp { get; init; }

    /// <summary>Where its relaxation may start.</summary>
    internal object? Start { get; init; }

    internal bool IsRoot => Inherited is null;

    /// <summary>The bounds of integer columns that differ from the root's.</summary>
    internal static (int Column, double Lower, double Upper)[] Found(
        IntegerModel model, double[] rootLower, double[] rootUpper, double[] lower, double[] upper)
    {
        List<(int, double, double)> found = [];
        foreach (int j in model.Integers)
        {
            if (lower[j] > rootLower[j] || upper[j] < rootUpper[j])
                found.Add((j, lower[j], upper[j]));
        }

        return [.. found];
    }

    /// <summary>Writes the bounds of this part, from those of the root.</summary>
    internal void Apply(double[] lower, double[] upper, List<int> changed)
    {
        if (Inherited is null)
            return;
        foreach ((int column, double low, double high) in Inherited)
        {
            lower[column] = Math.Max(lower[column], low);
            upper[column] = Math.Min(upper[column], high);
            changed.Add(column);
        }

        lower[Column] = Math.Max(lower[Column], Lower);
        upper[Column] = Math.Min(upper[Column], Upper);
        changed.Add(Column);
    }
}
