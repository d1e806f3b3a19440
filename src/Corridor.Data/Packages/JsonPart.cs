using System.Text;
using System.Text.Json;

namespace Corridor.Data.Packages;

/// <summary>A value of a JSON document, with the line and character where it starts.</summary>
internal sealed class JsonPart
{
    private JsonPart(JsonTokenType kind, int line, int column) => (Kind, Line, Column) = (kind, line, column);

    internal JsonTokenType Kind { get; }

    internal int Line { get; }

    internal int Column { get; }

    /// <summary>Text of a string; null for other kinds.</summary>
    internal string? Text { get; private set; }

    /// <summary>Members of an object, in order.</summary>
    internal List<(string Name, JsonPart Value)> Members { get; } = [];

    /// <summary>Elements of an array.</summary>
    internal List<JsonPart> Elements { get; } = [];

    internal bool IsObject => Kind == JsonTokenType.StartObject;

    internal bool IsArray => Kind == JsonTokenType.StartArray;

    /// <summary>The member of a name; null if there is none.</summary>
    internal JsonPart? this[string name]
    {
        get
        {
            foreach ((string member, JsonPart value) in Members)
            {
                if (member == name)
                    return value;
            }

            return null;
        }
    }

    /// <summary>Reads a document.</summary>
    /// <param name="utf8">The bytes, without a byte order mark.</param>
    /// <exception cref="JsonException">Not JSON; its line and column count from 0.</exception>
    internal static JsonPart Parse(ReadOnlySpan<byte> utf8)
    {
        var lineStarts = new List<int> { 0 };
        for (int i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == '\n')
                lineStarts.Add(i + 1);
        }

        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        JsonPart root = Read(ref reader, utf8, lineStarts);
        reader.Read();
        return root;
    }

    private static JsonPart Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, List<int> lineStarts)
    {
        int at = (int)reader.TokenStartIndex;
        int line = lineStarts.BinarySearch(at);
        line = line < 0 ? ~line : line + 1;
        var part = new JsonPart(reader.TokenType, line, Encoding.UTF8.GetCharCount(utf8[lineStarts[line - 1]..at]) + 1);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    string name = TextOf(ref reader);
                    reader.Read();
                    part.Members.Add((name, Read(ref reader, utf8, lineStarts)));
                }

                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    part.Elements.Add(Read(ref reader, utf8, lineStarts));
                break;
            case JsonTokenType.String:
                part.Text = TextOf(ref reader);
                break;
            default:
                break;
        }

        return part;
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
}
