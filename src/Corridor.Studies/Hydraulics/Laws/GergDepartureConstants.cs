namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// Departure functions of GERG-2008 (Kunz, Wagner 2012, tables A6 and A7): terms n·δ^d·τ^t·exp(−η·(δ − ½)² − β·(δ − ½)), without the
/// exponential where η = β = 0.
/// </summary>
internal static class GergDepartureConstants
{
    private static readonly (int D, double T, double Eta, double Beta, double N)[] MethaneNitrogen =
    [
        (1, 0, 0, 0, -9.8038985517335e-3), (4, 1.85, 0, 0, 4.2487270143005e-4), (1, 7.85, 1, 1, -0.034800214576142),
        (2, 5.4, 1, 1, -0.13333813013896), (2, 0, 0.25, 2.5, -0.011993694974627), (2, 0.75, 0, 3, 0.069243379775168),
        (2, 2.8, 0, 3, -0.31022508148249), (2, 4.45, 0, 3, 0.24495491753226), (3, 4.25, 0, 3, 0.22369816716981),
    ];

    private static readonly (int D, double T, double Eta, double Beta, double N)[] MethaneCarbonDioxide =
    [
        (1, 2.6, 0, 0, -0.10859387354942), (2, 1.95, 0, 0, 0.080228576727389), (3, 0, 0, 0, -9.3303985115717e-3),
        (1, 3.95, 1, 1, 0.040989274005848), (2, 7.95, 0.5, 2, -0.24338019772494), (3, 8, 0, 3, 0.23855347281124),
    ];

    private static readonly (int D, double T, double Eta, double Beta, double N)[] MethaneEthane =
    [
        (3, 0.65, 0, 0, -8.0926050298746e-4), (4, 1.55, 0, 0, -7.5381925080059e-4), (1, 3.1, 1, 1, -0.041618768891219),
        (2, 5.9, 1, 1, -0.23452173681569), (2, 7.05, 1, 1, 0.14003840584586), (2, 3.35, 0.875, 1.25, 0.063281744807738),
        (2, 1.2, 0.75, 1.5, -0.034660425848809), (2, 5.8, 0.5, 2, -0.23918747334251), (2, 2.7, 0, 3, 1.9855255066891e-3),
        (3, 0.45, 0, 3, 6.1777746171555), (3, 0.55, 0, 3, -6.9575358271105), (3, 1.95, 0, 3, 1.0630185306388),
    ];

    private static readonly (int D, double T, double Eta, double Beta, double N)[] MethanePropane =
    [
        (3, 1.85, 0, 0, 0.013746429958576), (3, 3.95, 0, 0, -7.4425012129552e-3), (4, 0, 0, 0, -4.5516600213685e-3),
        (4, 1.85, 0, 0, -5.4546603350237e-3), (4, 3.85, 0, 0, 2.3682016824471e-3), (1, 5.25, 0.25, 0.75, 0.18007763721438),
        (1, 3.85, 0.25, 1, -0.44773942932486), (1, 0.2, 0, 2, 0.0193273748882), (2, 6.5, 0, 3, -0.30632197804624),
    ];

    private static readonly (int D, double T, double Eta, double Beta, double N)[] NitrogenCarbonDioxide =
    [
        (2, 1.85, 0, 0, 0.28661625028399), (3, 1.4, 0, 0, -0.10919833861247), (1, 3.2, 0.25, 0.75, -1.137403208227),
        (1, 2.5, 0.25, 1, 0.76580544237358), (1, 8, 0, 2, 4.2638000926819e-3), (2, 3.75, 0, 3, 0.17673538204534),
    ];

    private static readonly (int D, double T, double Eta, double Beta, double N)[] NitrogenEthane =
    [
        (2, 0, 0, 0, -0.47376518126608), (2, 0.05, 0, 0, 0.48961193461001), (3, 0, 0, 0, -5.7011062090535e-3),
        (1, 3.65, 1, 1, -0.1996682004132), (2, 4.9, 1, 1, -0.69411103101723), (2, 4.45, 0.875, 1.25, 0.69226192739021),
    ];

    private static readonly (int D, double T, double Eta, double Beta, double N)[] MethaneHydrogen =
    [
        (1, 2, 0, 0, -0.25157134971934), (3, -1, 0, 0, -6.2203841111983e-3), (3, 1.75, 0, 0, 0.088850315184396),
        (4, 1.4, 0, 0, -0.035592212573239),
    ];

    private static readonly (int D, double T, double Eta, double Beta, double N)[] Alkanes =
    [
        (1, 1, 0, 0, 2.5574776844118), (1, 1.55, 0, 0, -7.9846357136353), (1, 1.7, 0, 0, 4.7859131465806),
        (2, 0.25, 0, 0, -0.73265392369587), (2, 1.35, 0, 0, 1.3805471345312), (3, 0, 0, 0, 0.28349603476365),
        (3, 1.25, 0, 0, -0.49087385940425), (4, 0, 0, 0, -0.10291888921447), (4, 0.7, 0, 0, 0.11836314681968),
        (4, 5.4, 0, 0, 5.5527385721943e-5),
    ];

    /// <summary>Pairs with a departure function, components counted from 1, and the factor Fᵢⱼ that it is multiplied by.</summary>
    public static (int First, int Second, double Factor, (int D, double T, double Eta, double Beta, double N)[] Terms)[] Pairs { get; } =
    [
        (1, 2, 1.0, MethaneNitrogen), (1, 3, 1.0, MethaneCarbonDioxide), (1, 4, 1.0, MethaneEthane),
        (1, 5, 1.0, MethanePropane), (2, 3, 1.0, NitrogenCarbonDioxide), (2, 4, 1.0, NitrogenEthane),
        (1, 15, 1.0, MethaneHydrogen), (1, 6, 0.771035405688, Alkanes), (1, 7, 1.0, Alkanes),
        (4, 5, 0.13042476515, Alkanes), (4, 6, 0.260632376098, Alkanes), (4, 7, 0.281570073085, Alkanes),
        (5, 6, -0.0551609771024, Alkanes), (5, 7, 0.0312572600489, Alkanes), (6, 7, -0.0551240293009, Alkanes),
    ];
}
