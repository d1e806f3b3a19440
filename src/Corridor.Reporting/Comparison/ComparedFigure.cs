namespace Corridor.Reporting.Comparison;

/// <summary>What a compared figure is about.</summary>
public enum FigureGroup
{
    /// <summary>Cost of the system, whole and by part.</summary>
    Cost,

    /// <summary>Demand of a zone not served against the consumer's will.</summary>
    Curtailed,

    /// <summary>Elastic demand of a zone given up for its price.</summary>
    GivenUp,

    /// <summary>Net flow over a route, forward positive.</summary>
    Flow,

    /// <summary>Average nodal price in a zone.</summary>
    Price,

    /// <summary>Supplies and converters of a country.</summary>
    Production,

    /// <summary>Deliveries of a contract, and what is paid for and not taken.</summary>
    Contract,

    /// <summary>Levels of a storage.</summary>
    Storage,

    /// <summary>Share of what a country uses that was produced in another, or in itself.</summary>
    Origin,
}

/// <summary>What tells a figure apart.</summary>
/// <param name="Group">What it is about.</param>
/// <param name="Id">Part of the cost, zone, country, route, contract or storage.</param>
/// <param name="Carrier">Carrier; empty for costs.</param>
/// <param name="Measure">Which figure of it: such as <c>delivered</c>; for origins the country of production.</param>
public readonly record struct FigureKey(FigureGroup Group, string Id, string Carrier, string Measure);

/// <summary>A figure of all compared runs.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Unit">Unit; money of account for costs, shares of 1 for origins.</param>
/// <param name="Values">Value by run; NaN where a run has none.</param>
/// <param name="Scale">The largest figure of its kind: what is small beside it is small.</param>
public sealed record ComparedFigure(FigureKey Key, string Unit, IReadOnlyList<double> Values, double Scale)
{
    // Less than that of the largest figure of the kind is rounding of the solver. Prices are dual values, which are found less exactly.
    private const double Rounding = 1e-6;

    /// <summary>Change against the reference.</summary>
    /// <param name="run">Index of the run.</param>
    public double Change(int run) => Values[run] - Values[0];

    /// <summary>Largest change of any run, as a share of <see cref="Scale"/>; +∞ where only some runs have the figure.</summary>
    public double Weight
    {
        get
        {
            double most = 0;
            for (int r = 1; r < Values.Count; r++)
            {
                if (double.IsNaN(Values[r]) != double.IsNaN(Values[0]))
                    return double.PositiveInfinity;
                most = Math.Max(most, double.IsNaN(Values[r]) ? 0 : Math.Abs(Change(r)));
            }

            return most == 0 ? 0 : most / Scale;
        }
    }

    /// <summary>Whether some run differs from the reference by more than rounding.</summary>
    public bool Changed => Weight > (Key.Group == FigureGroup.Price ? 10 * Rounding : Rounding);
}
