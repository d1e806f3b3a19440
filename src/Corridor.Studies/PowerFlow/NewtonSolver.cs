using System.Runtime.Intrinsics;
using Corridor.Numerics.SparseLu;

namespace Corridor.Studies.PowerFlow;

/// <summary>
/// Newton's method for the power balance of an island in polar coordinates (W. F. Tinney, C. E. Hart, IEEE Trans. PAS-86 (1967) 1449–1460), with columns
/// for angle and relative change of voltage, 2×2 blocks factorised without leaving the diagonal, and steps shortened until the mismatch falls. Buses keep
/// their rows whatever they hold, so that changes of control, outages and the share of the slack leave the pattern as it is. Nothing is allocated in a run.
/// </summary>
internal sealed class NewtonSolver
{
    private const double GreatestDrop = 0.7;
    private const double GreatestTurn = 2.0;

    private readonly IslandNetwork _network;
    private readonly PairLu _factor;
    private readonly double[] _blocks;
    private readonly double[] _activeFlow;
    private readonly double[] _reactiveFlow;
    private readonly double[] _mismatch;
    private readonly double[] _step;
    private readonly double[] _lambdaStep;
    private readonly double[] _oldAngle;
    private readonly double[] _oldMagnitude;
    private PivotedStep? _pivoted;
    private double _slackMismatch;
    private double _lambdaChange;
    private double _squares;
    private double _worst;

    internal NewtonSolver(IslandNetwork network)
    {
        _network = network;
        int n = network.Count;
        _factor = new PairLu(network.Analysis);
        _blocks = new double[4 * network.Analysis.BlockCount];
        _activeFlow = new double[n];
        _reactiveFlow = new double[n];
        _mismatch = new double[2 * n];
        _step = new double[2 * n];
        _lambdaStep = new double[2 * n];
        _oldAngle = new double[n];
        _oldMagnitude = new double[n];
        Active = new double[n];
        Reactive = new double[n];
        Weight = new double[n];
        AngleFixed = new bool[n];
        VoltageFixed = new bool[n];
        Magnitude = new double[n];
        Angle = new double[n];
        Real = new double[n];
        Imaginary = new double[n];
        IsOut = new bool[network.From.Length];
        DiagonalG = (double[])network.DiagonalG.Clone();
        DiagonalB = (double[])network.DiagonalB.Clone();
        OffG = (double[])network.OffG.Clone();
        OffB = (double[])network.OffB.Clone();
    }

    /// <summary>Active power given at each bus [p.u.].</summary>
    internal double[] Active { get; }

    /// <summary>Reactive power given at each bus that holds no voltage [p.u.].</summary>
    internal double[] Reactive { get; }

    /// <summary>Share of each bus in what is left over; they add up to 1 where the slack is distributed.</summary>
    internal double[] Weight { get; }

    /// <summary>Whether the slack is distributed; the balance of the reference bus then counts.</summary>
    internal bool IsDistributed { get; set; }

    /// <summary>The bus whose angle is given.</summary>
    internal int Reference { get; set; }

    /// <summary>Whether the angle of a bus is given, and its active balance does not count.</summary>
    internal bool[] AngleFixed { get; }

    /// <summary>Whether the voltage of a bus is given, and its reactive balance does not count.</summary>
    internal bool[] VoltageFixed { get; }

    /// <summary>Voltages [p.u.].</summary>
    internal double[] Magnitude { get; }

    /// <summary>Angles [rad].</summary>
    internal double[] Angle { get; }

    /// <summary>Real parts of the voltages.</summary>
    internal double[] Real { get; }

    /// <summary>Imaginary parts of the voltages.</summary>
    internal double[] Imaginary { get; }

    /// <summary>What is left over, taken up by the shares [p.u.].</summary>
    internal double Lambda { get; set; }

    /// <summary>The admittance matrix of this solver, which outages may change.</summary>
    internal double[] DiagonalG { get; }

    /// <inheritdoc cref="DiagonalG"/>
    internal double[] DiagonalB { get; }

    /// <inheritdoc cref="DiagonalG"/>
    internal double[] OffG { get; }

    /// <inheritdoc cref="DiagonalG"/>
    internal double[] OffB { get; }

    /// <summary>Branches that outages have taken out of the matrix.</summary>
    internal bool[] IsOut { get; }

