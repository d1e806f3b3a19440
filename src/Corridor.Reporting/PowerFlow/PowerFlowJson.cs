using System.Text.Json;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Reporting.Exchange;
using Corridor.Reporting.Terminal;
using Corridor.Studies.PowerFlow;

namespace Corridor.Reporting.PowerFlow;

/// <summary>The outcome of <c>corridor powerflow</c> for programs; docs/powerflow.md explains every key.</summary>
public static class PowerFlowJson
{
    /// <summary>A power flow as one JSON object, in UTF-8 with a final line feed.</summary>
    /// <param name="outcome">The flow.</param>
    public static byte[] Write(PowerFlowOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        PowerFlowSolution solution = outcome.Solution;
        return JsonBytes.Object(json =>
        {
            json.WriteString("status", PowerFlowWords.Of(solution.Status));
            json.WriteBoolean("certified", outcome.IsCertified);
            json.WriteString("grid", solution.Grid.Name);
            json.WriteString("method", solution.IsAc ? "ac" : "dc");
            if (!solution.IsAc)
                json.WriteString("susceptance", outcome.Convention == SusceptanceConvention.Matpower ? "matpower" : "powermodels");
            json.WriteNumber("iterations", solution.Iterations);
            FindingsJson.Number(json, "mismatch", solution.Mismatch);
            FindingsJson.Number(json, "time_s", outcome.Seconds);
            Islands(json, solution);
            Buses(json, solution);
            Branches(json, solution);
            Units(json, solution);
            DcLines(json, solution);
            if (outcome.Study is { } study)
                ContingencyJson.Write(json, study, outcome.StudySeconds);
            GridFidelity.Write(json, outcome.Fidelity);
            FindingsJson.List(json, outcome.Findings);
        });
    }

    /// <summary>What errors in the files leave of an outcome.</summary>
    /// <param name="findings">What was met in the files.</param>
    /// <param name="seconds">Seconds from the beginning of reading.</param>
    public static byte[] WriteRefusal(FindingList findings, double seconds) => JsonBytes.Object(json =>
    {
        json.WriteString("status", "refused");
        json.WriteBoolean("certified", false);
        json.WriteNumber("iterations", 0);
        json.WriteNull("mismatch");
        FindingsJson.Number(json, "time_s", seconds);
        json.WriteStartArray("buses");
        json.WriteEndArray();
        json.WriteStartArray("branches");
        json.WriteEndArray();
        FindingsJson.List(json, findings);
    });

