using System.Text.Json;
using Corridor.Model.Findings;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Hydraulics.Results;

/// <summary>Many nominations for programs; docs/hydraulics.md explains every key.</summary>
public static class NominationJson
{
    /// <summary>One JSON object, in UTF-8 with a final line feed.</summary>
    /// <param name="network">Name of the network.</param>
    /// <param name="rows">The nominations.</param>
    /// <param name="findings">What was met in the files of the network.</param>
    /// <param name="seconds">Seconds from the beginning of reading.</param>
    public static byte[] Write(string network, IReadOnlyList<NominationRow> rows, FindingList findings, double seconds)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(findings);
        return JsonBytes.Object(json =>
        {
            json.WriteString("status", rows.All(r => r.Word is "feasible" or "feasible_without_maps") ? "converged" : rows.All(r => r.Word is "feasible" or "feasible_without_maps" or "infeasible") ? "infeasible" : "failed");
            json.WriteString("network", network);
            foreach (string word in (string[])["feasible", "feasible_without_maps", "infeasible", "undecided", "error"])
                json.WriteNumber(word, rows.Count(r => r.Word == word));
            json.WriteStartArray("nominations");
            foreach (NominationRow row in rows)
                Row(json, row);
            json.WriteEndArray();
            FindingsJson.Number(json, "median_s", NominationView.Median(rows));
            FindingsJson.Number(json, "time_s", seconds);
            HydraulicJson.Findings(json, findings);
        });
    }

    private static void Row(Utf8JsonWriter json, NominationRow row)
    {
        json.WriteStartObject();
        json.WriteString("file", row.File);
        json.WriteString("id", row.Id);
        json.WriteString("status", row.Word);
        json.WriteBoolean("certified", row.IsCertified);
        FindingsJson.Number(json, "time_s", row.Seconds);
        if (row is { Verdict: { } verdict, Network: { } network })
            HydraulicJson.Verdict(json, verdict, network);
        if (row.Findings.Items.Count > 0)
            HydraulicJson.Findings(json, row.Findings);
        json.WriteEndObject();
    }
}
