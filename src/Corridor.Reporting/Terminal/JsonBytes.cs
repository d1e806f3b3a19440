using System.Text.Encodings.Web;
using System.Text.Json;

namespace Corridor.Reporting.Terminal;

/// <summary>JSON as the commands print it: indented, letters of all scripts as they are, a line feed at the end.</summary>
internal static class JsonBytes
{
    /// <summary>How it is written.</summary>
    public static JsonWriterOptions Options { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>One object.</summary>
    /// <param name="write">Writes its members.</param>
    public static byte[] Object(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
