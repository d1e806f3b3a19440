using Corridor.Model.Provenance;
using Corridor.Model.Units;

namespace Corridor.Data.Packages.Validation;

/// <summary>Routes of the backtest measure something, and their figures convert.</summary>
internal static class BacktestChecks
{
    internal static void Routes(ValidationContext context)
    {
        for (int i = 0; i < context.System.BacktestRoutes.Count; i++)
        {
            BacktestRoute route = context.System.BacktestRoutes[i];
            if (route.Arcs.Count + route.FromZones.Count + route.ToZones.Count + route.Contracts.Count + route.Converters.Count == 0)
                context.Report(ValidationFindings.RouteOfNothing, "backtest_routes", i, null, "It names neither arcs nor zones nor contracts nor converters.");
            foreach (string arc in route.Arcs)
            {
                if (context.FindArc(arc) is { } ends && context.CarrierOfNode(ends.To) is { } carrier && carrier != route.Carrier)
                    context.Report(ValidationFindings.RouteOfNothing, "backtest_routes", i, "arcs", $"The route is of {route.Carrier}, but '{arc}' carries {carrier}.");
            }

            if (context.BasisOf(route.Carrier) is { } basis && !basis.TryToAccount(new Amount(1, route.AmountUnit), out _, out string? problem))
                context.Report(ValidationFindings.NotConvertible, "backtest_routes", i, "amount_unit", problem);
        }
    }

    internal static void Observations(ValidationContext context)
    {
        for (int i = 0; i < context.System.Observations.Count; i++)
        {
            Observation observation = context.System.Observations[i];
            if (context.Find<BacktestRoute>("backtest_routes", observation.Route) is not { } route)
                continue;
            if (observation.Value is not { } value)
                context.Report(ValidationFindings.ObservationOfNothing, "observations", i, "value", $"It is compared on the route '{route.Id}', but reports no amount.");
            else if (value.Value < 0)
                context.Report(ValidationFindings.ObservationOfNothing, "observations", i, "value", "A reported amount is below zero.");
            else if (context.BasisOf(route.Carrier) is { } basis && !basis.TryToAccount(value, out _, out string? problem))
                context.Report(ValidationFindings.NotConvertible, "observations", i, "value", problem);
        }
    }
}
