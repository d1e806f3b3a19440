using Corridor.Model.PowerGrids;

namespace Corridor.Data.Formats.PowerGrids;

/// <summary>What a package says of a unit's cost: an hourly cost and a marginal cost that rises with the output, or steps.</summary>
/// <param name="Hourly">Money an hour in service.</param>
/// <param name="Marginal">Money a MWh at output 0; of the first step where there are steps.</param>
/// <param name="Slope">Rise of the marginal cost [money a MWh, per MW].</param>
/// <param name="Steps">Shares of the capacity with their marginal costs; empty where Marginal and Slope say all.</param>
/// <param name="Problem">Why the cost is another than that of the grid; null where it is the same at every output from the greater of 0 and the least, to the greatest.</param>
internal readonly record struct UnitCosts(double Hourly, double Marginal, double Slope, IReadOnlyList<(double Share, double Cost)> Steps, string? Problem)
{
    private const int Samples = 20;

    /// <summary>Outputs that are no further apart than this count as one [MW].</summary>
    private const double Closest = 1e-9;

    /// <summary>The cost of a unit.</summary>
    /// <param name="cost">Its cost in the grid.</param>
    /// <param name="least">Least output [MW].</param>
    /// <param name="capacity">Greatest output, not negative [MW].</param>
    internal static UnitCosts Of(GridCost cost, double least, double capacity)
    {
        if (cost.Polynomial is { } polynomial)
            return OfPolynomial(polynomial, least, capacity);
        IReadOnlyList<(double Output, double Cost)> points = cost.Points ?? [(0.0, 0.0), (1.0, 0.0)];
        return OfPoints(points, least, capacity, null);
    }

    private static UnitCosts OfPolynomial(IReadOnlyList<double> c, double least, double capacity)
    {
        int order = c.Count - 1;
        while (order > 0 && c[order] == 0.0)
            order--;
        double quadratic = order >= 2 ? c[2] : 0.0;
        if (order <= 2 && quadratic >= 0.0)
            return new UnitCosts(c.Count > 0 ? c[0] : 0.0, order >= 1 ? c[1] : 0.0, 2.0 * quadratic, [], null);
        string problem = order > 2 ? $"A polynomial of order above 2 becomes {Samples} steps" : "A cost that is not convex becomes its convex hull";
        double from = Math.Max(least, 0.0);
        if (!(capacity < GridScale.Unlimited) || capacity - from <= Closest)
        {
            double slope = Polynomial(c, from + 1.0) - Polynomial(c, from);
            return new UnitCosts(Polynomial(c, from) - (slope * from), slope, 0.0, [], problem + "; without a greatest output, the cost of its first MW holds for all");
        }

        var points = new (double Output, double Cost)[Samples + 1];
        for (int i = 0; i <= Samples; i++)
        {
            double output = from + ((capacity - from) * i / Samples);
            points[i] = (output, Polynomial(c, output));
        }

        return OfPoints(points, least, capacity, problem);
    }

    private static UnitCosts OfPoints(IReadOnlyList<(double Output, double Cost)> points, double least, double capacity, string? problem)
    {
        List<(double Output, double Cost)> hull = Hull(points);
        if (hull.Count < points.Count && points.Any(p => p.Cost > AtPoints(hull, p.Output) + (1e-9 * Math.Max(1.0, Math.Abs(p.Cost)))))
            problem ??= "A cost that is not convex becomes its convex hull";
        if (least < 0.0 && hull.Skip(1).SkipLast(1).Any(p => p.Output < 0.0))
            problem ??= "The steps of consumption are left out";
        double hourly = AtPoints(hull, 0.0);
        List<double> breaks = [0.0, .. hull.Skip(1).SkipLast(1).Select(p => p.Output).Where(p => p > 0.0 && p < capacity), capacity];
        if (breaks.Count == 2 || capacity <= 0.0 || !(capacity < GridScale.Unlimited))
        {
            if (breaks.Count > 2)
                problem ??= "Without a greatest output, the cost of the first MW holds for all";
            return new UnitCosts(hourly, Rise(hull, capacity > 0.0 ? 0.5 * breaks[1] : -1e-9), 0.0, [], problem);
        }

        var steps = new List<(double Share, double Cost)>(breaks.Count - 1);
        for (int i = 1; i < breaks.Count; i++)
            steps.Add(((breaks[i] - breaks[i - 1]) / capacity, Rise(hull, 0.5 * (breaks[i] + breaks[i - 1]))));
        return new UnitCosts(hourly, steps[0].Cost, 0.0, steps, problem);
    }

    /// <summary>The points of the greatest convex function below all points, with slopes that rise.</summary>
    private static List<(double Output, double Cost)> Hull(IReadOnlyList<(double Output, double Cost)> points)
    {
        var hull = new List<(double Output, double Cost)>(points.Count);
        foreach ((double Output, double Cost) point in points)
        {
            while (hull.Count >= 2 && Rise(hull[^2], hull[^1]) >= Rise(hull[^1], point))
                hull.RemoveAt(hull.Count - 1);
            hull.Add(point);
        }

        return hull;
    }

    private static double Rise((double Output, double Cost) a, (double Output, double Cost) b) => (b.Cost - a.Cost) / (b.Output - a.Output);

    private static double Rise(List<(double Output, double Cost)> points, double output)
    {
        int k = Segment(points, output);
        return Rise(points[k - 1], points[k]);
    }

    private static double AtPoints(List<(double Output, double Cost)> points, double output)
    {
        if (points.Count == 1)
            return points[0].Cost;
        int k = Segment(points, output);
        return points[k - 1].Cost + (Rise(points[k - 1], points[k]) * (output - points[k - 1].Output));
    }

    private static int Segment(List<(double Output, double Cost)> points, double output)
    {
        int k = 1;
        while (k < points.Count - 1 && points[k].Output < output)
            k++;
        return k;
    }

    private static double Polynomial(IReadOnlyList<double> c, double output)
    {
        double value = 0.0;
        for (int k = c.Count - 1; k >= 0; k--)
            value = (value * output) + c[k];
        return value;
    }
}
