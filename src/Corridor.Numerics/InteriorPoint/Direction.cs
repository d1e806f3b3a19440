namespace Corridor.Numerics.InteriorPoint;

/// <summary>A direction (dx, dw, dy, dz, dv).</summary>
internal sealed class Direction(ComputationalForm form)
{
    internal double[] X { get; } = new double[form.ColumnCount];

    internal double[] Z { get; } = new double[form.BoundedCount];

    internal double[] W { get; } = new double[form.BoxedCount];

    internal double[] V { get; } = new double[form.BoxedCount];

    internal double[] Y { get; } = new double[form.RowCount];
}
