using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// The complementarity product on a right-hand side for pairs a·b (x and z, or w and v): what the linearised equation b·da + a·db = p asks for.
/// It is computed anew in every pass from the directions before, which is cheaper than keeping it.
/// </summary>
internal interface IPairProduct
{
    /// <summary>How many directions before this one the product needs: 0, 1 or 2.</summary>
    public static abstract int Depth { get; }

    /// <summary>The product.</summary>
    /// <param name="a">x or w.</param>
    /// <param name="b">z or v.</param>
    /// <param name="inverse">1/a.</param>
    /// <param name="predictor">da of the predictor.</param>
    /// <param name="corrector">da of the corrector.</param>
    /// <param name="f">The figures.</param>
    public static abstract Vector512<double> Of(
        Vector512<double> a, Vector512<double> b, Vector512<double> inverse, Vector512<double> predictor, Vector512<double> corrector, in StageFigures f);
}

/// <summary>The figures of <see cref="Stages"/> in vectors.</summary>
internal readonly struct StageFigures(in Stages s)
{
    internal readonly Vector512<double> Target = Vector512.Create(s.Target);
    internal readonly Vector512<double> MinusWeight = Vector512.Create(-s.Weight);
    internal readonly Vector512<double> Primal = Vector512.Create(s.Aim.Primal);
    internal readonly Vector512<double> Dual = Vector512.Create(s.Aim.Dual);
    internal readonly Vector512<double> Low = Vector512.Create(s.Aim.Low);
    internal readonly Vector512<double> High = Vector512.Create(s.Aim.High);
}

/// <summary>The predictor's: −a·b.</summary>
internal readonly struct PredictorProduct : IPairProduct
{
    /// <inheritdoc/>
    public static int Depth => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(
        Vector512<double> a, Vector512<double> b, Vector512<double> inverse, Vector512<double> predictor, Vector512<double> corrector, in StageFigures f) => -(a * b);
}

/// <summary>The corrector's: target − weight·da·db of the predictor − a·b.</summary>
internal readonly struct CorrectorProduct : IPairProduct
{
    /// <inheritdoc/>
    public static int Depth => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(
        Vector512<double> a, Vector512<double> b, Vector512<double> inverse, Vector512<double> predictor, Vector512<double> corrector, in StageFigures f)
    {
        // db of the predictor is −b − b·da/a.
        Vector512<double> change = -Vector512.FusedMultiplyAdd(b * predictor, inverse, b);
        return Vector512.FusedMultiplyAdd(f.MinusWeight, predictor * change, f.Target) - (a * b);
    }
}

/// <summary>Gondzio's: the corrector's, moved so that the products expected at the wished steps come towards [low, high], by at most −high downwards.</summary>
internal readonly struct CentralityProduct : IPairProduct
{
    /// <inheritdoc/>
    public static int Depth => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(
        Vector512<double> a, Vector512<double> b, Vector512<double> inverse, Vector512<double> predictor, Vector512<double> corrector, in StageFigures f)
    {
        Vector512<double> before = CorrectorProduct.Of(a, b, inverse, predictor, corrector, f);
        Vector512<double> change = (before - (b * corrector)) * inverse;
        Vector512<double> product = Vector512.FusedMultiplyAdd(f.Primal, corrector, a) * Vector512.FusedMultiplyAdd(f.Dual, change, b);
        Vector512<double> aim = Vector512.Min(Vector512.Max(product, f.Low), f.High);
        return before + Vector512.Max(aim - product, -f.High);
    }
}
