using Corridor.Model;
using Corridor.Model.Hydraulics;
using Corridor.Model.Network;
using Corridor.Model.Units;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Dispatch;

/// <summary>Reads the hydraulic data of a package's gas pipelines.</summary>
public static class GasLineReader
{
    /// <summary>Seconds of a day.</summary>
    public const double SecondsPerDay = 86_400.0;

    private const double ReferencePressure = 101_325.0;
    private const double ReferenceTemperature = 293.15;
    private const double PascalsPerPsi = 6_894.757293168;
    private const double KelvinPerRankine = 5.0 / 9.0;
    private static readonly AmountUnit ReferenceVolume = AmountUnit.Parse("mcm@20C");

    /// <summary>Reads the lines.</summary>
    /// <param name="system">The package.</param>
    /// <param name="settings">What is assumed where it states nothing.</param>
    /// <param name="asOf">The day whose stations count; null for those in service, and for the planned ones of lines that are planned themselves.</param>
    /// <returns>The gas pipelines with a diameter, a length and a largest pressure, and those without.</returns>
    public static GasLineSet Read(EnergySystem system, LinePhysicsSettings settings, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(settings);
        Dictionary<string, Carrier> carriers = [];
        foreach (Carrier carrier in system.Carriers)
            carriers.TryAdd(carrier.Id, carrier);
        Dictionary<string, string> carrierOf = [];
        foreach (Node node in system.Nodes)
            carrierOf.TryAdd(node.Id, node.Carrier);
        ILookup<string, Compressor> stations = system.Compressors.ToLookup(c => c.Pipeline);
        var lines = new List<GasLine>();
        var without = new List<LineWithoutData>();
        foreach (Pipeline row in system.Pipelines)
        {
            if (!carrierOf.TryGetValue(row.From, out string? id) || !carriers.TryGetValue(id, out Carrier? carrier) || carrier.Kind != CarrierKind.Gas)
                continue;
            string[] missing = [.. Missing(row, stations[row.Id].Any())];
            GasLine? line = missing.Length == 0 ? Line(row, carrier, [.. stations[row.Id].Where(c => Counts(c, row, asOf))], settings) : null;
            if (line is not null)
                lines.Add(line);
            else
                without.Add(new LineWithoutData(row.Id, row.Name ?? row.Id, missing.Length > 0 ? missing : ["heating value of its carrier"]));
        }

        return new GasLineSet(lines, without);
    }

    /// <summary>
    /// A gas of which only the density is known: its pseudocritical figures by Standing's correlation for dry gases
    /// (M. B. Standing, "Volumetric and Phase Behavior of Oil Field Hydrocarbon Systems", SPE 1977): T = 168 + 325·γ − 12.5·γ² °R, p = 677 + 15·γ − 37.5·γ² psia.
    /// </summary>
    /// <param name="relativeDensity">Density over that of air γ [1].</param>
    /// <param name="settings">For its viscosity and isentropic exponent.</param>
    public static GasQuality Gas(double relativeDensity, LinePhysicsSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        double g = relativeDensity;
        return new GasQuality
        {
            Name = "gas",
            MolarMass = g * GasLaws.MolarMassOfAir,
            SpecificGravity = g,
            PseudocriticalTemperature = (168.0 + (325.0 * g) - (12.5 * g * g)) * KelvinPerRankine,
            PseudocriticalPressure = (677.0 + (15.0 * g) - (37.5 * g * g)) * PascalsPerPsi,
            DynamicViscosity = settings.Viscosity,
            IsentropicExponent = settings.IsentropicExponent,
        };
    }

    private static IEnumerable<string> Missing(Pipeline row, bool hasStations)
    {
        if ((row.HydraulicLength ?? row.Length) is not { } length || length.InKilometres() <= 0)
            yield return "length";
        if (row.InnerDiameter is not { } diameter || diameter.InMillimetres() <= 0)
            yield return "inner_diameter";
        if (row.MaxPressure is not { } pressure || pressure.InBarAbsolute() <= 0)
            yield return "max_pressure";
        else if (row.MinPressure is { } least && least >= pressure)
            yield return "min_pressure below max_pressure";
        // Without a word on stations nobody knows whether the line has any; 0 MW says that it has none.
        if (!hasStations && row.CompressorPower is null)
            yield return "compressors, or compressor_power 0";
        else if (!hasStations && row.CompressorPower?.InMegawatts() > 0)
            yield return "compressors";
    }

    private static bool Counts(Compressor station, Pipeline row, DateOnly? asOf)
    {
        if (station.Status != AssetStatus.Operating && station.Status != row.Status)
            return false;
        return asOf is not { } day || ((station.Start is not { } start || start <= day) && (station.End is not { } end || day < end));
    }

