using System.Text.Json;
using Corridor.Model.Schema;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics.Dispatch;

namespace Corridor.Reporting.Hydraulics.Results;

/// <summary>The gas lines of a package for programs; docs/hydraulics.md explains every key.</summary>
public static class LineJson
{
    /// <summary>One JSON object, in UTF-8 with a final line feed. Nodes are the ends of lines and of their stations, elements the sections and stations between them.</summary>
    /// <param name="outcome">The lines.</param>
    public static byte[] Write(LineOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return JsonBytes.Object(json =>
        {
            json.WriteString("status", outcome.Lines.Capacities.Count > 0 ? "converged" : "failed");
            json.WriteString("network", outcome.Name);
            json.WriteStartArray("nodes");
            foreach (DerivedCapacity line in outcome.Lines.Capacities)
                Nodes(json, line, outcome.Settings);
            json.WriteEndArray();
            json.WriteStartArray("elements");
            foreach (DerivedCapacity line in outcome.Lines.Capacities)
                Elements(json, line);
            json.WriteEndArray();
            json.WriteNumber("iterations", 0);
            FindingsJson.Number(json, "time_s", outcome.Seconds);
            json.WriteNull("residual");
            json.WriteStartArray("lines");
            foreach (DerivedCapacity line in outcome.Lines.Capacities)
                Line(json, line);
            json.WriteEndArray();
            json.WriteStartArray("lines_without_data");
            foreach (LineWithoutData line in outcome.Lines.Lines.WithoutData)
                json.WriteStringValue(line.Id);
            json.WriteEndArray();
            HydraulicJson.Findings(json, outcome.Findings);
        });
    }

    private static string Id(DerivedCapacity line) => line.Direction == 0 ? line.Capacity.Line.Id : line.Capacity.Line.Id + "/back";

    private static void Nodes(Utf8JsonWriter json, DerivedCapacity line, LinePhysicsSettings settings)
    {
        GasLine pipe = line.Capacity.Line;
        var laws = new LineLaws(pipe, settings);
        Node(json, Id(line) + "/inlet", pipe.PressureMax, laws);
        for (int s = 0; s < line.Capacity.Profile.Stations.Count; s++)
        {
            StationDuty duty = line.Capacity.Profile.Stations[s];
            Node(json, $"{Id(line)}/{pipe.Stations[s].Id}/in", duty.Inlet, laws);
            Node(json, $"{Id(line)}/{pipe.Stations[s].Id}/out", duty.Outlet, laws);
        }

        Node(json, Id(line) + "/delivery", line.Capacity.Profile.Delivery, laws);
    }

    private static void Node(Utf8JsonWriter json, string id, double pressure, LineLaws laws)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        FindingsJson.Number(json, "pressure_pa", pressure);
        FindingsJson.Number(json, "density", double.IsFinite(pressure) ? laws.Density(pressure) : null);
        json.WriteEndObject();
    }

    private static void Elements(Utf8JsonWriter json, DerivedCapacity line)
    {
        LineProfile profile = line.Capacity.Profile;
        double flow = profile.Inflow;
        string from = Id(line) + "/inlet";
        for (int s = 0; s < profile.Stations.Count; s++)
        {
            StationDuty duty = profile.Stations[s];
            string station = $"{Id(line)}/{line.Capacity.Line.Stations[s].Id}";
            Element(json, $"{Id(line)}/{s + 1}", "pipe", from, station + "/in", flow, double.NaN, 0);
            flow -= duty.Fuel;
            Element(json, station, "compressor", station + "/in", station + "/out", flow, duty.Ratio, duty.Power);
            from = station + "/out";
        }

        Element(json, $"{Id(line)}/{profile.Stations.Count + 1}", "pipe", from, Id(line) + "/delivery", flow, double.NaN, 0);
    }

    private static void Element(Utf8JsonWriter json, string id, string kind, string from, string to, double flow, double ratio, double power)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("kind", kind);
        json.WriteString("from", from);
        json.WriteString("to", to);
        FindingsJson.Number(json, "flow_kg_s", flow);
        json.WriteNull("velocity_m_s");
        FindingsJson.Number(json, "ratio", ratio);
        FindingsJson.Number(json, "power_w", power);
        json.WriteNull("linepack_kg");
        json.WriteEndObject();
    }

    private static void Line(Utf8JsonWriter json, DerivedCapacity line)
    {
        LineProfile profile = line.Capacity.Profile;
        json.WriteStartObject();
        json.WriteString("id", line.Capacity.Line.Id);
        json.WriteString("name", line.Capacity.Line.Name);
        json.WriteBoolean("backward", line.Direction == 1);
        FindingsJson.Number(json, "capacity_kg_s", profile.Inflow);
        FindingsJson.Number(json, "capacity_a_day", line.Derived);
        FindingsJson.Number(json, "stated_a_day", line.Stated);
        FindingsJson.Number(json, "deviation", line.Deviation);
        json.WriteString("limit", SnakeCase.From(line.Capacity.Limit.ToString()));
        FindingsJson.Number(json, "delivery_pa", profile.Delivery);
        FindingsJson.Number(json, "lowest_pa", profile.Lowest);
        FindingsJson.Number(json, "velocity_max_m_s", profile.Velocity);
        FindingsJson.Number(json, "power_w", profile.Power);
        FindingsJson.Number(json, "linepack_kg", profile.Linepack);
        json.WriteEndObject();
    }
}
