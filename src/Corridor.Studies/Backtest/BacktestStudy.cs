using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Provenance;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Studies.Backtest;

/// <summary>
/// Compares the modelled volumes of a year with what was reported: for each row of <c>backtest_routes</c> the amount that the row measures, against the
/// observations that name it. Nothing here enters the dispatch.
/// </summary>
public static class BacktestStudy
{
    /// <summary>Least number of days that a figure must cover to stand for its year: nine months.</summary>
    public const int LeastDays = 270;

    /// <summary>Years for which a route has a figure of the whole year, in order.</summary>
    /// <param name="system">The package.</param>
    public static IReadOnlyList<int> Years(EnergySystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        var routes = system.BacktestRoutes.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        return [.. system.Observations.Where(o => o.Value is not null && o.Route is not null && routes.Contains(o.Route) && IsYear(o, o.Start.Year)).Select(o => o.Start.Year).Distinct().Order()];
    }

    /// <summary>The horizon of a year.</summary>
    /// <param name="year">Calendar year.</param>
    /// <param name="step">Length of the periods.</param>
    public static Horizon HorizonOf(int year, TimeStep step) => new(new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1), step);

    /// <summary>Compares a result with the observations of a year. Whether the result may be shown is for its certificate to say.</summary>
    /// <param name="system">The package that was dispatched.</param>
    /// <param name="result">A result whose horizon contains the year, of status optimal.</param>
    /// <param name="year">Calendar year.</param>
    /// <exception cref="ArgumentException">The result is not optimal, or its horizon does not contain the year.</exception>
    public static BacktestResult Compare(EnergySystem system, DispatchResult result, int year)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(result);
        if (result.Status != DispatchStatus.Optimal)
            throw new ArgumentException("Only an optimal result can be compared.", nameof(result));
        Horizon horizon = result.Network.Horizon;
        (DateOnly start, DateOnly end) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        if (horizon.From > start || horizon.To < end)
            throw new ArgumentException($"The horizon of the result does not contain the year {year}.", nameof(year));
        var context = new CompilationContext(system, horizon, new FindingList());
        var meter = new RouteMeter(system, result);
        ILookup<string, Observation> observed = system.Observations.Where(o => o.Value is not null && o.Route is not null).ToLookup(o => o.Route!, StringComparer.Ordinal);
        var routes = new List<RouteComparison>();
        var silent = new List<(string Id, string Name)>();
        foreach (BacktestRoute route in system.BacktestRoutes)
        {
            var reading = new RouteReading(route, meter, context.BasisOf(route.Carrier));
            // The longest span counts: the whole year where it is reported, else most of it.
            List<Observation> within = [.. observed[route.Id].Where(o => o.Start >= start && o.End <= end).OrderBy(Days, Comparer<int>.Create((a, b) => b.CompareTo(a))).ThenBy(o => o.Confidence)];
            if (within.Count == 0 || Days(within[0]) < LeastDays)
                silent.Add((route.Id, route.Name ?? route.Id));
            else
                routes.Add(reading.Compare([.. within.Where(o => SameSpan(o, within[0]))], [.. within.Where(o => !SameSpan(o, within[0])).OrderBy(o => o.Start).ThenBy(o => o.End)]));
        }

        return new BacktestResult { Year = year, Routes = routes, NotReported = silent };
    }

    private static int Days(Observation observation) => observation.End.DayNumber - observation.Start.DayNumber;

    private static bool SameSpan(Observation one, Observation other) => one.Start == other.Start && one.End == other.End;

    private static bool IsYear(Observation observation, int year) =>
        observation.Start == new DateOnly(year, 1, 1) && observation.End == new DateOnly(year + 1, 1, 1);

    /// <summary>One route, read from a result.</summary>
    private sealed class RouteReading(BacktestRoute route, RouteMeter meter, CarrierBasis basis)
    {
        public RouteComparison Compare(List<Observation> whole, List<Observation> parts)
        {
            Observation used = whole[0];
            (double modelled, double reported) = (Modelled(used.Start, used.End), InUnit(used));
            return new RouteComparison
            {
                Id = route.Id,
                Name = route.Name ?? route.Id,
                Carrier = route.Carrier,
                Unit = route.AmountUnit.Symbol,
                Start = used.Start,
                End = used.End,
                Modelled = modelled,
                Reported = reported,
                Deviation = Deviation(modelled, reported, used.Start, used.End),
                Source = used.Source,
                AsReported = used.Value!.Value.Value,
                AsReportedUnit = used.Value.Value.Unit.Symbol,
                Confidence = used.Confidence,
                Note = used.Note,
                Cause = used.Cause ?? route.Cause,
                Others = [.. whole.Skip(1).Select(o => new OtherFigure(InUnit(o), o.Source, o.Confidence))],
                Parts = [.. parts.Select(Part)],
            };
        }

        private PartComparison Part(Observation part)
        {
            (double modelled, double reported) = (Modelled(part.Start, part.End), InUnit(part));
            return new PartComparison(part.Start, part.End, modelled, reported, Deviation(modelled, reported, part.Start, part.End), part.Source);
        }

        private double Deviation(double modelled, double reported, DateOnly start, DateOnly end)
        {
            if (reported > 0)
                return (modelled - reported) / reported;
            double capacity = FromAccount(meter.Capacity(route, start, end));
            return capacity > 0 ? modelled / capacity : Math.Sign(modelled);
        }

        private double Modelled(DateOnly start, DateOnly end) => FromAccount(meter.Amount(route, start, end));

        private double InUnit(Observation observation)
        {
            if (!basis.TryToAccount(observation.Value!.Value, out double account, out string? problem))
                throw new ArgumentException($"Observation {observation.Id}: {problem}", nameof(observation));
            return FromAccount(account);
        }

        private double FromAccount(double account)
        {
            if (!basis.TryFromAccount(account, route.AmountUnit, out Amount amount, out string? problem))
                throw new ArgumentException($"Route {route.Id}: {problem}", nameof(account));
            return amount.Value;
        }
    }
}
