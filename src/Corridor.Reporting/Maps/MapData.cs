using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Corridor.Reporting.Maps;

/// <summary>The figures by month that the script of the map shows, as JSON.</summary>
internal static class MapData
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes the JSON; free of characters that end a script element.</summary>
    public static string Write(FlowLayout layout)
    {
        MapModel model = layout.Model;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("period", model.Period);
            json.WriteBoolean("difference", model.IsDifference);
            json.WriteStartArray("steps");
            foreach (MapStep step in model.Steps)
                json.WriteStringValue(step.Name);
            json.WriteEndArray();
            Numbers(json, "days", model.Steps.Select(s => s.Days));
            json.WriteStartArray("carriers");
            foreach (MapCarrier carrier in model.Carriers)
            {
                json.WriteStartObject();
                json.WriteString("unit", carrier.Unit);
                json.WriteString("label", carrier.ShortUnit);
                json.WriteString("family", carrier.Family);
                Number(json, "scale", layout.Scale.PerUnit(carrier.Id));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("places");
            foreach (MapPlace place in model.Places)
                json.WriteStringValue(place.Name);
            json.WriteEndArray();
            WriteFlows(json, layout);
            WriteShortages(json, layout);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteFlows(Utf8JsonWriter json, FlowLayout layout)
    {
        List<string> carriers = [.. layout.Model.Carriers.Select(c => c.Id)];
        int steps = layout.Model.Steps.Count;
        json.WriteStartArray("flows");
        foreach (DrawnFlow flow in layout.Flows)
        {
            json.WriteStartObject();
            json.WriteString("n", flow.Flow.Name);
            json.WriteNumber("a", flow.From);
            json.WriteNumber("b", flow.To);
            json.WriteNumber("c", carriers.IndexOf(flow.Flow.Carrier));
            if (flow.Active)
            {
                Numbers(json, "v", flow.Figures.Arriving);
                if (flow.Figures.Before is { } before)
                    Numbers(json, "w", before);
                else if (flow.Figures.Utilisation(-1) is { } whole)
                    Numbers(json, "u", Enumerable.Range(0, steps).Select(s => flow.Figures.Utilisation(s) ?? 0).Prepend(whole));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteShortages(Utf8JsonWriter json, FlowLayout layout)
    {
        json.WriteStartObject("short");
        List<string> carriers = [.. layout.Model.Carriers.Select(c => c.Id)];
        foreach (int place in layout.Shortages)
        {
            json.WriteStartObject(place.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.WriteNumber("c", carriers.IndexOf(layout.Model.Places[place].Carrier));
            Numbers(json, "v", Enumerable.Range(0, layout.Model.Steps.Count).Select(s => ShortageMark.Amount(layout.Model.Places[place], s)));
            Numbers(json, "r", Enumerable.Range(-1, layout.Model.Steps.Count + 1).Select(s => ShortageMark.Radius(layout, place, s)));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WriteStartArray(name);
        foreach (double value in values)
            json.WriteNumberValue(Rounded(value));
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double value) => json.WriteNumber(name, Rounded(value));

    /// <summary>Four significant figures; one more than is shown.</summary>
    private static decimal Rounded(double value)
    {
        if (Math.Abs(value) < 1e-9 || !double.IsFinite(value))
            return 0;
        double power = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 3);
        return (decimal)(Math.Round(value / power) * power) / 1.000000000000000000000000000000m;
    }
}
