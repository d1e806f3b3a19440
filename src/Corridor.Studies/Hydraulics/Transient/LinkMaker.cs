using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>Makes the laws of elements without volume.</summary>
internal static class LinkMaker
{
    internal static (LinkLaw Law, StationControl Control) Make(
        int index,
        GasElement element,
        StationMode? known,
        DensityTable gas,
        GasNetwork network,
        HydraulicSettings settings,
        List<HydraulicComplaint> complaints)
    {
        var open = new StationControl(StationMode.Bypass);
        var closed = new StationControl(StationMode.Closed);
        switch (element)
        {
            case GasShortPipe:
                return (Plain(index, element, gas, PressureLoss.None, null), open);
            case GasResistor resistor:
                return (Plain(index, element, gas, resistor.Loss, null), open);
            case GasValve valve:
                if (valve.IsOpen is null && known is null)
                    complaints.Add(Free(index, element, "open"));
                bool isOpen = valve.IsOpen ?? known != StationMode.Closed;
                return (Plain(index, element, gas, valve.Loss, null), isOpen ? open : closed);
            case GasPump pump:
                return (Plain(index, element, gas, PressureLoss.None, pump.LiftByVolumeFlow), open);
            case GasControlValve regulator:
                if (regulator.Control is null)
                    complaints.Add(Free(index, element, known == StationMode.Closed ? "closed" : "in bypass"));
                return (Throttle(index, regulator, gas), regulator.Control ?? (known == StationMode.Closed ? closed : open));
            case GasCompressorStation station:
                if (station.Control is null)
                    complaints.Add(Free(index, element, known == StationMode.Closed ? "closed" : "in bypass"));
                return (Machine(index, station, gas, network, settings), station.Control ?? (known == StationMode.Closed ? closed : open));
            default:
                throw new ArgumentException($"Elements of kind '{element.Kind}' are not known.", nameof(element));
        }
    }

    private static HydraulicComplaint Free(int index, GasElement element, string state) =>
        new(ComplaintKind.MissingFigure, -1, index, $"Nothing says what the {element.Kind} '{element.Id}' does; it is taken as {state}.", false);

    private static LinkLaw Plain(int index, GasElement element, DensityTable gas, PressureLoss lost, IReadOnlyList<double>? lift)
    {
        (double drag, double loss) = Split(lost);
        return new LinkLaw { Source = index, From = element.From, To = element.To, Gas = gas, Drag = drag, Fixed = loss, Lift = lift };
    }

    private static LinkLaw Machine(int index, GasCompressorStation station, DensityTable gas, GasNetwork network, HydraulicSettings settings)
    {
        (double drag, double loss) = Split(station.LossIn);
        (double dragBehind, double lossBehind) = Split(station.LossOut);
        double exponent = station.IsentropicExponent ?? network.Gas.IsentropicExponent ?? 1.3;
        double share = (exponent - 1.0) / exponent;

        // Z·R·T/M of the suction gas is p/ρ; its value at half the greatest pressure stands for all.
        double reference = 5e6;
        double specific = reference / gas.At(reference, out _);
        return new LinkLaw
        {
            Source = index,
            From = station.From,
            To = station.To,
            Gas = gas,
            Drag = drag,
            Fixed = loss,
            DragBehind = dragBehind,
            FixedBehind = lossBehind,
            HasMachine = true,
            IsCompressor = true,
            RatioMax = station.RatioMax ?? double.PositiveInfinity,
            OutletMax = station.OutletPressureMax ?? double.PositiveInfinity,
            HeadExponent = share,
            HeadScale = specific / share,
            Efficiency = station.Efficiency ?? settings.DefaultEfficiency,
        };
    }

    private static LinkLaw Throttle(int index, GasControlValve regulator, DensityTable gas)
    {
        (double drag, double loss) = Split(regulator.LossIn);
        (double dragBehind, double lossBehind) = Split(regulator.LossOut);
        return new LinkLaw
        {
            Source = index,
            From = regulator.From,
            To = regulator.To,
            Gas = gas,
            Drag = drag,
            Fixed = loss,
            DragBehind = dragBehind,
            FixedBehind = lossBehind,
            HasMachine = true,
        };
    }

    /// <summary>A loss as ζ/(2A²) and a fixed amount; where a drag is stated it counts alone, as in steady flow.</summary>
    private static (double Drag, double Fixed) Split(PressureLoss loss)
    {
        if (loss is not { DragFactor: > 0.0 and var factor, Diameter: > 0.0 and var diameter })
            return (0.0, loss.Fixed ?? 0.0);
        double area = 0.25 * Math.PI * diameter * diameter;
        return (factor / (2.0 * area * area), 0.0);
    }
}
