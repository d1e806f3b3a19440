using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Steady;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>
/// Narrows the intervals of a box by the laws of the elements and the balances of the nodes, again and again, each interval rounded outwards, so that no
/// state of the network is lost (feasibility-based bound tightening).
/// </summary>
internal sealed class Propagation
{
    private const int MostPasses = 40;
    private const double Outwards = 1e-9;
    private const double Worthwhile = 1e-4;

    private readonly NominationModel _model;
    private readonly GasScale _gas;
    private readonly int[][] _incident;
    private double _gain;

    internal Propagation(NominationModel model)
    {
        _model = model;
        _gas = model.Laws[0].Reference;
        var incident = new List<int>[model.NodeCount];
        for (int i = 0; i < incident.Length; i++)
            incident[i] = [];
        for (int e = 0; e < model.ElementCount; e++)
        {
            incident[model.From[e]].Add(e);
            incident[model.To[e]].Add(e);
        }

        _incident = [.. incident.Select(list => list.ToArray())];
    }

    /// <summary>Narrows a box to a fixed point.</summary>
    /// <returns>The box as it was before the pass in which an interval became empty; null where none did.</returns>
    internal Box? Run(Box box, CancellationToken cancel)
    {
        for (int pass = 0; pass < MostPasses && !cancel.IsCancellationRequested; pass++)
        {
            Box before = box.Copy();
            _gain = 0.0;
            if (!Pass(box))
            {
                // What the pass dropped follows from the intervals that it narrowed, so it may not come back.
                box.Allowed.CopyTo(before.Allowed, 0);
                return before;
            }

            if (_gain < Worthwhile)
                break;
        }

        return null;
    }

    private bool Pass(Box box)
    {
        for (int e = 0; e < _model.ElementCount; e++)
        {
            if (!Modes(box, e) || (_model.Laws[e].IsPipe ? !Pipe(box, e) : !Conditions(box, e)))
                return false;
        }

        for (int i = 0; i < _model.NodeCount; i++)
        {
            if (!Balance(box, i))
                return false;
        }

        return true;
    }

    /// <summary>Drops states that the flow excludes, and flows that the states exclude.</summary>
    private bool Modes(Box box, int e)
    {
        if (!_model.Laws[e].IsControlled)
            return true;
        var left = new List<ElementMode>();
        foreach (ElementMode mode in box.Allowed[e])
        {
            bool isPossible = mode switch
            {
                ElementMode.Closed => box.FlowMin[e] <= 0.0 && box.FlowMax[e] >= 0.0,
                ElementMode.Active => box.FlowMax[e] >= 0.0,
                _ => true,
            };
            if (isPossible)
                left.Add(mode);
        }

        if (left.Count == 0)
            return false;
        if (left.Count < box.Allowed[e].Length)
            box.Allowed[e] = [.. left];
        if (left.Count > 1)
            return true;
        return left[0] switch
        {
            ElementMode.Closed => Flow(box, e, 0.0, 0.0),
            ElementMode.Active => Flow(box, e, 0.0, double.PositiveInfinity),
            _ => true,
        };
    }

    private bool Pipe(Box box, int e)
    {
        ElementLaw law = _model.Laws[e];
        if (!law.Element.InService)
            return true;
        int a = _model.From[e];
        int b = _model.To[e];
        double fromLow = _gas.Potential(box.PressureMin[a] * NominationModel.Bar);
        double fromHigh = _gas.Potential(box.PressureMax[a] * NominationModel.Bar);
        double toLow = _gas.Potential(box.PressureMin[b] * NominationModel.Bar);
        double toHigh = _gas.Potential(box.PressureMax[b] * NominationModel.Bar);
        (double weightLow, double weightHigh) = WeightTerm(law, box, a, b);
        double dropLow = law.Drop(box.FlowMin[e], out _);
        double dropHigh = law.Drop(box.FlowMax[e], out _);

        // Φ_from − Φ_to = drop + weight.
        return Pressure(box, a, toLow + dropLow + weightLow, toHigh + dropHigh + weightHigh)
            && Pressure(box, b, fromLow - dropHigh - weightHigh, fromHigh - dropLow - weightLow)
            && Flow(box, e, FlowOf(law, fromLow - toHigh - weightHigh, box, e), FlowOf(law, fromHigh - toLow - weightLow, box, e));
    }

