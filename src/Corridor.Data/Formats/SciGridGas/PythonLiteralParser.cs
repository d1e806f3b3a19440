using System.Globalization;
using System.Text;
using Corridor.Data.Formats.Exchange;

namespace Corridor.Data.Formats.SciGridGas;

/// <summary>
/// Reads one Python literal: <c>None</c>, <c>True</c>, <c>False</c>, numbers, texts, lists, tuples, sets and dicts, as <c>repr</c> prints them. Nothing is
/// evaluated. Nesting is limited, and every character is looked at once.
/// </summary>
public sealed class PythonLiteralParser
{
    /// <summary>Deepest nesting that is read.</summary>
    public const int Deepest = 16;

    private readonly string _text;
    private int _position;

    private PythonLiteralParser(string text) => _text = text;

    /// <summary>What is wrong; empty where nothing is.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>Offset of what is wrong.</summary>
    public int ProblemOffset { get; private set; }

    /// <summary>Whether the nesting is too deep.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>Reads a text that holds one literal and nothing else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parser">Says what is wrong where the answer is null.</param>
    public static PythonLiteral? Parse(string text, out PythonLiteralParser parser)
    {
        ArgumentNullException.ThrowIfNull(text);
        parser = new PythonLiteralParser(text);
        PythonLiteral? value = parser.Value(0);
        parser.SkipBlanks();
        if (value is not null && parser._position < text.Length)
            return parser.Fail("Something follows the end of the value.");
        return value;
    }

    private PythonLiteral? Value(int depth)
    {
        SkipBlanks();
        if (_position >= _text.Length)
            return Fail("The value ends too early.");
        switch (_text[_position])
        {
            case '{':
                return Braces(depth);
            case '[':
                return Items('[', ']', depth);
            case '(':
                return Items('(', ')', depth);
            case '\'' or '"':
                int start = _position;
                return Quoted() is { } text ? new PythonLiteral { Kind = PythonKind.Text, Offset = start, Text = ForeignText.OneLine(text) } : null;
            default:
                return Word();
        }
    }

    private PythonLiteral? Items(char open, char close, int depth)
    {
        int start = _position;
        if (!Enter(depth))
            return null;
        var items = new List<PythonLiteral>();
        while (true)
        {
            SkipBlanks();
            if (Take(close))
                return new PythonLiteral { Kind = PythonKind.List, Offset = start, Items = items };
            if (items.Count > 0 && !Take(','))
                return Fail($"A comma or '{close}' is expected; '{open}' opens at character {(start + 1).ToString(CultureInfo.InvariantCulture)}.");
            SkipBlanks();
            if (items.Count > 0 && Take(close))
                return new PythonLiteral { Kind = PythonKind.List, Offset = start, Items = items };
            if (Value(depth + 1) is not { } item)
                return null;
            items.Add(item);
        }
    }

    private PythonLiteral? Braces(int depth)
    {
        int start = _position;
        if (!Enter(depth))
            return null;
        var keys = new List<string>();
        var items = new List<PythonLiteral>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        bool isMap = true;
        while (true)
        {
            SkipBlanks();
            if (items.Count > 0 && !At('}') && !Take(','))
                return Fail($"A comma or '}}' is expected; '{{' opens at character {(start + 1).ToString(CultureInfo.InvariantCulture)}.");
            SkipBlanks();
            if (Take('}'))
                return new PythonLiteral { Kind = isMap ? PythonKind.Map : PythonKind.List, Offset = start, Keys = isMap ? keys : [], Items = items };
            int keyAt = _position;
            if (Value(depth + 1) is not { } key)
                return null;
            SkipBlanks();
            if (items.Count == 0)
                isMap = At(':');
            if (!isMap)
            {
                items.Add(key);
                continue;
            }

            if (!Take(':'))
                return Fail("A colon is expected after the key.");
            if (key.Kind is PythonKind.List or PythonKind.Map)
                return Fail("A key is a text or a number.", keyAt);
            if (!seen.Add(key.Text))
                return Fail($"The key '{Shorten(key.Text)}' stands twice.", keyAt);
            if (Value(depth + 1) is not { } value)
                return null;
            keys.Add(key.Text);
            items.Add(value);
        }
    }

