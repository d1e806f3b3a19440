namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>How a file is read. The problem and the findings do not depend on the number of threads.</summary>
public sealed record MpsReadOptions
{
    /// <summary>How fields are told apart.</summary>
    public MpsFormat Format { get; init; } = MpsFormat.Automatic;

    /// <summary>Threads that take long files apart, at least 1; more than the machine has are not used.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Bytes after which lines are taken in blocks: a shorter file is not worth it.</summary>
    internal long FirstByte { get; init; } = 1 << 20;

    /// <summary>Bytes of a block.</summary>
    internal int BlockSize { get; init; } = 1 << 18;

    /// <summary>Lines of a run of blocks below which the next run waits for as many.</summary>
    internal int Pause { get; init; } = 20_000;
}
