namespace Corridor.Studies.Hydraulics.Dispatch;

/// <summary>What holds a line back at its capacity.</summary>
public enum LineLimit
{
    /// <summary>The pressure at the delivery would fall below the smallest.</summary>
    DeliveryPressure,

    /// <summary>A station's power does not restore the largest pressure, and the pressure at the delivery would fall below the smallest.</summary>
    StationPower,

    /// <summary>A station's ratio does not restore the largest pressure, and the pressure at the delivery would fall below the smallest.</summary>
    StationRatio,
}

/// <summary>What a station does at one flow.</summary>
/// <param name="Inlet">Absolute pressure at its inlet [Pa].</param>
/// <param name="Outlet">Absolute pressure at its outlet [Pa]; the line's largest unless it is at a limit.</param>
/// <param name="Power">Shaft power [W].</param>
/// <param name="PowerNeeded">Shaft power that would restore the line's largest pressure [W]; above <paramref name="Power"/> where a limit stands in the way.</param>
/// <param name="Fuel">Fuel gas that it takes from the line [kg/s].</param>
/// <param name="Limit">What holds it back; null where it restores the largest pressure.</param>
public readonly record struct StationDuty(double Inlet, double Outlet, double Power, double PowerNeeded, double Fuel, LineLimit? Limit)
{
    /// <summary>Ratio of outlet to inlet pressure [1].</summary>
    public double Ratio => Outlet / Inlet;
}

/// <summary>
/// Pressures along a line at one flow, run as a line is run when it is full: the largest pressure at the inlet, and each station restores it as
/// far as its power and ratio allow. No other way of running it delivers more at a higher pressure.
/// </summary>
/// <param name="Inflow">Mass flow at the inlet, all strings [kg/s].</param>
/// <param name="Outflow">Mass flow at the end: less by the fuel of the stations [kg/s].</param>
/// <param name="Delivery">Absolute pressure at the end [Pa]; NaN where the gas does not come through.</param>
/// <param name="Lowest">Lowest absolute pressure on the way [Pa]; NaN where the gas does not come through.</param>
/// <param name="Velocity">Greatest velocity [m/s].</param>
/// <param name="ErosionalVelocity">Erosional velocity where the gas is fastest [m/s].</param>
/// <param name="Linepack">Mass of gas within [kg].</param>
/// <param name="Stations">What each station does, in the order of the flow.</param>
public sealed record LineProfile(
    double Inflow,
    double Outflow,
    double Delivery,
    double Lowest,
    double Velocity,
    double ErosionalVelocity,
    double Linepack,
    IReadOnlyList<StationDuty> Stations)
{
    /// <summary>Shaft power of all stations [W].</summary>
    public double Power => Stations.Sum(s => s.Power);

    /// <summary>Follows a flow along a line.</summary>
    /// <param name="line">The line, in the direction of the flow.</param>
    /// <param name="laws">Its laws.</param>
    /// <param name="settings">Assumptions.</param>
    /// <param name="inflow">Mass flow at the inlet [kg/s], ≥ 0.</param>
    public static LineProfile At(GasLine line, LineLaws laws, LinePhysicsSettings settings, double inflow)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(laws);
        ArgumentNullException.ThrowIfNull(settings);
        var duties = new StationDuty[line.Stations.Count];
        double pressure = line.PressureMax, flow = inflow, place = 0, linepack = 0, lowest = pressure, fastest = 0, dense = laws.Density(pressure);
        int passed = 0;
        for (int i = 0; i <= duties.Length; i++)
        {
            double to = i < duties.Length ? line.Stations[i].Distance : line.Length;
            pressure = laws.Section(pressure, to - place, flow, out double within);
            place = to;
            if (double.IsNaN(pressure))
                return new LineProfile(inflow, flow, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, duties[..passed]);
            linepack += within;
            lowest = Math.Min(lowest, pressure);
            double density = laws.Density(pressure), velocity = flow / line.Strings / laws.Area / density;
            if (velocity > fastest)
                (fastest, dense) = (velocity, density);
            if (i == duties.Length)
                break;
            duties[i] = Duty(line, laws, settings, line.Stations[i], pressure, flow);
            flow -= duties[i].Fuel;
            pressure = duties[i].Outlet;
            passed++;
        }

        return new LineProfile(inflow, flow, pressure, lowest, fastest, settings.ErosionalConstant / Math.Sqrt(dense), linepack, duties);
    }

    // The fuel f is taken at the inlet, so that m − f is compressed: P = (m − f)·w with f = P/(η·h), hence P = m·w/(1 + w/(η·h)).
    private static StationDuty Duty(GasLine line, LineLaws laws, LinePhysicsSettings settings, LineStation station, double inlet, double flow)
    {
        double heat = settings.DriveEfficiency * line.FuelHeat;
        double Power(double ratio)
        {
            double work = laws.Work(inlet, ratio, station.Efficiency);
            return flow * work / (1.0 + (work / heat));
        }

        double wanted = Math.Max(line.PressureMax / inlet, 1.0), needed = Power(wanted), ratio = wanted;
        LineLimit? limit = null;
        if (ratio > station.RatioMax)
            (ratio, limit) = (station.RatioMax, LineLimit.StationRatio);
        if (station.PowerMax is { } most && Power(ratio) > most)
        {
            // P = (m − f)·w and f = P/(η·h) give the work that the power affords.
            double compressed = flow - (most / heat);
            double reached = compressed > 0 ? laws.Ratio(inlet, most / compressed, station.Efficiency) : 1.0;
            (ratio, limit) = (Math.Min(Math.Max(reached, 1.0), ratio), LineLimit.StationPower);
        }

        double power = Power(ratio);
        return new StationDuty(inlet, ratio == wanted ? Math.Max(line.PressureMax, inlet) : inlet * ratio, power, needed, power / heat, limit);
    }
}