    /// <summary>Iterations of the last run.</summary>
    internal int Iterations { get; private set; }

    /// <summary>Greatest mismatch of the present state [p.u.].</summary>
    internal double Mismatch => _worst;

    /// <summary>Active power that flows from each bus into the network [p.u.].</summary>
    internal ReadOnlySpan<double> ActiveFlow => _activeFlow;

    /// <summary>Reactive power that flows from each bus into the network [p.u.].</summary>
    internal ReadOnlySpan<double> ReactiveFlow => _reactiveFlow;

    /// <summary>Mismatches, active and reactive by turns [p.u.].</summary>
    internal ReadOnlySpan<double> Mismatches => _mismatch;

    /// <summary>The network.</summary>
    internal IslandNetwork Network => _network;

    /// <summary>Takes a state as it stands in angles and magnitudes.</summary>
    internal void Begin()
    {
        for (int i = 0; i < Angle.Length; i++)
        {
            (double sine, double cosine) = Math.SinCos(Angle[i]);
            Real[i] = Magnitude[i] * cosine;
            Imaginary[i] = Magnitude[i] * sine;
        }

        Evaluate();
    }

    /// <summary>Iterates from the present state.</summary>
    /// <param name="tolerance">Greatest mismatch [p.u.].</param>
    /// <param name="maxIterations">Limit.</param>
    /// <param name="leastStep">Shortest share of a step before the run gives up, in (0, 1].</param>
    /// <param name="margin">Share of the tolerance at which the run ends, in (0, 1].</param>
    internal NewtonEnd Run(double tolerance, int maxIterations, double leastStep, double margin = 0.1)
    {
        Begin();
        Iterations = 0;
        _pivoted?.Rest();
        double mark = _squares;
        while (!(_worst <= margin * tolerance))
        {
            if (!double.IsFinite(_squares))
                return NewtonEnd.NotFinite;
            if (Iterations >= maxIterations)
                return _worst <= tolerance ? NewtonEnd.Converged : NewtonEnd.IterationLimit;
            if (Iterations % 8 == 7)
            {
                if (_squares > 0.8 * mark && _worst > tolerance)
                    return NewtonEnd.Stalled;
                mark = _squares;
            }

            Iterations++;
            Array.Copy(Angle, _oldAngle, Angle.Length);
            Array.Copy(Magnitude, _oldMagnitude, Magnitude.Length);
            if (!Direction())
                return NewtonEnd.Singular;
            double before = _worst;
            if (Advance(leastStep))
                continue;
            if (before <= tolerance)
                return NewtonEnd.Converged;
            if (_pivoted is { IsUsed: true } || !NeedsPivots())
                return NewtonEnd.Stalled;
            (_pivoted ??= new PivotedStep(_network)).IsUsed = true;
            Iterations--;
        }

        return NewtonEnd.Converged;
    }

    /// <summary>Left singular vector of the least singular value of the Jacobian at the present state, two elements a bus; null where there is none.</summary>
    internal double[]? Weakest()
    {
        Assemble();
        return (_pivoted ??= new PivotedStep(_network)).Weakest(_blocks);
    }

    /// <summary>The Newton step of the present state into <see cref="_step"/>.</summary>
    private bool Direction()
    {
        Assemble();
        bool factorized = _pivoted is { IsUsed: true } ? _pivoted.Factorize(_blocks) : _factor.Factorize(_blocks) == LuStatus.Factorized;
        if (!factorized && _pivoted is not { IsUsed: true })
        {
            _pivoted ??= new PivotedStep(_network);
            _pivoted.IsUsed = true;
            factorized = _pivoted.Factorize(_blocks);
        }

        if (!factorized)
            return false;
        for (int k = 0; k < _step.Length; k++)
            _step[k] = -_mismatch[k];
        SolveWithFactors(_step);
        if (IsDistributed)
            Share();
        return true;
    }

    private void SolveWithFactors(Span<double> right)
    {
        if (_pivoted is { IsUsed: true })
            _pivoted.Solve(right);
        else
            _factor.Solve(right);
    }

