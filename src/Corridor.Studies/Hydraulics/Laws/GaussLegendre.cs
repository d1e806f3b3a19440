namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>Gauss–Legendre quadrature with 12 points on [0, 1], exact for polynomials of degree 23.</summary>
internal static class GaussLegendre
{
    /// <summary>Number of points.</summary>
    public const int Count = 12;

    private static readonly double[] Nodes =
    [
        0.009219682876640375,
        0.04794137181476257,
        0.11504866290284765,
        0.2063410228566913,
        0.3160842505009099,
        0.43738329574426554,
        0.5626167042557345,
        0.6839157494990901,
        0.7936589771433087,
        0.8849513370971523,
        0.9520586281852375,
        0.9907803171233597,
    ];

    private static readonly double[] Weights =
    [
        0.023587668193255914,
        0.05346966299765921,
        0.08003916427167311,
        0.10158371336153296,
        0.1167462682691774,
        0.12457352290670139,
        0.12457352290670139,
        0.1167462682691774,
        0.10158371336153296,
        0.08003916427167311,
        0.05346966299765921,
        0.023587668193255914,
    ];

    /// <summary>Abscissa of a point, in (0, 1).</summary>
    public static double Node(int point) => Nodes[point];

    /// <summary>Weight of a point; they sum to 1.</summary>
    public static double Weight(int point) => Weights[point];
}
