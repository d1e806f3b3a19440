using System.Text.Json;
using Corridor.Model.Hydraulics;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics.Transient;

namespace Corridor.Reporting.Hydraulics.Results;

/// <summary>A run of a network in motion for programs; docs/hydraulics.md explains every key.</summary>
public static class TransientJson
{
    /// <summary>One JSON object, in UTF-8 with a final line feed. The figures of nodes and elements are those at the end, beside them their series.</summary>
    /// <param name="outcome">The run.</param>
    public static byte[] Write(TransientOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        TransientResult result = outcome.Result;
        return JsonBytes.Object(json =>
        {
            json.WriteString("status", outcome.Status);
            json.WriteBoolean("certified", outcome.IsCertified);
            json.WriteString("network", outcome.Network.Name);
            Series(json, "times_s", outcome.IsShown ? result.Times : []);
            Nodes(json, outcome);
            Elements(json, outcome);
            json.WriteNumber("iterations", result.Steps.Iterations);
            json.WriteNumber("steps", result.Steps.Accepted);
            json.WriteNumber("steps_rejected", result.Steps.Rejected);
            FindingsJson.Number(json, "time_s", outcome.Seconds);
            FindingsJson.Number(json, "residual", result.Steps.Residual);
            Series(json, "linepack_total_kg", outcome.IsShown ? result.TotalLinepack : []);
            Balance(json, result.Balance);
            Survival(json, outcome);
            HydraulicJson.Laws(json, outcome.Network, outcome.Settings);
            HydraulicJson.Complaints(json, outcome.Network, result.Complaints);
            HydraulicJson.Findings(json, outcome.Findings);
        });
    }

    private static void Nodes(Utf8JsonWriter json, TransientOutcome outcome)
    {
        TransientResult result = outcome.Result;
        json.WriteStartArray("nodes");
        for (int n = 0; outcome.IsShown && n < outcome.Network.Nodes.Count; n++)
        {
            json.WriteStartObject();
            json.WriteString("id", outcome.Network.Nodes[n].Id);
            FindingsJson.Number(json, "pressure_pa", result.Pressures[^1][n]);
            json.WriteNull("density");
            if (n < result.Nodes.Count)
            {
                FindingsJson.Number(json, "pressure_lowest_pa", result.Nodes[n].PressureLowest);
                FindingsJson.Number(json, "unserved_kg", result.Nodes[n].Unserved);
                FindingsJson.Number(json, "survival_s", result.Nodes[n].SurvivalTime);
            }

            Series(json, "pressures_pa", [.. result.Pressures.Select(p => p[n])]);
            Series(json, "injections_kg_s", [.. result.Injections.Select(p => p[n])]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Elements(Utf8JsonWriter json, TransientOutcome outcome)
    {
        TransientResult result = outcome.Result;
        json.WriteStartArray("elements");
        for (int e = 0; outcome.IsShown && e < outcome.Network.Elements.Count; e++)
        {
            GasElement element = outcome.Network.Elements[e];
            double linepack = result.Linepacks[^1][e];
            double flow = (result.FlowsIn[^1][e] + result.FlowsOut[^1][e]) / 2;
            json.WriteStartObject();
            json.WriteString("id", element.Id);
            json.WriteString("kind", element.Kind);
            FindingsJson.Number(json, "flow_kg_s", flow);
            FindingsJson.Number(json, "velocity_m_s", element is GasPipe pipe && linepack > 0 ? flow * pipe.Length / linepack : null);
            FindingsJson.Number(json, "ratio", result.Pressures[^1][element.To] / result.Pressures[^1][element.From]);
            json.WriteNull("power_w");
            FindingsJson.Number(json, "linepack_kg", linepack);
            Series(json, "flows_in_kg_s", [.. result.FlowsIn.Select(f => f[e])]);
            Series(json, "flows_out_kg_s", [.. result.FlowsOut.Select(f => f[e])]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Balance(Utf8JsonWriter json, MassBalance balance)
    {
        json.WriteStartObject("mass_balance");
        FindingsJson.Number(json, "initial_kg", balance.InitialLinepack);
        FindingsJson.Number(json, "final_kg", balance.FinalLinepack);
        FindingsJson.Number(json, "entered_kg", balance.Entered);
        FindingsJson.Number(json, "left_kg", balance.Left);
        FindingsJson.Number(json, "lost_kg", balance.Lost);
        FindingsJson.Number(json, "relative_error", balance.RelativeError);
        json.WriteEndObject();
    }

    private static void Survival(Utf8JsonWriter json, TransientOutcome outcome)
    {
        json.WriteStartArray("survival");
        foreach (RegionSurvival region in outcome.Result.Regions)
        {
            json.WriteStartObject();
            json.WriteString("region", region.Region);
            FindingsJson.Number(json, "time_s", region.Time);
            FindingsJson.Number(json, "since_event_s", region.SinceEvent);
            json.WriteBoolean("before_event", region.IsBeforeEvent);
            if (region.Node >= 0)
                json.WriteString("node", outcome.Network.Nodes[region.Node].Id);
            FindingsJson.Number(json, "unserved_kg", region.Unserved);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("incidents");
        foreach (TransientIncident incident in outcome.Result.Incidents)
        {
            json.WriteStartObject();
            FindingsJson.Number(json, "time_s", incident.Time);
            json.WriteString("message", incident.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Series(Utf8JsonWriter json, string key, IReadOnlyList<double> values)
    {
        json.WriteStartArray(key);
        foreach (double value in values)
        {
            if (double.IsFinite(value))
                json.WriteNumberValue(value);
            else
                json.WriteNullValue();
        }

        json.WriteEndArray();
    }
}
