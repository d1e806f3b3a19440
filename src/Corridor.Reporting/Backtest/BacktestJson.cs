using System.Text.Json;
using Corridor.Model.Schema;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Backtest;

namespace Corridor.Reporting.Backtest;

/// <summary>A backtest for programs; docs/results.md names the keys.</summary>
public static class BacktestJson
{
    /// <summary>One JSON object, indented, in UTF-8 with a final line feed.</summary>
    /// <param name="result">Any backtest.</param>
    public static byte[] Write(BacktestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Object(writer => Write(writer, result));
    }

    /// <summary>The parameters that routes hang on, as one JSON object.</summary>
    /// <param name="result">Any sensitivity.</param>
    public static byte[] Write(SensitivityResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Object(writer => Write(writer, result));
    }

    private static byte[] Object(Action<Utf8JsonWriter> write)
    {
        return JsonBytes.Object(writer =>
        {
            write(writer);
        });
    }

    private static void Write(Utf8JsonWriter writer, BacktestResult result)
    {
        writer.WriteNumber("year", result.Year);
        writer.WriteStartArray("routes");
        foreach (RouteComparison route in result.Routes)
            Write(writer, route);
        writer.WriteEndArray();
        Number(writer, "median_abs_deviation", result.MedianAbsDeviation);
        Number(writer, "median_abs_deviation_of_flows", result.MedianAbsDeviationOfFlows);
        writer.WriteStartArray("not_reported");
        foreach ((string id, _) in result.NotReported)
            writer.WriteStringValue(id);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, RouteComparison route)
    {
        writer.WriteStartObject();
        writer.WriteString("id", route.Id);
        writer.WriteString("unit", route.Unit);
        Number(writer, "modelled", route.Modelled);
        Number(writer, "reported", route.Reported);
        Number(writer, "deviation", route.Deviation);
        writer.WriteString("source", route.Source);
        writer.WriteString("name", route.Name);
        writer.WriteString("carrier", route.Carrier);
        writer.WriteString("from", route.Start.ToString("O"));
        writer.WriteString("to", route.End.ToString("O"));
        writer.WriteString("confidence", SnakeCase.From(route.Confidence.ToString()));
        Number(writer, "as_reported", route.AsReported);
        writer.WriteString("as_reported_unit", route.AsReportedUnit);
        writer.WriteString("cause", route.Cause);
        writer.WriteString("note", route.Note);
        writer.WriteStartArray("others");
        foreach (OtherFigure other in route.Others)
        {
            writer.WriteStartObject();
            Number(writer, "reported", other.Reported);
            writer.WriteString("source", other.Source);
            writer.WriteString("confidence", SnakeCase.From(other.Confidence.ToString()));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("parts");
        foreach (PartComparison part in route.Parts)
        {
            writer.WriteStartObject();
            writer.WriteString("from", part.Start.ToString("O"));
            writer.WriteString("to", part.End.ToString("O"));
            Number(writer, "modelled", part.Modelled);
            Number(writer, "reported", part.Reported);
            Number(writer, "deviation", part.Deviation);
            writer.WriteString("source", part.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, SensitivityResult result)
    {
        writer.WriteNumber("year", result.Year);
        writer.WriteNumber("parameters", result.Parameters);
        writer.WriteStartArray("failed");
        foreach (string move in result.Failed)
            writer.WriteStringValue(move);
        writer.WriteEndArray();
        writer.WriteStartArray("routes");
        foreach (RouteSensitivity route in result.Routes)
        {
            writer.WriteStartObject();
            writer.WriteString("id", route.Id);
            writer.WriteString("unit", route.Unit);
            Number(writer, "modelled", route.Modelled);
            writer.WriteStartArray("moves");
            foreach (ParameterMove move in route.Moves)
            {
                writer.WriteStartObject();
                writer.WriteString("parameter", move.Parameter);
                writer.WriteString("move", move.Move);
                Number(writer, "modelled", move.Modelled);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value))
            writer.WriteNumber(name, value);
        else
            writer.WriteNull(name);
    }
}
