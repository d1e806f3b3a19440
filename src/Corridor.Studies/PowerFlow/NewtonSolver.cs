using Corridor.Numerics.SparseLu;

namespace Corridor.Studies.PowerFlow;

/// <summary>
/// Newton's method for the power balance of an island (W. F. Tinney, C. E. Hart, IEEE Trans. PAS-86 (1967) 1449–1460), with columns for angle and relative
/// change of voltage, 2×2 blocks factorised without leaving the diagonal, and steps shortened until the mismatch falls. Nothing is allocated in a run.
/// </summary>
internal sealed class NewtonSolver
{
    private const double GreatestDrop = 0.7;
    private const double GreatestTurn = 2.0;

    private readonly IslandNetwork _network;
    private readonly PairLu _factor;
    private readonly double[] _blocks;
    private readonly double[] _step;
    private readonly double[] _lambdaStep;
    private readonly double[] _oldAngle;
    private readonly double[] _oldMagnitude;
    private PivotedStep? _pivoted;
    private double _lambdaChange;

    internal NewtonSolver(IslandNetwork network)
    {
        _network = network;
        int n = network.Count;
        _factor = new PairLu(network.Analysis);
        _blocks = new double[4 * network.Analysis.BlockCount];
        _step = new double[2 * n];
        _lambdaStep = new double[2 * n];
        _oldAngle = new double[n];
        _oldMagnitude = new double[n];
        Balance = new BalanceEquations(network);
    }

    /// <summary>The equations, with the state that a run begins and ends with.</summary>
    internal BalanceEquations Balance { get; }

    /// <summary>Iterations of the last run.</summary>
    internal int Iterations { get; private set; }

    /// <summary>Iterates from the present state.</summary>
    /// <param name="tolerance">Greatest mismatch [p.u.].</param>
    /// <param name="maxIterations">Limit.</param>
    /// <param name="leastStep">Shortest share of a step before the run gives up, in (0, 1].</param>
    /// <param name="margin">Share of the tolerance at which the run ends, in (0, 1].</param>
    internal NewtonEnd Run(double tolerance, int maxIterations, double leastStep, double margin = 0.1)
    {
        Balance.Evaluate();
        Iterations = 0;
        _pivoted?.Rest();
        double mark = Balance.Squares;
        while (!(Balance.Mismatch <= margin * tolerance))
        {
            if (!double.IsFinite(Balance.Squares))
                return NewtonEnd.NotFinite;
            if (Iterations >= maxIterations)
                return Balance.Mismatch <= tolerance ? NewtonEnd.Converged : NewtonEnd.IterationLimit;
            if (Iterations % 8 == 7)
            {
                if (Balance.Squares > 0.8 * mark && Balance.Mismatch > tolerance)
                    return NewtonEnd.Stalled;
                mark = Balance.Squares;
            }

            Iterations++;
            Array.Copy(Balance.Angle, _oldAngle, Balance.Angle.Length);
            Array.Copy(Balance.Magnitude, _oldMagnitude, Balance.Magnitude.Length);
            if (!Direction())
                return NewtonEnd.Singular;
            double before = Balance.Mismatch;
            if (Advance(leastStep))
                continue;
            if (before <= tolerance)
                return NewtonEnd.Converged;
            if (_pivoted is { IsUsed: true } || !NeedsPivots())
                return NewtonEnd.Stalled;
            (_pivoted ??= new PivotedStep(_network)).IsUsed = true;
            Iterations--;

            // Nothing has moved since the mark: that is no stall of the steps with pivots.
            mark = double.PositiveInfinity;
        }

        return NewtonEnd.Converged;
    }

    /// <summary>Left singular vector of the least singular value of the Jacobian at the present state, two elements a bus; null where there is none.</summary>
    internal double[]? Weakest()
    {
        Balance.Assemble(_blocks);
        return (_pivoted ??= new PivotedStep(_network)).Weakest(_blocks);
    }

    /// <summary>The Newton step of the present state into <see cref="_step"/>.</summary>
    private bool Direction()
    {
        Balance.Assemble(_blocks);
        if (_pivoted is not { IsUsed: true })
        {
            if (_factor.Factorize(_blocks) == LuStatus.Factorized && Step())
                return true;
            _pivoted ??= new PivotedStep(_network);
            _pivoted.IsUsed = true;
        }

        return _pivoted.Factorize(_blocks) && Step();
    }

