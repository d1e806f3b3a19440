using Corridor.Data.Formats.Exchange;
using Corridor.Model.Hydraulics;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.GasPackages;

/// <summary>Maps pipes, valves, regulators, resistors, stations and pumps to lines of a package.</summary>
internal sealed class GasPackageLines(GasNetwork network, Node[] nodes, ForeignIds ids, string part, FidelityReport fidelity)
{
    /// <summary>A mass flow as a rate.</summary>
    public required Func<double, Rate> Rate { get; init; }

    /// <summary>More than flows into the network [kg/s]: the capacity of what states none.</summary>
    public required double Ample { get; init; }

    /// <summary>Unit of the tariff.</summary>
    public required PriceUnit Price { get; init; }

    /// <summary>Tariff of every line, so that nothing flows in circles.</summary>
    public required double Tariff { get; init; }

    /// <summary>Id of the source.</summary>
    public required string Source { get; init; }

    /// <summary>Table <c>pipelines</c>.</summary>
    public List<Pipeline> Pipelines { get; } = [];

    /// <summary>Table <c>compressors</c>.</summary>
    public List<Compressor> Compressors { get; } = [];

    /// <summary>Maps all elements.</summary>
    public void Map()
    {
        foreach (GasElement element in network.Elements)
            Map(element);
        fidelity.Defaulted(part, "", "pipelines.tariff", FormattableString.Invariant($"{Tariff} EUR/kcm (assumed), so that nothing flows in circles."), null, network.Elements.Count);
    }

    private void Map(GasElement element)
    {
        string kind = element.Kind;
        bool isOneWay = element is GasControlValve { HasBypass: false } or GasCompressorStation { HasBypass: false } or GasPump;
        double most = element.FlowMax ?? Ample, back = element.FlowMin is { } least ? Math.Max(0, -least) : isOneWay ? 0 : Ample;
        if (isOneWay && back > 0)
        {
            fidelity.Approximated(part, $"{kind} flow backward", "pipelines.reverse_capacity", "It closes against flow backward: none is allowed.", element.Id);
            back = 0;
        }

        if (element.FlowMax is null)
            fidelity.Defaulted(part, $"{kind} flow bound", "pipelines.capacity", "The file states none: " + GasPackage.Unbound + ".", element.Id);
        else
            fidelity.Exact(part, $"{kind} flow bound", "pipelines.capacity");
        if (element.FlowMin is > 0)
            fidelity.Dropped(part, $"{kind} least flow", "A line has no least flow.", element.Id);
        Lost(element);
        bool isClosed = !element.InService || element is GasValve { IsOpen: false } or GasControlValve { Control.Mode: StationMode.Closed } or GasCompressorStation { Control.Mode: StationMode.Closed };
        GasPipe? pipe = element as GasPipe;
        GasNode from = network.Nodes[element.From], to = network.Nodes[element.To];
        double? highest = Least(pipe?.PressureMax, Least(from.PressureMax, to.PressureMax)), lowest = to.PressureMin;
        string id = ids.Take(element.Id, kind == "pipe" ? "p" : kind);
        Pipelines.Add(new Pipeline
        {
            Id = id,
            Name = ForeignText.OneLine(element.Id),
            From = nodes[element.From].Id,
            To = nodes[element.To].Id,
            Length = pipe is null ? null : Length.FromMetres(pipe.Length),
            InnerDiameter = pipe is null ? null : Length.FromMetres(pipe.Diameter),
            Roughness = pipe is { Roughness: > 0 } ? Length.FromMetres(pipe.Roughness) : null,
            MaxPressure = pipe is null || highest is not > 0 ? null : Pressure.FromPascals(highest.Value),
            MinPressure = pipe is null || lowest is not > 0 || lowest > highest ? null : Pressure.FromPascals(lowest.Value),
            RelativeDensity = pipe is not null && network.Gas.MolarMass / 0.0289647 is >= 0.07 and <= 1 and var relative ? relative : null,
            GasTemperature = pipe is not null && network.Temperature - 273.15 is >= -40 and <= 80 and var celsius ? celsius : null,
            Capacity = Rate(Math.Max(0, most)),
            ReverseCapacity = back > 0 ? Rate(back) : null,
            RateUnit = RateUnit.Parse("mcm@0C/d"),
            Tariff = new UnitPrice(Tariff, Price),
            PriceUnit = Price,
            Status = isClosed ? AssetStatus.Suspended : AssetStatus.Operating,
            Source = Source,
            Basis = Basis.Assumed,
            Note = ForeignText.OneLine($"{element.Place}; {kind}; tariff assumed{(element.FlowMax is null ? ", capacity " + GasPackage.Unbound : "")}"),
        });
        fidelity.Add(pipe is null ? FidelityKind.Approximated : FidelityKind.Exact, part, kind, "pipelines", pipe is null ? "A line without length that carries without loss." : "", element.Id, 1);
        if (element is GasCompressorStation station)
            Machine(station, id);
    }