    /// <summary>Bounds of g·Δh·mean of ρ²: along a pipe the pressure is monotone, so that it stays between those of the ends.</summary>
    internal static (double Low, double High) WeightTerm(ElementLaw law, Box box, int a, int b)
    {
        if (law.Weight == 0.0)
            return (0.0, 0.0);
        double thin = law.Reference.Density(Math.Min(box.PressureMin[a], box.PressureMin[b]) * NominationModel.Bar);
        double dense = law.Reference.Density(Math.Max(box.PressureMax[a], box.PressureMax[b]) * NominationModel.Bar);
        double low = law.Weight * thin * thin;
        double high = law.Weight * dense * dense;
        return low <= high ? (low, high) : (high, low);
    }

    /// <summary>The flow whose drop of potential is given, within the box by bisection.</summary>
    private static double FlowOf(ElementLaw law, double drop, Box box, int e)
    {
        double low = box.FlowMin[e];
        double high = box.FlowMax[e];
        if (!(law.Drop(low, out _) < drop))
            return double.NegativeInfinity;
        if (!(law.Drop(high, out _) > drop))
            return double.PositiveInfinity;
        for (int k = 0; k < 50; k++)
        {
            double middle = 0.5 * (low + high);
            if (law.Drop(middle, out _) < drop)
                low = middle;
            else
                high = middle;
        }

        return 0.5 * (low + high);
    }

    private bool Conditions(Box box, int e)
    {
        StateConditions conditions = StateConditions.Of(_model, box, e);
        int a = _model.From[e];
        int b = _model.To[e];
        return Narrow(box.PressureMin, box.PressureMax, a, Math.Max(box.PressureMin[b] + conditions.Least, conditions.FromMin), box.PressureMax[b] + conditions.Most)
            && Narrow(box.PressureMin, box.PressureMax, b, box.PressureMin[a] - conditions.Most, Math.Min(box.PressureMax[a] - conditions.Least, conditions.ToMax))
            && Narrow(box.PressureMin, box.PressureMax, b, double.NegativeInfinity, box.PressureMax[a] * conditions.Ratio);
    }

    private bool Balance(Box box, int node)
    {
        double low = _model.InjectionMin[node];
        double high = _model.InjectionMax[node];
        foreach (int e in _incident[node])
        {
            (double least, double most) = Into(box, e, node);
            low += least;
            high += most;
        }

        if (low > Slack() || high < -Slack())
            return false;
        foreach (int e in _incident[node])
        {
            (double least, double most) = Into(box, e, node);
            double others = high - most;
            double othersLow = low - least;
            double lower = -others;
            double upper = -othersLow;
            if (double.IsNaN(lower) || double.IsNaN(upper))
                continue;
            bool isOk = _model.To[e] == node ? Flow(box, e, lower, upper) : Flow(box, e, -upper, -lower);
            if (!isOk)
                return false;
        }

        return true;
    }

    private double Slack() => 1e-7 * Math.Max(1.0, _model.Throughput);

    private (double Least, double Most) Into(Box box, int e, int node) => _model.To[e] == node
        ? (box.FlowMin[e], box.FlowMax[e])
        : (-box.FlowMax[e], -box.FlowMin[e]);

    private bool Pressure(Box box, int node, double potentialLow, double potentialHigh)
    {
        double low = potentialLow > 0.0 ? _gas.Pressure(potentialLow) / NominationModel.Bar : double.NegativeInfinity;
        if (potentialHigh <= 0.0)
            return false;
        double high = _gas.Pressure(potentialHigh) / NominationModel.Bar;
        return Narrow(box.PressureMin, box.PressureMax, node, low, double.IsNaN(high) ? double.PositiveInfinity : high);
    }

    private bool Flow(Box box, int e, double lower, double upper)
    {
        double slack = 1e-9 * Math.Max(1.0, _model.Throughput);
        return Take(box.FlowMin, box.FlowMax, e, lower - slack, upper + slack);
    }

    private bool Narrow(double[] lower, double[] upper, int i, double least, double most) =>
        Take(lower, upper, i, double.IsNaN(least) ? double.NegativeInfinity : least - (Outwards * Math.Abs(least)), double.IsNaN(most) ? double.PositiveInfinity : most + (Outwards * Math.Abs(most)));

    private bool Take(double[] lower, double[] upper, int i, double least, double most)
    {
        double width = upper[i] - lower[i];
        double low = Math.Max(lower[i], least);
        double high = Math.Min(upper[i], most);
        if (low > high)
            return false;
        if (width > 0.0 && !double.IsInfinity(width))
            _gain = Math.Max(_gain, (width - (high - low)) / Math.Max(width, 1e-3));
        lower[i] = low;
        upper[i] = high;
        return true;
    }
}
