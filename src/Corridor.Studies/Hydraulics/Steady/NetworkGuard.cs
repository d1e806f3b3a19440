using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>Refuses networks that no reader should have made.</summary>
internal static class NetworkGuard
{
    /// <exception cref="ArgumentException">An element names a node that does not exist, or a figure is out of its range.</exception>
    internal static void Check(GasNetwork network)
    {
        foreach (GasElement element in network.Elements)
        {
            if (element.From < 0 || element.To < 0 || element.From >= network.Nodes.Count || element.To >= network.Nodes.Count)
                throw new ArgumentException($"The {element.Kind} {element.Id} names a node that does not exist.", nameof(network));
            if (element is GasPipe pipe)
            {
                if (!(pipe.Length > 0.0) || !(pipe.Diameter > 0.0) || !double.IsFinite(pipe.Length) || !double.IsFinite(pipe.Diameter))
                    throw new ArgumentException($"Length and diameter of pipe {pipe.Id} must be positive.", nameof(network));
                if (!(pipe.Roughness >= 0.0) || !(pipe.LossCoefficient >= 0.0) || pipe.FrictionFactor is <= 0.0 or double.NaN)
                    throw new ArgumentException($"Roughness, losses and friction factor of pipe {pipe.Id} must not be negative.", nameof(network));
            }

            (PressureLoss lossIn, PressureLoss lossOut) = Places.Losses(element);
            CheckLoss(element, lossIn);
            CheckLoss(element, lossOut);
            CheckLoss(element, element is GasResistor resistor ? resistor.Loss : element is GasValve valve ? valve.Loss : PressureLoss.None);
            CheckControl(element, element is GasControlValve regulator ? regulator.Control : (element as GasCompressorStation)?.Control);
        }

        foreach (GasNode node in network.Nodes)
        {
            if (!double.IsFinite(node.Injection) || !double.IsFinite(node.Height) || (node.PressureSetpoint is { } pressure && !(pressure > 0.0 && double.IsFinite(pressure))))
                throw new ArgumentException($"Injection, height and pressure of node {node.Id} must be finite, the pressure positive.", nameof(network));
        }
    }

    private static void CheckLoss(GasElement element, PressureLoss loss)
    {
        if (loss.DragFactor is < 0.0 or double.NaN || loss.Fixed is < 0.0 or double.NaN || (loss.DragFactor is > 0.0 && !(loss.Diameter > 0.0)))
            throw new ArgumentException($"The loss of the {element.Kind} {element.Id} must not be negative, and drag needs a diameter.", nameof(element));
    }

    internal static void CheckControl(GasElement element, StationControl? control)
    {
        if (control is null || control.Mode is StationMode.Closed or StationMode.Bypass)
            return;
        bool isPositive = control.Mode is StationMode.Ratio or StationMode.OutletPressure or StationMode.InletPressure or StationMode.Power;
        if (!double.IsFinite(control.Value) || (isPositive && !(control.Value > 0.0)) || (control.Mode == StationMode.Flow && control.Value < 0.0))
            throw new ArgumentException($"The set point of the {element.Kind} {element.Id} is out of its range.", nameof(control));
    }
}
