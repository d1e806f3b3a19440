namespace Corridor.Data.Formats.Matpower.Language;

/// <summary>Operators and functions of the language on matrices.</summary>
internal static class MatpowerOperations
{
    /// <summary>Applies an operator element by element; a side of one row, one column or one figure is repeated.</summary>
    /// <returns>The result; null, with a fault, where it is not defined.</returns>
    internal static MatpowerValue? Binary(MatpowerScope scope, string sign, MatpowerValue a, MatpowerValue b, int offset)
    {
        if (a.Figures is null || b.Figures is null)
            return scope.Unknown(offset, $"The operator '{sign}' on texts or cell arrays is not read.");
        bool isElementwise = sign is not ("*" or "/" or "^") || (a.IsScalar && b.IsScalar) || (sign == "*" && (a.IsScalar || b.IsScalar)) || (sign == "/" && b.IsScalar);
        if (!isElementwise)
            return scope.Unknown(offset, $"The matrix operator '{sign}' is not read.");
        int rows = Common(a.Rows, b.Rows);
        int columns = Common(a.Columns, b.Columns);
        if (rows < 0 || columns < 0)
            return scope.Null(MatpowerFaultKind.Malformed, offset, $"The operator '{sign}' stands between a matrix of {a.Rows} × {a.Columns} and one of {b.Rows} × {b.Columns}.");
        if (!scope.Spend((long)rows * columns, offset))
            return null;
        var result = new double[rows * columns];
        int aRow = a.Rows == 1 ? 0 : a.Columns;
        int aColumn = a.Columns == 1 ? 0 : 1;
        int bRow = b.Rows == 1 ? 0 : b.Columns;
        int bColumn = b.Columns == 1 ? 0 : 1;
        Func<double, double, double>? operation = Operation(sign);
        if (operation is null)
            return scope.Unknown(offset, $"The operator '{sign}' is not read.");
        for (int i = 0, k = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++, k++)
                result[k] = operation(a.Figures[(i * aRow) + (j * aColumn)], b.Figures[(i * bRow) + (j * bColumn)]);
        }

