namespace Corridor.Studies.PowerFlow;

/// <summary>
/// Which buses hold their voltage and which stand at a reactive limit. A bus gives up its voltage where its units would pass a limit, and takes it up again
/// where the voltage shows that the limit is not needed; a bus that has come back three times stays at its limit, so that the changes end.
/// </summary>
internal sealed class ReactiveLimits(BalanceEquations balance, double[] least, double[] greatest, double[] setpoint, int[] limit, double tolerance)
{
    private const int MostReturns = 3;
    private const double VoltageSlip = 1e-9;

    private readonly int[] _returns = new int[limit.Length];

    /// <summary>Forgets who has come back.</summary>
    internal void Restart() => Array.Clear(_returns);

    /// <summary>Changes the buses that have to; whether there were any.</summary>
    /// <param name="onlyWorst">Whether only the bus furthest beyond its limit changes.</param>
    internal bool Switch(bool onlyWorst)
    {
        bool changed = false;
        int worst = -1;
        double furthest = 0;
        for (int i = 0; i < limit.Length; i++)
        {
            if (!balance.IsDistributed && balance.AngleFixed[i])
                continue;
            if (limit[i] != 0)
            {
                // More than the set voltage at the greatest output, or less at the least: the unit can hold it.
                if (limit[i] * (balance.Magnitude[i] - setpoint[i]) > VoltageSlip && _returns[i] < MostReturns)
                {
                    _returns[i]++;
                    limit[i] = 0;
                    balance.VoltageFixed[i] = true;
                    balance.Magnitude[i] = setpoint[i];
                    changed = true;
                }

                continue;
            }

            if (!balance.VoltageFixed[i])
                continue;
            double over = balance.ReactiveFlow[i] - greatest[i];
            double under = least[i] - balance.ReactiveFlow[i];
            double beyond = Math.Max(over, under);
            if (beyond <= tolerance)
                continue;
            if (!onlyWorst)
            {
                Fix(i, over >= under ? 1 : -1);
                changed = true;
            }
            else if (beyond > furthest)
            {
                furthest = beyond;
                worst = i;
            }
        }

        if (worst < 0)
            return changed;
        Fix(worst, balance.ReactiveFlow[worst] > greatest[worst] ? 1 : -1);
        return true;
    }

    private void Fix(int i, int side)
    {
        limit[i] = side;
        balance.VoltageFixed[i] = false;
        balance.Reactive[i] = side > 0 ? greatest[i] : least[i];
    }
}
