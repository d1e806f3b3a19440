using System.Text.Json;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Model.Schema;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Compressors;
using Corridor.Studies.Hydraulics.Nominations;
using Corridor.Studies.Hydraulics.Verification;

namespace Corridor.Reporting.Hydraulics.Results;

/// <summary>The outcome of <c>corridor hydraulics</c> for programs; docs/hydraulics.md explains every key.</summary>
public static class HydraulicJson
{
    /// <summary>A steady study as one JSON object, in UTF-8 with a final line feed.</summary>
    /// <param name="outcome">The study.</param>
    public static byte[] Write(SteadyOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return JsonBytes.Object(json =>
        {
            json.WriteString("status", outcome.Status);
            json.WriteBoolean("certified", outcome.IsCertified);
            json.WriteString("network", outcome.Network.Name);
            Nodes(json, outcome);
            Elements(json, outcome);
            json.WriteNumber("iterations", outcome.Solution?.Iterations ?? 0);
            FindingsJson.Number(json, "time_s", outcome.Seconds);
            FindingsJson.Number(json, "residual", outcome.Solution?.Residual);
            FindingsJson.Number(json, "linepack_kg", outcome.Solution is { Status: HydraulicStatus.Converged } solution ? solution.Elements.Sum(e => double.IsFinite(e.Linepack) ? e.Linepack : 0) : null);
            Laws(json, outcome.Network, outcome.Solution?.Settings ?? outcome.Settings);
            if (outcome.Verdict is { } verdict)
            {
                json.WriteStartObject("nomination");
                Verdict(json, verdict, outcome.Network);
                json.WriteEndObject();
            }

            Checks(json, outcome);
            Complaints(json, outcome.Network, outcome.Solution?.Complaints ?? []);
            Findings(json, outcome.Findings);
        });
    }

    /// <summary>What errors in the files leave of an outcome.</summary>
    /// <param name="findings">What was met in the files.</param>
    /// <param name="seconds">Seconds from the beginning of reading.</param>
    public static byte[] WriteRefusal(FindingList findings, double seconds) => JsonBytes.Object(json =>
    {
        json.WriteString("status", "failed");
        json.WriteBoolean("certified", false);
        json.WriteStartArray("nodes");
        json.WriteEndArray();
        json.WriteStartArray("elements");
        json.WriteEndArray();
        json.WriteNumber("iterations", 0);
        FindingsJson.Number(json, "time_s", seconds);
        json.WriteNull("residual");
        Findings(json, findings);
    });

    internal static void Laws(Utf8JsonWriter json, GasNetwork network, HydraulicSettings? settings)
    {
        json.WriteString("friction", HydraulicWords.Of(settings?.Friction ?? network.Friction ?? FrictionKind.Colebrook));
        json.WriteString("equation_of_state", HydraulicWords.Of(settings?.EquationOfState ?? network.EquationOfState ?? EquationOfStateKind.Papay));
    }

