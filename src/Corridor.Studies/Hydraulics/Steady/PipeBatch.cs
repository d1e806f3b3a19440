using System.Numerics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>
/// Drops of potential of many level pipes at once. For the law of Prandtl–Colebrook, which is implicit, each pipe keeps its 1/√λ, and one
/// step of Halley's method from there follows the flow (the error of a step is of third order, so that it vanishes as the iteration converges); several pipes
/// go through one instruction. Other laws and slow flows are asked one by one.
/// </summary>
internal sealed class PipeBatch
{
    private const double TwoOverLn10 = 2.0 / 2.302_585_092_994_046;

    private readonly LinkLaws _laws;
    private readonly int[] _element;
    private readonly bool _isColebrook;
    private readonly double[] _reynoldsPerFlow;
    private readonly double[] _roughness;
    private readonly double[] _lengthByDiameter;
    private readonly double[] _loss;
    private readonly double[] _half;
    private readonly double[] _root;

    internal PipeBatch(LinkLaws laws, int[] element)
    {
        _laws = laws;
        _element = element;
        int m = element.Length;
        _reynoldsPerFlow = new double[m];
        _roughness = new double[m];
        _lengthByDiameter = new double[m];
        _loss = new double[m];
        _half = new double[m];
        _root = new double[m];
        _isColebrook = true;
        for (int e = 0; e < m; e++)
        {
            LinkLaws.PipeData pipe = laws.Data(element[e]);
            _isColebrook &= pipe.Law is ColebrookFriction;
            _reynoldsPerFlow[e] = pipe.ReynoldsPerFlow;
            _roughness[e] = pipe.Roughness / 3.71;
            _lengthByDiameter[e] = pipe.LengthByDiameter;
            _loss[e] = pipe.Loss;
            _half[e] = pipe.HalfBySquaredArea;
        }
    }

    /// <summary>Forgets what earlier flows and temperatures left behind, so that a solve depends on its own data alone.</summary>
    internal void Reset()
    {
        Array.Fill(_root, 8.0);
        for (int e = 0; e < _element.Length; e++)
            _half[e] = _laws.Data(_element[e]).HalfBySquaredArea;
    }

    /// <summary>Drops and their derivatives by the flow.</summary>
    /// <param name="flow">Flow of each pipe [kg/s].</param>
    /// <param name="drop">Drop of potential of each pipe.</param>
    /// <param name="derivative">Its derivative, positive.</param>
    /// <param name="begin">First pipe.</param>
    /// <param name="end">Pipe after the last.</param>
    internal void Evaluate(double[] flow, double[] drop, double[] derivative, int begin, int end)
    {
        int e = begin;
        if (_isColebrook)
        {
            int width = Vector<double>.Count;
            for (; e + width <= end; e += width)
                EvaluateSome(flow, drop, derivative, e, width);
        }

        for (; e < end; e++)
            drop[e] = _laws.Drop(_element[e], flow[e], out derivative[e]);
    }

    private void EvaluateSome(double[] flow, double[] drop, double[] derivative, int e, int width)
    {
        var c = new Vector<double>(TwoOverLn10);
        var q = new Vector<double>(flow, e);
        Vector<double> size = Vector.Abs(q);
        Vector<double> reynolds = new Vector<double>(_reynoldsPerFlow, e) * size;
        if (Vector.LessThanAny(reynolds, new Vector<double>(LaminarTransition.Turbulent)) || !Vector.EqualsAll(q, q))
        {
            for (int k = e; k < e + width; k++)
                drop[k] = _laws.Drop(_element[k], flow[k], out derivative[k]);
            return;
        }

        var b = new Vector<double>(_roughness, e);
        Vector<double> a = new Vector<double>(2.51) / reynolds;
        var x = new Vector<double>(_root, e);
        Vector<double> argument = (a * x) + b;
        Vector<double> inverse = Vector<double>.One / argument;
        Vector<double> value = x + (c * Vector.Log(argument));
        Vector<double> ratio = a * inverse;
        Vector<double> slope = Vector<double>.One + (c * ratio);
        Vector<double> bend = c * ratio * ratio;
        x -= 2.0 * value * slope / ((2.0 * slope * slope) + (value * bend));
        x.CopyTo(_root, e);
        argument = (a * x) + b;
        slope = Vector<double>.One + (c * a / argument);
        Vector<double> factor = Vector<double>.One / (x * x);

        // Re·dλ/dRe = −2·λ·(Re·x')/x with Re·x' = (2/ln 10)·a·x/(argument·slope).
        Vector<double> change = -2.0 * factor * c * a / (argument * slope);
        var length = new Vector<double>(_lengthByDiameter, e);
        Vector<double> sum = (factor * length) + new Vector<double>(_loss, e);
        Vector<double> half = new Vector<double>(_half, e) * size;
        (half * sum * q).CopyTo(drop, e);
        (half * ((2.0 * sum) + (change * length))).CopyTo(derivative, e);
    }
}
