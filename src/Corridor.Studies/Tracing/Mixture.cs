using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Corridor.Studies.Tracing;

/// <summary>What is in a vertex or store: its columns, and the blocks of the seeds that it contains.</summary>
internal sealed class Mixture(TraceColumns columns, int seeds)
{
    private readonly double[]?[] _blocks = new double[]?[seeds];
    private readonly List<int> _active = [];
    private readonly bool[] _isActive = new bool[seeds];

    public double[] Main { get; } = new double[columns.MainLength];

    /// <summary>Whether anything is known to be in it.</summary>
    public bool Traced { get; set; }

    /// <summary>The block of a seed; null where it contains nothing of the seed.</summary>
    public double[]? Block(int seed) => _isActive[seed] ? _blocks[seed] : null;

    public void Clear()
    {
        Array.Clear(Main);
        foreach (int seed in _active)
            _isActive[seed] = false;
        _active.Clear();
        Traced = false;
    }

    /// <summary>The block of a seed, zeros where there was none.</summary>
    public double[] Require(int seed)
    {
        double[] block = _blocks[seed] ??= new double[columns.BlockLength];
        if (_isActive[seed])
            return block;
        Array.Clear(block);
        _isActive[seed] = true;
        _active.Add(seed);
        return block;
    }

    /// <summary>Becomes a seed: itself wholly, in its country from the start.</summary>
    public void Seed(int seed, int country)
    {
        Clear();
        Traced = true;
        double[] block = Require(seed);
        Array.Fill(block, 1);
        block[1 + country] = 0;
    }

    /// <summary>Adds energy produced by an origin.</summary>
    public void AddOrigin(int origin, int country, double weight, int route)
    {
        Main[origin] += weight;
        for (int c = 0; c < columns.Countries; c++)
            Main[columns.AvoidStart + c] += c == country ? 0 : weight;
        if (route >= 0)
            Main[columns.RouteStart + route] += weight;
    }

    /// <summary>Adds a share of another mixture; over a border if there is a route.</summary>
    public void Add(Mixture other, double weight, int route)
    {
        int length = route >= 0 ? columns.RouteStart : columns.MainLength;
        AddTo(Main.AsSpan(0, length), other.Main.AsSpan(0, length), weight);
        if (route >= 0)
            Main[columns.RouteStart + route] += weight;
        int block = columns.BlockLength - (route >= 0 ? 1 : 0);
        foreach (int seed in other._active)
            AddTo(Require(seed).AsSpan(0, block), other._blocks[seed].AsSpan(0, block), weight);
    }

    /// <summary>Forgets what never was in a country: it is there.</summary>
    public void Enter(int country)
    {
        Main[columns.AvoidStart + country] = 0;
        foreach (int seed in _active)
            _blocks[seed]![1 + country] = 0;
    }

    /// <summary>Scales everything.</summary>
    public void Scale(double factor)
    {
        foreach (ref double value in Main.AsSpan())
            value *= factor;
        foreach (int seed in _active)
        {
            foreach (ref double value in _blocks[seed].AsSpan())
                value *= factor;
        }
    }

    public Mixture Clone()
    {
        var copy = new Mixture(columns, _blocks.Length) { Traced = Traced };
        Array.Copy(Main, copy.Main, Main.Length);
        foreach (int seed in _active)
            _blocks[seed]!.CopyTo(copy.Require(seed), 0);
        return copy;
    }

    /// <summary>Adds weight · values to a target of the same length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTo(Span<double> target, ReadOnlySpan<double> values, double weight)
    {
        int i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref double to = ref MemoryMarshal.GetReference(target);
            ref double from = ref MemoryMarshal.GetReference(values);
            Vector256<double> factor = Vector256.Create(weight);
            for (; i + Vector256<double>.Count <= target.Length; i += Vector256<double>.Count)
                (Vector256.LoadUnsafe(ref to, (nuint)i) + (factor * Vector256.LoadUnsafe(ref from, (nuint)i))).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < target.Length; i++)
            target[i] += weight * values[i];
    }
}
