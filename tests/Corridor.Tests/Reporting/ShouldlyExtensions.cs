namespace Corridor.Tests.Reporting;

internal static class ShouldlyExtensions
{
    /// <summary>Near, for figures that a solver found to 1e-8 of the whole problem.</summary>
    public static void ShouldBeNear(this double? actual, double expected) => actual.ShouldNotBeNull().ShouldBe(expected, 1e-4 * (1 + Math.Abs(expected)));

    /// <summary>All of the names are there; others may be.</summary>
    public static void ShouldBeSubsetWith(this string[] actual, params string[] names) => names.Except(actual).ShouldBeEmpty();
}
