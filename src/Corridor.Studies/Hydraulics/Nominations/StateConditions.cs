using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>What an element's states demand of the pressures at its ends, as bounds of p_from − p_to [bar] and of either pressure.</summary>
/// <param name="Least">Least difference.</param>
/// <param name="Most">Greatest difference.</param>
/// <param name="FromMin">Least pressure where it begins.</param>
/// <param name="ToMax">Greatest pressure where it ends.</param>
/// <param name="Ratio">Greatest ratio of the pressure where it ends to that where it begins.</param>
internal readonly record struct StateConditions(double Least, double Most, double FromMin, double ToMax, double Ratio)
{
    private const double Bar = NominationModel.Bar;

    /// <summary>No demand at all.</summary>
    internal static StateConditions None { get; } =
        new(double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity, double.PositiveInfinity);

    /// <summary>What holds in whichever of the states allowed the element is, for flows and pressures within a box.</summary>
    internal static StateConditions Of(NominationModel model, Box box, int element)
    {
        StateConditions all = default;
        bool isFirst = true;
        foreach (ElementMode mode in box.Allowed[element])
        {
            StateConditions one = Of(model, box, element, mode);
            all = isFirst
                ? one
                : new StateConditions(
                    Math.Min(all.Least, one.Least),
                    Math.Max(all.Most, one.Most),
                    Math.Min(all.FromMin, one.FromMin),
                    Math.Max(all.ToMax, one.ToMax),
                    Math.Max(all.Ratio, one.Ratio));
            isFirst = false;
        }

        return isFirst ? None : all;
    }

    internal static StateConditions Of(NominationModel model, Box box, int element, ElementMode mode)
    {
        ElementLaw law = model.Laws[element];
        if (mode == ElementMode.Closed || !law.Element.InService || law.IsPipe)
            return None;
        (double Least, double Most) loss;
        switch (law.Element)
        {
            case GasResistor resistor:
                loss = LossOf(model, box, element, resistor.Loss);
                return None with { Least = loss.Least, Most = loss.Most };
            case GasValve valve:
                loss = LossOf(model, box, element, valve.Loss);
                return None with { Least = loss.Least, Most = loss.Most };
            case GasControlValve regulator when mode == ElementMode.Active:
                {
                    (double inLeast, double inMost) = LossOf(model, box, element, regulator.LossIn);
                    (double outLeast, double outMost) = LossOf(model, box, element, regulator.LossOut);
                    return new StateConditions(
                        (regulator.PressureDropMin / Bar) + Math.Max(0.0, inLeast) + Math.Max(0.0, outLeast),
                        ((regulator.PressureDropMax ?? double.PositiveInfinity) / Bar) + inMost + outMost,
                        (regulator.InletPressureMin ?? double.NegativeInfinity) / Bar,
                        (regulator.OutletPressureMax ?? double.PositiveInfinity) / Bar,
                        double.PositiveInfinity);
                }

            case GasCompressorStation station when mode == ElementMode.Active:
                {
                    double lost = LossOf(model, box, element, station.LossIn).Most + LossOf(model, box, element, station.LossOut).Most;
                    return new StateConditions(
                        double.NegativeInfinity,
                        lost,
                        (station.InletPressureMin ?? double.NegativeInfinity) / Bar,
                        (station.OutletPressureMax ?? double.PositiveInfinity) / Bar,
                        station.RatioMax ?? double.PositiveInfinity);
                }

            default:
                return None with { Least = 0.0, Most = 0.0 };
        }
    }

    /// <summary>Bounds of a loss in the direction from beginning to end; that of an active element counts forwards only.</summary>
    private static (double Least, double Most) LossOf(NominationModel model, Box box, int element, PressureLoss loss)
    {
        if (loss.IsNone)
            return (0.0, 0.0);
        double low = box.FlowMin[element];
        double high = box.FlowMax[element];
        if (loss.Fixed is { } stated)
            return ((low > 0.0 ? stated : -stated) / Bar, (high < 0.0 ? -stated : stated) / Bar);
        int from = model.From[element];
        int to = model.To[element];
        double thin = Math.Min(box.PressureMin[from], box.PressureMin[to]);
        double dense = Math.Max(box.PressureMax[from], box.PressureMax[to]);
        ElementLaw law = model.Laws[element];
        double greatest = Math.Max(law.Loss(loss, thin, high, out _, out _), law.Loss(loss, dense, high, out _, out _));
        double least = Math.Min(law.Loss(loss, thin, low, out _, out _), law.Loss(loss, dense, low, out _, out _));
        return (least, greatest);
    }
}