    /// <summary>The unknown share λ borders the system: J Δ − w Δλ = −F, with the balance of the reference bus as the last row.</summary>
    private void Share()
    {
        for (int i = 0; i < Weight.Length; i++)
        {
            _lambdaStep[2 * i] = AngleFixed[i] ? 0.0 : Weight[i];
            _lambdaStep[(2 * i) + 1] = 0.0;
        }

        SolveWithFactors(_lambdaStep);
        double change = -(_slackMismatch + ReferenceRow(_step)) / (ReferenceRow(_lambdaStep) - Weight[Reference]);
        _lambdaChange = change;
        for (int k = 0; k < _step.Length; k++)
            _step[k] += change * _lambdaStep[k];
    }

    /// <summary>Derivative of the active balance of the reference bus along a step.</summary>
    private double ReferenceRow(ReadOnlySpan<double> step)
    {
        int i = Reference;
        double square = Magnitude[i] * Magnitude[i];
        double sum = ((-_reactiveFlow[i] - (DiagonalB[i] * square)) * step[2 * i]) + ((_activeFlow[i] + (DiagonalG[i] * square)) * step[(2 * i) + 1]);
        for (int p = _network.Graph.Start[i]; p < _network.Graph.Start[i + 1]; p++)
        {
            int j = _network.Graph.Neighbour[p];
            double ar = (OffG[p] * Real[j]) - (OffB[p] * Imaginary[j]);
            double ai = (OffG[p] * Imaginary[j]) + (OffB[p] * Real[j]);
            sum += (((Imaginary[i] * ar) - (Real[i] * ai)) * step[2 * j]) + (((Real[i] * ar) + (Imaginary[i] * ai)) * step[(2 * j) + 1]);
        }

        return sum;
    }

    /// <summary>Goes as far along the step as the mismatch falls; false where it falls nowhere, with the old state.</summary>
    private bool Advance(double leastStep)
    {
        double before = _squares;
        double oldLambda = Lambda;
        double share = 1.0;
        for (int k = 0; k < _step.Length; k += 2)
            share = Math.Min(share, Math.Min(GreatestTurn / Math.Abs(_step[k]), GreatestDrop / Math.Abs(_step[k + 1])));
        bool isFirst = true;
        while (share >= leastStep || isFirst)
        {
            isFirst = false;
            Move(share);
            if (IsDistributed)
                Lambda = oldLambda + (share * _lambdaChange);
            Evaluate();
            if (_squares <= (1.0 - (1e-4 * share)) * before)
                return true;

            // The parabola through both values and the slope at the start, −2 squares.
            double next = double.IsFinite(_squares) ? share * share * before / (_squares - before + (2.0 * share * before)) : 0.0;
            share = Math.Clamp(next, 0.1 * share, 0.5 * share);
        }

        Move(0.0);
        Lambda = oldLambda;
        Evaluate();
        return false;
    }

    private void Move(double share)
    {
        for (int i = 0; i < Angle.Length; i++)
        {
            Angle[i] = _oldAngle[i] + (share * _step[2 * i]);
            Magnitude[i] = _oldMagnitude[i] * (1.0 + (share * _step[(2 * i) + 1]));
            (double sine, double cosine) = Math.SinCos(Angle[i]);
            Real[i] = Magnitude[i] * cosine;
            Imaginary[i] = Magnitude[i] * sine;
        }
    }

    /// <summary>Whether the step is so far from solving its system that pivots are to be chosen.</summary>
    private bool NeedsPivots()
    {
        double error = 0.0;
        double size = Math.Abs(_slackMismatch);
        for (int i = 0; i < _network.Count; i++)
        {
            double first = Row(i, 0) + _mismatch[2 * i] - (IsDistributed && !AngleFixed[i] ? _lambdaChange * Weight[i] : 0.0);
            double second = Row(i, 1) + _mismatch[(2 * i) + 1];
            error = Math.Max(error, Math.Max(Math.Abs(first), Math.Abs(second)));
            size = Math.Max(size, Math.Max(Math.Abs(_mismatch[2 * i]), Math.Abs(_mismatch[(2 * i) + 1])));
        }

        return !(error <= 1e-6 * size);
    }

