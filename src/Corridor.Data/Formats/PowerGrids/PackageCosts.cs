using Corridor.Data.Formats.Exchange;
using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.PowerGrids;

namespace Corridor.Data.Formats.PowerGrids;

/// <summary>Costs of supplies as functions of their output.</summary>
internal sealed class PackageCosts
{
    private const string Target = "gencost";
    private readonly Dictionary<string, List<SupplyStep>> _steps = new(StringComparer.Ordinal);
    private readonly PackagePrices _prices;
    private readonly FidelityReport _fidelity;

    internal PackageCosts(EnergySystem system, PackagePrices prices, FidelityReport fidelity)
    {
        (_prices, _fidelity) = (prices, fidelity);
        foreach (SupplyStep step in system.SupplySteps)
        {
            if (!_steps.TryGetValue(step.Supply, out List<SupplyStep>? list))
                _steps.Add(step.Supply, list = []);
            list.Add(step);
        }

        foreach (List<SupplyStep> list in _steps.Values)
            list.Sort((a, b) => a.Step.CompareTo(b.Step));
    }

    /// <summary>The cost of a supply; null where its row states none.</summary>
    /// <param name="row">The supply.</param>
    /// <param name="unit">What a power flow knows of it.</param>
    /// <param name="capacity">Its capacity [MW].</param>
    internal GridCost? Of(Supply row, PowerUnit? unit, double capacity)
    {
        _steps.TryGetValue(row.Id, out List<SupplyStep>? steps);
        if (row.Cost is null && row.CostSlope is null && row.HourlyCost is null && steps is null && unit is not { StartCost: not null } and not { StopCost: not null })
            return null;
        if (row.CostProfile is not null)
            _fidelity.Approximated("supplies", "cost_profile", Target, "The cost stands without its profile", row.Id);
        var cost = new GridCost { StartUp = unit?.StartCost ?? 0.0, ShutDown = unit?.StopCost ?? 0.0 };
        double hourly = row.HourlyCost ?? 0.0;
        if (steps is { Count: > 0 } && capacity > 0.0)
        {
            var points = new (double Output, double Cost)[steps.Count + 1];
            points[0] = (0.0, hourly);
            for (int k = 0; k < steps.Count; k++)
            {
                double width = steps[k].Share * capacity;
                points[k + 1] = (points[k].Output + width, points[k].Cost + (width * _prices.Of(steps[k].Cost, "supply_steps", "cost", row.Id, Target)));
            }

            _fidelity.Exact("supply_steps", "cost", Target, steps.Count);
            points = [.. points.Where((p, k) => k == 0 || p.Output > points[k - 1].Output)];
            return cost with { Points = points };
        }

        _fidelity.Exact("supplies", "cost", Target);
        double marginal = row.Cost is { } price ? _prices.Of(price, "supplies", "cost", row.Id, Target) : 0.0;
        return row.CostSlope is { } slope ? cost with { Polynomial = [hourly, marginal, 0.5 * _prices.Of(slope, "supplies", "cost_slope", row.Id, Target)] } : cost with { Polynomial = [hourly, marginal] };
    }
}
