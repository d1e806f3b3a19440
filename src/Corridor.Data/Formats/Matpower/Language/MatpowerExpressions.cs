namespace Corridor.Data.Formats.Matpower.Language;

/// <summary>
/// Reads and computes expressions, by precedence: logical, comparison, range, sum, product, sign, power (the order of MATLAB's
/// operators). Nesting is limited; a fault of the scope says what was not understood.
/// </summary>
internal sealed class MatpowerExpressions
{
    private const int DeepestNesting = 50;
    private static readonly string[][] Levels = [["||"], ["&&"], ["|"], ["&"], ["==", "~=", "!=", "<=", ">=", "<", ">"]];
    private static readonly string[] Sums = ["+", "-"];
    private static readonly string[] Products = [".*", "./", "*", "/"];
    private readonly MatpowerScope _scope;
    private readonly MatpowerCursor _cursor;
    private readonly MatpowerLiterals _literals;
    private readonly Stack<IndexFrame> _frames = [];
    private bool _isInMatrix;
    private int _depth;

    internal MatpowerExpressions(MatpowerScope scope, MatpowerCursor cursor)
    {
        _scope = scope;
        _cursor = cursor;
        _literals = new MatpowerLiterals(scope, cursor, this);
    }

    /// <summary>Begins anew after a statement that was not understood.</summary>
    internal void Reset()
    {
        _frames.Clear();
        _isInMatrix = false;
        _depth = 0;
    }

    /// <summary>The value of the expression at the cursor; null, with a fault, where it is not understood.</summary>
    /// <param name="isInMatrix">Whether it is an element of a matrix, where blanks separate.</param>
    internal MatpowerValue? Read(bool isInMatrix = false)
    {
        if (_depth >= DeepestNesting)
            return _scope.Null(MatpowerFaultKind.TooMuch, _cursor.At, $"An expression nests deeper than {DeepestNesting} levels.");
        bool before = _isInMatrix;
        _isInMatrix = isInMatrix;
        _depth++;
        MatpowerValue? value = Level(0);
        _depth--;
        _isInMatrix = before;
        return value;
    }

    /// <summary>The parts of an index or the arguments of a function; the cursor stands behind the opening parenthesis.</summary>
    /// <param name="indexed">What is indexed, for <c>end</c>; null for a function.</param>
    internal List<MatpowerValue>? Arguments(MatpowerValue? indexed)
    {
        var arguments = new List<MatpowerValue>();
        _frames.Push(new IndexFrame(indexed, _cursor.At));
        _cursor.SkipBlanks();
        while (_cursor.Next != ')')
        {
            _frames.Peek().Part = arguments.Count;
            if (IsLoneColon())
            {
                arguments.Add(MatpowerValue.Colon);
                _cursor.At++;
            }
            else if (Read() is { } value)
            {
                arguments.Add(value);
            }
            else
            {
                return null;
            }

            _cursor.SkipBlanks();
            if (_cursor.Next == ',')
                _cursor.At++;
            else if (_cursor.Next != ')')
                return Malformed("A comma or ')' is expected here.");
            _cursor.SkipBlanks();
        }

        _cursor.At++;
        _frames.Pop();
        return arguments;
    }

    private List<MatpowerValue>? Malformed(string message)
    {
        _scope.Fail(MatpowerFaultKind.Malformed, _cursor.At, message);
        return null;
    }

    private bool IsLoneColon()
    {
        if (_cursor.Next != ':')
            return false;
        int at = _cursor.At;
        _cursor.At++;
        _cursor.SkipBlanks();
        bool isLone = _cursor.Next is (byte)',' or (byte)')';
        _cursor.At = at;
        return isLone;
    }

    private MatpowerValue? Level(int level)
    {
        if (level == Levels.Length)
            return Range();
        MatpowerValue? left = Level(level + 1);
        while (left is not null && Operator(Levels[level]) is { } sign)
            left = Level(level + 1) is { } right ? MatpowerOperations.Binary(_scope, sign, left, right, _cursor.At) : null;
        return left;
    }

    private MatpowerValue? Range()
    {
        MatpowerValue? first = Chain(Sums);
        if (first is null || !IsRangeColon())
            return first;
        int at = _cursor.At;
        _cursor.At++;
        if (Chain(Sums) is not { } second)
            return null;
        if (!IsRangeColon())
            return MatpowerOperations.Range(_scope, first, MatpowerValue.Scalar(1.0), second, at);
        _cursor.At++;
        return Chain(Sums) is { } third ? MatpowerOperations.Range(_scope, first, second, third, at) : null;
    }

    private bool IsRangeColon()
    {
        int at = _cursor.At;
        _cursor.SkipBlanks();
        if (_cursor.Next == ':')
            return true;
        _cursor.At = at;
        return false;
    }

    private MatpowerValue? Chain(string[] signs)
    {
        bool isSum = ReferenceEquals(signs, Sums);
        MatpowerValue? left = isSum ? Chain(Products) : Signed();
        while (left is not null)
        {
            int at = _cursor.At;
            if (Operator(signs) is not { } sign)
                break;
            left = (isSum ? Chain(Products) : Signed()) is { } right ? MatpowerOperations.Binary(_scope, sign, left, right, at) : null;
        }

        return left;
    }

