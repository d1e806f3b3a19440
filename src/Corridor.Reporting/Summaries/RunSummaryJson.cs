using System.Text.Json;
using System.Text.Json.Serialization;
using Corridor.Model.Schema;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Summaries;

/// <summary>Writes summaries and stamps as JSON. Names are lower snake case, numbers shortest round-trip, what is not finite null.</summary>
public static class RunSummaryJson
{
    /// <summary>The summary as one JSON object, indented, in UTF-8 with a final line feed.</summary>
    /// <param name="summary">Any summary.</param>
    public static byte[] Write(RunSummary summary)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonBytes.Options))
            JsonSerializer.Serialize(writer, summary, RunSummaryJsonContext.Default.RunSummary);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>Loads what writing needs to know of the types, which it otherwise does when first called: for whoever waits for something else.</summary>
    public static void Prepare() => _ = RunSummaryJsonContext.Default.RunSummary;

    /// <summary>Writes the summary as a value of a larger object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="summary">Any summary.</param>
    internal static void Write(Utf8JsonWriter writer, RunSummary summary) =>
        JsonSerializer.Serialize(writer, summary, RunSummaryJsonContext.Default.RunSummary);
}

/// <summary>Numbers that are not finite have no place in JSON: they become null.</summary>
internal sealed class FiniteNumberConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
            writer.WriteNumberValue(value);
        else
            writer.WriteNullValue();
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(FiniteNumberConverter)])]
[JsonSerializable(typeof(RunSummary))]
internal sealed partial class RunSummaryJsonContext : JsonSerializerContext;
