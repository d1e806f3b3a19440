using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Tests.Numerics.InteriorPoint;

public sealed class InteriorPointMethodTests
{
    [Fact]
    public void An_iteration_allocates_nothing()
    {
        using var method = InteriorPointMethod.Of(Chain(200));
        method.Start();
        for (int k = 0; k < 3; k++)
            method.Iterate().ShouldBeTrue();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int k = 0; k < 4; k++)
            method.Iterate();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void The_first_point_is_inside_and_matches_the_reduced_costs_of_boxed_columns()
    {
        using var method = InteriorPointMethod.Of(Chain(50));
        ComputationalForm form = method.Form;
        method.Start();
        method.Point.X.AsSpan(0, form.BoundedCount).ToArray().ShouldAllBe(x => x > 0.0);
        method.Point.W.AsSpan(0, form.BoxedCount).ToArray().ShouldAllBe(w => w > 0.0);
        method.Point.Z.AsSpan(0, form.BoundedCount).ToArray().ShouldAllBe(z => z > 0.0);
        method.Point.V.AsSpan(0, form.BoxedCount).ToArray().ShouldAllBe(v => v > 0.0);
        for (int j = 0; j < form.BoxedCount; j++)
            method.Point.DualResidual[j].ShouldBe(0.0, 1e-9);
    }

    /// <summary>A storage chain: buy at a price that swings, hold, serve a demand; an annual limit on buying.</summary>
    internal static LinearProgram Chain(int periods)
    {
        var builder = new LinearProgramBuilder();
        for (int t = 0; t < periods; t++)
            builder.AddRow(3, 3);
        int annual = builder.AddRow(double.NegativeInfinity, 2.9 * periods);
        for (int t = 0; t < periods; t++)
        {
            int buy = builder.AddColumn(0, 5, 10 + (5 * Math.Sin(t)));
            builder.AddEntry(t, buy, 1);
            builder.AddEntry(annual, buy, 1);
            int level = builder.AddColumn(0, 8, 0.01);
            builder.AddEntry(t, level, -1);
            builder.AddEntry((t + 1) % periods, level, 0.99);
            int curtail = builder.AddColumn(0, double.PositiveInfinity, 1000);
            builder.AddEntry(t, curtail, 1);
        }

        return builder.Build();
    }
}