    /// <summary>The step by the factors at hand; false where it is not finite.</summary>
    private bool Step()
    {
        ReadOnlySpan<double> mismatch = Balance.Mismatches;
        for (int k = 0; k < _step.Length; k++)
            _step[k] = -mismatch[k];
        SolveWithFactors(_step);
        if (Balance.IsDistributed)
            Share();
        bool isFinite = !Balance.IsDistributed || double.IsFinite(_lambdaChange);
        for (int k = 0; k < _step.Length; k++)
            isFinite &= double.IsFinite(_step[k]);
        return isFinite;
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
        for (int i = 0; i < Balance.Weight.Length; i++)
        {
            _lambdaStep[2 * i] = Balance.AngleFixed[i] ? 0.0 : Balance.Weight[i];
            _lambdaStep[(2 * i) + 1] = 0.0;
        }

        SolveWithFactors(_lambdaStep);
        double change = -(Balance.SlackMismatch + Balance.ReferenceRow(_step)) / (Balance.ReferenceRow(_lambdaStep) - Balance.Weight[Balance.Reference]);
        _lambdaChange = change;
        for (int k = 0; k < _step.Length; k++)
            _step[k] += change * _lambdaStep[k];
    }

    /// <summary>Goes as far along the step as the mismatch falls; false where it falls nowhere, with the old state.</summary>
    private bool Advance(double leastStep)
    {
        double before = Balance.Squares;
        double oldLambda = Balance.Lambda;
        double share = 1.0;
        for (int k = 0; k < _step.Length; k += 2)
            share = Math.Min(share, Math.Min(GreatestTurn / Math.Abs(_step[k]), GreatestDrop / Math.Abs(_step[k + 1])));
        bool isFirst = true;
        while (share >= leastStep || isFirst)
        {
            isFirst = false;
            Move(share);
            if (Balance.IsDistributed)
                Balance.Lambda = oldLambda + (share * _lambdaChange);
            Balance.Evaluate();
            if (Balance.Squares <= (1.0 - (1e-4 * share)) * before)
                return true;

            // The parabola through both values and the slope at the start, −2 squares.
            double next = double.IsFinite(Balance.Squares) ? share * share * before / (Balance.Squares - before + (2.0 * share * before)) : 0.0;
            share = Math.Clamp(next, 0.1 * share, 0.5 * share);
        }

        Return();
        Balance.Lambda = oldLambda;
        Balance.Evaluate();
        return false;
    }

    private void Move(double share)
    {
        for (int i = 0; i < Balance.Angle.Length; i++)
        {
            Balance.Angle[i] = _oldAngle[i] + (share * _step[2 * i]);
            Balance.Magnitude[i] = _oldMagnitude[i] * (1.0 + (share * _step[(2 * i) + 1]));
        }
    }

    /// <summary>Back to the state before the step.</summary>
    private void Return()
    {
        Array.Copy(_oldAngle, Balance.Angle, Balance.Angle.Length);
        Array.Copy(_oldMagnitude, Balance.Magnitude, Balance.Magnitude.Length);
    }

    /// <summary>Whether the step is so far from solving its system that pivots are to be chosen.</summary>
    private bool NeedsPivots()
    {
        double error = 0.0;
        double size = Balance.IsDistributed ? Math.Abs(Balance.SlackMismatch) : 0.0;
        ReadOnlySpan<double> mismatch = Balance.Mismatches;
        for (int i = 0; i < _network.Count; i++)
        {
            double first = Row(i, 0) + mismatch[2 * i] - (Balance.IsDistributed && !Balance.AngleFixed[i] ? _lambdaChange * Balance.Weight[i] : 0.0);
            double second = Row(i, 1) + mismatch[(2 * i) + 1];
            error = Math.Max(error, Math.Max(Math.Abs(first), Math.Abs(second)));
            size = Math.Max(size, Math.Max(Math.Abs(mismatch[2 * i]), Math.Abs(mismatch[(2 * i) + 1])));
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
}
