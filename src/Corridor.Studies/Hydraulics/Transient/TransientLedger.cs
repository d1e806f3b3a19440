namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>Adds up what crosses the boundary at each node.</summary>
internal sealed class TransientLedger(int nodes, int elements)
{
    internal double[] Entered { get; } = new double[nodes];

    internal double[] Delivered { get; } = new double[nodes];

    internal double[] Lost { get; } = new double[nodes];

    internal double[] Unserved { get; } = new double[nodes];

    internal double[] Shed { get; } = new double[nodes];

    internal double[] LowestPressure { get; } = Filled(nodes);

    internal double[] TimeOfLowest { get; } = new double[nodes];

    internal double[] HighestPressure { get; } = new double[nodes];

    internal double[] TimeOfHighest { get; } = new double[nodes];

    /// <summary>For each station the greatest ratio of the pressures of its machine while gas passed [1].</summary>
    internal double[] HighestRatio { get; } = new double[elements];

    internal double[] TimeOfRatio { get; } = new double[elements];

    /// <summary>For each station the highest pressure behind its machine while gas passed [Pa].</summary>
    internal double[] HighestOutlet { get; } = new double[elements];

    internal double[] TimeOfOutlet { get; } = new double[elements];

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
        }

        Watch(model, time + step);
        Accepted++;
        Shortest = Math.Min(Shortest, step);
        Longest = Math.Max(Longest, step);
        Residual = Math.Max(Residual, residual);
    }

    /// <summary>Keeps the extremes of pressures and stations, the present state among them.</summary>
    internal void Watch(TransientModel model, double time)
    {
        double[] pressure = model.Nodes.Pressure;
        for (int i = 0; i < LowestPressure.Length; i++)
        {
            if (pressure[i] < LowestPressure[i])
                (LowestPressure[i], TimeOfLowest[i]) = (pressure[i], time);
            if (pressure[i] > HighestPressure[i])
                (HighestPressure[i], TimeOfHighest[i]) = (pressure[i], time);
        }

        for (int e = 0; e < HighestRatio.Length; e++)
        {
            int link = model.LinkOf[e];
            if (link < 0 || !model.Links.Law(link).IsCompressor || !(model.Links.Flow[link] > 0.0))
                continue;
            (double inlet, double outlet) = model.Links.Machine(link, pressure);
            if (outlet / inlet > HighestRatio[e])
                (HighestRatio[e], TimeOfRatio[e]) = (outlet / inlet, time);
            if (outlet > HighestOutlet[e])
                (HighestOutlet[e], TimeOfOutlet[e]) = (outlet, time);
        }
    }

    private static double[] Filled(int nodes)
    {
        var values = new double[nodes];
        Array.Fill(values, double.PositiveInfinity);
        return values;
    }
}
