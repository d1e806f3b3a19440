namespace Corridor.Studies.Tracing;

/// <summary>What is in a vertex or store: its columns, and the blocks of the seeds that it contains.</summary>
internal sealed class Mixture(TraceColumns columns, int seeds)
{
    private readonly double[]?[] _blocks = new double[]?[seeds];

    public double[] Main { get; } = new double[columns.MainLength];

    /// <summary>Whether anything is known to be in it.</summary>
    public bool Traced { get; set; }

    public double[]? Block(int seed) => _blocks[seed];

    public void Clear()
    {
        Array.Clear(Main);
        Array.Clear(_blocks);
        Traced = false;
    }

    public double[] Require(int seed) => _blocks[seed] ??= new double[columns.BlockLength];

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
        for (int z = 0; z < _blocks.Length; z++)
        {
            if (other._blocks[z] is { } from)
                AddTo(Require(z).AsSpan(0, block), from.AsSpan(0, block), weight);
        }
    }

    /// <summary>Forgets what never was in a country: it is there.</summary>
    public void Enter(int country)
    {
        Main[columns.AvoidStart + country] = 0;
        foreach (double[]? block in _blocks)
            block?[1 + country] = 0;
    }

    /// <summary>Scales everything.</summary>
    public void Scale(double factor)
    {
        foreach (ref double value in Main.AsSpan())
            value *= factor;
        foreach (double[]? block in _blocks)
        {
            foreach (ref double value in block.AsSpan())
                value *= factor;
        }
    }

    public Mixture Clone()
    {
        var copy = new Mixture(columns, _blocks.Length) { Traced = Traced };
        Array.Copy(Main, copy.Main, Main.Length);
        for (int z = 0; z < _blocks.Length; z++)
            copy._blocks[z] = (double[]?)_blocks[z]?.Clone();
        return copy;
    }

    private static void AddTo(Span<double> target, ReadOnlySpan<double> values, double weight)
    {
        int width = System.Numerics.Vector<double>.Count;
        var factor = new System.Numerics.Vector<double>(weight);
        int i = 0;
        for (; i + width <= target.Length; i += width)
        {
            Span<double> part = target.Slice(i, width);
            (new System.Numerics.Vector<double>(part) + (factor * new System.Numerics.Vector<double>(values.Slice(i, width)))).CopyTo(part);
        }

        for (; i < target.Length; i++)
            target[i] += weight * values[i];
    }
}
