namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>One condition of an element at a point, in bar (or MW), with its derivatives by the two pressures [bar] and the flow [kg/s].</summary>
internal struct ElementRow
{
    internal double Value;
    internal double DFrom;
    internal double DTo;
    internal double DFlow;
    internal double Lower;
    internal double Upper;

    /// <summary>How far the value is outside its bounds.</summary>
    internal readonly double Violation => Math.Max(0.0, Math.Max(Lower - Value, Value - Upper));

    internal static ElementRow Of(double value, double dFrom, double dTo, double dFlow, double lower, double upper) =>
        new() { Value = value, DFrom = dFrom, DTo = dTo, DFlow = dFlow, Lower = lower, Upper = upper };
}
