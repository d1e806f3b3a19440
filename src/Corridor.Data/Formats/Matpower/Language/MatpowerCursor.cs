namespace Corridor.Data.Formats.Matpower.Language;

/// <summary>Goes through the text of a case file: blanks, comments, continuation lines, names and strings.</summary>
internal sealed class MatpowerCursor(MatpowerText text)
{
    /// <summary>The text.</summary>
    internal MatpowerText Text { get; } = text;

    /// <summary>Offset of the next byte.</summary>
    internal int At { get; set; }

    /// <summary>The next byte; 0 at the end.</summary>
    internal byte Next => Text[At];

    /// <summary>Whether the end is reached.</summary>
    internal bool IsAtEnd => At >= Text.Length;

    /// <summary>Whether a byte may begin a name.</summary>
    internal static bool IsLetter(byte b) => (uint)((b | 0x20) - 'a') <= 25 || b == '_';

    /// <summary>Whether a byte may stand within a name.</summary>
    internal static bool IsWord(byte b) => IsLetter(b) || IsDigit(b);

    /// <summary>Whether a byte is a digit.</summary>
    internal static bool IsDigit(byte b) => (uint)(b - '0') <= 9;

    /// <summary>Passes over blanks and continuations (<c>...</c> and the rest of its line).</summary>
    /// <returns>Whether there were any.</returns>
    internal bool SkipBlanks()
    {
        int start = At;
        ReadOnlySpan<byte> span = Text.Span;
        while (At < span.Length)
        {
            byte b = span[At];
            if (b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\f' or (byte)'\v')
            {
                At++;
            }
            else if (b == '.' && Text[At + 1] == '.' && Text[At + 2] == '.')
            {
                int step = span[At..].IndexOf((byte)'\n');
                At = step < 0 ? span.Length : At + step + 1;
            }
            else
            {
                break;
            }
        }

        return At > start;
    }

    /// <summary>Passes over a comment, to the end of its line or of its block; the line feed stays.</summary>
    /// <returns>Whether there was one.</returns>
    internal bool SkipComment()
    {
        if (Next is not ((byte)'%' or (byte)'#'))
            return false;
        if (Text[At + 1] == '{' && IsAloneOnLine(At, 2))
        {
            SkipBlock();
            return true;
        }

        int step = Text.Span[At..].IndexOf((byte)'\n');
        At = step < 0 ? Text.Length : At + step;
        return true;
    }

    /// <summary>Passes over blanks, line feeds, comments, semicolons and commas between statements.</summary>
    internal void SkipBetweenStatements()
    {
        while (!IsAtEnd)
        {
            if (SkipBlanks() || SkipComment())
                continue;
            if (Next is not ((byte)'\n' or (byte)';' or (byte)','))
                return;
            At++;
        }
    }

    /// <summary>The name at the cursor; empty where there is none.</summary>
    internal string Name()
    {
        int start = At;
        if (!IsLetter(Next))
            return "";
        while (IsWord(Next))
            At++;
        return Text.Slice(start, At);
    }

    /// <summary>The name at the cursor with the members behind its points, as in <c>mpc.bus</c>; empty where there is none.</summary>
    internal string Path()
    {
        int start = At;
        if (!IsLetter(Next))
            return "";
        while (IsWord(Next) || (Next == '.' && IsLetter(Text[At + 1])))
            At++;
        return Text.Slice(start, At);
    }

    /// <summary>The string at the cursor, which stands on its opening mark; null where it does not close on its line.</summary>
    internal string? QuotedText()
    {
        byte mark = Next;
        int start = At + 1;
        ReadOnlySpan<byte> span = Text.Span;
        bool isDoubled = false;
        for (int at = start; at < span.Length && span[at] != '\n'; at++)
        {
            if (span[at] != mark)
                continue;
            if (Text[at + 1] == mark)
            {
                isDoubled = true;
                at++;
                continue;
            }

            At = at + 1;
            string text = Text.Slice(start, at);
            string sign = ((char)mark).ToString();
            return isDoubled ? text.Replace(sign + sign, sign, StringComparison.Ordinal) : text;
        }

        return null;
    }

    /// <summary>Whether a transpose may stand where a quotation mark is found, from the byte before it.</summary>
    internal bool IsAfterOperand(int at) => at > 0 && (IsWord(Text[at - 1]) || Text[at - 1] is (byte)')' or (byte)']' or (byte)'}' or (byte)'\'' or (byte)'.');

    /// <summary>Goes to the end of the statement that begins here, whatever it holds; stops before a line feed, semicolon or comma outside of brackets.</summary>
    /// <returns>Whether all brackets and strings were closed.</returns>
    internal bool SkipStatement()
    {
        int depth = 0;
        while (!IsAtEnd)
        {
            byte b = Next;
            if (b is (byte)'\'' or (byte)'"' && !(b == '\'' && IsAfterOperand(At)))
            {
                if (QuotedText() is not null)
                    continue;
                At++;
                return false;
            }

            if (SkipBlanks() || SkipComment())
                continue;
            if (b is (byte)'(' or (byte)'[' or (byte)'{')
                depth++;
            else if (b is (byte)')' or (byte)']' or (byte)'}')
                depth--;
            else if (depth <= 0 && b is (byte)'\n' or (byte)';' or (byte)',')
                return depth == 0;
            At++;
        }

        return depth == 0;
    }

    private bool IsAloneOnLine(int at, int length)
    {
        for (int i = at - 1; i >= 0 && Text[i] != '\n'; i--)
        {
            if (Text[i] is not ((byte)' ' or (byte)'\t'))
                return false;
        }

        for (int i = at + length; i < Text.Length && Text[i] != '\n'; i++)
        {
            if (Text[i] is not ((byte)' ' or (byte)'\t' or (byte)'\r'))
                return false;
        }

        return true;
    }

    private void SkipBlock()
    {
        int depth = 0;
        do
        {
            if (Next is (byte)'%' or (byte)'#' && Text[At + 1] is (byte)'{' or (byte)'}' && IsAloneOnLine(At, 2))
                depth += Text[At + 1] == '{' ? 1 : -1;
            int step = Text.Span[Math.Min(At, Text.Length)..].IndexOf((byte)'\n');
            if (step < 0 || depth == 0)
            {
                At = step < 0 ? Text.Length : At + step;
                return;
            }

            At += step + 1;
            while (Next is (byte)' ' or (byte)'\t')
                At++;
        }
        while (!IsAtEnd);
    }
}
