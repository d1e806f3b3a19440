using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Corridor.Data.Formats.Documents;

/// <summary>A value of a JSON document with the place where it starts, read with bounded depth and in time linear in the length.</summary>
internal sealed class JsonTree
{
    /// <summary>Greatest depth of nesting.</summary>
    internal const int DeepestNesting = 64;

    private static readonly List<(string Name, JsonTree Value)> NoMembers = [];
    private static readonly List<JsonTree> NoElements = [];

    private JsonTree(JsonTokenType kind, int line, int column) => (Kind, Line, Column) = (kind, line, column);

    internal JsonTokenType Kind { get; }

    /// <summary>Line, from 1.</summary>
    internal int Line { get; }

    /// <summary>Character of the line, from 1.</summary>
    internal int Column { get; }

    /// <summary>Text of a string; null for other kinds.</summary>
    internal string? Text { get; private set; }

    /// <summary>Value of a number; infinite where it is too large for double precision, NaN for other kinds.</summary>
    internal double Number { get; private set; } = double.NaN;

    /// <summary>Members of an object, in order.</summary>
    internal List<(string Name, JsonTree Value)> Members { get; private set; } = NoMembers;

    /// <summary>Elements of an array.</summary>
    internal List<JsonTree> Elements { get; private set; } = NoElements;

    internal bool IsObject => Kind == JsonTokenType.StartObject;

    internal bool IsArray => Kind == JsonTokenType.StartArray;

    internal bool IsNumber => Kind == JsonTokenType.Number;

    internal bool IsNull => Kind == JsonTokenType.Null;

    /// <summary>The first member of a name; null if there is none.</summary>
    internal JsonTree? this[string name]
    {
        get
        {
            foreach ((string member, JsonTree value) in Members)
            {
                if (member == name)
                    return value;
            }

            return null;
        }
    }

    /// <summary>Reads a document.</summary>
    /// <param name="utf8">The bytes, valid UTF-8 without a byte order mark.</param>
    /// <exception cref="JsonException">Not JSON, or nested too deeply; its line and byte count from 0.</exception>
    internal static JsonTree Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = DeepestNesting });
        var cursor = default(Cursor);
        reader.Read();
        JsonTree root = Read(ref reader, utf8, ref cursor);
        reader.Read();
        return root;
    }

    /// <summary>What the value is, for people.</summary>
    internal string Describe() => Kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => $"the text '{(Text!.Length > 40 ? Text[..40] + "…" : Text)}'",
        JsonTokenType.Number => "a number",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    };

    [SuppressMessage("Style", "IDE0010", Justification = "Other tokens carry nothing.")]
    private static JsonTree Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, ref Cursor cursor)
    {
        cursor.MoveTo((int)reader.TokenStartIndex, utf8);
        var tree = new JsonTree(reader.TokenType, cursor.Line + 1, cursor.Column + 1);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                tree.Members = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    string name = TextOf(ref reader);
                    reader.Read();
                    tree.Members.Add((name, Read(ref reader, utf8, ref cursor)));
                }

                break;
            case JsonTokenType.StartArray:
                tree.Elements = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    tree.Elements.Add(Read(ref reader, utf8, ref cursor));
                break;
            case JsonTokenType.String:
                tree.Text = TextOf(ref reader);
                break;
            case JsonTokenType.Number:
                tree.Number = reader.TryGetDouble(out double value) ? value : double.PositiveInfinity;
                break;
        }

        return tree;
    }

    private static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException problem)
        {
            // Half of a surrogate pair, written as an escape.
            throw new JsonException(problem.Message, null, 0, reader.TokenStartIndex, problem);
        }
    }

    /// <summary>Place of a byte, counted on from the place before.</summary>
    private struct Cursor
    {
        private int _offset;

        internal int Line { get; private set; }

        internal int Column { get; private set; }

        internal void MoveTo(int offset, ReadOnlySpan<byte> utf8)
        {
            ReadOnlySpan<byte> passed = utf8[_offset..offset];
            int lines = passed.Count((byte)'\n');
            if (lines > 0)
            {
                Line += lines;
                Column = 0;
                passed = passed[(passed.LastIndexOf((byte)'\n') + 1)..];
            }

            Column += Encoding.UTF8.GetCharCount(passed);
            _offset = offset;
        }
    }
}
