using System.Runtime.InteropServices;

namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>The reductions in the order in which they were made, with the entries of rows that some of them need again.</summary>
internal sealed class PostsolveStack
{
    private readonly List<PostsolveStep> _steps = [];
    private readonly List<int> _column = [];
    private readonly List<double> _value = [];

    internal int Count => _steps.Count;

    /// <summary>Number of entries kept.</summary>
    internal int EntryCount => _column.Count;

    internal ReadOnlySpan<PostsolveStep> Steps => CollectionsMarshal.AsSpan(_steps);

    internal IEnumerable<PostsolveKind> Kinds => _steps.Select(step => step.Kind);

    internal void Push(PostsolveStep step) => _steps.Add(step);

    /// <summary>Keeps the entries of a row.</summary>
    /// <returns>Where they begin.</returns>
    internal int Keep(ReadOnlySpan<int> columns, ReadOnlySpan<double> values)
    {
        int start = _column.Count;
        _column.AddRange(columns);
        _value.AddRange(values);
        return start;
    }

    /// <summary>Keeps one entry.</summary>
    internal void Keep(int column, double value)
    {
        _column.Add(column);
        _value.Add(value);
    }

    /// <summary>Entries kept.</summary>
    internal ReadOnlySpan<int> Entries(int start, int count, out ReadOnlySpan<double> values)
    {
        values = CollectionsMarshal.AsSpan(_value).Slice(start, count);
        return CollectionsMarshal.AsSpan(_column).Slice(start, count);
    }
}
