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
                return (Plain(index, element, gas, [], null), open);
            case GasResistor resistor:
                return (Plain(index, element, gas, [resistor.Loss], null), open);
            case GasValve valve:
                if (valve.IsOpen is null && known is null)
                    complaints.Add(Free(index, element, "open"));
                bool isOpen = valve.IsOpen ?? known != StationMode.Closed;
                return (Plain(index, element, gas, [valve.Loss], null), isOpen ? open : closed);
            case GasPump pump:
                return (Plain(index, element, gas, [], pump.LiftByVolumeFlow), open);
            case GasControlValve regulator:
                if (regulator.Control is null)
                    complaints.Add(Free(index, element, known == StationMode.Closed ? "closed" : "in bypass"));
                LinkLaw throttle = Plain(index, element, gas, [regulator.LossIn, regulator.LossOut], null);
                return (throttle, regulator.Control ?? (known == StationMode.Closed ? closed : open));
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

    private static LinkLaw Plain(int index, GasElement element, DensityTable gas, IEnumerable<PressureLoss> losses, IReadOnlyList<double>? lift)
    {
        (double drag, double loss) = Sum(losses);
        return new LinkLaw { Source = index, From = element.From, To = element.To, Gas = gas, Drag = drag, Fixed = loss, Lift = lift };
    }

    private static LinkLaw Machine(int index, GasCompressorStation station, DensityTable gas, GasNetwork network, HydraulicSettings settings)
    {
        (double drag, double loss) = Sum([station.LossIn, station.LossOut]);
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
            IsCompressor = true,
            RatioMax = station.RatioMax ?? double.PositiveInfinity,
            OutletMax = station.OutletPressureMax ?? double.PositiveInfinity,
            HeadExponent = share,
            HeadScale = specific / share,
            Efficiency = station.Efficiency ?? settings.DefaultEfficiency,
        };
    }

    private static (double Drag, double Fixed) Sum(IEnumerable<PressureLoss> losses)
    {
        double drag = 0.0;
        double loss = 0.0;
        foreach (PressureLoss one in losses)
        {
            if (one is { DragFactor: { } factor, Diameter: { } diameter } && diameter > 0.0)
            {
                double area = 0.25 * Math.PI * diameter * diameter;
                drag += factor / (2.0 * area * area);
            }

            loss += one.Fixed ?? 0.0;
        }

        return (drag, loss);
    }
}
