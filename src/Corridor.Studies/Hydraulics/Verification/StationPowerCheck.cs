using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Compressors;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Verification;

/// <summary>
/// Powers of compressor stations, reckoned again: heads from the pressures stage by stage, powers from heads and efficiencies, points on the maps by their
/// polynomials, energy and fuel from powers. Of the study of stations only the figures of its answer are used.
/// </summary>
internal sealed class StationPowerCheck(CheckedState state)
{
    /// <summary>Isentropic exponent of natural gas where neither station nor gas states one.</summary>
    private const double NaturalGas = 1.296;

    /// <summary>Efficiencies of drives that state no energy: burning gas, electric.</summary>
    private const double DriveEfficiency = 0.35;
    private const double MotorEfficiency = 0.95;

    /// <summary>Efficiency below which no map is believed.</summary>
    private const double LeastEfficiency = 0.1;

    /// <summary>Flow [kg/s] up to which machines stand still, and the least that maps are asked for.</summary>
    private const double LeastFlow = 1e-6;
    private const double LeastMachineFlow = 1e-3;

    internal void Check(int e, GasCompressorStation station, StationMode mode, double before, double behind, double flow)
    {
        ElementState stated = state.Solution.Elements[e];
        if (mode == StationMode.Bypass || !(flow > LeastFlow) || state.Law(state.Gas(e)) is not { } law)
        {
            Derived(e, stated.Power, 0.0, "shaft power", "W");
            Derived(e, stated.FuelPower, 0.0, "drive energy", "W");
            Fuel(e, station, 0.0);
            return;
        }

        double burnt;
        double temperature = state.Temperature(station.From);
        if (station.Configurations.Count == 0)
        {
            double exponent = Exponent(station.IsentropicExponent ?? state.Gas(e).IsentropicExponent ?? NaturalGas);
            double specific = law.Compressibility(before, temperature, out _) * GasLaws.GasConstant * temperature / law.MolarMass;
            double head = specific / exponent * (Math.Pow(Math.Max(1.0, behind / before), exponent) - 1.0);
            double power = flow * head / (station.Efficiency ?? state.Settings.DefaultEfficiency);
            Derived(e, stated.Power, power, "shaft power", "W");
            Derived(e, stated.FuelPower, power / DriveEfficiency, "drive energy", "W");
            burnt = power / DriveEfficiency;
        }
        else if (stated.Operation is { Machines.Count: > 0 } operation)
            burnt = Machines(e, station, operation, law, temperature, before, behind, Math.Max(flow, LeastMachineFlow));
        else
        {
            state.Tally.AddElement(HydraulicResidualKind.Claim, 1.0, e, $"{state.Name(e)} runs, but says nothing of its machines.");
            return;
        }

        Fuel(e, station, burnt);
    }

    private double Machines(int e, GasCompressorStation station, StationOperation operation, IGasLaw law, double inletTemperature, double before, double behind, double flow)
    {
        double exponent = Exponent(station.IsentropicExponent ?? GasProperties.IsentropicExponent(state.Gas(e), inletTemperature));
        StationConfiguration? configuration = station.Configurations.FirstOrDefault(c => c.Id == operation.Configuration);
        if (configuration is null || !configuration.Stages.SelectMany(stage => stage).SequenceEqual(operation.Machines.Select(m => m.Unit), StringComparer.Ordinal))
        {
            state.Tally.AddElement(HydraulicResidualKind.Claim, 1.0, e, $"{state.Name(e)} has no configuration {operation.Configuration} of the machines stated.");
            return 0.0;
        }

        double pressure = before;
        double temperature = inletTemperature;
        double power = 0.0;
        double energy = 0.0;
        double burnt = 0.0;
        int next = 0;
        foreach (IReadOnlyList<string> stage in configuration.Stages)
        {
            double specific = law.Compressibility(pressure, temperature, out _) * GasLaws.GasConstant * temperature / law.MolarMass;
            double head = operation.Machines[next].Head;
            double share = flow / stage.Count;
            double raised = 1e3 * head * exponent / specific;
            double stagePower = 0.0;
            for (int k = 0; k < stage.Count; k++)
            {
                MachineOperation machine = operation.Machines[next++];
                Derived(e, machine.Head, head, $"head of {machine.Unit}", "kJ/kg");
                Derived(e, machine.VolumeFlow, share * specific / pressure, $"volume flow of {machine.Unit}", "m³/s");
                Derived(e, machine.ShaftPower, Math.Max(0.0, 1e3 * share * head / machine.Efficiency), $"shaft power of {machine.Unit}", "W");
                CompressorUnit unit = station.Units.First(u => u.Id == machine.Unit);
                Point(e, unit, machine);
                CompressorDrive? drive = station.Drives.FirstOrDefault(d => d.Id == unit.Drive);
                Energy(e, drive, machine);
                stagePower += machine.ShaftPower;
                energy += machine.DriveEnergy;
                burnt += drive is null || drive.Kind is DriveKind.GasTurbine or DriveKind.GasDrivenMotor ? machine.DriveEnergy : 0.0;
            }

            power += stagePower;
            double work = stagePower > 0.0 ? stagePower / (1e3 * flow * head) : 1.0;
            temperature = station.HasCooler ? inletTemperature : temperature * (1.0 + (raised * work));
            pressure *= Math.Pow(1.0 + raised, 1.0 / exponent);
        }

        Derived(e, pressure, behind, "pressure behind the machines", "Pa");
        Derived(e, state.Solution.Elements[e].Power, power, "shaft power", "W");
        Derived(e, state.Solution.Elements[e].FuelPower, energy, "drive energy", "W");
        return burnt;
    }