    private bool Enter(int depth)
    {
        if (depth >= Deepest)
        {
            IsTooDeep = true;
            Fail(string.Create(CultureInfo.InvariantCulture, $"The value nests deeper than {Deepest} levels."));
            return false;
        }

        _position++;
        return true;
    }

    private string? Quoted()
    {
        int start = _position;
        char quote = _text[_position++];
        StringBuilder? built = null;
        int from = _position;
        while (_position < _text.Length)
        {
            char c = _text[_position];
            if (c == quote)
            {
                string tail = _text[from.._position++];
                return built is null ? tail : built.Append(tail).ToString();
            }

            if (c != '\\')
            {
                _position++;
                continue;
            }

            (built ??= new StringBuilder()).Append(_text, from, _position - from);
            if (!Escape(built))
                return null;
            from = _position;
        }

        Fail("The quotation mark that opens here is not closed.", start);
        return null;
    }

    private bool Escape(StringBuilder built)
    {
        int start = _position++;
        char kind = _position < _text.Length ? _text[_position++] : '\0';
        int digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0)
        {
            if (_position + digits > _text.Length || !uint.TryParse(_text.AsSpan(_position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint code) || code > 0x10FFFF)
            {
                Fail("The digits of an escaped character are wrong.", start);
                return false;
            }

            _position += digits;
            built.Append(Rune.IsValid(code) ? new Rune(code).ToString() : "\uFFFD");
            return true;
        }

        switch (kind)
        {
            case 'n' or 'r' or 't':
                built.Append(' ');
                return true;
            case '\\' or '\'' or '"':
                built.Append(kind);
                return true;
            case '\0':
                Fail("The value ends too early.", start);
                return false;
            default:
                // As Python prints it: a backslash that escapes nothing stands for itself.
                built.Append('\\').Append(kind);
                return true;
        }
    }

    private PythonLiteral? Word()
    {
        int start = _position;
        while (_position < _text.Length && (char.IsAsciiLetterOrDigit(_text[_position]) || _text[_position] is '+' or '-' or '.' or '_'))
            _position++;
        string word = _text[start.._position];
        switch (word)
        {
            case "None":
                return new PythonLiteral { Kind = PythonKind.None, Offset = start };
            case "True":
                return new PythonLiteral { Kind = PythonKind.Boolean, Offset = start, Number = 1, Text = word };
            case "False":
                return new PythonLiteral { Kind = PythonKind.Boolean, Offset = start, Number = 0, Text = word };
            case "nan":
                return new PythonLiteral { Kind = PythonKind.Number, Offset = start, Text = word };
            case "inf" or "-inf":
                return new PythonLiteral { Kind = PythonKind.Number, Offset = start, Text = word, Number = word == "inf" ? double.PositiveInfinity : double.NegativeInfinity };
            case "":
                return Fail($"'{_text[_position]}' begins no value.", start);
        }

        if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !char.IsAsciiLetter(word[^1]))
            return Math.Abs(number) <= ForeignFigure.Greatest
                ? new PythonLiteral { Kind = PythonKind.Number, Offset = start, Number = number, Text = word }
                : Fail($"'{Shorten(word)}' is beyond {ForeignFigure.Greatest.ToString("g", CultureInfo.InvariantCulture)}, which no figure of an energy system is.", start);
        return Fail($"'{Shorten(word)}' is neither a number nor None, True or False; a text stands in quotation marks.", start);
    }

    private void SkipBlanks()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\t' or '\n' or '\r')
            _position++;
    }

    private bool At(char c) => _position < _text.Length && _text[_position] == c;

    private bool Take(char c)
    {
        if (!At(c))
            return false;
        _position++;
        return true;
    }

    private PythonLiteral? Fail(string problem, int? offset = null)
    {
        if (Problem.Length == 0)
            (Problem, ProblemOffset) = (problem, Math.Min(offset ?? _position, _text.Length));
        return null;
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
