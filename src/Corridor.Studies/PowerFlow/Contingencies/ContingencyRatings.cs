using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow.Contingencies;

/// <summary>What branches may carry after an outage.</summary>
public static class ContingencyRatings
{
    /// <summary>
    /// The rating for emergencies where one is stated, else that for short times, else the usual one [MVA]; +∞ for none. Power flow and optimal power flow
    /// both go by it.
    /// </summary>
    /// <param name="branch">The branch.</param>
    public static double AfterOutage(GridBranch branch)
    {
        ArgumentNullException.ThrowIfNull(branch);
        if (double.IsFinite(branch.EmergencyRating))
            return branch.EmergencyRating;
        return double.IsFinite(branch.ShortTermRating) ? branch.ShortTermRating : branch.Rating;
    }
}
