namespace Corridor.Data.Formats.Matpower.Language;

/// <summary>
/// The constants that MATPOWER's <c>idx_bus</c>, <c>idx_gen</c>, <c>idx_brch</c>, <c>idx_cost</c> and <c>idx_dcline</c> return, in their order (MATPOWER manual, appendix B
/// and the functions' own help).
/// </summary>
internal static class MatpowerConstants
{
    private static readonly (string Name, double Value)[] Bus = [
        ("PQ", 1), ("PV", 2), ("REF", 3), ("NONE", 4), ("BUS_I", 1), ("BUS_TYPE", 2), ("PD", 3), ("QD", 4), ("GS", 5), ("BS", 6), ("BUS_AREA", 7), ("VM", 8),
        ("VA", 9), ("BASE_KV", 10), ("ZONE", 11), ("VMAX", 12), ("VMIN", 13), ("LAM_P", 14), ("LAM_Q", 15), ("MU_VMAX", 16), ("MU_VMIN", 17)];

    private static readonly (string Name, double Value)[] Branch = [
        ("F_BUS", 1), ("T_BUS", 2), ("BR_R", 3), ("BR_X", 4), ("BR_B", 5), ("RATE_A", 6), ("RATE_B", 7), ("RATE_C", 8), ("TAP", 9), ("SHIFT", 10), ("BR_STATUS", 11),
        ("PF", 14), ("QF", 15), ("PT", 16), ("QT", 17), ("MU_SF", 18), ("MU_ST", 19), ("ANGMIN", 12), ("ANGMAX", 13), ("MU_ANGMIN", 20), ("MU_ANGMAX", 21)];

    private static readonly (string Name, double Value)[] Gen = [
        ("GEN_BUS", 1), ("PG", 2), ("QG", 3), ("QMAX", 4), ("QMIN", 5), ("VG", 6), ("MBASE", 7), ("GEN_STATUS", 8), ("PMAX", 9), ("PMIN", 10), ("MU_PMAX", 22),
        ("MU_PMIN", 23), ("MU_QMAX", 24), ("MU_QMIN", 25), ("PC1", 11), ("PC2", 12), ("QC1MIN", 13), ("QC1MAX", 14), ("QC2MIN", 15), ("QC2MAX", 16), ("RAMP_AGC", 17),
        ("RAMP_10", 18), ("RAMP_30", 19), ("RAMP_Q", 20), ("APF", 21)];

    private static readonly (string Name, double Value)[] Cost = [
        ("PW_LINEAR", 1), ("POLYNOMIAL", 2), ("MODEL", 1), ("STARTUP", 2), ("SHUTDOWN", 3), ("NCOST", 4), ("COST", 5)];

    private static readonly (string Name, double Value)[] DcLine = [
        ("F_BUS", 1), ("T_BUS", 2), ("BR_STATUS", 3), ("PF", 4), ("PT", 5), ("QF", 6), ("QT", 7), ("VF", 8), ("VT", 9), ("PMIN", 10), ("PMAX", 11), ("QMINF", 12),
        ("QMAXF", 13), ("QMINT", 14), ("QMAXT", 15), ("LOSS0", 16), ("LOSS1", 17), ("MU_PMIN", 18), ("MU_PMAX", 19), ("MU_QMINF", 20), ("MU_QMAXF", 21),
        ("MU_QMINT", 22), ("MU_QMAXT", 23)];

    /// <summary>The constants of a function as its results come; null for another function.</summary>
    internal static IReadOnlyList<(string Name, double Value)>? Of(string function) => function switch
    {
        "idx_bus" => Bus,
        "idx_brch" => Branch,
        "idx_gen" => Gen,
        "idx_cost" => Cost,
        "idx_dcline" => DcLine,
        _ => null,
    };

    /// <summary>The constants that <c>define_constants</c> sets.</summary>
    internal static IEnumerable<(string Name, double Value)> All => [.. Bus, .. Branch, .. Gen, .. Cost];
}
