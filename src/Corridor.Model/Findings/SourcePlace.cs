using System.Globalization;

namespace Corridor.Model.Findings;

/// <summary>A place in an input file.</summary>
/// <param name="File">File name relative to the package; empty where there is none.</param>
/// <param name="Line">Line, from 1; 0 where there is none.</param>
/// <param name="Column">Character column, from 1; 0 where there is none.</param>
/// <param name="Field">Name of the table column; null where there is none.</param>
public readonly record struct SourcePlace(string File, int Line = 0, int Column = 0, string? Field = null)
{
    /// <summary>No place at all.</summary>
    public static SourcePlace None { get; } = new(string.Empty);

    /// <summary>The place as <c>file:line:column</c>, leaving out what is not known.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (0, _) => File,
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}"),
    };
}
