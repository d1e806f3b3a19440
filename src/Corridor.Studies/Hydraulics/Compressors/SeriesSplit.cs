using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Compressors;

/// <summary>
/// Divides the ratio of pressures between the stages of a configuration: pair by pair of neighbours, on a grid and then by golden section,
/// for least drive energy within the limits, else for the least excess.
/// </summary>
internal sealed class SeriesSplit
{
    private const int GridSteps = 16;
    private const int GoldenSteps = 30;
    private const int Sweeps = 3;
    private const double Golden = 0.618_033_988_749_894_8;

    private readonly GasCompressorStation _station;
    private readonly double _flow;
    private readonly double _inletPressure;
    private readonly StationConditions _conditions;
    private readonly double _exponent;
    private readonly CompressorUnit[][] _stages;
    private readonly double[] _logarithms;

    /// <summary>Prepares a configuration.</summary>
    public SeriesSplit(
        GasCompressorStation station,
        StationConfiguration configuration,
        double flow,
        double inletPressure,
        double outletPressure,
        StationConditions conditions)
    {
        _station = station;
        _flow = flow;
        _inletPressure = inletPressure;
        _conditions = conditions;
        _exponent = station.IsentropicExponent ?? conditions.IsentropicExponent;
        _stages = [.. configuration.Stages.Select(stage => stage.Select(id => Find(station, id)).ToArray())];
        if (_stages.Length == 0 || _stages.Any(stage => stage.Length == 0))
        {
            throw new ArgumentException("A configuration has at least one stage, and each stage at least one machine.", nameof(configuration));
        }

        _logarithms = new double[_stages.Length];
        Array.Fill(_logarithms, Math.Log(outletPressure / inletPressure) / _stages.Length);
    }

    /// <summary>Whether one way is better than another: within the limits with less energy, or nearer to them.</summary>
    public static bool IsBetter(double excess, double energy, double otherExcess, double otherEnergy)
    {
        bool isInside = excess <= StationOperation.Tolerance;
        bool otherIsInside = otherExcess <= StationOperation.Tolerance;
        return isInside != otherIsInside ? isInside : isInside ? energy < otherEnergy : excess < otherExcess;
    }

    /// <summary>The machines at the best division.</summary>
    public List<MachineOperation> Best(out double outletTemperature)
    {
        int sweeps = _stages.Length < 2 ? 0 : _stages.Length == 2 ? 1 : Sweeps;
        for (int sweep = 0; sweep < sweeps; sweep++)
        {
            for (int stage = 0; stage + 1 < _stages.Length; stage++)
            {
                Divide(stage);
            }
        }

        List<MachineOperation> machines = [];
        Run(machines, out outletTemperature, out _, out _);
        return machines;
    }

    // Divides what two neighbouring stages do together.
    private void Divide(int stage)
    {
        double total = _logarithms[stage] + _logarithms[stage + 1];
        double bestShare = 0.5;
        Try(stage, total, bestShare, out double bestExcess, out double bestEnergy);
        for (int step = 0; step <= GridSteps; step++)
        {
            double share = (double)step / GridSteps;
            Try(stage, total, share, out double excess, out double energy);
            if (IsBetter(excess, energy, bestExcess, bestEnergy))
            {
                (bestShare, bestExcess, bestEnergy) = (share, excess, energy);
            }
        }

        double low = Math.Max(0.0, bestShare - (1.0 / GridSteps));
        double high = Math.Min(1.0, bestShare + (1.0 / GridSteps));
        for (int step = 0; step < GoldenSteps; step++)
        {
            double left = high - (Golden * (high - low));
            double right = low + (Golden * (high - low));
            Try(stage, total, left, out double leftExcess, out double leftEnergy);
            Try(stage, total, right, out double rightExcess, out double rightEnergy);
            if (IsBetter(leftExcess, leftEnergy, rightExcess, rightEnergy))
            {
                high = right;
                if (IsBetter(leftExcess, leftEnergy, bestExcess, bestEnergy))
                {
                    (bestShare, bestExcess, bestEnergy) = (left, leftExcess, leftEnergy);
                }
            }
            else
            {
                low = left;
                if (IsBetter(rightExcess, rightEnergy, bestExcess, bestEnergy))
                {
                    (bestShare, bestExcess, bestEnergy) = (right, rightExcess, rightEnergy);
                }
            }
        }

        _logarithms[stage] = bestShare * total;
        _logarithms[stage + 1] = (1.0 - bestShare) * total;
    }

    private void Try(int stage, double total, double share, out double excess, out double energy)
    {
        _logarithms[stage] = share * total;
        _logarithms[stage + 1] = (1.0 - share) * total;
        Run(null, out _, out excess, out energy);
    }

    private void Run(List<MachineOperation>? machines, out double outletTemperature, out double excess, out double energy)
    {
        double pressure = _inletPressure;
        double temperature = _conditions.Temperature;
        outletTemperature = temperature;
        excess = double.NegativeInfinity;
        energy = 0.0;
        IGasLaw law = _conditions.Law;
        for (int stage = 0; stage < _stages.Length; stage++)
        {
            double ratio = Math.Exp(_logarithms[stage]);
            double next = pressure * ratio;
            double z = law.Compressibility(pressure, temperature, out _);
            double density = pressure * law.MolarMass / (z * GasLaws.GasConstant * temperature);
            double head = Compression.Head(z, temperature, law.MolarMass, _exponent, ratio);
            double share = _flow / _stages[stage].Length;
            double powers = 0.0;
            foreach (CompressorUnit unit in _stages[stage])
            {
                MachineOperation machine = MachineModel.Evaluate(_station, unit, stage, share, density, head, pressure, next, _conditions);
                machines?.Add(machine);
                excess = Math.Max(excess, machine.Excess);
                energy += machine.DriveEnergy;
                powers += machine.ShaftPower;
            }

            double efficiency = powers > 0.0 ? 1e3 * _flow * head / powers : 1.0;
            outletTemperature = Compression.OutletTemperature(temperature, _exponent, ratio, efficiency);
            temperature = _station.HasCooler ? _conditions.Temperature : outletTemperature;
            pressure = next;
        }
    }

    private static CompressorUnit Find(GasCompressorStation station, string id)
    {
        foreach (CompressorUnit unit in station.Units)
        {
            if (unit.Id == id)
            {
                return unit;
            }
        }

        throw new ArgumentException($"The station {station.Id} has no machine {id}.", nameof(station));
    }
}
