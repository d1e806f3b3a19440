using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// How badly a variant fits a point of the base: the residual of the rows that its changes leave, against the point's μ. A point near the optimum
/// has room for little; E. A. Yıldırım, S. J. Wright, SIAM J. Optim. 12 (2002) 782–810, bound what it has room for by μ.
/// </summary>
internal sealed class ResolveMisfit
{
    /// <summary>Largest residual of a row, relative to 1 + ‖b‖, over μ.</summary>
    private const double Largest = 4e3;

    private readonly ResolveData _data;
    private readonly ResolveStructure _structure;
    private readonly double[] _residual;

    internal ResolveMisfit(ResolveData data, ResolveStructure structure)
    {
        _data = data;
        _structure = structure;
        _residual = new double[structure.Form.RowCount];
    }

    /// <summary>
    /// The point to go back to after a first step that was too short: steps grow about as μ does. −1 if there is none.
    /// </summary>
    internal static int Earlier(IReadOnlyList<ResolvePoint> points, int from, double step, double wanted)
    {
        double mu = points[from].Mu * wanted / Math.Max(step, 1e-3 * wanted);
        int at = from - 1;
        while (at >= 0 && points[at].Mu < mu)
            at--;
        return at;
    }

    /// <summary>The latest of the points that fits the variant loaded, or the first; the fit is taken to fall with μ.</summary>
    internal int Choose(IReadOnlyList<ResolvePoint> points)
    {
        int last = points.Count - 1;
        if (last == 0 || Fits(points[last]))
            return last;
        int good = 0;
        while (last - good > 1)
        {
            int middle = (good + last) / 2;
            if (Fits(points[middle]))
                good = middle;
            else
                last = middle;
        }

        return good;
    }

    private bool Fits(ResolvePoint from)
    {
        ComputationalForm form = _data.Form;
        ComputationalForm before = _structure.Form;
        double size = 0.0;
        for (int i = 0; i < _residual.Length; i++)
        {
            _residual[i] = form.RightHandSide[i] - before.RightHandSide[i];
            size = Math.Max(size, Math.Abs(form.RightHandSide[i]));
        }

        SparseMatrix a = form.Matrix;
        double dual = 0.0;
        foreach (int k in _data.Changed)
        {
            double reduced = ResolveStart.ReducedCost(form, from.Y, k);
            ResolveStart.Place place = ResolveStart.Centre(_data, from, k, reduced);
            dual = Math.Max(dual, Math.Abs(reduced - place.Z + place.V));
            double move = place.X - from.X[k];
            for (int q = a.ColumnStart[k]; q < a.ColumnStart[k + 1]; q++)
                _residual[a.RowIndex[q]] -= a.Value[q] * move;
        }

        double largest = 0.0;
        foreach (double r in _residual)
            largest = Math.Max(largest, Math.Abs(r));
        return Math.Max(largest / (1.0 + size), dual) <= Largest * from.Mu;
    }
}
