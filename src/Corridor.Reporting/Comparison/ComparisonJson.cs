using System.Text.Json;
using Corridor.Model.Schema;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Comparison;

namespace Corridor.Reporting.Comparison;

/// <summary>Writes a comparison as JSON. docs/compare.md explains every key.</summary>
public static class ComparisonJson
{
    /// <summary>One JSON object, indented, in UTF-8 with a final line feed.</summary>
    /// <param name="comparison">Any comparison.</param>
    public static byte[] Write(RunComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonBytes.Options))
            Write(writer, comparison);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, RunComparison comparison)
    {
        writer.WriteStartObject();
        writer.WriteString("package", comparison.Runs[0].Summary.Package);
        writer.WriteString("currency", comparison.Runs[0].Summary.Currency);
        writer.WriteString("from", comparison.Runs[0].Summary.Horizon.From);
        writer.WriteString("to", comparison.Runs[0].Summary.Horizon.To);
        writer.WriteBoolean("nothing_changed", comparison.NothingChanged);
        writer.WriteStartArray("runs");
        foreach (ComparedRun run in comparison.Runs)
        {
            writer.WriteStartObject();
            writer.WriteString("label", run.Label);
            writer.WriteString("path", run.Path?.Replace('\\', '/'));
            writer.WriteString("scenario", run.Summary.Scenario);
            writer.WriteString("step", run.Summary.Horizon.Step);
            Number(writer, "objective", run.Summary.Objective ?? double.NaN);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("settings");
        foreach ((string name, IReadOnlyList<string> values) in comparison.Settings)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteStartArray("values");
            foreach (string value in values)
                writer.WriteStringValue(value);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Inputs(writer, comparison);
        Changes(writer, comparison);
        Causes(writer, comparison);
        writer.WriteStartArray("remarks");
        foreach (string remark in comparison.Remarks)
            writer.WriteStringValue(remark);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Inputs(Utf8JsonWriter writer, RunComparison comparison)
    {
        writer.WriteStartArray("inputs");
        for (int r = 1; r < comparison.Runs.Count; r++)
        {
            foreach (RowDifference row in comparison.Inputs[r])
            {
                writer.WriteStartObject();
                writer.WriteString("run", comparison.Runs[r].Label);
                writer.WriteString("table", row.Table);
                writer.WriteString("key", row.Key);
                writer.WriteString("change", SnakeCase.From(row.Kind.ToString()));
                writer.WriteBoolean("acts", row.Acts);
                writer.WriteStartArray("fields");
                foreach (FieldDifference field in row.Fields)
                {
                    writer.WriteStartObject();
                    writer.WriteString("column", field.Column);
                    writer.WriteString("before", field.Before);
                    writer.WriteString("after", field.After);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
    }

    private static void Changes(Utf8JsonWriter writer, RunComparison comparison)
    {
        writer.WriteStartArray("changes");
        foreach (ComparedFigure figure in comparison.Changes)
        {
            writer.WriteStartObject();
            Key(writer, figure.Key, figure.Unit);
            Numbers(writer, "values", figure.Values);
            Numbers(writer, "changes", Enumerable.Range(1, figure.Values.Count - 1).Select(figure.Change));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Causes(Utf8JsonWriter writer, RunComparison comparison)
    {
        writer.WriteStartArray("attribution");
        foreach (CauseReport causes in comparison.Causes)
        {
            writer.WriteStartObject();
            writer.WriteString("run", comparison.Runs[causes.Run].Label);
            writer.WriteStartArray("causes");
            foreach (string cause in causes.Causes)
                writer.WriteStringValue(cause);
            writer.WriteEndArray();
            Number(writer, "largest_rest", causes.LargestRest);
            writer.WriteStartArray("figures");
            foreach (AttributedFigure figure in causes.Figures)
            {
                Attribution a = figure.Attribution;
                writer.WriteStartObject();
                Key(writer, figure.Key, figure.Unit);
                Number(writer, "reference", a.Reference);
                Number(writer, "together", a.Together);
                Number(writer, "whole", a.Whole);
                Numbers(writer, "alone", a.Alone);
                Number(writer, "interaction", a.Interaction);
                Number(writer, "sum", a.Sum);
                if (a.Shapley is { } shapley)
                    Numbers(writer, "shapley", shapley);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Key(Utf8JsonWriter writer, FigureKey key, string unit)
    {
        writer.WriteString("group", SnakeCase.From(key.Group.ToString()));
        writer.WriteString("id", key.Id);
        writer.WriteString("carrier", key.Carrier.Length == 0 ? null : key.Carrier);
        writer.WriteString("measure", key.Measure);
        writer.WriteString("unit", unit);
    }

    private static void Numbers(Utf8JsonWriter writer, string name, IEnumerable<double> values)
    {
        writer.WriteStartArray(name);
        foreach (double value in values)
        {
            if (double.IsFinite(value))
                writer.WriteNumberValue(value);
            else
                writer.WriteNullValue();
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
