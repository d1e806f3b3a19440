using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Matpower.Language;

/// <summary>Reads numbers, matrices and cell arrays; rows of plain numbers, of which a case file consists, take a short way.</summary>
internal sealed class MatpowerLiterals(MatpowerScope scope, MatpowerCursor cursor, MatpowerExpressions expressions)
{
    /// <summary>The number at the cursor.</summary>
    internal MatpowerValue? Number()
    {
        int at = cursor.At;
        int length = MatpowerNumber.Read(cursor.Text.Span[at..], out double value);
        if (length == 0)
            return scope.Null(MatpowerFaultKind.Malformed, at, "A number is broken off.");
        cursor.At += length;
        if (MatpowerCursor.IsWord(cursor.Next))
            return scope.Null(MatpowerFaultKind.Malformed, cursor.At, "A number is followed by a letter; complex numbers are not read.");
        return MatpowerValue.Scalar(value);
    }

    /// <summary>The matrix or cell array at the cursor.</summary>
    internal MatpowerValue? Bracketed()
    {
        bool isCell = cursor.Next == '{';
        int open = cursor.At++;
        var body = new Body(scope, open);
        bool needsElement = false;
        bool mayTakeComma = false;
        while (true)
        {
            cursor.SkipBlanks();
            byte b = cursor.Next;
            if (cursor.IsAtEnd)
                return scope.Null(MatpowerFaultKind.Malformed, open, $"The bracket '{(isCell ? '{' : '[')}' is not closed.");
            if (b == (isCell ? '}' : ']'))
                break;
            if (b is (byte)'\n' or (byte)';' || cursor.SkipComment())
            {
                if (b == ';' && needsElement)
                    return scope.Null(MatpowerFaultKind.Malformed, cursor.At, "An element is expected before the ';'.");
                (needsElement, mayTakeComma) = (false, false);
                if (!body.EndRow())
                    return null;
                if (b is (byte)'\n' or (byte)';')
                    cursor.At++;
                continue;
            }

            if (b == ',')
            {
                if (!mayTakeComma)
                    return scope.Null(MatpowerFaultKind.Malformed, cursor.At, "An element is expected before the ','.");
                (needsElement, mayTakeComma) = (true, false);
                cursor.At++;
                continue;
            }

            int at = cursor.At;
            (needsElement, mayTakeComma) = (false, true);
            if (!isCell && TakePlain(out double plain))
            {
                body.Add(plain, at);
                continue;
            }

            if (expressions.Read(isInMatrix: true) is not { } value)
                return null;
            if (isCell ? !body.AddCell(value, at) : !body.Add(value, at))
                return null;
            if (!IsSeparated())
                return scope.Null(MatpowerFaultKind.Malformed, cursor.At, "A blank, comma, ';' or the closing bracket is expected here.");
        }

        if (!body.EndRow())
            return null;
        cursor.At++;
        return isCell ? body.Cells() : body.Matrix();
    }