    private double Row(int i, int row)
    {
        double sum = (_blocks[(4 * i) + (2 * row)] * _step[2 * i]) + (_blocks[(4 * i) + (2 * row) + 1] * _step[(2 * i) + 1]);
        for (int p = _network.Graph.Start[i]; p < _network.Graph.Start[i + 1]; p++)
        {
            int at = (4 * (_network.Count + p)) + (2 * row);
            int j = _network.Graph.Neighbour[p];
            sum += (_blocks[at] * _step[2 * j]) + (_blocks[at + 1] * _step[(2 * j) + 1]);
        }

        return sum;
    }

    /// <summary>Powers and mismatches of the present state.</summary>
    private void Evaluate()
    {
        int[] start = _network.Graph.Start;
        int[] neighbour = _network.Graph.Neighbour;
        double squares = 0.0;
        double worst = 0.0;
        for (int i = 0; i < start.Length - 1; i++)
        {
            double vr = Real[i];
            double vi = Imaginary[i];
            double ir = (DiagonalG[i] * vr) - (DiagonalB[i] * vi);
            double ii = (DiagonalG[i] * vi) + (DiagonalB[i] * vr);
            for (int p = start[i]; p < start[i + 1]; p++)
            {
                int j = neighbour[p];
                ir += (OffG[p] * Real[j]) - (OffB[p] * Imaginary[j]);
                ii += (OffG[p] * Imaginary[j]) + (OffB[p] * Real[j]);
            }

            double active = (vr * ir) + (vi * ii);
            double reactive = (vi * ir) - (vr * ii);
            _activeFlow[i] = active;
            _reactiveFlow[i] = reactive;
            double f = active - Active[i] - (Lambda * Weight[i]);
            if (AngleFixed[i])
            {
                _slackMismatch = i == Reference && IsDistributed ? f : _slackMismatch;
                f = i == Reference && IsDistributed ? f : 0.0;
            }

            double q = VoltageFixed[i] ? 0.0 : reactive - Reactive[i];
            _mismatch[2 * i] = AngleFixed[i] ? 0.0 : f;
            _mismatch[(2 * i) + 1] = q;
            squares += (f * f) + (q * q);
            worst = Math.Max(worst, Math.Max(Math.Abs(f), Math.Abs(q)));
        }

        _squares = squares;
        _worst = worst;
    }

    /// <summary>
    /// The blocks ∂(P_i, Q_i)/∂(θ_j, ln V_j): with t = V_i (Y_ij V_j)* off the diagonal (Im t, Re t; −Re t, Im t), on it with S_i the power of the bus
    /// (Im(t − S), Re(t + S); Re(S − t), Im(S + t)).
    /// </summary>
    private void Assemble()
    {
        int[] start = _network.Graph.Start;
        int[] neighbour = _network.Graph.Neighbour;
        int n = start.Length - 1;
        Span<double> blocks = _blocks;
        for (int i = 0; i < n; i++)
        {
            double vr = Real[i];
            double vi = Imaginary[i];
            double square = (vr * vr) + (vi * vi);
            double tr = DiagonalG[i] * square;
            double ti = -DiagonalB[i] * square;
            Vector256<double> mask = Mask(AngleFixed[i], VoltageFixed[i]);
            Vector256<double> diagonal = Vector256.Create(ti - _reactiveFlow[i], tr + _activeFlow[i], _activeFlow[i] - tr, _reactiveFlow[i] + ti) * mask;
            (diagonal + Vector256.Create(AngleFixed[i] ? 1.0 : 0.0, 0.0, 0.0, VoltageFixed[i] ? 1.0 : 0.0)).CopyTo(blocks.Slice(4 * i, 4));
            for (int p = start[i]; p < start[i + 1]; p++)
            {
                int j = neighbour[p];
                double ar = (OffG[p] * Real[j]) - (OffB[p] * Imaginary[j]);
                double ai = (OffG[p] * Imaginary[j]) + (OffB[p] * Real[j]);
                tr = (vr * ar) + (vi * ai);
                ti = (vi * ar) - (vr * ai);
                (Vector256.Create(ti, tr, -tr, ti) * mask).CopyTo(blocks.Slice(4 * (n + p), 4));
            }
        }
    }

    private static Vector256<double> Mask(bool noFirst, bool noSecond)
    {
        double first = noFirst ? 0.0 : 1.0;
        double second = noSecond ? 0.0 : 1.0;
        return Vector256.Create(first, first, second, second);
    }
}
