using System.Globalization;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats.GasLib;

/// <summary>Gives the stations their machines, drives and configurations.</summary>
internal sealed class GasLibMachines(GasLibFile file, List<GasElement> elements, FindingList findings)
{
    private const int BiquadraticCount = 9;
    private const int QuadraticCount = 3;

    internal void Map()
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int e = 0; e < elements.Count; e++)
        {
            if (elements[e] is GasCompressorStation)
                index.TryAdd(elements[e].Id, e);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (GasLibElement element in file.Root.Children.Where(c => c.Name == "compressorStation"))
        {
            string id = element["id"] ?? "";
            string subject = $"compressorStation {id}";
            if (!seen.Add(id))
                findings.Add(FormatFindings.DuplicateId.At(subject, element.Place, $"The machines of station '{id}' are described twice."));
            else if (index.TryGetValue(id, out int e))
                elements[e] = WithMachines((GasCompressorStation)elements[e], element, subject);
            else
                findings.Add(FormatFindings.Unused.At(subject, element.Place, $"Machines of the station '{id}' are described, which the network does not have.", Suggestion.Ask(id, index.Keys)));
        }

        foreach ((string id, int e) in index)
        {
            if (!seen.Contains(id))
                findings.Add(FormatFindings.Assumption.At($"compressorStation {id}", elements[e].Place, $"{file.Name} describes no machines of station '{id}'; its pressures alone bound it."));
        }
    }

    private GasCompressorStation WithMachines(GasCompressorStation station, GasLibElement element, string subject)
    {
        var drives = new List<CompressorDrive>();
        var units = new List<CompressorUnit>();
        var configurations = new List<StationConfiguration>();
        foreach (GasLibElement child in element.Child("drives")?.Children ?? [])
        {
            if (Drive(child, subject) is { } drive && IsNew(drives.Select(d => d.Id), drive.Id, child, subject))
                drives.Add(drive);
        }

        foreach (GasLibElement child in element.Child("compressors")?.Children ?? [])
        {
            if (Unit(child, subject) is { } unit && IsNew(units.Select(u => u.Id), unit.Id, child, subject))
                units.Add(unit);
        }

        foreach (CompressorUnit unit in units)
        {
            if (drives.All(d => d.Id != unit.Drive))
                findings.Add(FormatFindings.UnknownId.At(subject, element.Place, $"Machine '{unit.Id}' of {subject} is turned by the drive '{unit.Drive}', which does not exist.", Suggestion.Ask(unit.Drive, drives.Select(d => d.Id))));
        }

        foreach (GasLibElement child in element.Child("configurations")?.Children.Where(c => c.Name == "configuration") ?? [])
        {
            if (Configuration(child, units, subject) is { } configuration && IsNew(configurations.Select(c => c.Id), configuration.Id, child, subject))
                configurations.Add(configuration);
        }

        return station with { Units = units, Drives = drives, Configurations = configurations };
    }

    private CompressorUnit? Unit(GasLibElement element, string station)
    {
        if (element["id"] is not { Length: > 0 } id || element["drive"] is not { Length: > 0 } drive)
        {
            findings.Add(FormatFindings.Missing.At(station, element.Place, $"A <{element.Name}> of {station} lacks its id or its drive."));
            return null;
        }

        var figures = new GasLibFigures(element, $"{element.Name} {id}", findings);
        double? least = figures.NonNegative("speedMin", GasLibDimension.Speed);
        double? greatest = figures.DemandPositive("speedMax", GasLibDimension.Speed);
        GasLibBounds.CheckOrder(figures.Subject, element.Place, least, greatest, "speedMin", "speedMax", findings);
        switch (element.Name)
        {
            case "turboCompressor":
                double[]? speed = figures.Coefficients("n_isoline_coeff", BiquadraticCount);
                double[]? efficiency = figures.Coefficients("eta_ad_isoline_coeff", BiquadraticCount);
                double[]? surge = figures.Coefficients("surgeline_coeff", QuadraticCount);
                double[]? choke = figures.Coefficients("chokeline_coeff", QuadraticCount);
                return speed is null || efficiency is null || surge is null || choke is null || greatest is null ? null : new TurboCompressor
                {
                    Id = id,
                    Drive = drive,
                    SpeedMin = least ?? 0,
                    SpeedMax = greatest.Value,
                    SpeedLines = speed,
                    EfficiencyLines = efficiency,
                    SurgeLine = surge,
                    ChokeLine = choke,
                    EfficiencyOfChokeLine = figures.Take("efficiencyOfChokeline", GasLibDimension.None),
                };
            case "pistonCompressor":
                double? volume = figures.DemandPositive("operatingVolume", GasLibDimension.Volume);
                return volume is null || greatest is null ? null : new PistonCompressor
                {
                    Id = id,
                    Drive = drive,
                    SpeedMin = least ?? 0,
                    SpeedMax = greatest.Value,
                    OperatingVolume = volume.Value,
                    TorqueMax = Stated(figures.NonNegative("maximalTorque", GasLibDimension.Torque)),
                    RatioMax = Stated(figures.NonNegative("maximalCompressionRatio", GasLibDimension.None)),
                    PressureRiseMax = Stated(figures.NonNegative("maximalPressureIncrease", GasLibDimension.PressureDifference)),
                    AdiabaticEfficiency = Stated(figures.NonNegative("adiabaticEfficiency", GasLibDimension.None)),
                    AdditionalReductionOfVolume = figures.NonNegative("additionalReductionVolFlow", GasLibDimension.None) ?? 0,
                };
            default:
                findings.Add(FormatFindings.NoEffect.At(station, element.Place, $"<{element.Name}> is no kind of machine that is known.", Suggestion.Ask(element.Name, ["turboCompressor", "pistonCompressor"])));
                return null;
        }
    }

    /// <summary>Files write 0 where a limit is not known.</summary>
    private static double? Stated(double? value) => value is > 0 ? value : null;

    private CompressorDrive? Drive(GasLibElement element, string station)
    {
        DriveKind? kind = element.Name switch
        {
            "gasTurbine" => DriveKind.GasTurbine,
            "gasDrivenMotor" => DriveKind.GasDrivenMotor,
            "electricMotor" => DriveKind.ElectricMotor,
            "steamTurbine" => DriveKind.SteamTurbine,
            _ => null,
        };
        if (kind is null || element["id"] is not { Length: > 0 } id)
        {
            findings.Add(FormatFindings.NoEffect.At(station, element.Place, kind is null ? $"<{element.Name}> is no kind of drive that is known." : $"A <{element.Name}> of {station} has no id.", Suggestion.Ask(element.Name, ["gasTurbine", "gasDrivenMotor", "electricMotor", "steamTurbine"])));
            return null;
        }

        var figures = new GasLibFigures(element, $"{element.Name} {id}", findings);
        double[]? energy = figures.Has("energy_rate_fun_coeff_1") ? figures.Coefficients("energy_rate_fun_coeff", QuadraticCount) : [];
        double[]? power = figures.Coefficients("power_fun_coeff", figures.Has("power_fun_coeff_4") ? BiquadraticCount : QuadraticCount);
        var points = new List<(double Power, double Energy)>();
        foreach (GasLibElement measurement in element.Child("specificEnergyConsumptionMeasurements")?.Children ?? [])
        {
            var point = new GasLibFigures(measurement, figures.Subject, findings);
            double? shaft = point.Take("compressorPower", GasLibDimension.Power);
            double? fuel = point.Take("fuelConsumption", GasLibDimension.Power);
            if (shaft is not null && fuel is not null)
                points.Add((shaft.Value, fuel.Value));
        }

        return energy is null || power is null ? null : new CompressorDrive(id, kind.Value, power, energy, points);
    }

    private StationConfiguration? Configuration(GasLibElement element, List<CompressorUnit> units, string station)
    {
        string id = element["confId"] ?? element["id"] ?? "";
        var stages = new List<(int Number, IReadOnlyList<string> Machines)>();
        foreach (GasLibElement stage in element.Children.Where(c => c.Name == "stage"))
        {
            List<string> machines = [.. stage.Children.Where(c => c.Name == "compressor").Select(c => c["id"] ?? "")];
            foreach (string machine in machines.Where(m => units.All(u => u.Id != m)))
            {
                findings.Add(FormatFindings.UnknownId.At(station, stage.Place, $"Configuration '{id}' of {station} names the machine '{machine}', which does not exist.", Suggestion.Ask(machine, units.Select(u => u.Id))));
                return null;
            }

            if (machines.Count > 0)
                stages.Add((int.TryParse(stage["stageNr"], NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : stages.Count + 1, machines));
        }

        if (stages.Count > 0)
            return new StationConfiguration(id, [.. stages.OrderBy(s => s.Number).Select(s => s.Machines)]);
        findings.Add(FormatFindings.Missing.At(station, element.Place, $"Configuration '{id}' of {station} has no stage with a machine."));
        return null;
    }

    private bool IsNew(IEnumerable<string> known, string id, GasLibElement element, string station)
    {
        if (!known.Contains(id, StringComparer.Ordinal))
            return true;
        findings.Add(FormatFindings.DuplicateId.At(station, element.Place, $"{station} has two <{element.Name}> with the id '{id}'."));
        return false;
    }
}
