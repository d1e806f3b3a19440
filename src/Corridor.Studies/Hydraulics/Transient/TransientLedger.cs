namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>Adds up what crosses the boundary at each node.</summary>
internal sealed class TransientLedger(int nodes)
{
    internal double[] Entered { get; } = new double[nodes];

    internal double[] Delivered { get; } = new double[nodes];

    internal double[] Lost { get; } = new double[nodes];

    internal double[] Unserved { get; } = new double[nodes];

    internal double[] Shed { get; } = new double[nodes];

    internal double[] LowestPressure { get; } = Filled(nodes);

    internal double[] TimeOfLowest { get; } = new double[nodes];

    internal int Accepted { get; private set; }

    internal double Shortest { get; private set; } = double.PositiveInfinity;

    internal double Longest { get; private set; }

    internal double Residual { get; private set; }

    /// <summary>Adds a step just taken.</summary>
    internal void Add(TransientModel model, BoundaryDriver boundary, StepTaker taker, double time, double step, double residual)
    {
        NodeBank bank = model.Nodes;
        for (int i = 0; i < Entered.Length; i++)
        {
            double mass = taker.Sum(bank.StageInjection, i);
            if (mass > 0.0)
                Entered[i] += mass;
            else
                Delivered[i] -= mass;
            Lost[i] += taker.Sum(bank.StageLoss, i);
            double wanted = boundary.Wanted[i];
            if (wanted < 0.0)
            {
                // Wanted and injection at the end of the step stand for its rate of want; what was delivered is exact.
                double shed = -wanted * boundary.Shed[i] * step;
                Shed[i] += shed;
                if (bank.Regime[i] != NodeRegime.Lower || bank.OldRegime[i] != NodeRegime.Lower)
                    Unserved[i] += Math.Max(0.0, (-wanted * step) + mass);
                else
                    Unserved[i] += shed;
            }

            if (bank.Pressure[i] < LowestPressure[i])
            {
                LowestPressure[i] = bank.Pressure[i];
                TimeOfLowest[i] = time + step;
            }
        }

        Accepted++;
        Shortest = Math.Min(Shortest, step);
        Longest = Math.Max(Longest, step);
        Residual = Math.Max(Residual, residual);
    }

    private static double[] Filled(int nodes)
    {
        var values = new double[nodes];
        Array.Fill(values, double.PositiveInfinity);
        return values;
    }
}