    /// <summary>The members of a verdict.</summary>
    internal static void Verdict(Utf8JsonWriter json, NominationVerdict verdict, GasNetwork network)
    {
        json.WriteString("verdict", SnakeCase.From(verdict.Status.ToString()));
        FindingsJson.Number(json, "power_w", verdict.Power);
        FindingsJson.Number(json, "fuel_w", verdict.FuelPower);
        FindingsJson.Number(json, "bound_violation", verdict.BoundViolation);
        FindingsJson.Number(json, "imbalance_kg_s", verdict.Imbalance);
        json.WriteBoolean("proved", verdict.Proof is not null);
        json.WriteNumber("assignments", verdict.Statistics.Assignments);
        FindingsJson.Number(json, "search_s", verdict.Statistics.Seconds);
        json.WriteStartArray("settings");
        foreach (ElementSetting setting in verdict.Settings)
        {
            json.WriteStartObject();
            json.WriteString("id", network.Elements[setting.Element].Id);
            json.WriteString("kind", network.Elements[setting.Element].Kind);
            json.WriteString("mode", SnakeCase.From(setting.Mode.ToString()));
            FindingsJson.Number(json, "value", setting.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("explanation");
        foreach (string sentence in verdict.Explanation)
            json.WriteStringValue(sentence);
        json.WriteEndArray();
    }

    internal static void Complaints(Utf8JsonWriter json, GasNetwork network, IReadOnlyList<HydraulicComplaint> complaints)
    {
        json.WriteStartArray("complaints");
        foreach (HydraulicComplaint complaint in complaints)
        {
            json.WriteStartObject();
            json.WriteString("about", SnakeCase.From(complaint.Kind.ToString()));
            json.WriteBoolean("fatal", complaint.IsFatal);
            if (complaint.Node >= 0)
                json.WriteString("node", network.Nodes[complaint.Node].Id);
            if (complaint.Element >= 0)
            {
                json.WriteString("element", network.Elements[complaint.Element].Id);
                json.WriteString("kind", network.Elements[complaint.Element].Kind);
            }

            json.WriteString("message", complaint.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void Findings(Utf8JsonWriter json, FindingList findings)
    {
        FindingsJson.List(json, findings);
    }

    private static void Nodes(Utf8JsonWriter json, SteadyOutcome outcome)
    {
        json.WriteStartArray("nodes");
        // Where there is no certified state no pressure is told: none could be relied on.
        int count = outcome.IsCertified ? outcome.Network.Nodes.Count : 0;
        for (int n = 0; n < count; n++)
        {
            GasNode node = outcome.Network.Nodes[n];
            NodeState state = outcome.Solution!.Nodes[n];
            json.WriteStartObject();
            json.WriteString("id", node.Id);
            if (node.Name is not null && node.Name != node.Id)
                json.WriteString("name", node.Name);
            FindingsJson.Number(json, "pressure_pa", state.Pressure);
            if (outcome.Air is { } air)
                FindingsJson.Number(json, "pressure_above_air_pa", state.Pressure - air(node.Height));
            FindingsJson.Number(json, "density", state.Density);
            FindingsJson.Number(json, "temperature_k", state.Temperature);
            FindingsJson.Number(json, "injection_kg_s", state.Injection);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Elements(Utf8JsonWriter json, SteadyOutcome outcome)
    {
        json.WriteStartArray("elements");
        int count = outcome.IsCertified ? outcome.Network.Elements.Count : 0;
        for (int e = 0; e < count; e++)
        {
            GasElement element = outcome.Network.Elements[e];
            ElementState state = outcome.Solution!.Elements[e];
            json.WriteStartObject();
            json.WriteString("id", element.Id);
            json.WriteString("kind", element.Kind);
            json.WriteString("from", outcome.Network.Nodes[element.From].Id);
            json.WriteString("to", outcome.Network.Nodes[element.To].Id);
            FindingsJson.Number(json, "flow_kg_s", state.Flow);
            double mean = outcome.MeanVelocity(e);
            FindingsJson.Number(json, "velocity_m_s", double.IsNaN(mean) ? state.Velocity : mean);
            FindingsJson.Number(json, "velocity_max_m_s", state.Velocity);
            FindingsJson.Number(json, "ratio", state.Ratio);
            FindingsJson.Number(json, "power_w", state.Power);
            FindingsJson.Number(json, "fuel_w", state.FuelPower);
            if (state.Operation is { } operation)
                Operation(json, operation);
            if (element is GasCompressorStation && outcome.Solution.Settings.TakesFuel)
                FindingsJson.Number(json, "fuel_kg_s", outcome.Solution.Fuel.Where(draw => draw.Element == e).Sum(draw => draw.Flow));
            FindingsJson.Number(json, "linepack_kg", state.Linepack);
            FindingsJson.Number(json, "reynolds", state.Reynolds);
            FindingsJson.Number(json, "friction_factor", state.FrictionFactor);
            if (state.Mode is { } mode)
                json.WriteString("mode", SnakeCase.From(mode.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What the machines of a running station do; speeds by machine, the limit where it is passed.</summary>
    private static void Operation(Utf8JsonWriter json, StationOperation operation)
    {
        FindingsJson.Number(json, "efficiency", operation.Efficiency);
        if (operation.Configuration is { } configuration)
            json.WriteString("configuration", configuration);
        if (operation.Machines.Count > 0)
        {
            json.WriteStartObject("speed_per_min");
            foreach (MachineOperation machine in operation.Machines)
                FindingsJson.Number(json, machine.Unit, machine.Speed);
            json.WriteEndObject();
        }

        if (!operation.PassesLimit)
            return;
        json.WriteStartObject("limit");
        json.WriteString("name", SnakeCase.From(operation.Limit.ToString()));
        if (operation.LimitingUnit is { } unit)
            json.WriteString("machine", unit);
        FindingsJson.Number(json, "excess", operation.Excess);
        json.WriteEndObject();
    }

    private static void Checks(Utf8JsonWriter json, SteadyOutcome outcome)
    {
        json.WriteStartArray("checks");
        foreach (HydraulicResidual residual in outcome.Check?.Residuals ?? [])
        {
            json.WriteStartObject();
            json.WriteString("name", SnakeCase.From(residual.Kind.ToString()));
            FindingsJson.Number(json, "residual", residual.Value);
            FindingsJson.Number(json, "limit", residual.Tolerance);
            if (residual.Message.Length > 0)
                json.WriteString("message", residual.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
