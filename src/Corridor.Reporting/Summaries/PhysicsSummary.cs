namespace Corridor.Reporting.Summaries;

/// <summary>What the physics of the gas lines says of a run. docs/physics.md explains every figure.</summary>
/// <param name="Mode"><c>check</c> or <c>capacity</c>.</param>
/// <param name="Lines">Directions of lines that carry gas, infeasible ones first, then by how full they are.</param>
/// <param name="Stations">Their compressor stations, in the order of the lines and of the flow.</param>
/// <param name="Capacities">Stated and derived capacities of the lines with data, in the order of the package.</param>
/// <param name="Idle">Lines with data through which nothing flows.</param>
/// <param name="WithoutData">Lines in service whose flows were not looked at, and why, largest flow first.</param>
public sealed record PhysicsSummary(
    string Mode,
    IReadOnlyList<LinePhysicsSummary> Lines,
    IReadOnlyList<StationPhysicsSummary> Stations,
    IReadOnlyList<LineCapacitySummary> Capacities,
    IReadOnlyList<string> Idle,
    IReadOnlyList<LineWithoutDataSummary> WithoutData);

/// <summary>One direction of a line over the horizon. Pressures are absolute [bar], extremes over the periods.</summary>
/// <param name="Id">Pipeline.</param>
/// <param name="Direction"><c>forward</c> or <c>backward</c>.</param>
/// <param name="Unit">Unit of amounts.</param>
/// <param name="Flow">What enters over the horizon.</param>
/// <param name="Capacity">What the pipe would carry over the horizon.</param>
/// <param name="Utilisation">Greatest flow of a period over the capacity [1].</param>
/// <param name="PeriodsWithFlow">Periods with flow.</param>
/// <param name="InfeasiblePeriods">Periods whose flow the pipe does not carry.</param>
/// <param name="Excess">What the pipe does not carry, over the horizon.</param>
/// <param name="FirstInfeasible">First day of the first such period; null where there is none.</param>
/// <param name="WorstPeriod">First day of the period with the greatest flow.</param>
/// <param name="DeliveryPressure">Lowest pressure where it delivers what it carries [bar].</param>
/// <param name="DeliveryPressureMin">Smallest pressure at which it must deliver [bar].</param>
/// <param name="LowestPressure">Lowest pressure on the way [bar].</param>
/// <param name="InletPressure">Pressure at the inlet [bar].</param>
/// <param name="Velocity">Greatest velocity [m/s].</param>
/// <param name="ErosionalVelocity">Erosional velocity there [m/s].</param>
/// <param name="Power">Greatest shaft power of its stations in a period [MW].</param>
/// <param name="PowerAvailable">Shaft power of its stations [MW]; null where that of one is not known.</param>
/// <param name="MeanPower">Mean shaft power over the horizon [MW].</param>
/// <param name="Fuel">Fuel gas of its stations over the horizon.</param>
/// <param name="FuelStated">Fuel and losses over the horizon by the line's fuel_share, as the dispatch reckons.</param>
/// <param name="Linepack">Mean gas in the pipe, in the unit of amounts.</param>
/// <param name="Verified">Whether the network solver finds the same pressures in the fullest period that the pipe carries.</param>
/// <param name="Agreement">Greatest relative difference between the two; null where the solver did not converge.</param>
public sealed record LinePhysicsSummary(
    string Id,
    string Direction,
    string Unit,
    double Flow,
    double Capacity,
    double Utilisation,
    int PeriodsWithFlow,
    int InfeasiblePeriods,
    double Excess,
    string? FirstInfeasible,
    string WorstPeriod,
    double DeliveryPressure,
    double DeliveryPressureMin,
    double LowestPressure,
    double InletPressure,
    double Velocity,
    double ErosionalVelocity,
    double Power,
    double? PowerAvailable,
    double MeanPower,
    double Fuel,
    double FuelStated,
    double Linepack,
    bool Verified,
    double Agreement);

/// <summary>A compressor station over the horizon.</summary>
/// <param name="Id">Compressor.</param>
/// <param name="Line">Pipeline.</param>
/// <param name="Direction"><c>forward</c> or <c>backward</c>.</param>
/// <param name="Ratio">Greatest ratio of pressures [1].</param>
/// <param name="Power">Greatest shaft power [MW].</param>
/// <param name="PowerNeeded">Greatest shaft power that would have restored the largest pressure [MW].</param>
/// <param name="PowerAvailable">Installed shaft power [MW]; null where not known.</param>
/// <param name="LimitedPeriods">Periods in which power or ratio did not restore the largest pressure.</param>
public sealed record StationPhysicsSummary(string Id, string Line, string Direction, double Ratio, double Power, double PowerNeeded, double? PowerAvailable, int LimitedPeriods);

/// <summary>Stated and derived capacity of a direction of a line, where the gas enters.</summary>
/// <param name="Id">Pipeline.</param>
/// <param name="Direction"><c>forward</c> or <c>backward</c>.</param>
/// <param name="Unit">Unit: an amount a year of 365 days.</param>
/// <param name="Stated">Stated by the package, scenarios applied.</param>
/// <param name="Derived">Derived from pipe, pressures and stations.</param>
/// <param name="Delivered">What of it arrives.</param>
/// <param name="Deviation">Derived over stated, less 1; null where nothing is stated.</param>
/// <param name="Used">What a dispatch in capacity mode uses.</param>
/// <param name="Use"><c>derived</c>, <c>scenario_limit</c>, <c>stated_below_bound</c> or <c>bound_below_stated</c>.</param>
/// <param name="Limit"><c>delivery_pressure</c>, <c>station_power</c> or <c>station_ratio</c>.</param>
/// <param name="Station">The compressor that holds it back first; null for none.</param>
/// <param name="Assumed">Columns that the package leaves empty and the study assumes.</param>
public sealed record LineCapacitySummary(
    string Id,
    string Direction,
    string Unit,
    double Stated,
    double Derived,
    double Delivered,
    double? Deviation,
    double Used,
    string Use,
    string Limit,
    string? Station,
    IReadOnlyList<string> Assumed);

/// <summary>A line whose flows were not looked at.</summary>
/// <param name="Id">Pipeline.</param>
/// <param name="Missing">Columns that are missing.</param>
/// <param name="Unit">Unit of the flow.</param>
/// <param name="Flow">What enters over the horizon, both directions.</param>
public sealed record LineWithoutDataSummary(string Id, IReadOnlyList<string> Missing, string Unit, double Flow);
