namespace Corridor.Studies.Hydraulics.Dispatch;

/// <summary>The greatest flow of a line that its pipe, pressures and stations allow.</summary>
/// <param name="Line">The line, in the direction of the flow.</param>
/// <param name="Profile">Its pressures at that flow.</param>
/// <param name="Limit">What holds it back.</param>
/// <param name="LimitStation">Index of the station that holds it back, in the order of the flow; −1 for none.</param>
public sealed record LineCapacity(GasLine Line, LineProfile Profile, LineLimit Limit, int LimitStation)
{
    private const int Steps = 200;
    private const double Accuracy = 1e-10;

    /// <summary>Capacity at the inlet [kg/s].</summary>
    public double Inflow => Profile.Inflow;

    /// <summary>Capacity where it delivers [kg/s].</summary>
    public double Outflow => Profile.Outflow;

    /// <summary>Capacity at the inlet [units of account a day].</summary>
    public double InflowPerDay => Inflow * GasLineReader.SecondsPerDay / Line.MassPerAccount;

    /// <summary>Capacity where it delivers [units of account a day].</summary>
    public double OutflowPerDay => Outflow * GasLineReader.SecondsPerDay / Line.MassPerAccount;

    /// <summary>
    /// The capacity of a line: the largest inflow at which it delivers at its smallest pressure. More inflow never means more pressure at the end,
    /// so that halving finds it; the answer is on the feasible side, to a relative 1e-10.
    /// </summary>
    /// <param name="line">The line, in the direction of the flow.</param>
    /// <param name="settings">Assumptions.</param>
    public static LineCapacity Of(GasLine line, LinePhysicsSettings settings)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(settings);
        var laws = new LineLaws(line, settings);
        bool Carries(double inflow) => LineProfile.At(line, laws, settings, inflow).Delivery >= line.PressureMin;

        // No section passes more than one whose end is at almost no pressure, so doubling ends.
        double low = 0, high = laws.Area * line.Strings * laws.Density(line.PressureMax);
        while (Carries(high))
            (low, high) = (high, 2 * high);
        for (int step = 0; step < Steps && high - low > Accuracy * high; step++)
        {
            double middle = 0.5 * (low + high);
            if (Carries(middle))
                low = middle;
            else
                high = middle;
        }

        LineProfile profile = LineProfile.At(line, laws, settings, low);
        // What one more unit would meet: the first station that no longer restores the pressure, else the delivery itself.
        int station = profile.Stations.Select((duty, index) => (duty, index)).Where(s => s.duty.Limit is not null).Select(s => s.index).DefaultIfEmpty(-1).First();
        return new LineCapacity(line, profile, station < 0 ? LineLimit.DeliveryPressure : profile.Stations[station].Limit!.Value, station);
    }
}
