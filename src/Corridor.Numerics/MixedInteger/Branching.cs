namespace Corridor.Numerics.MixedInteger;

/// <summary>Where to branch: a column and its value, and what is known of both children; or that bounds were tightened instead.</summary>
internal readonly record struct BranchChoice(int Column, double Value, double DownBound, double UpBound, bool IsTightened, bool IsInterrupted);

/// <summary>
/// Reliability branching (T. Achterberg, T. Koch, A. Martin, Oper. Res. Lett. 33 (2005) 42–54): columns whose pseudo-costs rest on few
/// observations are tried, both children solved, before they are believed.
/// </summary>
internal sealed class Branching(SearchContext context, IntegerModel model, IRelaxation relaxation, BoundPropagation propagation)
{
    private readonly double[] _lower = new double[model.ColumnCount];
    private readonly double[] _upper = new double[model.ColumnCount];
    private readonly int[] _one = new int[1];

    internal PseudoCosts Costs { get; } = new(model.ColumnCount);

    /// <summary>The best bound proven for a part that was cut away while trying; +∞ if there was none.</summary>
    internal double ClosedBound { get; private set; } = double.PositiveInfinity;

    /// <summary>Chooses among columns that are not whole. Bounds of the node may be tightened.</summary>
    internal BranchChoice Select(RelaxationResult result, List<int> fractional, int depth, double[] lower, double[] upper)
    {
        double[] x = result.Point;
        double[] score = new double[fractional.Count];
        int[] order = new int[fractional.Count];
        for (int k = 0; k < order.Length; k++)
        {
            (double down, double up) = Estimates(fractional[k], x);
            order[k] = fractional[k];
            score[k] = -PseudoCosts.Score(down, up);
        }

        // Ascending in −score; equal scores in ascending order of columns.
        Array.Sort(score, order, Comparer<double>.Default);
        Stabilise(score, order);
        int needed = relaxation.IsWarm ? 4 : depth < 2 ? 1 : 0;
        int trials = relaxation.IsWarm ? (depth < 4 ? 30 : 12) : 8;
        int patience = relaxation.IsWarm ? 8 : 4;
        var best = new BranchChoice(-1, 0.0, result.Bound, result.Bound, false, false);
        double bestScore = -1.0;
        int idle = 0;
        foreach (int j in order)
        {
            var choice = new BranchChoice(j, x[j], result.Bound, result.Bound, false, false);
            (double down, double up) = Estimates(j, x);
            if (Costs.Reliability(j) < needed && trials > 0 && idle < patience)
            {
                trials--;
                choice = Try(result, j, lower, upper);
                if (choice.IsTightened || choice.IsInterrupted)
                    return choice;
                down = choice.DownBound - result.Bound;
                up = choice.UpBound - result.Bound;
            }

            double s = PseudoCosts.Score(down, up);
            idle++;
            if (s <= bestScore)
                continue;
            bestScore = s;
            best = choice;
            idle = 0;
        }

        return best;
    }

    private static void Stabilise(double[] score, int[] order)
    {
        for (int begin = 0; begin < score.Length;)
        {
            int end = begin + 1;
            while (end < score.Length && score[end] == score[begin])
                end++;
            Array.Sort(order, begin, end - begin);
            begin = end;
        }
    }

    private (double Down, double Up) Estimates(int column, double[] x)
    {
        double part = x[column] - Math.Floor(x[column]);
        return (Costs.Estimate(column, false, part), Costs.Estimate(column, true, 1.0 - part));
    }

    /// <summary>Solves both children; where one is empty or reaches the cutoff, the node's bounds are tightened to the other.</summary>
    private BranchChoice Try(RelaxationResult result, int column, double[] lower, double[] upper)
    {
        double value = result.Point[column];
        double floor = Math.Floor(value);
        double down = Child(result, column, lower[column], floor, lower, upper);
        double up = Child(result, column, floor + 1.0, upper[column], lower, upper);
        if (double.IsNaN(down) || double.IsNaN(up))
            return new BranchChoice(column, value, result.Bound, result.Bound, false, true);
        Costs.Observe(column, false, value - floor, down - result.Bound);
        Costs.Observe(column, true, floor + 1.0 - value, up - result.Bound);
        double cutoff = context.Incumbent.Cutoff;
        bool noDown = down >= cutoff;
        bool noUp = up >= cutoff;
        if (noDown)
        {
            ClosedBound = Math.Min(ClosedBound, down);
            lower[column] = floor + 1.0;
        }

        if (noUp)
        {
            ClosedBound = Math.Min(ClosedBound, up);
            upper[column] = floor;
        }

        return new BranchChoice(column, value, down, up, noDown || noUp, false);
    }

    /// <summary>A proven bound of a child; NaN if the search must stop.</summary>
    private double Child(RelaxationResult parent, int column, double least, double most, double[] lower, double[] upper)
    {
        const int WarmIterations = 200;
        lower.CopyTo(_lower, 0);
        upper.CopyTo(_upper, 0);
        _lower[column] = least;
        _upper[column] = most;
        _one[0] = column;
        if (!propagation.From(_one, _lower, _upper))
            return double.PositiveInfinity;
        var limits = new RelaxationLimits(context.Incumbent.Cutoff, relaxation.IsWarm ? WarmIterations : int.MaxValue);
        RelaxationResult result = context.Solve(relaxation, _lower, _upper, parent.Start, limits);
        if (result.Status == RelaxationStatus.Interrupted)
            return double.NaN;
        if (result.Status == RelaxationStatus.Optimal && Fractionality.Columns(model, result.Point).Count == 0)
            context.Incumbent.Offer(result.Point);
        return Math.Max(parent.Bound, context.Incumbent.Round(result.Bound));
    }
}