    private static GasLine? Line(Pipeline row, Carrier carrier, Compressor[] stations, LinePhysicsSettings settings)
    {
        var assumed = new List<string>();
        double Known(double? value, string column, double otherwise)
        {
            if (value is null)
                assumed.Add(column);
            return value ?? otherwise;
        }

        GasQuality gas = Gas(Known(row.RelativeDensity, "relative_density", settings.RelativeDensity), settings);
        IGasLaw? law = GasLaws.For(settings.EquationOfState, gas, out _);
        if (law is null || Basis(carrier) is not { } basis || !basis.TryGetFactor(ReferenceVolume, out double accountsPerVolume, out _) || !(accountsPerVolume > 0))
            return null;
        law.Potential(ReferencePressure, ReferenceTemperature, out double density);
        double length = (row.HydraulicLength ?? row.Length)!.Value.InMetres(), most = row.MaxPressure!.Value.InPascals();
        double heat = NetHeat(carrier, density) ?? settings.FuelHeat;
        return new GasLine
        {
            Id = row.Id,
            Name = row.Name ?? row.Id,
            From = row.From,
            To = row.To,
            Length = length,
            Diameter = row.InnerDiameter!.Value.InMetres(),
            Strings = row.Strings ?? 1,
            LoopShare = Math.Min((row.Loops?.InMetres() ?? 0) / length, 1.0),
            Roughness = Known(row.Roughness?.InMetres(), "roughness", settings.Roughness),
            HydraulicEfficiency = Known(row.HydraulicEfficiency, "hydraulic_efficiency", settings.HydraulicEfficiency),
            PressureMax = most,
            PressureMin = Known(row.MinPressure?.InPascals(), "min_pressure", most * settings.DeliveryShare),
            Temperature = Known(row.GasTemperature + 273.15, "gas_temperature", settings.GasTemperature),
            Gas = gas,
            MassPerAccount = 1e6 * density / accountsPerVolume,
            Basis = basis,
            FuelHeat = heat,
            Stations = Stations(row, stations, length, settings, assumed),
            Assumed = assumed,
        };
    }

    // A station without a power of its own has an equal share of what the line states beyond the stations that have one.
    private static LineStation[] Stations(Pipeline row, Compressor[] stations, double length, LinePhysicsSettings settings, List<string> assumed)
    {
        Compressor[] placed = [.. stations.Where(s => s.Chainage is { } at && at.InMetres() <= length).OrderBy(s => s.Chainage!.Value.InMetres()).ThenBy(s => s.Id, StringComparer.Ordinal)];
        int open = placed.Count(s => s.Power is null);
        double rest = (row.CompressorPower?.InMegawatts() ?? 0) - placed.Sum(s => s.Power?.InMegawatts() ?? 0);
        double? share = open > 0 && rest > 0 ? 1e6 * rest / open : null;
        if (open > 0 && share is null)
            assumed.Add("power of stations");
        if (placed.Any(s => s.MaxRatio is null))
            assumed.Add("max_ratio of stations");
        if (placed.Any(s => s.Efficiency is null))
            assumed.Add("efficiency of stations");
        return [.. placed.Select(s => new LineStation(
            s.Id,
            s.Name ?? s.Id,
            s.Chainage!.Value.InMetres(),
            s.Power is { } power ? 1e6 * power.InMegawatts() : share,
            s.MaxRatio ?? settings.MaxRatio,
            s.Efficiency ?? settings.CompressorEfficiency))];
    }

    private static double? NetHeat(Carrier carrier, double density)
    {
        if (carrier.NetHeatingValue is not { } value || !HeatingValue.TryParse(value, carrier.HeatingValueUnit, "net", out HeatingValue? net, out _))
            return null;
        var basis = new CarrierBasis(carrier.Id, AmountUnit.Parse("GJ_net"), null, net);
        return basis.TryGetFactor(ReferenceVolume, out double joules, out _) ? 1e9 * joules / (1e6 * density) : null;
    }

    private static CarrierBasis? Basis(Carrier carrier)
    {
        HeatingValue? Value(double? value, string basis) =>
            value is { } given && HeatingValue.TryParse(given, carrier.HeatingValueUnit, basis, out HeatingValue? heating, out _) ? heating : null;

        try
        {
            return new CarrierBasis(carrier.Id, carrier.Unit, Value(carrier.GrossHeatingValue, "gross"), Value(carrier.NetHeatingValue, "net"), carrier.BarrelsPerTonne);
        }
        catch (ArgumentException)
        {
            // The validator names what is wrong with the carrier.
            return null;
        }
    }
}
