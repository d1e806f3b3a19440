using System.Text.Json;
using Corridor.Model.PowerGrids;
using Corridor.Reporting.Terminal;
using Corridor.Studies.PowerFlow.Contingencies;

namespace Corridor.Reporting.PowerFlow;

/// <summary>Outages for programs.</summary>
internal static class ContingencyJson
{
    internal static void Write(Utf8JsonWriter json, ContingencyStudy study, double seconds)
    {
        PowerGrid grid = study.Base.Grid;
        json.WriteStartObject("contingencies");
        json.WriteNumber("count", study.Contingencies.Count);
        json.WriteNumber("solved", study.Count(ContingencyStatus.Solved));
        json.WriteNumber("split", study.Count(ContingencyStatus.Split));
        json.WriteNumber("unsolved", study.Count(ContingencyStatus.Unsolved));
        json.WriteNumber("idle", study.Count(ContingencyStatus.Idle));
        json.WriteNumber("with_violations", study.Outcomes.Count(o => o.OverloadCount + o.VoltageCount > 0));
        FindingsJson.Number(json, "time_s", seconds);
        json.WriteStartArray("outcomes");
        for (int c = 0; c < study.Outcomes.Count; c++)
            Outcome(json, grid, study.Contingencies[c], study.Outcomes[c]);
        json.WriteEndArray();
        json.WriteStartArray("worst_loadings");
        for (int e = 0; e < study.WorstLoading.Count; e++)
        {
            if (study.WorstContingency[e] < 0)
                continue;
            json.WriteStartObject();
            json.WriteString("branch", grid.Branches[e].Id);
            FindingsJson.Number(json, "loading", study.WorstLoading[e]);
            json.WriteString("contingency", study.Contingencies[study.WorstContingency[e]].Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Outcome(Utf8JsonWriter json, PowerGrid grid, GridContingency contingency, ContingencyOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("id", contingency.Id);
        json.WriteString("status", PowerFlowWords.Of(outcome.Status));
        json.WriteNumber("iterations", outcome.Iterations);
        FindingsJson.Number(json, "mismatch", outcome.Mismatch);
        if (outcome.Reason is { } reason)
        {
            json.WriteString("reason", PowerFlowWords.Of(reason));
            json.WriteString("bus", outcome.MismatchBus >= 0 ? grid.Buses[outcome.MismatchBus].Id : null);
        }

        if (outcome.LostBuses > 0)
        {
            json.WriteNumber("lost_buses", outcome.LostBuses);
            json.WriteString("first_lost_bus", grid.Buses[outcome.FirstLostBus].Id);
            FindingsJson.Number(json, "lost_demand_mw", outcome.LostDemand);
        }

        if (outcome.LostOutput != 0)
            FindingsJson.Number(json, "lost_output_mw", outcome.LostOutput);
        if (outcome.OverloadCount > 0)
        {
            json.WriteNumber("overload_count", outcome.OverloadCount);
            json.WriteStartArray("overloads");
            foreach (Overload overload in outcome.Overloads)
            {
                json.WriteStartObject();
                json.WriteString("branch", grid.Branches[overload.Branch].Id);
                FindingsJson.Number(json, "loading", overload.Loading);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (outcome.VoltageCount > 0)
        {
            json.WriteNumber("voltage_count", outcome.VoltageCount);
            json.WriteStartArray("voltages");
            foreach (VoltageViolation violation in outcome.Voltages)
            {
                json.WriteStartObject();
                json.WriteString("bus", grid.Buses[violation.Bus].Id);
                FindingsJson.Number(json, "v", violation.Voltage);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
