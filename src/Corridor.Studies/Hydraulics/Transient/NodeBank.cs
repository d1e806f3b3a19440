namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>Which part of a node's law holds.</summary>
internal enum NodeRegime : byte
{
    /// <summary>The injection is at its lower limit; the pressure is at or above the law's.</summary>
    Lower,

    /// <summary>The injection is at its upper limit; the pressure is at or below the law's.</summary>
    Upper,

    /// <summary>The pressure is the law's; the injection lies between its limits.</summary>
    Held,
}

/// <summary>
/// All nodes of a run. One law serves exits, entries, held pressures and stores: the injection s lies between two limits, and
/// s = lower where p &gt; P, s = upper where p &lt; P, anything between where p = P. A given flow has equal limits, a held pressure infinite ones; an exit
/// that must keep its pressure above P has the limits −D and 0.
/// </summary>
internal sealed class NodeBank
{
    private readonly double[][] _rates;
    private readonly double[] _bareHat;
    private readonly DensityTable[] _gas;
    private readonly Nozzle _nozzle;

    internal NodeBank(int count, double[] bareVolume, DensityTable[] gas, Nozzle nozzle)
    {
        Count = count;
        BareVolume = bareVolume;
        _gas = gas;
        _nozzle = nozzle;
        Pressure = new double[count];
        OldPressure = new double[count];
        Change = new double[count];
        Lower = new double[count];
        Upper = new double[count];
        Target = new double[count];
        Regime = new NodeRegime[count];
        OldRegime = new NodeRegime[count];
        Switches = new byte[count];
        Opening = new double[count];
        Injection = new double[count];
        OldInjection = new double[count];
        Loss = new double[count];
        BareMass = new double[count];
        _bareHat = new double[count];
        StageInjection = [new double[count], new double[count], new double[count]];
        StageLoss = [new double[count], new double[count], new double[count]];
        _rates = [new double[count], new double[count], new double[count]];
    }

    internal int Count { get; }

    /// <summary>Volume of nodes where no pipe ends [m³]; 0 elsewhere.</summary>
    internal double[] BareVolume { get; }

    internal double[] Pressure { get; }

    internal double[] OldPressure { get; }

    internal double[] Change { get; }

    /// <summary>Least injection [kg/s].</summary>
    internal double[] Lower { get; }

    /// <summary>Greatest injection [kg/s].</summary>
    internal double[] Upper { get; }

    /// <summary>The law's pressure [Pa].</summary>
    internal double[] Target { get; }

    internal NodeRegime[] Regime { get; }

    internal NodeRegime[] OldRegime { get; }

    /// <summary>How often a node has changed its regime in the present stage.</summary>
    internal byte[] Switches { get; }

    /// <summary>Area of the opening into the open [m²]; 0 where there is none.</summary>
    internal double[] Opening { get; }

    /// <summary>Mass flow into the network at the end of the last stage [kg/s].</summary>
    internal double[] Injection { get; }

    internal double[] OldInjection { get; }

    /// <summary>Mass flow into the open [kg/s].</summary>
    internal double[] Loss { get; }

    /// <summary>Mass in the bare volume at the start of the step [kg].</summary>
    internal double[] BareMass { get; }

    internal double[][] StageInjection { get; }

    internal double[][] StageLoss { get; }

    internal void BeginStep()
    {
        Pressure.AsSpan().CopyTo(OldPressure);
        Injection.AsSpan().CopyTo(OldInjection);
        Regime.AsSpan().CopyTo(OldRegime);
    }

    internal void Restore()
    {
        OldPressure.AsSpan().CopyTo(Pressure);
        OldInjection.AsSpan().CopyTo(Injection);
        OldRegime.AsSpan().CopyTo(Regime);
    }

    internal void BeginStage(double weight0, double weight1)
    {
        Switches.AsSpan().Clear();
        for (int i = 0; i < Count; i++)
            _bareHat[i] = BareMass[i] + (weight0 * _rates[0][i]) + (weight1 * _rates[1][i]);
    }

    /// <summary>Keeps what crosses the boundary in a stage. The network's own inflow at each node [kg/s] decides what its bare volume gains.</summary>
    internal void KeepRates(int stage, ReadOnlySpan<double> inflow)
    {
        for (int i = 0; i < Count; i++)
        {
            StageInjection[stage][i] = Injection[i];
            StageLoss[stage][i] = Loss[i];
            _rates[stage][i] = BareVolume[i] > 0.0 ? inflow[i] + Injection[i] - Loss[i] : 0.0;
        }
    }

    internal void EndStep(double weight0, double weight1, double weight2)
    {
        for (int i = 0; i < Count; i++)
            BareMass[i] += (weight0 * _rates[0][i]) + (weight1 * _rates[1][i]) + (weight2 * _rates[2][i]);
    }

    internal void WeighBareNodes()
    {
        for (int i = 0; i < Count; i++)
            BareMass[i] = BareVolume[i] * Density(i);
    }

    internal double Density(int node) => _gas[node].At(Pressure[node], out _);

    /// <summary>What a node keeps or loses at its pressure: growth of its bare mass over the stage's weight plus the loss into the open [kg/s].</summary>
    internal double Keeps(int node, double weight, out double byPressure)
    {
        byPressure = 0.0;
        double kept = 0.0;
        if (BareVolume[node] > 0.0)
        {
            double density = _gas[node].At(Pressure[node], out double slope);
            kept = ((BareVolume[node] * density) - _bareHat[node]) / weight;
            byPressure = BareVolume[node] * slope / weight;
        }

        Loss[node] = 0.0;
        if (Opening[node] > 0.0)
        {
            Loss[node] = Opening[node] * _nozzle.Flux(Pressure[node], _gas[node], out double slope);
            kept += Loss[node];
            byPressure += Opening[node] * slope;
        }

        return kept;
    }

    /// <summary>Puts a node into the regime that its present pressure and injection ask for.</summary>
    /// <returns>Whether the regime has changed.</returns>
    internal bool Update(int node, double injection)
    {
        NodeRegime before = Regime[node];
        NodeRegime after = before;
        double lower = Lower[node];
        double upper = Upper[node];
        double slack = 1e-9 * Target[node];
        if (lower == upper)
            after = NodeRegime.Lower;
        else if (before == NodeRegime.Held)
            after = injection < lower ? NodeRegime.Lower : injection > upper ? NodeRegime.Upper : before;
        else if (before == NodeRegime.Lower)
            after = double.IsInfinity(lower) || Pressure[node] < Target[node] - slack ? NodeRegime.Held : before;
        else if (double.IsInfinity(upper) || Pressure[node] > Target[node] + slack)
            after = NodeRegime.Held;
        if (after == before)
            return false;
        if (Switches[node] >= 6)
            return false;
        Switches[node]++;
        Regime[node] = after;
        return true;
    }

    /// <summary>Whether the regime of a node fits its pressure and injection.</summary>
    internal bool Fits(int node, double injection, double flowScale)
    {
        double slackFlow = 1e-6 * flowScale;
        return Lower[node] == Upper[node] || Regime[node] switch
        {
            NodeRegime.Held => injection >= Lower[node] - slackFlow && injection <= Upper[node] + slackFlow,
            NodeRegime.Lower => Pressure[node] >= Target[node] * (1.0 - 1e-6),
            _ => Pressure[node] <= Target[node] * (1.0 + 1e-6),
        };
    }
}
