using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow.Contingencies;

/// <summary>What branches may carry after an outage.</summary>
public static class ContingencyRatings
{
    /// <summary>
    /// The rating for emergencies where one is stated, else that for short times, else the usual one [MVA]; +∞ for none. A rating of 0 for emergencies or
    /// short times is none stated, as in MATPOWER's files. Power flow and optimal power flow both go by it.
    /// </summary>
    /// <param name="branch">The branch.</param>
    public static double AfterOutage(GridBranch branch)
    {
        ArgumentNullException.ThrowIfNull(branch);
        if (IsStated(branch.EmergencyRating))
            return branch.EmergencyRating;
        return IsStated(branch.ShortTermRating) ? branch.ShortTermRating : branch.Rating;
    }

    private static bool IsStated(double rating) => double.IsFinite(rating) && rating != 0.0;
}
