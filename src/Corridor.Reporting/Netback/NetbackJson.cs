using System.Text.Json;
using System.Text.Json.Serialization;
using Corridor.Model.Schema;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Netback;

namespace Corridor.Reporting.Netback;

/// <summary>A netback with its answer in words, as JSON.</summary>
/// <param name="Answer">The answer in sentences.</param>
/// <param name="Netback">The figures.</param>
public sealed record NetbackAnswer(string Answer, NetbackResult Netback);

/// <summary>Writes a netback as JSON. docs/netback.md explains every key.</summary>
public static class NetbackJson
{
    /// <summary>One JSON object, indented, in UTF-8 with a final line feed.</summary>
    /// <param name="result">A netback.</param>
    public static byte[] Write(NetbackResult result)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonBytes.Options))
            JsonSerializer.Serialize(writer, new NetbackAnswer(NetbackText.Answer(result), result), NetbackJsonContext.Default.NetbackAnswer);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}

/// <summary>Kinds of steps in lower snake case.</summary>
internal sealed class StepKindConverter : JsonConverter<NetbackStepKind>
{
    public override NetbackStepKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text = reader.GetString();
        return Enum.GetValues<NetbackStepKind>().First(k => SnakeCase.From(k.ToString()) == text);
    }

    public override void Write(Utf8JsonWriter writer, NetbackStepKind value, JsonSerializerOptions options) => writer.WriteStringValue(SnakeCase.From(value.ToString()));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(FiniteNumberConverter), typeof(StepKindConverter)])]
[JsonSerializable(typeof(NetbackAnswer))]
internal sealed partial class NetbackJsonContext : JsonSerializerContext;