        return MatpowerValue.Matrix(rows, columns, result, sign is "==" or "~=" or "!=" or "<" or ">" or "<=" or ">=" or "&" or "|" or "&&" or "||");
    }

    /// <summary>Negates, or inverts a truth.</summary>
    internal static MatpowerValue? Unary(MatpowerScope scope, byte sign, MatpowerValue a, int offset)
    {
        if (a.Figures is null)
            return scope.Unknown(offset, "A sign before a text or cell array is not read.");
        if (sign == '+')
            return a;
        return Map(scope, a, offset, sign == '-' ? x => -x : x => x == 0.0 ? 1.0 : 0.0, sign != '-');
    }

    /// <summary>Exchanges rows and columns.</summary>
    internal static MatpowerValue? Transpose(MatpowerScope scope, MatpowerValue a, int offset)
    {
        if (a.Figures is null)
            return scope.Unknown(offset, "A text or cell array is not transposed.");
        if (!scope.Spend(a.Count, offset))
            return null;
        var result = new double[a.Count];
        for (int i = 0; i < a.Rows; i++)
        {
            for (int j = 0; j < a.Columns; j++)
                result[(j * a.Rows) + i] = a.Figures[(i * a.Columns) + j];
        }

        return MatpowerValue.Matrix(a.Columns, a.Rows, result, a.IsLogical);
    }

    /// <summary>The figures from a first to a last by a step.</summary>
    internal static MatpowerValue? Range(MatpowerScope scope, MatpowerValue first, MatpowerValue step, MatpowerValue last, int offset)
    {
        if (!first.IsScalar || !step.IsScalar || !last.IsScalar)
            return scope.Unknown(offset, "A range between anything but single figures is not read.");
        double from = first.Figures![0];
        double by = step.Figures![0];
        double count = Math.Floor(((last.Figures![0] - from) / by) + 1e-10) + 1.0;
        if (double.IsNaN(count) || double.IsInfinity(count) || by == 0.0)
            return scope.Null(MatpowerFaultKind.Malformed, offset, "A range needs finite ends and a step other than 0.");
        if (!scope.Spend((long)Math.Clamp(count, 0.0, 1e15), offset))
            return null;
        var result = new double[(int)Math.Max(count, 0.0)];
        for (int i = 0; i < result.Length; i++)
            result[i] = from + (i * by);
        return MatpowerValue.Matrix(1, result.Length, result);
    }

    /// <summary>Calls a function.</summary>
    /// <returns>The result; null, with a fault, where the function is not known.</returns>
    internal static MatpowerValue? Call(MatpowerScope scope, string name, IReadOnlyList<MatpowerValue> arguments, int offset)
    {
        if (arguments.Any(a => a.Figures is null))
            return scope.Unknown(offset, $"The function '{name}' is not read with a text or cell array.");
        MatpowerValue? first = arguments.Count > 0 ? arguments[0] : null;
        return (name, arguments.Count) switch
        {
            ("pi", 0) => MatpowerValue.Scalar(Math.PI),
            ("Inf" or "inf", 0) => MatpowerValue.Scalar(double.PositiveInfinity),
            ("NaN" or "nan", 0) => MatpowerValue.Scalar(double.NaN),
            ("eps", 0) => MatpowerValue.Scalar(Math.BitIncrement(1.0) - 1.0),
            ("true", 0) => MatpowerValue.Matrix(1, 1, [1.0], true),
            ("false", 0) => MatpowerValue.Matrix(1, 1, [0.0], true),
            ("zeros", 1 or 2) => Filled(scope, arguments, 0.0, offset),
            ("ones", 1 or 2) => Filled(scope, arguments, 1.0, offset),
            ("size", 1) => MatpowerValue.Matrix(1, 2, [first!.Rows, first.Columns]),
            ("size", 2) when arguments[1].IsScalar && arguments[1].Figures![0] is 1.0 or 2.0 => MatpowerValue.Scalar(arguments[1].Figures![0] == 1.0 ? first!.Rows : first!.Columns),
            ("length", 1) => MatpowerValue.Scalar(first!.Count == 0 ? 0 : Math.Max(first.Rows, first.Columns)),
            ("numel", 1) => MatpowerValue.Scalar(first!.Count),
            ("isempty", 1) => MatpowerValue.Matrix(1, 1, [first!.Count == 0 ? 1.0 : 0.0], true),
            ("sum", 1) when first!.Rows == 1 || first.Columns == 1 => MatpowerValue.Scalar(first.Figures!.AsSpan(0, first.Count).ToArray().Sum()),
            ("find", 1) when first!.Rows == 1 || first.Columns == 1 => Places(scope, first, offset),
            (_, 1) when Function(name) is { } function => Map(scope, first!, offset, function, false),
            ("min", 2) => Pairs(scope, arguments, Math.Min, offset),
            ("max", 2) => Pairs(scope, arguments, Math.Max, offset),
            _ => scope.Unknown(offset, $"There is no variable or known function '{name}'{(arguments.Count == 0 ? "" : $" of {arguments.Count} arguments")}."),
        };
    }

    private static int Common(int a, int b) => a == b || b == 1 ? a : a == 1 ? b : -1;

    private static Func<double, double, double>? Operation(string sign) => sign switch
    {
        "+" => (x, y) => x + y,
        "-" => (x, y) => x - y,
        "*" or ".*" => (x, y) => x * y,
        "/" or "./" => (x, y) => x / y,
        "^" or ".^" => Power,
        "==" => (x, y) => x == y ? 1.0 : 0.0,
        "~=" or "!=" => (x, y) => x != y ? 1.0 : 0.0,
        "<" => (x, y) => x < y ? 1.0 : 0.0,
        ">" => (x, y) => x > y ? 1.0 : 0.0,
        "<=" => (x, y) => x <= y ? 1.0 : 0.0,
        ">=" => (x, y) => x >= y ? 1.0 : 0.0,
        "&" or "&&" => (x, y) => x != 0.0 && y != 0.0 ? 1.0 : 0.0,
        "|" or "||" => (x, y) => x != 0.0 || y != 0.0 ? 1.0 : 0.0,
        _ => null,
    };

    private static double Power(double x, double y) => y == 2.0 ? x * x : Math.Pow(x, y);

    private static Func<double, double>? Function(string name) => name switch
    {
        "sqrt" => Math.Sqrt,
        "abs" => Math.Abs,
        "exp" => Math.Exp,
        "log" => Math.Log,
        "log10" => Math.Log10,
        "sin" => Math.Sin,
        "cos" => Math.Cos,
        "tan" => Math.Tan,
        "asin" => Math.Asin,
        "acos" => Math.Acos,
        "atan" => Math.Atan,
        "floor" => Math.Floor,
        "ceil" => Math.Ceiling,
        "round" => x => Math.Round(x, MidpointRounding.AwayFromZero),
        "deg2rad" => x => x * (Math.PI / 180.0),
        "rad2deg" => x => x * (180.0 / Math.PI),
        "double" => x => x,
        "isnan" => x => double.IsNaN(x) ? 1.0 : 0.0,
        _ => null,
    };

    private static MatpowerValue? Map(MatpowerScope scope, MatpowerValue a, int offset, Func<double, double> function, bool isLogical)
    {
        if (!scope.Spend(a.Count, offset))
            return null;
        var result = new double[a.Count];
        for (int i = 0; i < result.Length; i++)
            result[i] = function(a.Figures![i]);
        return MatpowerValue.Matrix(a.Rows, a.Columns, result, isLogical);
    }

    private static MatpowerValue? Pairs(MatpowerScope scope, IReadOnlyList<MatpowerValue> arguments, Func<double, double, double> function, int offset)
    {
        MatpowerValue a = arguments[0];
        MatpowerValue b = arguments[1];
        if (!a.IsScalar && !b.IsScalar && (a.Rows != b.Rows || a.Columns != b.Columns))
            return scope.Unknown(offset, "The two arguments differ in size.");
        MatpowerValue shape = a.IsScalar ? b : a;
        if (!scope.Spend(shape.Count, offset))
            return null;
        var result = new double[shape.Count];
        for (int i = 0; i < result.Length; i++)
            result[i] = function(a.Figures![a.IsScalar ? 0 : i], b.Figures![b.IsScalar ? 0 : i]);
        return MatpowerValue.Matrix(shape.Rows, shape.Columns, result);
    }

    private static MatpowerValue? Filled(MatpowerScope scope, IReadOnlyList<MatpowerValue> arguments, double value, int offset)
    {
        if (arguments.Any(a => !a.IsScalar || !(a.Figures![0] is >= 0.0 and <= 1e9) || a.Figures[0] != Math.Floor(a.Figures[0])))
            return scope.Unknown(offset, "The size of a matrix must be given by whole numbers.");
        long rows = (long)arguments[0].Figures![0];
        long columns = (long)arguments[^1].Figures![0];
        if (rows > int.MaxValue / Math.Max(columns, 1))
            return scope.Null(MatpowerFaultKind.TooMuch, offset, "A matrix of this size is not made.");
        if (!scope.Spend(rows * columns, offset))
            return null;
        var result = new double[rows * columns];
        Array.Fill(result, value);
        return MatpowerValue.Matrix((int)rows, (int)columns, result);
    }

    private static MatpowerValue? Places(MatpowerScope scope, MatpowerValue a, int offset)
    {
        if (!scope.Spend(a.Count, offset))
            return null;
        var found = new List<double>();
        for (int i = 0; i < a.Count; i++)
        {
            if (a.Figures![i] != 0.0)
                found.Add(i + 1);
        }

        return a.Rows == 1 ? MatpowerValue.Matrix(1, found.Count, [.. found]) : MatpowerValue.Matrix(found.Count, 1, [.. found]);
    }
}