    private static void Islands(Utf8JsonWriter json, PowerFlowSolution solution)
    {
        PowerGrid grid = solution.Grid;
        json.WriteStartArray("islands");
        foreach (IslandReport island in solution.Islands)
        {
            json.WriteStartObject();
            json.WriteString("status", PowerFlowWords.Of(island.Status));
            json.WriteNumber("buses", island.BusCount);
            json.WriteString("first_bus", grid.Buses[island.FirstBus].Id);
            json.WriteString("slack_bus", island.SlackBus >= 0 ? grid.Buses[island.SlackBus].Id : null);
            json.WriteString("slack", island.IsDistributed ? "distributed" : "single");
            FindingsJson.Number(json, "slack_mw", island.TakenUp);
            json.WriteString("start", PowerFlowWords.Of(island.Start));
            json.WriteNumber("iterations", island.Iterations);
            FindingsJson.Number(json, "mismatch", island.Mismatch);
            if (island.Failure is { } failure)
                Failure(json, grid, failure);
            if (island.AtLimit.Count > 0)
            {
                json.WriteStartArray("at_reactive_limit");
                foreach (int bus in island.AtLimit)
                    json.WriteStringValue(grid.Buses[bus].Id);
                json.WriteEndArray();
            }

            if (island.Redispatched.Count > 0)
            {
                json.WriteStartArray("redispatched");
                foreach ((int unit, double given, double taken) in island.Redispatched)
                {
                    json.WriteStartObject();
                    json.WriteString("unit", grid.Units[unit].Id);
                    json.WriteNumber("given_mw", given);
                    json.WriteNumber("taken_mw", taken);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Failure(Utf8JsonWriter json, PowerGrid grid, FlowFailure failure)
    {
        json.WriteStartObject("failure");
        json.WriteString("reason", PowerFlowWords.Of(failure.Reason));
        json.WriteString("mismatch_bus", grid.Buses[failure.MismatchBus].Id);
        FindingsJson.Number(json, "mismatch", failure.MismatchSize);
        json.WriteString("collapsing_bus", failure.CollapsingBus >= 0 ? grid.Buses[failure.CollapsingBus].Id : null);
        json.WriteString("lowest_bus", grid.Buses[failure.LowestBus].Id);
        FindingsJson.Number(json, "lowest_v", failure.LowestVoltage);
        FindingsJson.Number(json, "load_share", failure.LoadShare);
        json.WriteEndObject();
    }

    private static void Buses(Utf8JsonWriter json, PowerFlowSolution solution)
    {
        json.WriteStartArray("buses");
        for (int i = 0; i < solution.Buses.Count; i++)
        {
            BusState state = solution.Buses[i];
            json.WriteStartObject();
            json.WriteString("id", solution.Grid.Buses[i].Id);
            FindingsJson.Number(json, "v", state.IsLive ? state.Voltage : null);
            FindingsJson.Number(json, "angle_deg", state.IsLive ? state.Angle : null);
            if (!state.IsLive)
                json.WriteBoolean("live", false);
            if (state.Limit != 0)
                json.WriteString("reactive_limit", state.Limit > 0 ? "max" : "min");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Branches(Utf8JsonWriter json, PowerFlowSolution solution)
    {
        PowerGrid grid = solution.Grid;
        json.WriteStartArray("branches");
        for (int e = 0; e < solution.Branches.Count; e++)
        {
            GridBranch branch = grid.Branches[e];
            BranchState state = solution.Branches[e];
            json.WriteStartObject();
            json.WriteString("id", branch.Id);
            json.WriteString("from", grid.Buses[branch.From].Id);
            json.WriteString("to", grid.Buses[branch.To].Id);
            FindingsJson.Number(json, "p_from_mw", state.FromActive);
            FindingsJson.Number(json, "q_from_mvar", state.FromReactive);
            FindingsJson.Number(json, "p_to_mw", state.ToActive);
            FindingsJson.Number(json, "q_to_mvar", state.ToReactive);
            FindingsJson.Number(json, "loading", branch.Rating > 0 && double.IsFinite(branch.Rating) ? state.Apparent / branch.Rating : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Units(Utf8JsonWriter json, PowerFlowSolution solution)
    {
        json.WriteStartArray("units");
        for (int u = 0; u < solution.Units.Count; u++)
        {
            GridUnit unit = solution.Grid.Units[u];
            if (!unit.InService)
                continue;
            json.WriteStartObject();
            json.WriteString("id", unit.Id);
            json.WriteString("bus", solution.Grid.Buses[unit.Bus].Id);
            FindingsJson.Number(json, "p_mw", solution.Units[u].Active);
            FindingsJson.Number(json, "q_mvar", solution.Units[u].Reactive);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void DcLines(Utf8JsonWriter json, PowerFlowSolution solution)
    {
        if (solution.DcLines.Count == 0)
            return;
        json.WriteStartArray("dc_lines");
        for (int k = 0; k < solution.DcLines.Count; k++)
        {
            GridDcLine line = solution.Grid.DcLines[k];
            json.WriteStartObject();
            json.WriteString("id", line.Id);
            json.WriteString("from", solution.Grid.Buses[line.From].Id);
            json.WriteString("to", solution.Grid.Buses[line.To].Id);
            FindingsJson.Number(json, "p_from_mw", solution.DcLines[k].FromActive);
            FindingsJson.Number(json, "p_to_mw", solution.DcLines[k].ToActive);
            FindingsJson.Number(json, "q_from_mvar", solution.DcLines[k].FromReactive);
            FindingsJson.Number(json, "q_to_mvar", solution.DcLines[k].ToReactive);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
