namespace Corridor.Data.Formats.Matpower.Language;

/// <summary>A value in a case file: a matrix, a text or a cell array.</summary>
internal sealed class MatpowerValue
{
    /// <summary>Stands for a colon alone in an index.</summary>
    internal static readonly MatpowerValue Colon = new() { Text = ":" };

    /// <summary>Number of rows.</summary>
    internal int Rows { get; set; }

    /// <summary>Number of columns.</summary>
    internal int Columns { get; set; }

    /// <summary>Figures, row by row; null for a text or a cell array.</summary>
    internal double[]? Figures { get; set; }

    /// <summary>Whether the figures are truths, which select where they index.</summary>
    internal bool IsLogical { get; init; }

    /// <summary>Offset of each row in the file; null where they do not stand there as a literal.</summary>
    internal int[]? RowOffsets { get; set; }

    /// <summary>The text; null for others.</summary>
    internal string? Text { get; init; }

    /// <summary>The cells in the order of the file; null for others.</summary>
    internal IReadOnlyList<MatpowerValue>? Cells { get; init; }

    /// <summary>Offset in the file of the statement or literal.</summary>
    internal int Offset { get; set; }

    /// <summary>Whether a variable holds it, so that another needs a copy.</summary>
    internal bool IsStored { get; set; }

    /// <summary>Number of figures.</summary>
    internal int Count => Rows * Columns;

    /// <summary>Whether it is a single figure.</summary>
    internal bool IsScalar => Figures is not null && Rows == 1 && Columns == 1;

    /// <summary>A single figure.</summary>
    internal static MatpowerValue Scalar(double value) => new() { Rows = 1, Columns = 1, Figures = [value] };

    /// <summary>A matrix.</summary>
    internal static MatpowerValue Matrix(int rows, int columns, double[] figures, bool isLogical = false) =>
        new() { Rows = rows, Columns = columns, Figures = figures, IsLogical = isLogical };

    /// <summary>A copy with figures of its own.</summary>
    internal MatpowerValue Copy() => new()
    {
        Rows = Rows,
        Columns = Columns,
        Figures = Figures is null ? null : Figures.AsSpan(0, Count).ToArray(),
        IsLogical = IsLogical,
        RowOffsets = (int[]?)RowOffsets?.Clone(),
        Text = Text,
        Cells = Cells,
        Offset = Offset,
    };
}
