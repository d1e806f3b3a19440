using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>Element-wise passes over vectors, eight at a time; sums are eight interleaved ones added in fixed order.</summary>
internal static class VectorKernels
{
    private const int Width = 8;

    /// <summary>max(0, max −change/value).</summary>
    internal static double LargestRatio(ReadOnlySpan<double> value, ReadOnlySpan<double> change)
    {
        int count = value.Length;
        ref double v = ref MemoryMarshal.GetReference(value);
        ref double c = ref MemoryMarshal.GetReference(change[..count]);
        Vector512<double> most = Vector512<double>.Zero;
        int j = 0;
        for (; j + Width <= count; j += Width)
            most = Vector512.Max(most, -At(ref c, j) / At(ref v, j));
        double largest = 0.0;
        for (int k = 0; k < Width; k++)
            largest = Math.Max(largest, most[k]);
        for (; j < count; j++)
            largest = Math.Max(largest, -change[j] / value[j]);
        return largest;
    }

    /// <summary>The first element whose −change/value is at least the given ratio; −1 if there is none.</summary>
    internal static int FirstRatio(ReadOnlySpan<double> value, ReadOnlySpan<double> change, double ratio)
    {
        int count = value.Length;
        ref double v = ref MemoryMarshal.GetReference(value);
        ref double c = ref MemoryMarshal.GetReference(change[..count]);
        var least = Vector512.Create(ratio);
        int j = 0;
        for (; j + Width <= count; j += Width)
        {
            if (Vector512.GreaterThanOrEqualAny(-At(ref c, j) / At(ref v, j), least))
                break;
        }

        for (; j < count; j++)
        {
            if (-change[j] / value[j] >= ratio)
                return j;
        }

        return -1;
    }

    /// <summary>Σ (a + s·da)(b + t·db).</summary>
    internal static double ProductSum(
        ReadOnlySpan<double> a, ReadOnlySpan<double> da, double s, ReadOnlySpan<double> b, ReadOnlySpan<double> db, double t)
    {
        int count = b.Length;
        ref double pa = ref MemoryMarshal.GetReference(a[..count]);
        ref double pda = ref MemoryMarshal.GetReference(da[..count]);
        ref double pb = ref MemoryMarshal.GetReference(b);
        ref double pdb = ref MemoryMarshal.GetReference(db[..count]);
        var vs = Vector512.Create(s);
        var vt = Vector512.Create(t);
        Vector512<double> sum = Vector512<double>.Zero;
        int j = 0;
        for (; j + Width <= count; j += Width)
        {
            Vector512<double> first = Vector512.FusedMultiplyAdd(vs, At(ref pda, j), At(ref pa, j));
            Vector512<double> second = Vector512.FusedMultiplyAdd(vt, At(ref pdb, j), At(ref pb, j));
            sum = Vector512.FusedMultiplyAdd(first, second, sum);
        }

        double total = Add(sum);
        for (; j < count; j++)
            total += (a[j] + (s * da[j])) * (b[j] + (t * db[j]));
        return total;
    }

    /// <summary>a ← a + s·da.</summary>
    internal static void Step(Span<double> a, ReadOnlySpan<double> da, double s)
    {
        int count = a.Length;
        ref double pa = ref MemoryMarshal.GetReference(a);
        ref double pda = ref MemoryMarshal.GetReference(da[..count]);
        var vs = Vector512.Create(s);
        int j = 0;
        for (; j + Width <= count; j += Width)
            Put(Vector512.FusedMultiplyAdd(vs, At(ref pda, j), At(ref pa, j)), ref pa, j);
        for (; j < count; j++)
            a[j] = Math.FusedMultiplyAdd(s, da[j], a[j]);
    }

