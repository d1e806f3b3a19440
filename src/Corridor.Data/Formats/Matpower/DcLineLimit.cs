namespace Corridor.Data.Formats.Matpower;

/// <summary>
/// Limits of direct current lines: a PMIN or PMAX that is not negative limits the power taken at the from bus, a negative one the power that arrives at the
/// to bus, P_t = (1 − loss₁) P_f − loss₀ (MATPOWER manual, table of the data of direct current lines). A <see cref="Model.PowerGrids.GridDcLine"/> has both at the from bus.
/// </summary>
internal static class DcLineLimit
{
    /// <summary>Limit at the from bus of a limit of the file [MW].</summary>
    internal static double ToFrom(double limit, double fixedLoss, double lossShare) =>
        limit < 0.0 && lossShare < 1.0 ? (limit + fixedLoss) / (1.0 - lossShare) : limit;

    /// <summary>Limit of the file for a limit at the from bus [MW].</summary>
    internal static double OfFrom(double limit, double fixedLoss, double lossShare) =>
        limit < 0.0 && lossShare < 1.0 ? ((1.0 - lossShare) * limit) - fixedLoss : limit;

    /// <summary>Whether a limit at the from bus comes back from a file to the bit.</summary>
    internal static bool IsKept(double limit, double fixedLoss, double lossShare) => ToFrom(OfFrom(limit, fixedLoss, lossShare), fixedLoss, lossShare) == limit;
}