    /// <summary>The point lies on the map, and beyond it only with a complaint.</summary>
    private void Point(int e, CompressorUnit unit, MachineOperation machine)
    {
        double q = machine.VolumeFlow;
        double n = machine.Speed;
        double beyond = (machine.ShaftPower - machine.PowerLimit) / Math.Max(1.0, machine.PowerLimit);
        if (unit is TurboCompressor turbo)
        {
            double height = Map(turbo.SpeedLines, q, n);
            Derived(e, machine.Efficiency, Math.Max(LeastEfficiency, Map(turbo.EfficiencyLines, q, n)), $"efficiency of {unit.Id}", "");
            double size = Math.Max(Math.Abs(machine.Head), 1e-3);
            beyond = Math.Max(beyond, Math.Abs(machine.Head - height) / size);
            beyond = Math.Max(beyond, (machine.Head - Line(turbo.SurgeLine, q)) / size);
            beyond = Math.Max(beyond, (Line(turbo.ChokeLine, q) - machine.Head) / size);
        }
        else if (unit is PistonCompressor piston)
        {
            double needed = 60.0 * q / piston.OperatingVolume;
            Derived(e, n, Math.Min(piston.SpeedMax, Math.Max(piston.SpeedMin, needed)), $"speed of {unit.Id}", "1/min");
            Derived(e, machine.Efficiency, Math.Max(LeastEfficiency, piston.AdiabaticEfficiency ?? state.Settings.DefaultEfficiency), $"efficiency of {unit.Id}", "");
            beyond = Math.Max(beyond, (needed / piston.SpeedMax) - 1.0);
        }

        if (beyond > 0.0 && !state.Solution.Complaints.Any(complaint => complaint.Element == e && complaint.Kind == ComplaintKind.StationLimit))
            state.Tally.AddElement(HydraulicResidualKind.SilentLimit, beyond, e, $"Machine {unit.Id} of {state.Name(e)} works beyond its map, and no complaint says so.");
    }

    private void Energy(int e, CompressorDrive? drive, MachineOperation machine)
    {
        double kilowatt = 1e-3 * machine.ShaftPower;
        double expected = drive is { EnergyCoefficients.Count: >= 3 } ? 1e3 * Line(drive.EnergyCoefficients, kilowatt) : 0.0;
        if (drive is { EnergyCoefficients.Count: < 3, SpecificEnergyPoints.Count: >= 2 } && machine.DriveEnergy >= machine.ShaftPower)
            return;
        if (!(expected >= machine.ShaftPower) || !(expected > 0.0))
            expected = machine.ShaftPower / (drive?.Kind == DriveKind.ElectricMotor ? MotorEfficiency : DriveEfficiency);
        Derived(e, machine.DriveEnergy, expected, $"drive energy of {machine.Unit}", "W");
    }

    /// <summary>Fuel is taken where it is to be taken, as much as the drives burn.</summary>
    private void Fuel(int e, GasCompressorStation station, double burnt)
    {
        double taken = state.Solution.Fuel.Where(draw => draw.Element == e && draw.Node == station.FuelNode).Sum(draw => draw.Flow);
        bool isTaken = state.Settings.TakesFuel && station.FuelNode is { } node && state.Network.Nodes[node].InService;
        double expected = isTaken && GasProperties.InferiorCalorificValue(state.Gas(e)) is { } value ? burnt / value : 0.0;
        Derived(e, taken, expected, "fuel", "kg/s");
    }

    private static double Exponent(double kappa) => (kappa - 1.0) / kappa;

    private static double Line(IReadOnlyList<double> a, double x) => a[0] + (x * (a[1] + (x * a[2])));

    private static double Map(IReadOnlyList<double> a, double q, double n)
    {
        double sum = 0.0;
        for (int row = 2; row >= 0; row--)
            sum = (sum * q) + a[3 * row] + (n * (a[(3 * row) + 1] + (n * a[(3 * row) + 2])));
        return sum;
    }

    private void Derived(int e, double stated, double expected, string what, string unit) => state.Tally.AddElement(
        HydraulicResidualKind.Derived,
        CheckedState.Relative(stated, expected),
        e,
        $"The {what} of {state.Name(e)} is stated as {stated:0.######} {unit}; {expected:0.######} {unit} follow.");
}