    /// <summary>result = −a·b.</summary>
    internal static void NegatedProducts(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
    {
        int count = result.Length;
        ref double pa = ref MemoryMarshal.GetReference(a[..count]);
        ref double pb = ref MemoryMarshal.GetReference(b[..count]);
        ref double pr = ref MemoryMarshal.GetReference(result);
        int j = 0;
        for (; j + Width <= count; j += Width)
            Put(-(At(ref pa, j) * At(ref pb, j)), ref pr, j);
        for (; j < count; j++)
            result[j] = -(a[j] * b[j]);
    }

    /// <summary>result ← result + target − weight·da·db.</summary>
    internal static void AddSecondOrder(Span<double> result, double target, double weight, ReadOnlySpan<double> da, ReadOnlySpan<double> db)
    {
        int count = result.Length;
        ref double pa = ref MemoryMarshal.GetReference(da[..count]);
        ref double pb = ref MemoryMarshal.GetReference(db[..count]);
        ref double pr = ref MemoryMarshal.GetReference(result);
        var vt = Vector512.Create(target);
        var vw = Vector512.Create(-weight);
        int j = 0;
        for (; j + Width <= count; j += Width)
            Put(At(ref pr, j) + Vector512.FusedMultiplyAdd(vw, At(ref pa, j) * At(ref pb, j), vt), ref pr, j);
        for (; j < count; j++)
            result[j] += Math.FusedMultiplyAdd(-weight, da[j] * db[j], target);
    }

    /// <summary>Gondzio's correction: moves the products expected at the wished steps towards [low, high], by at most −high downwards.</summary>
    internal static void AddCentrality(
        Span<double> result, ReadOnlySpan<double> a, ReadOnlySpan<double> da, double s, ReadOnlySpan<double> b, ReadOnlySpan<double> db, double t, double low, double high)
    {
        int count = result.Length;
        ref double pa = ref MemoryMarshal.GetReference(a[..count]);
        ref double pda = ref MemoryMarshal.GetReference(da[..count]);
        ref double pb = ref MemoryMarshal.GetReference(b[..count]);
        ref double pdb = ref MemoryMarshal.GetReference(db[..count]);
        ref double pr = ref MemoryMarshal.GetReference(result);
        var vs = Vector512.Create(s);
        var vt = Vector512.Create(t);
        var vl = Vector512.Create(low);
        var vh = Vector512.Create(high);
        int j = 0;
        for (; j + Width <= count; j += Width)
        {
            Vector512<double> product = Vector512.FusedMultiplyAdd(vs, At(ref pda, j), At(ref pa, j))
                * Vector512.FusedMultiplyAdd(vt, At(ref pdb, j), At(ref pb, j));
            Vector512<double> aim = Vector512.Min(Vector512.Max(product, vl), vh);
            Put(At(ref pr, j) + Vector512.Max(aim - product, -vh), ref pr, j);
        }

        for (; j < count; j++)
        {
            double product = Math.FusedMultiplyAdd(s, da[j], a[j]) * Math.FusedMultiplyAdd(t, db[j], b[j]);
            result[j] += Math.Max(Math.Clamp(product, low, high) - product, -high);
        }
    }

    /// <summary>result = (product − z·dx) / x.</summary>
    internal static void DualChange(ReadOnlySpan<double> product, ReadOnlySpan<double> z, ReadOnlySpan<double> dx, ReadOnlySpan<double> x, Span<double> result)
    {
        int count = result.Length;
        ref double pp = ref MemoryMarshal.GetReference(product[..count]);
        ref double pz = ref MemoryMarshal.GetReference(z[..count]);
        ref double pd = ref MemoryMarshal.GetReference(dx[..count]);
        ref double px = ref MemoryMarshal.GetReference(x[..count]);
        ref double pr = ref MemoryMarshal.GetReference(result);
        int j = 0;
        for (; j + Width <= count; j += Width)
            Put((At(ref pp, j) - (At(ref pz, j) * At(ref pd, j))) / At(ref px, j), ref pr, j);
        for (; j < count; j++)
            result[j] = (product[j] - (z[j] * dx[j])) / x[j];
    }

    /// <summary>result = 1 / (z/x + least).</summary>
    internal static void InverseRatio(ReadOnlySpan<double> z, ReadOnlySpan<double> x, double least, Span<double> result)
    {
        int count = result.Length;
        ref double pz = ref MemoryMarshal.GetReference(z[..count]);
        ref double px = ref MemoryMarshal.GetReference(x[..count]);
        ref double pr = ref MemoryMarshal.GetReference(result);
        var one = Vector512.Create(1.0);
        var floor = Vector512.Create(least);
        int j = 0;
        for (; j + Width <= count; j += Width)
            Put(one / ((At(ref pz, j) / At(ref px, j)) + floor), ref pr, j);
        for (; j < count; j++)
            result[j] = 1.0 / ((z[j] / x[j]) + least);
    }

    /// <summary>result = 1 / (z/x + v/w + least).</summary>
    internal static void InverseRatios(
        ReadOnlySpan<double> z, ReadOnlySpan<double> x, ReadOnlySpan<double> v, ReadOnlySpan<double> w, double least, Span<double> result)
    {
        int count = result.Length;
        ref double pz = ref MemoryMarshal.GetReference(z[..count]);
        ref double px = ref MemoryMarshal.GetReference(x[..count]);
        ref double pv = ref MemoryMarshal.GetReference(v[..count]);
        ref double pw = ref MemoryMarshal.GetReference(w[..count]);
        ref double pr = ref MemoryMarshal.GetReference(result);
        var one = Vector512.Create(1.0);
        var floor = Vector512.Create(least);
        int j = 0;
        for (; j + Width <= count; j += Width)
            Put(one / ((At(ref pz, j) / At(ref px, j)) + (At(ref pv, j) / At(ref pw, j)) + floor), ref pr, j);
        for (; j < count; j++)
            result[j] = 1.0 / ((z[j] / x[j]) + (v[j] / w[j]) + least);
    }

    /// <summary>result = rd − px/x.</summary>
    internal static void Bounded(ReadOnlySpan<double> rd, ReadOnlySpan<double> product, ReadOnlySpan<double> x, Span<double> result)
    {
        int count = result.Length;
        ref double pd = ref MemoryMarshal.GetReference(rd[..count]);
        ref double pp = ref MemoryMarshal.GetReference(product[..count]);
        ref double px = ref MemoryMarshal.GetReference(x[..count]);
        ref double pr = ref MemoryMarshal.GetReference(result);
        int j = 0;
        for (; j + Width <= count; j += Width)
            Put(At(ref pd, j) - (At(ref pp, j) / At(ref px, j)), ref pr, j);
        for (; j < count; j++)
            result[j] = rd[j] - (product[j] / x[j]);
    }

    /// <summary>result ← result + (product − v·ru)/w.</summary>
    internal static void AddUpper(ReadOnlySpan<double> product, ReadOnlySpan<double> v, ReadOnlySpan<double> ru, ReadOnlySpan<double> w, Span<double> result)
    {
        int count = result.Length;
        ref double pp = ref MemoryMarshal.GetReference(product[..count]);
        ref double pv = ref MemoryMarshal.GetReference(v[..count]);
        ref double pu = ref MemoryMarshal.GetReference(ru[..count]);
        ref double pw = ref MemoryMarshal.GetReference(w[..count]);
        ref double pr = ref MemoryMarshal.GetReference(result);
        int j = 0;
        for (; j + Width <= count; j += Width)
            Put(At(ref pr, j) + ((At(ref pp, j) - (At(ref pv, j) * At(ref pu, j))) / At(ref pw, j)), ref pr, j);
        for (; j < count; j++)
            result[j] += (product[j] - (v[j] * ru[j])) / w[j];
    }

    /// <summary>result = a − b.</summary>
    internal static void Difference(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
    {
        int count = result.Length;
        ref double pa = ref MemoryMarshal.GetReference(a[..count]);
        ref double pb = ref MemoryMarshal.GetReference(b[..count]);
        ref double pr = ref MemoryMarshal.GetReference(result);
        int j = 0;
        for (; j + Width <= count; j += Width)
            Put(At(ref pa, j) - At(ref pb, j), ref pr, j);
        for (; j < count; j++)
            result[j] = a[j] - b[j];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> At(ref double first, int index) => Vector512.LoadUnsafe(ref first, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector512<double> value, ref double first, int index) => value.StoreUnsafe(ref first, (nuint)index);

    private static double Add(Vector512<double> sum) =>
        ((sum[0] + sum[4]) + (sum[2] + sum[6])) + ((sum[1] + sum[5]) + (sum[3] + sum[7]));
}