    /// <summary>The operator at the cursor, passed over; null, with the cursor where it was, where none of these stands there.</summary>
    private string? Operator(string[] signs)
    {
        int at = _cursor.At;
        bool isSpaced = _cursor.SkipBlanks();
        foreach (string sign in signs)
        {
            byte next = _cursor.Text[_cursor.At + 1];
            if (_cursor.Next != sign[0] || (sign.Length > 1 && next != sign[1]))
                continue;
            if (sign is "|" or "&" && next == sign[0])
                continue;
            // In a matrix "a -b" are two elements, "a - b" and "a-b" one.
            if (_isInMatrix && isSpaced && sign is ("+" or "-") && next is not ((byte)' ' or (byte)'\t'))
                break;
            _cursor.At += sign.Length;
            return sign;
        }

        _cursor.At = at;
        return null;
    }

    private MatpowerValue? Signed()
    {
        _cursor.SkipBlanks();
        byte sign = _cursor.Next;
        if (sign is not ((byte)'-' or (byte)'+' or (byte)'~' or (byte)'!'))
            return Powered();
        if (_depth >= DeepestNesting)
            return _scope.Null(MatpowerFaultKind.TooMuch, _cursor.At, $"An expression nests deeper than {DeepestNesting} levels.");
        int at = _cursor.At++;
        _depth++;
        MatpowerValue? value = Signed();
        _depth--;
        return value is null ? null : MatpowerOperations.Unary(_scope, sign, value, at);
    }

    private MatpowerValue? Powered()
    {
        MatpowerValue? left = Transposed(Primary());
        while (left is not null && Operator([".^", "^"]) is { } sign)
        {
            _cursor.SkipBlanks();
            bool isNegative = _cursor.Next == '-';
            if (_cursor.Next is (byte)'-' or (byte)'+')
                _cursor.At++;
            int at = _cursor.At;
            MatpowerValue? right = Transposed(Primary());
            if (right is not null && isNegative)
                right = MatpowerOperations.Unary(_scope, (byte)'-', right, at);
            left = right is null ? null : MatpowerOperations.Binary(_scope, sign, left, right, at);
        }

        return left;
    }

    private MatpowerValue? Transposed(MatpowerValue? value)
    {
        while (value is not null && (_cursor.Next == '\'' || (_cursor.Next == '.' && _cursor.Text[_cursor.At + 1] == '\'')))
        {
            value = MatpowerOperations.Transpose(_scope, value, _cursor.At);
            _cursor.At += _cursor.Next == '.' ? 2 : 1;
        }

        return value;
    }

    private MatpowerValue? Primary()
    {
        _cursor.SkipBlanks();
        byte b = _cursor.Next;
        int at = _cursor.At;
        if (MatpowerCursor.IsDigit(b) || (b == '.' && MatpowerCursor.IsDigit(_cursor.Text[at + 1])))
            return _literals.Number();
        if (MatpowerCursor.IsLetter(b))
            return Named();
        switch (b)
        {
            case (byte)'(':
                _cursor.At++;
                MatpowerValue? inner = Read();
                _cursor.SkipBlanks();
                if (inner is not null && _cursor.Next != ')')
                    return _scope.Null(MatpowerFaultKind.Malformed, _cursor.At, "A ')' is expected here.");
                _cursor.At++;
                return inner;
            case (byte)'[' or (byte)'{':
                return _literals.Bracketed();
            case (byte)'\'' or (byte)'"':
                return _cursor.QuotedText() is { } text
                    ? new MatpowerValue { Text = text, Rows = 1, Columns = text.Length, Offset = at }
                    : _scope.Null(MatpowerFaultKind.Malformed, at, "A text is not closed on its line.");
            default:
                return _scope.Null(MatpowerFaultKind.Malformed, at, _cursor.IsAtEnd ? "The file ends within a statement." : "A number, name or bracket is expected here.");
        }
    }

    private MatpowerValue? Named()
    {
        int at = _cursor.At;
        string name = _cursor.Path();
        if (name == "end" && EndOfIndex() is { } end)
            return end;
        MatpowerValue? value = _scope.Find(name);
        if (!_isInMatrix)
            _cursor.SkipBlanks();
        if (_cursor.Next != '(')
            return value ?? MatpowerOperations.Call(_scope, name, [], at);
        _cursor.At++;
        if (Arguments(value) is not { } arguments)
            return null;
        if (value is null)
            return arguments.Contains(MatpowerValue.Colon) ? _scope.Unknown(at, $"There is no variable '{name}'.") : MatpowerOperations.Call(_scope, name, arguments, at);
        return arguments.Count == 0 ? value : MatpowerIndexing.Take(_scope, value, arguments, at);
    }

    private MatpowerValue? EndOfIndex()
    {
        if (_frames.Count == 0 || _frames.Peek() is not { Value: { } value } frame)
            return null;
        frame.Parts ??= CountParts(frame.Start);
        return MatpowerValue.Scalar(frame.Parts == 1 ? value.Count : frame.Part == 0 ? value.Rows : value.Columns);
    }

    private int CountParts(int start)
    {
        int parts = 1;
        int depth = 0;
        for (int at = start; at < _cursor.Text.Length; at++)
        {
            byte b = _cursor.Text[at];
            if (b is (byte)'(' or (byte)'[' or (byte)'{')
                depth++;
            else if (b is (byte)')' or (byte)']' or (byte)'}' && --depth < 0)
                break;
            else if (b == ',' && depth == 0)
                parts++;
        }

        return parts;
    }

    private sealed class IndexFrame(MatpowerValue? value, int start)
    {
        public MatpowerValue? Value { get; } = value;

        public int Start { get; } = start;

        public int Part { get; set; }

        public int? Parts { get; set; }
    }
}
