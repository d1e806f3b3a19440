namespace Corridor.Data.Formats.Matpower.Language;

/// <summary>Parts of matrices: taking them out, setting them, and deleting rows.</summary>
internal static class MatpowerIndexing
{
    /// <summary>A part of a matrix.</summary>
    /// <returns>The part; null, with a fault, where the index reaches beyond it.</returns>
    internal static MatpowerValue? Take(MatpowerScope scope, MatpowerValue a, IReadOnlyList<MatpowerValue> indices, int offset)
    {
        if (a.Figures is null)
            return scope.Unknown(offset, "A part of a text or cell array is not read.");
        if (indices.Count == 1)
            return TakeLinear(scope, a, indices[0], offset);
        if (indices.Count != 2)
            return scope.Unknown(offset, "An index of one or two parts is expected.");
        if (Indices(scope, indices[0], a.Rows, a.Rows, offset) is not { } rows || Indices(scope, indices[1], a.Columns, a.Columns, offset) is not { } columns)
            return null;
        if (!scope.Spend((long)rows.Length * columns.Length, offset))
            return null;
        var result = new double[rows.Length * columns.Length];
        for (int i = 0, k = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < columns.Length; j++, k++)
                result[k] = a.Figures[(rows[i] * a.Columns) + columns[j]];
        }

