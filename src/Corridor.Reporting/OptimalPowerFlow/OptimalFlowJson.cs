using System.Text.Json;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Model.Schema;
using Corridor.Reporting.Exchange;
using Corridor.Reporting.Terminal;
using Corridor.Studies.OptimalPowerFlow;

namespace Corridor.Reporting.OptimalPowerFlow;

/// <summary>The outcome of <c>corridor opf</c> for programs; docs/opf.md explains every key.</summary>
public static class OptimalFlowJson
{
    /// <summary>One JSON object, indented, in UTF-8 with a final line feed.</summary>
    /// <param name="grid">The grid; null where the input has errors.</param>
    /// <param name="result">The outcome; null where the input has errors.</param>
    /// <param name="findings">What was met in the input.</param>
    /// <param name="seconds">Time since the command began [s].</param>
    /// <param name="fidelity">What was kept on the way to the grid; null where nothing was converted.</param>
    public static byte[] Write(PowerGrid? grid, OptimalFlowResult? result, FindingList findings, double seconds, GridFidelity? fidelity = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return JsonBytes.Object(json =>
        {
            json.WriteString("status", result is null ? "refused" : SnakeCase.From(result.Status.ToString()));
            FindingsJson.Number(json, "objective", result?.Objective);
            json.WriteBoolean("certified", result is { IsCertified: true } or { Status: OptimalFlowStatus.Infeasible or OptimalFlowStatus.Unbounded });
            FindingsJson.Number(json, "time_s", seconds);
            if (grid is not null && result is not null)
                Outcome(json, grid, result);
            if (result is not null)
                GridFidelity.Write(json, fidelity);
            FindingsJson.List(json, findings);
        });
    }

    private static void Outcome(Utf8JsonWriter json, PowerGrid grid, OptimalFlowResult result)
    {
        json.WriteString("grid", grid.Name);
        json.WriteString("currency", grid.Currency);
        json.WriteString("susceptance", SnakeCase.From(result.Convention.ToString()) is "power_models" ? "powermodels" : "matpower");
        FindingsJson.Number(json, "solve_s", result.Seconds);
        json.WriteNumber("rounds", result.Rounds);
        json.WriteNumber("iterations", result.Iterations);
        if (result.Certificate is { } c)
        {
            json.WriteStartObject("certificate");
            FindingsJson.Number(json, "bound", c.Bound);
            FindingsJson.Number(json, "gap", c.Gap);
            FindingsJson.Number(json, "balance_pu", c.Balance);
            json.WriteString("worst_bus", c.WorstBus);
            FindingsJson.Number(json, "units_pu", c.Units);
            FindingsJson.Number(json, "branches_pu", c.Branches);
            FindingsJson.Number(json, "outages_pu", c.Outages);
            json.WriteNumber("outages_solved", c.OutagesSolved);
            json.WriteEndObject();
        }

        if (result.Conflict.Count > 0)
        {
            json.WriteStartArray("conflict");
            foreach (string words in result.Conflict)
                json.WriteStringValue(words);
            json.WriteEndArray();
            json.WriteBoolean("conflict_is_irreducible", result.ConflictIsIrreducible);
        }

        if (result.Certificate is not null)
            Elements(json, grid, result);
        if (result.Secured.Count + result.Splitting.Count + result.Undetermined.Count > 0)
            Outages(json, grid, result);
    }

    private static void Elements(Utf8JsonWriter json, PowerGrid grid, OptimalFlowResult result)
    {
        json.WriteStartArray("units");
        foreach (UnitOutput unit in result.Units)
        {
            json.WriteStartObject();
            json.WriteString("id", grid.Units[unit.Index].Id);
            json.WriteString("bus", grid.Buses[grid.Units[unit.Index].Bus].Id);
            FindingsJson.Number(json, "p_mw", unit.Power);
            FindingsJson.Number(json, "cost", unit.Cost);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("buses");
        foreach (BusPrice bus in result.Buses)
        {
            json.WriteStartObject();
            json.WriteString("id", grid.Buses[bus.Index].Id);
            FindingsJson.Number(json, "angle_deg", bus.Angle);
            FindingsJson.Number(json, "price", bus.Price);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("branches");
        foreach (BranchFlow branch in result.Branches)
        {
            GridBranch stated = grid.Branches[branch.Index];
            json.WriteStartObject();
            json.WriteString("id", stated.Id);
            json.WriteString("from", grid.Buses[stated.From].Id);
            json.WriteString("to", grid.Buses[stated.To].Id);
            FindingsJson.Number(json, "p_from_mw", branch.Flow);
            FindingsJson.Number(json, "shadow_price", branch.ShadowPrice);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (result.DcLines.Count == 0)
            return;
        json.WriteStartArray("dc_lines");
        foreach (DcLineFlow line in result.DcLines)
        {
            json.WriteStartObject();
            json.WriteString("id", grid.DcLines[line.Index].Id);
            FindingsJson.Number(json, "p_from_mw", line.From);
            FindingsJson.Number(json, "p_to_mw", line.To);
            FindingsJson.Number(json, "cost", line.Cost);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Outages(Utf8JsonWriter json, PowerGrid grid, OptimalFlowResult result)
    {
        json.WriteStartObject("security");
        json.WriteString("kind", "preventive");
        json.WriteNumber("outages", result.IsCertified ? result.Secured.Count : 0);
        Branches("splitting", result.Splitting);
        Branches("undetermined", result.Undetermined);
        json.WriteStartArray("limits");
        foreach (OutageFlow flow in result.OutageFlows)
        {
            json.WriteStartObject();
            json.WriteString("branch", grid.Branches[flow.Branch].Id);
            json.WriteString("outage", grid.Branches[flow.Outage].Id);
            FindingsJson.Number(json, "p_from_mw", flow.Flow);
            FindingsJson.Number(json, "limit_mw", flow.Limit);
            FindingsJson.Number(json, "shadow_price", flow.ShadowPrice);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void Branches(string name, IReadOnlyList<int> indexes)
        {
            json.WriteStartArray(name);
            foreach (int index in indexes)
                json.WriteStringValue(grid.Branches[index].Id);
            json.WriteEndArray();
        }
    }
}
