using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow.Contingencies;

/// <summary>What branches may carry after an outage.</summary>
public static class ContingencyRatings
{
    /// <summary>The rating for emergencies, else that for short times, else the usual one [MVA]; +∞ for none.</summary>
    /// <param name="branch">The branch.</param>
    public static double AfterOutage(GridBranch branch)
    {
        ArgumentNullException.ThrowIfNull(branch);
        if (double.IsFinite(branch.EmergencyRating) && branch.EmergencyRating > 0)
            return branch.EmergencyRating;
        if (double.IsFinite(branch.ShortTermRating) && branch.ShortTermRating > 0)
            return branch.ShortTermRating;
        return branch.Rating > 0 ? branch.Rating : double.PositiveInfinity;
    }
}
