using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>
/// Laws of one element without volume. Set points of stations and regulators refer to the pressures at the machine, between the loss before and the
/// loss behind it, as in steady flow; in bypass they lose nothing.
/// </summary>
internal sealed class LinkLaw
{
    private const int MaxLiftIterations = 60;
    private const int MaxLossIterations = 30;

    /// <summary>
    /// A resistance so small that it is not seen [Pa·s/kg]: five pascal at 500 kg/s. With it the flow divides in one way only among parallel elements.
    /// </summary>
    internal const double Leak = 0.01;

    internal required int Source { get; init; }

    internal required int From { get; init; }

    internal required int To { get; init; }

    internal bool IsCompressor { get; init; }

    internal double RatioMax { get; init; } = double.PositiveInfinity;

    internal double OutletMax { get; init; } = double.PositiveInfinity;

    /// <summary>Whether it is a station or regulator, with a machine between two losses.</summary>
    internal bool HasMachine { get; init; }

    /// <summary>ζ/(2A²) of the element, or of what lies before its machine [1/m⁴].</summary>
    internal double Drag { get; init; }

    /// <summary>Fixed loss in the direction of flow, of the element or of what lies before its machine [Pa].</summary>
    internal double Fixed { get; init; }

    /// <summary>ζ/(2A²) of what lies behind its machine [1/m⁴].</summary>
    internal double DragBehind { get; init; }

    /// <summary>Fixed loss of what lies behind its machine [Pa].</summary>
    internal double FixedBehind { get; init; }

    /// <summary>Coefficients of the lift of a pump, the highest power first; null for others.</summary>
    internal IReadOnlyList<double>? Lift { get; init; }

    /// <summary>Of the adiabatic head: head = <see cref="HeadScale"/>·(r^<see cref="HeadExponent"/> − 1) [J/kg].</summary>
    internal double HeadScale { get; init; } = 1.0;

    internal double HeadExponent { get; init; } = 0.2;

    internal double Efficiency { get; init; } = 0.8;

    internal required DensityTable Gas { get; init; }

    /// <summary>Pressure before the machine [Pa].</summary>
    internal double Enter(double from, double flow, out double byFrom, out double byFlow) => Lose(from, Drag, Fixed, flow, out byFrom, out byFlow);

    /// <summary>Pressure at the second node for the one behind the machine [Pa].</summary>
    internal double Leave(double behind, double flow, out double byBehind, out double byFlow) => Lose(behind, DragBehind, FixedBehind, flow, out byBehind, out byFlow);

    /// <summary>Pressure behind the machine for the one at the second node [Pa].</summary>
    internal double Behind(double to, double flow, out double byTo, out double byFlow)
    {
        byTo = 1.0;
        byFlow = 0.0;
        double behind = to + FixedBehind;
        if (DragBehind == 0.0 || flow <= 0.0)
            return behind;
        double least = behind;
        for (int iteration = 0; iteration < MaxLossIterations; iteration++)
        {
            double density = Gas.At(behind, out double slope);
            double loss = DragBehind * flow * flow / density;
            byTo = 1.0 / (1.0 + (loss * slope / density));
            byFlow = 2.0 * DragBehind * flow / density * byTo;
            double change = (least + loss - behind) * byTo;
            behind += change;
            if (Math.Abs(change) <= 1e-14 * behind)
                break;
        }

        return behind;
    }

    private double Lose(double pressure, double drag, double loss, double flow, out double byPressure, out double byFlow)
    {
        byPressure = 1.0;
        byFlow = 0.0;
        if (drag == 0.0 || flow <= 0.0)
            return pressure - loss;
        double density = Gas.At(pressure, out double slope);
        double lost = drag * flow * flow / density;
        byPressure = 1.0 + (lost * slope / density);
        byFlow = -2.0 * drag * flow / density;
        return pressure - loss - lost;
    }

    /// <summary>Highest pressure behind a compressor [Pa] and its slope by the one before it.</summary>
    internal double Cap(double from, out double slope)
    {
        if (RatioMax * from <= OutletMax && double.IsFinite(RatioMax))
        {
            slope = RatioMax;
            return RatioMax * from;
        }

        // A station never lowers the pressure: above its greatest outlet pressure it lets gas pass.
        slope = OutletMax < from ? 1.0 : 0.0;
        return double.IsFinite(OutletMax) ? Math.Max(OutletMax, from) : double.PositiveInfinity;
    }