        return MatpowerValue.Matrix(rows.Length, columns.Length, result, a.IsLogical);
    }

    /// <summary>Sets a part of a matrix, which grows by rows and columns of zeros where the index reaches beyond it.</summary>
    /// <returns>Whether it was done; a fault otherwise.</returns>
    internal static bool Put(MatpowerScope scope, MatpowerValue a, IReadOnlyList<MatpowerValue> indices, MatpowerValue part, int offset)
    {
        if (a.Figures is null || part.Figures is null)
            return scope.Fail(MatpowerFaultKind.NotUnderstood, offset, "Setting a part of a text or cell array is not read.");
        if (ReferenceEquals(a, part))
            part = part.Copy();
        if (indices.Count == 1 && (a.Rows == 1 || a.Columns == 1 || ReferenceEquals(indices[0], MatpowerValue.Colon)))
            return PutLinear(scope, a, indices[0], part, offset);
        if (indices.Count != 2)
            return scope.Fail(MatpowerFaultKind.NotUnderstood, offset, "An index of two parts is expected.");
        const int Most = int.MaxValue / 2;
        if (Indices(scope, indices[0], a.Rows == 0 ? part.Rows : a.Rows, Most, offset) is not { } rows || Indices(scope, indices[1], a.Columns == 0 ? part.Columns : a.Columns, Most, offset) is not { } columns)
            return false;
        if (part.Rows == 0 && part.Columns == 0)
            return ReferenceEquals(indices[1], MatpowerValue.Colon) ? DeleteRows(scope, a, rows, offset) : scope.Fail(MatpowerFaultKind.NotUnderstood, offset, "Deleting anything but whole rows is not read.");
        bool fits = part.IsScalar || (part.Rows == rows.Length && part.Columns == columns.Length) || (part.Count == (long)rows.Length * columns.Length && (part.Rows == 1 || part.Columns == 1) && (rows.Length == 1 || columns.Length == 1));
        if (!fits)
            return scope.Fail(MatpowerFaultKind.Malformed, offset, $"A matrix of {part.Rows} × {part.Columns} is put in a place of {rows.Length} × {columns.Length}.");
        int needRows = rows.Length == 0 ? a.Rows : Math.Max(a.Rows, rows.Max() + 1);
        int needColumns = columns.Length == 0 ? a.Columns : Math.Max(a.Columns, columns.Max() + 1);
        if (!Grow(scope, a, needRows, needColumns, offset) || !scope.Spend((long)rows.Length * columns.Length, offset))
            return false;
        for (int i = 0, k = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < columns.Length; j++, k++)
                a.Figures![(rows[i] * a.Columns) + columns[j]] = part.Figures![part.IsScalar ? 0 : k];
        }

        return true;
    }

    private static MatpowerValue? TakeLinear(MatpowerScope scope, MatpowerValue a, MatpowerValue index, int offset)
    {
        if (Indices(scope, index, a.Count, a.Count, offset) is not { } picks || !scope.Spend(picks.Length, offset))
            return null;
        var result = new double[picks.Length];
        for (int i = 0; i < picks.Length; i++)
            result[i] = a.Figures![ColumnMajor(a, picks[i])];
        bool isRow = !ReferenceEquals(index, MatpowerValue.Colon) && (a.Columns == 1 || a.Rows == 1 ? a.Rows == 1 && a.Columns != 1 : index.Rows == 1);
        if (a.IsScalar && !ReferenceEquals(index, MatpowerValue.Colon))
            isRow = index.Rows == 1;
        return isRow ? MatpowerValue.Matrix(1, result.Length, result, a.IsLogical) : MatpowerValue.Matrix(result.Length, 1, result, a.IsLogical);
    }

    private static bool PutLinear(MatpowerScope scope, MatpowerValue a, MatpowerValue index, MatpowerValue part, int offset)
    {
        if (Indices(scope, index, a.Count, a.Count, offset) is not { } picks || !scope.Spend(picks.Length, offset))
            return false;
        if (!part.IsScalar && part.Count != picks.Length)
            return scope.Fail(MatpowerFaultKind.Malformed, offset, $"{part.Count} figures are put in a place of {picks.Length}.");
        for (int i = 0; i < picks.Length; i++)
            a.Figures![ColumnMajor(a, picks[i])] = part.Figures![part.IsScalar ? 0 : ColumnMajor(part, i)];
        return true;
    }

    private static int ColumnMajor(MatpowerValue a, int index) => a.Rows == 1 || a.Columns == 1 ? index : (index % a.Rows * a.Columns) + (index / a.Rows);

    private static bool DeleteRows(MatpowerScope scope, MatpowerValue a, int[] rows, int offset)
    {
        var gone = new HashSet<int>(rows);
        if (rows.Length > 0 && rows.Max() >= a.Rows)
            return scope.Fail(MatpowerFaultKind.Malformed, offset, $"A row beyond the {a.Rows} there are is deleted.");
        if (!scope.Spend(a.Count, offset))
            return false;
        int kept = 0;
        for (int i = 0; i < a.Rows; i++)
        {
            if (gone.Contains(i))
                continue;
            Array.Copy(a.Figures!, i * a.Columns, a.Figures!, kept * a.Columns, a.Columns);
            if (a.RowOffsets is not null)
                a.RowOffsets[kept] = a.RowOffsets[i];
            kept++;
        }

        a.Rows = kept;
        return true;
    }

    private static bool Grow(MatpowerScope scope, MatpowerValue a, int rows, int columns, int offset)
    {
        if (rows == a.Rows && columns == a.Columns)
            return true;
        if ((long)rows * columns > int.MaxValue / 8)
            return scope.Fail(MatpowerFaultKind.TooMuch, offset, $"A matrix of {rows} × {columns} is not made.");
        if (!scope.Spend((long)rows * columns, offset))
            return false;
        var result = new double[rows * columns];
        for (int i = 0; i < a.Rows; i++)
            Array.Copy(a.Figures!, i * a.Columns, result, i * columns, a.Columns);
        if (a.RowOffsets is not null)
        {
            int known = a.Rows;
            int[] offsets = a.RowOffsets;
            Array.Resize(ref offsets, rows);
            Array.Fill(offsets, offset, known, rows - known);
            a.RowOffsets = offsets;
        }

        (a.Rows, a.Columns, a.Figures) = (rows, columns, result);
        return true;
    }

    private static int[]? Indices(MatpowerScope scope, MatpowerValue index, int all, int most, int offset)
    {
        if (ReferenceEquals(index, MatpowerValue.Colon))
        {
            if (!scope.Spend(all, offset))
                return null;
            var every = new int[all];
            for (int i = 0; i < all; i++)
                every[i] = i;
            return every;
        }

        if (index.Figures is null)
        {
            scope.Unknown(offset, "An index that is a text or cell array is not read.");
            return null;
        }

        if (!scope.Spend(index.Count, offset))
            return null;
        var picks = new List<int>(index.Count);
        for (int i = 0; i < index.Count; i++)
        {
            double k = index.Figures[ColumnMajor(index, i)];
            if (index.IsLogical && k == 0.0)
                continue;
            double place = index.IsLogical ? i + 1 : k;
            if (!(place >= 1.0 && place <= most) || place != Math.Floor(place))
            {
                scope.Fail(MatpowerFaultKind.Malformed, offset, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The index {place} is not a whole number from 1 to {most}."));
                return null;
            }

            picks.Add((int)place - 1);
        }

        return [.. picks];
    }
}