    private bool IsSeparated() =>
        cursor.IsAtEnd
        || cursor.Next is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)';' or (byte)',' or (byte)']' or (byte)'}' or (byte)'%' or (byte)'#'
        || (cursor.Next == '.' && cursor.Text[cursor.At + 1] == '.' && cursor.Text[cursor.At + 2] == '.');

    /// <summary>A number alone, perhaps with a sign; false, with the cursor where it was, for anything else.</summary>
    private bool TakePlain(out double value)
    {
        ReadOnlySpan<byte> span = cursor.Text.Span;
        int at = cursor.At;
        bool isNegative = span[at] == '-';
        if (isNegative || span[at] == '+')
            at++;
        int length = MatpowerNumber.Read(span[at..], out value);
        if (length == 0)
            length = Word(span[at..], out value);
        if (length == 0)
            return false;
        at += length;
        int end = at;
        while (at < span.Length && span[at] is (byte)' ' or (byte)'\t')
            at++;
        if (at < span.Length)
        {
            byte b = span[at];
            bool isEnd = b is (byte)'\n' or (byte)'\r' or (byte)';' or (byte)',' or (byte)']' or (byte)'%' or (byte)'#';
            bool isNext = at > end && (MatpowerCursor.IsWord(b) || (b is (byte)'-' or (byte)'+' or (byte)'.' && at + 1 < span.Length && (MatpowerCursor.IsWord(span[at + 1]) || (b != '.' && span[at + 1] == '.'))));
            if (!isEnd && !isNext)
                return false;
        }

        if (isNegative)
            value = -value;
        cursor.At = end;
        return true;
    }

    private static int Word(ReadOnlySpan<byte> text, out double value)
    {
        value = 0.0;
        if (text.Length < 3 || (text.Length > 3 && MatpowerCursor.IsWord(text[3])))
            return 0;
        ReadOnlySpan<byte> word = text[..3];
        if (word.SequenceEqual("Inf"u8) || word.SequenceEqual("inf"u8))
            value = double.PositiveInfinity;
        else if (word.SequenceEqual("NaN"u8) || word.SequenceEqual("nan"u8))
            value = double.NaN;
        else
            return 0;
        return 3;
    }

    private sealed class Body(MatpowerScope scope, int open)
    {
        private const int CellPrice = 16;
        private readonly List<int> _offsets = [];
        private readonly List<MatpowerValue> _cells = [];
        private List<MatpowerValue>? _blocks;
        private double[] _figures = new double[16];
        private int _count;
        private int _rowStart;
        private int _rowOffset = -1;
        private int _columns = -1;
        private int _rowsOfBlock;
        private bool _isRagged;

        public void Add(double value, int offset)
        {
            if (_blocks is not null)
            {
                _blocks.Add(MatpowerValue.Scalar(value));
                return;
            }

            if (_rowOffset < 0)
                _rowOffset = offset;
            if (_count == _figures.Length)
                Array.Resize(ref _figures, 2 * _count);
            _figures[_count++] = value;
        }

        public bool Add(MatpowerValue value, int offset)
        {
            if (value.Figures is null)
                return scope.Fail(MatpowerFaultKind.NotUnderstood, offset, "A text or cell array within a matrix is not read.");
            if (value.IsScalar)
            {
                Add(value.Figures[0], offset);
                return true;
            }

            if (_rowOffset < 0)
                _rowOffset = offset;
            if (_blocks is null)
            {
                _blocks = [];
                for (int i = _rowStart; i < _count; i++)
                    _blocks.Add(MatpowerValue.Scalar(_figures[i]));
                _count = _rowStart;
            }

            _blocks.Add(value);
            return true;
        }

        public bool AddCell(MatpowerValue value, int offset)
        {
            _cells.Add(value);
            return scope.Spend(CellPrice, offset);
        }

        public bool EndRow()
        {
            if (_blocks is not null && !Flatten())
                return false;
            if (_count == _rowStart)
                return true;
            int rows = Math.Max(_rowsOfBlock, 1);
            int columns = (_count - _rowStart) / rows;
            if (_columns < 0)
                _columns = columns;
            if (columns == _columns)
            {
                for (int i = 0; i < rows; i++)
                    _offsets.Add(_rowOffset);
                _rowStart = _count;
            }
            else
            {
                _isRagged = true;
                _count = _rowStart;
                scope.Findings.Add(FormatFindings.RowLength.At("matrix", scope.Text.Place(_rowOffset), $"The row has {columns} figures, where the first row of its matrix has {_columns}.", "Look for a missing or superfluous figure, or a missing ';'."));
            }

            _rowOffset = -1;
            _rowsOfBlock = 0;
            return true;
        }

        private bool Flatten()
        {
            List<MatpowerValue> blocks = _blocks!.FindAll(v => v.Count > 0);
            _blocks = null;
            if (blocks.Count == 0)
                return true;
            int rows = blocks[0].Rows;
            if (blocks.Exists(v => v.Rows != rows))
                return scope.Fail(MatpowerFaultKind.Malformed, _rowOffset, "Matrices side by side differ in their rows.");
            long total = blocks.Sum(v => (long)v.Count);
            if (_count + total > int.MaxValue / 8)
                return scope.Fail(MatpowerFaultKind.TooMuch, _rowOffset, "A matrix of this size is not made.");
            if (!scope.Spend(total, _rowOffset))
                return false;
            if (_count + total > _figures.Length)
                Array.Resize(ref _figures, (int)Math.Max(2L * _figures.Length, _count + total));
            for (int i = 0; i < rows; i++)
            {
                foreach (MatpowerValue block in blocks)
                {
                    Array.Copy(block.Figures!, i * block.Columns, _figures, _count, block.Columns);
                    _count += block.Columns;
                }
            }

            _rowsOfBlock = rows;
            return true;
        }

        public MatpowerValue? Matrix()
        {
            if (_isRagged)
                return scope.Null(MatpowerFaultKind.Reported, open, "");
            if (_count < _figures.Length / 2)
                Array.Resize(ref _figures, _count);
            MatpowerValue value = MatpowerValue.Matrix(_offsets.Count, Math.Max(_columns, 0), _figures);
            value.RowOffsets = [.. _offsets];
            value.Offset = open;
            return value;
        }

        public MatpowerValue Cells() => new() { Cells = _cells, Rows = _cells.Count, Columns = 1, Offset = open };
    }
}