    private void Machine(GasCompressorStation station, string line)
    {
        fidelity.Approximated(part, "compressor power and ratio", "compressors", "The dispatch knows neither pressure nor power of stations.", station.Id);
        Compressors.Add(new Compressor
        {
            Id = ids.Take(station.Id, "c"),
            Name = ForeignText.OneLine(station.Id),
            Pipeline = line,
            Power = station.PowerMax is { } watts and >= 0 ? Power.FromMegawatts(watts / 1e6) : null,
            MaxRatio = station.RatioMax is >= 1 ? station.RatioMax : null,
            Efficiency = station.Efficiency is > 0 and <= 1 ? station.Efficiency : null,
            Source = Source,
            Basis = Basis.Reported,
            Note = ForeignText.OneLine(station.Place.ToString()),
        });
    }

    /// <summary>Counts the physics that a dispatch does not have.</summary>
    private void Lost(GasElement element)
    {
        switch (element)
        {
            case GasPipe pipe:
                fidelity.Exact(part, "pipe length, diameter", "pipelines.length, pipelines.inner_diameter");
                if (pipe.Roughness > 0)
                    fidelity.Exact(part, "pipe roughness", "pipelines.roughness");
                if (pipe.LossCoefficient != 0)
                    fidelity.Dropped(part, "pipe loss coefficient", "A dispatch knows no losses of pressure.", pipe.Id);
                if (pipe.FrictionFactor is not null)
                    fidelity.Dropped(part, "pipe friction factor", "A dispatch knows no friction.", pipe.Id);
                if (pipe.HeatTransferCoefficient is not null || pipe.AmbientTemperature is not null)
                    fidelity.Dropped(part, "pipe heat transfer", "A dispatch knows no temperatures.", pipe.Id);
                break;
            case GasResistor { Loss.IsNone: false }:
                fidelity.Dropped(part, "resistor loss", "A dispatch knows no losses of pressure.", element.Id);
                break;
            case GasValve valve when !valve.Loss.IsNone || valve.PressureDifferentialMax is not null:
                fidelity.Dropped(part, "valve loss and pressure difference", "A dispatch knows no pressures.", element.Id);
                break;
            case GasControlValve:
                fidelity.Dropped(part, "control valve set point and pressure drop", "A dispatch knows no pressures.", element.Id);
                break;
            case GasCompressorStation station:
                fidelity.Dropped(part, "compressor pressures and losses", "A dispatch knows no pressures.", element.Id);
                if (station.Units.Count + station.Drives.Count > 0)
                    fidelity.Dropped(part, "compressor machines, drives, maps", "A dispatch knows no machines.", element.Id, station.Units.Count + station.Drives.Count);
                if (station.FuelNode is not null)
                    fidelity.Dropped(part, "compressor fuel", "The gas burnt by drives is not taken off.", element.Id);
                break;
            case GasPump:
                fidelity.Dropped(part, "pump lift", "A dispatch knows no pressures.", element.Id);
                break;
        }
    }

    private static double? Least(double? a, double? b) => a is null ? b : b is null ? a : Math.Min(a.Value, b.Value);
}
