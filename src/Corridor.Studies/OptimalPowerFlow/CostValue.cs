using Corridor.Model.PowerGrids;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>Costs as a grid states them, evaluated; the certificate's own, apart from what programs are made of.</summary>
internal static class CostValue
{
    /// <summary>Money an hour at a power [MW].</summary>
    public static double At(GridCost? cost, double power)
    {
        if (cost?.Points is { Count: > 0 } points)
        {
            if (points.Count == 1)
                return points[0].Cost;
            int k = 1;
            while (k < points.Count - 1 && power > points[k].Output)
                k++;
            (double x0, double y0) = points[k - 1];
            (double x1, double y1) = points[k];
            return y0 + ((y1 - y0) / (x1 - x0) * (power - x0));
        }

        double value = 0.0;
        for (int k = (cost?.Polynomial?.Count ?? 0) - 1; k >= 0; k--)
            value = (value * power) + cost!.Polynomial![k];
        return value;
    }

    /// <summary>The least of cost − price · power between two limits, for a convex cost; −∞ where there is none.</summary>
    public static double LeastMargin(GridCost? cost, double price, double low, double high)
    {
        if (low == high)
            return At(cost, low) - (price * low);
        if (cost?.Points is { Count: > 0 } points)
            return OfPoints(cost, points, price, low, high);
        IReadOnlyList<double> c = cost?.Polynomial ?? [];
        int order = c.Count - 1;
        while (order > 0 && c[order] == 0.0)
            order--;
        double Margin(double p) => At(cost, p) - (price * p);
        if (order <= 1)
        {
            double slope = (c.Count > 1 ? c[1] : 0.0) - price;
            double end = slope > 0.0 ? low : high;
            return slope == 0.0 ? At(cost, 0.0) : double.IsFinite(end) ? Margin(end) : double.NegativeInfinity;
        }

        if (order == 2)
            return Margin(Math.Clamp((price - c[1]) / (2.0 * c[2]), low, high));
        double a = low;
        double b = high;
        for (int k = 0; k < 200 && b - a > 0.0; k++)
        {
            double middle = 0.5 * (a + b);
            if (middle == a || middle == b)
                break;
            if (Derivative(c, middle) < price)
                a = middle;
            else
                b = middle;
        }

        // The tangents at either end of what is left are below a convex cost everywhere.
        double below = Tangent(a);
        return Math.Max(below, Tangent(b));

        double Tangent(double at)
        {
            double slope = Derivative(c, at) - price;
            return Margin(at) + Math.Min(slope * (low - at), slope * (high - at));
        }
    }

    private static double OfPoints(GridCost cost, IReadOnlyList<(double Output, double Cost)> points, double price, double low, double high)
    {
        double least = double.PositiveInfinity;
        if (double.IsFinite(low))
            least = At(cost, low) - (price * low);
        else if (points.Count == 1 ? price < 0.0 : SlopeOf(points, 1) > price)
            return double.NegativeInfinity;
        if (double.IsFinite(high))
            least = Math.Min(least, At(cost, high) - (price * high));
        else if (points.Count == 1 ? price > 0.0 : SlopeOf(points, points.Count - 1) < price)
            return double.NegativeInfinity;
        foreach ((double output, double money) in points)
        {
            if (output > low && output < high)
                least = Math.Min(least, money - (price * output));
        }

        return least;
    }

    private static double SlopeOf(IReadOnlyList<(double Output, double Cost)> points, int k) =>
        (points[k].Cost - points[k - 1].Cost) / (points[k].Output - points[k - 1].Output);

    private static double Derivative(IReadOnlyList<double> c, double x)
    {
        double value = 0.0;
        for (int k = c.Count - 1; k >= 1; k--)
            value = (value * x) + (k * c[k]);
        return value;
    }
}
