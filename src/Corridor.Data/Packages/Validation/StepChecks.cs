using System.Globalization;
using Corridor.Model.Network;

namespace Corridor.Data.Packages.Validation;

/// <summary>Steps of supplies and demands.</summary>
internal static class StepChecks
{
    private const double Tolerance = 1e-6;

    internal static void SupplySteps(ValidationContext context)
    {
        if (!context.Places.IsComplete("supply_steps"))
            return;
        IReadOnlyList<SupplyStep> steps = context.System.SupplySteps;
        foreach (IGrouping<string, int> group in Enumerable.Range(0, steps.Count).GroupBy(i => steps[i].Supply))
        {
            int[] rows = [.. group.OrderBy(i => steps[i].Step)];
            double sum = rows.Sum(i => steps[i].Share);
            if (Math.Abs(sum - 1) > Tolerance)
                context.Report(ValidationFindings.SupplyShares, "supply_steps", rows[0], "share", string.Create(CultureInfo.InvariantCulture, $"The shares of the steps of '{group.Key}' sum to {sum:0.######}, not to 1."));
            for (int k = 1; k < rows.Length; k++)
            {
                if (steps[rows[k]].Cost is { } cost && steps[rows[k - 1]].Cost is { } before && cost.Unit.Equals(before.Unit) && cost.Value < before.Value)
                    context.Report(ValidationFindings.StepOrder, "supply_steps", rows[k], "cost", string.Create(CultureInfo.InvariantCulture, $"This step costs {cost.Value}, less than the one before it, {before.Value}."));
            }
        }
    }

    internal static void DemandSteps(ValidationContext context)
    {
        IReadOnlyList<DemandStep> steps = context.System.DemandSteps;
        foreach (IGrouping<string, int> group in Enumerable.Range(0, steps.Count).GroupBy(i => steps[i].Demand))
        {
            double sum = group.Sum(i => steps[i].Share);
            if (sum > 1 + Tolerance)
                context.Report(ValidationFindings.DemandShares, "demand_steps", group.First(), "share", string.Create(CultureInfo.InvariantCulture, $"The shares of the steps of '{group.Key}' sum to {sum:0.######}, more than 1."));
        }
    }

    internal static void Elasticities(ValidationContext context)
    {
        for (int i = 0; i < context.System.Demands.Count; i++)
        {
            Demand demand = context.System.Demands[i];
            if (demand.Elasticity is < 0 && !(demand.ReferencePrice?.Value > 0))
                context.Report(ValidationFindings.NoReferencePrice, "demands", i, "reference_price", "The demand has an elasticity, which holds from a reference price above zero.");
        }
    }
}
