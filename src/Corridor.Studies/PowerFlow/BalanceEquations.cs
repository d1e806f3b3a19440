using System.Runtime.Intrinsics;

namespace Corridor.Studies.PowerFlow;

/// <summary>
/// The power balance of an island in polar coordinates: what is given, the state, and by how much it misses. Buses keep their rows whatever they hold, so
/// that changes of control, outages and the share of the slack leave the pattern as it is. Nothing is allocated after the beginning.
/// </summary>
internal sealed class BalanceEquations
{
    private readonly IslandNetwork _network;
    private readonly double[] _activeFlow;
    private readonly double[] _reactiveFlow;
    private readonly double[] _mismatch;

    internal BalanceEquations(IslandNetwork network)
    {
        _network = network;
        int n = network.Count;
        _activeFlow = new double[n];
        _reactiveFlow = new double[n];
        _mismatch = new double[2 * n];
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

    /// <summary>The admittance matrix of these equations, which outages may change.</summary>
    internal double[] DiagonalG { get; }

    /// <inheritdoc cref="DiagonalG"/>
    internal double[] DiagonalB { get; }

    /// <inheritdoc cref="DiagonalG"/>
    internal double[] OffG { get; }

    /// <inheritdoc cref="DiagonalG"/>
    internal double[] OffB { get; }

    /// <summary>Branches that outages have taken out of the matrix.</summary>
    internal bool[] IsOut { get; }

    /// <summary>Greatest mismatch of the present state [p.u.].</summary>
    internal double Mismatch { get; private set; }

    /// <summary>Active power that flows from each bus into the network [p.u.].</summary>
    internal ReadOnlySpan<double> ActiveFlow => _activeFlow;

    /// <summary>Reactive power that flows from each bus into the network [p.u.].</summary>
    internal ReadOnlySpan<double> ReactiveFlow => _reactiveFlow;

    /// <summary>Mismatches, active and reactive by turns [p.u.].</summary>
    internal ReadOnlySpan<double> Mismatches => _mismatch;

    /// <summary>The network.</summary>
    internal IslandNetwork Network => _network;

    /// <summary>Sum of the squares of all mismatches.</summary>
    internal double Squares { get; private set; }

    /// <summary>Mismatch of the active balance of the reference bus where the slack is distributed [p.u.].</summary>
    internal double SlackMismatch { get; private set; }

    /// <summary>Takes a state as it stands in angles, magnitudes and what is left over.</summary>
    internal void Evaluate()
    {
        for (int i = 0; i < Angle.Length; i++)
        {
            (double sine, double cosine) = Math.SinCos(Angle[i]);
            Real[i] = Magnitude[i] * cosine;
            Imaginary[i] = Magnitude[i] * sine;
        }

        AddUp();
    }

    /// <summary>Derivative of the active balance of the reference bus along a step.</summary>
    internal double ReferenceRow(ReadOnlySpan<double> step)
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

    /// <summary>
    /// The blocks ∂(P_i, Q_i)/∂(θ_j, ln V_j): with t = V_i (Y_ij V_j)* off the diagonal (Im t, Re t; −Re t, Im t), on it with S_i the power of the bus
    /// (Im(t − S), Re(t + S); Re(S − t), Im(S + t)).
    /// </summary>
    /// <param name="blocks">Receives them: of the diagonal by buses, then off it in the order of the graph.</param>
    internal void Assemble(Span<double> blocks)
    {
        int[] start = _network.Graph.Start;
        int[] neighbour = _network.Graph.Neighbour;
        int n = start.Length - 1;
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

    /// <summary>Powers and mismatches of the present state.</summary>
    private void AddUp()
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
                bool counts = i == Reference && IsDistributed;
                SlackMismatch = counts ? f : SlackMismatch;
                f = counts ? f : 0.0;
            }

            double q = VoltageFixed[i] ? 0.0 : reactive - Reactive[i];
            _mismatch[2 * i] = AngleFixed[i] ? 0.0 : f;
            _mismatch[(2 * i) + 1] = q;
            squares += (f * f) + (q * q);
            worst = Math.Max(worst, Math.Max(Math.Abs(f), Math.Abs(q)));
        }

        Squares = squares;
        Mismatch = worst;
    }

    private static Vector256<double> Mask(bool noFirst, bool noSecond)
    {
        double first = noFirst ? 0.0 : 1.0;
        double second = noSecond ? 0.0 : 1.0;
        return Vector256.Create(first, first, second, second);
    }
}