    /// <summary>Pressure that the element makes behind it [Pa].</summary>
    internal double Target(StationMode mode, double value, double from, double flow, out double byFrom, out double byFlow)
    {
        byFlow = 0.0;
        double wanted;
        switch (mode)
        {
            case StationMode.Ratio:
                byFrom = value;
                wanted = value * from;
                break;
            case StationMode.PressureRise:
                byFrom = 1.0;
                wanted = from + value;
                break;
            case StationMode.Power:
                double least = Math.Max(flow, 1e-3);
                double per = value * Efficiency / (HeadScale * least);
                double ratio = Math.Pow(1.0 + per, 1.0 / HeadExponent);
                byFrom = ratio;
                byFlow = flow > 1e-3 ? -from * ratio * per / (HeadExponent * (1.0 + per) * least) : 0.0;
                wanted = from * ratio;
                break;
            default:
                byFrom = 0.0;
                wanted = value;
                break;
        }

        if (!IsCompressor)
        {
            if (wanted <= from)
                return wanted;
            byFrom = 1.0;
            return from;
        }

        // A ratio or rise that is given is followed as given; limits that it passes are reported.
        if (mode is StationMode.Ratio or StationMode.PressureRise)
            return wanted;
        double cap = Cap(from, out double capSlope);
        if (wanted > cap)
        {
            byFrom = capSlope;
            byFlow = 0.0;
            wanted = cap;
        }

        if (wanted >= from)
            return wanted;
        byFrom = 1.0;
        byFlow = 0.0;
        return from;
    }

    /// <summary>Pressure before an element that holds it there [Pa], as far as the pressure behind it allows.</summary>
    internal double Inlet(double value, double to, out double byTo)
    {
        if (!IsCompressor)
        {
            byTo = to > value ? 1.0 : 0.0;
            return Math.Max(value, to);
        }

        if (value >= to)
        {
            byTo = 1.0;
            return to;
        }

        bool capped = double.IsFinite(RatioMax) && to / RatioMax > value;
        byTo = capped ? 1.0 / RatioMax : 0.0;
        return capped ? to / RatioMax : value;
    }

    /// <summary>Loss of pressure where gas passes [Pa], negative for a pump's lift.</summary>
    internal double Loss(double from, double to, double flow, bool isBackwards, out double byFrom, out double byTo, out double byFlow)
    {
        byFrom = 0.0;
        byTo = 0.0;
        byFlow = 0.0;
        double loss = 0.0;
        if (Drag > 0.0)
        {
            double density = Gas.At(flow < 0.0 ? to : from, out double slope);
            loss = Drag * flow * Math.Abs(flow) / density;
            byFlow = 2.0 * Drag * Math.Abs(flow) / density;
            if (flow < 0.0)
                byTo = -loss * slope / density;
            else
                byFrom = -loss * slope / density;
        }

        // The fixed loss jumps at zero flow: regimes decide which side holds.
        loss += isBackwards ? -Fixed : Fixed;

        if (Lift is not null)
        {
            double lift = Rise(Lift, from, flow, out double liftByFrom, out double liftByFlow);
            loss -= lift;
            byFlow -= liftByFlow;
            byFrom -= liftByFrom;
        }

        return loss;
    }

    /// <summary>Lift of a pump [Pa]: its volume flow is that at the mean of the pressures, which the lift itself shifts.</summary>
    private double Rise(IReadOnlyList<double> coefficients, double from, double flow, out double byFrom, out double byFlow)
    {
        double rise = 0.0;
        double derivative = 0.0;
        double density = 1.0;
        double slope = 0.0;
        double volume = 0.0;
        for (int iteration = 0; iteration < MaxLiftIterations; iteration++)
        {
            density = Gas.At(Math.Max(from + (0.5 * rise), 0.1 * from), out slope);
            volume = 3600.0 * flow / density;
            double lift = 0.0;
            derivative = 0.0;
            for (int k = 0; k < coefficients.Count; k++)
            {
                derivative = (derivative * volume) + lift;
                lift = (lift * volume) + coefficients[k];
            }

            double change = (1e5 * lift) - rise;
            rise += change;
            if (Math.Abs(change) <= 1e-13 * from)
                break;
        }

        double byVolume = 1e5 * derivative;
        double byMean = byVolume * volume * slope / density;
        byFlow = byVolume * 3600.0 / density / (1.0 + (0.5 * byMean));
        byFrom = -byMean / (1.0 + (0.5 * byMean));
        return rise;
    }
}
