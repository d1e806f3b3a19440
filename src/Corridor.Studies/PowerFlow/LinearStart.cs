using Corridor.Numerics.SparseLu;

namespace Corridor.Studies.PowerFlow;

/// <summary>
/// A start for Newton's method from two linear systems on the island's own pattern: angles of the direct current flow, then voltages that solve the network
/// with the currents that the given powers would have at these angles, held voltages held (a step of the implicit Z-bus method: T. H. Chen et al.,
/// IEEE Trans. Power Delivery 6 (1991) 1019–1026).
/// </summary>
internal static class LinearStart
{
    private const int Rounds = 2;
    private const double Least = 0.3;
    private const double Greatest = 1.6;

    /// <summary>Puts the start into the angles and magnitudes; false, leaving them as they are, where a system is singular.</summary>
    internal static bool Take(BalanceEquations balance, double[] setpoint)
    {
        IslandNetwork network = balance.Network;
        int n = network.Count;
        var factor = new PairLu(network.Analysis);
        var blocks = new double[4 * network.Analysis.BlockCount];
        double[]? angle = Angles(balance, factor, blocks);
        if (angle is null)
            return false;
        VoltageBlocks(balance, blocks);
        if (factor.Factorize(blocks) != LuStatus.Factorized)
            return false;
        var real = new double[n];
        var imaginary = new double[n];
        for (int i = 0; i < n; i++)
        {
            double magnitude = balance.VoltageFixed[i] ? setpoint[i] : 1.0;
            (double sine, double cosine) = Math.SinCos(angle[i]);
            (real[i], imaginary[i]) = (magnitude * cosine, magnitude * sine);
        }

        var right = new double[2 * n];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < n; i++)
            {
                bool isFixed = balance.VoltageFixed[i];
                double square = (real[i] * real[i]) + (imaginary[i] * imaginary[i]);

                // I = (S / V)* = (P − jQ) V / |V|².
                right[2 * i] = isFixed ? real[i] : ((balance.Active[i] * real[i]) + (balance.Reactive[i] * imaginary[i])) / square;
                right[(2 * i) + 1] = isFixed ? imaginary[i] : ((balance.Active[i] * imaginary[i]) - (balance.Reactive[i] * real[i])) / square;
            }

            factor.Solve(right);
            for (int i = 0; i < n; i++)
            {
                double magnitude = Math.Sqrt((right[2 * i] * right[2 * i]) + (right[(2 * i) + 1] * right[(2 * i) + 1]));
                if (!double.IsFinite(magnitude))
                    return false;
                if (magnitude is >= Least and <= Greatest)
                    (real[i], imaginary[i]) = (right[2 * i], right[(2 * i) + 1]);
            }
        }

        for (int i = 0; i < n; i++)
        {
            double turn = Math.Atan2(imaginary[i], real[i]) - angle[i];
            balance.Angle[i] = angle[i] + (turn - (2.0 * Math.PI * Math.Round(turn / (2.0 * Math.PI))));
            balance.Magnitude[i] = Math.Sqrt((real[i] * real[i]) + (imaginary[i] * imaginary[i]));
        }

        return true;
    }

    /// <summary>Angles of the direct current flow by the imaginary parts of the admittances [rad].</summary>
    private static double[]? Angles(BalanceEquations balance, PairLu factor, double[] blocks)
    {
        IslandNetwork network = balance.Network;
        int n = network.Count;
        Array.Clear(blocks);
        var right = new double[2 * n];
        for (int i = 0; i < n; i++)
        {
            right[2 * i] = balance.Active[i] + (balance.Lambda * balance.Weight[i]);
            blocks[(4 * i) + 3] = 1.0;
        }

        for (int k = 0; k < network.From.Length; k++)
        {
            if (network.EntryFromTo[k] < 0 || balance.IsOut[k])
                continue;
            BranchAdmittance y = network.Admittance[k];
            int f = network.From[k];
            int t = network.To[k];

            double b = y.SeriesSusceptance;
            blocks[4 * f] += b;
            blocks[4 * t] += b;
            blocks[4 * (n + network.EntryFromTo[k])] -= b;
            blocks[4 * (n + network.EntryToFrom[k])] -= b;
            right[2 * f] += b * y.Shift;
            right[2 * t] -= b * y.Shift;
        }

        for (int i = 0; i < n; i++)
        {
            if (!balance.AngleFixed[i])
                continue;
            for (int p = network.Graph.Start[i]; p < network.Graph.Start[i + 1]; p++)
                blocks[4 * (n + p)] = 0.0;
            blocks[4 * i] = 1.0;
            right[2 * i] = balance.Angle[i];
        }

        if (factor.Factorize(blocks) != LuStatus.Factorized)
            return null;
        factor.Solve(right);
        var angle = new double[n];
        for (int i = 0; i < n; i++)
        {
            angle[i] = right[2 * i];
            if (!double.IsFinite(angle[i]))
                return null;
        }

        return angle;
    }

    /// <summary>The admittance matrix as real blocks (g, −b; b, g), with rows of held voltages replaced.</summary>
    private static void VoltageBlocks(BalanceEquations balance, double[] blocks)
    {
        IslandNetwork network = balance.Network;
        int n = network.Count;
        Array.Clear(blocks);
        for (int i = 0; i < n; i++)
        {
            if (balance.VoltageFixed[i])
            {
                blocks[4 * i] = 1.0;
                blocks[(4 * i) + 3] = 1.0;
                continue;
            }

            Put(blocks, i, balance.DiagonalG[i], balance.DiagonalB[i]);
            for (int p = network.Graph.Start[i]; p < network.Graph.Start[i + 1]; p++)
                Put(blocks, n + p, balance.OffG[p], balance.OffB[p]);
        }
    }

    private static void Put(double[] blocks, int block, double g, double b)
    {
        blocks[4 * block] = g;
        blocks[(4 * block) + 1] = -b;
        blocks[(4 * block) + 2] = b;
        blocks[(4 * block) + 3] = g;
    }
}
