namespace Corridor.Model.PowerGrids;

/// <summary>What an hour of a unit costs as a function of its output, in the money of the file.</summary>
public sealed record GridCost
{
    /// <summary>
    /// Coefficients of the polynomial in the output in MW, constant first: c₀ + c₁P + c₂P² + …; null for a piecewise linear cost.
    /// </summary>
    public IReadOnlyList<double>? Polynomial { get; init; }

    /// <summary>Points (output [MW], money an hour) with rising outputs, straight in between and beyond; null for a polynomial.</summary>
    public IReadOnlyList<(double Output, double Cost)>? Points { get; init; }

    /// <summary>Money for a start.</summary>
    public double StartUp { get; init; }

    /// <summary>Money for a stop.</summary>
    public double ShutDown { get; init; }
}
