using Corridor.Data.Formats.Documents;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats.GasJson;

/// <summary>Reads disruptions.json.</summary>
internal sealed class GasJsonDisruptionReader(string file, GasJsonNetworkReader network, GasJsonUnits units, FindingList findings)
{
    internal List<GasJsonDisruption> Read(JsonTree root)
    {
        var list = new List<GasJsonDisruption>();
        JsonTree inner = root["disruption"] ?? root;
        if (!inner.IsObject)
        {
            findings.Add(FormatFindings.WrongKind.At(file, new SourcePlace(file, inner.Line, inner.Column), $"'disruption' is {inner.Describe()}; an object is expected."));
            return list;
        }

        var fields = new JsonFields(inner, file, file, findings);
        foreach (JsonFields entry in Entries(fields, "node_disruptions"))
        {
            if (entry.DemandId("node_id") is not { } id)
                continue;
            int node = network.NodeOf(id);
            (double time, double delay) = TimesOf(entry);
            if (node < 0)
                Unused(entry, $"node {id}");
            else
                list.Add(new GasJsonDisruption(node, -1, 0, time, delay));
        }

        foreach (JsonFields entry in Entries(fields, "pipe_disruptions"))
        {
            if (entry.DemandId("pipe_id") is not { } id)
                continue;
            int pipe = network.ElementOf("pipes", id);
            double distance = (entry.NonNegative("distance") ?? 0) * units.Length;
            (double time, double delay) = TimesOf(entry);
            if (pipe < 0)
                Unused(entry, $"pipe {id}");
            else if (network.Elements[pipe] is GasPipe { Length: var length } && !(distance > 0 && distance < length))
                findings.Add(FormatFindings.OutOfRange.At(entry.Subject, entry.Place, $"{entry.Subject} names a place that is not within pipe {id}."));
            else
                list.Add(new GasJsonDisruption(-1, pipe, distance, time, delay));
        }

        return list;
    }

    private static (double Time, double Delay) TimesOf(JsonFields entry) => (entry.DemandNumber("disrupt_time") ?? 0, entry.NonNegative("valve_delay") ?? 0);

    private IEnumerable<JsonFields> Entries(JsonFields fields, string member)
    {
        if (fields.Take(member) is not { IsObject: true } owner)
            yield break;
        foreach ((string id, JsonTree value) in owner.Members)
        {
            if (value.IsObject)
                yield return new JsonFields(value, $"{member} {id}", file, findings);
            else
                fields.Report(FormatFindings.WrongKind, value, member, $"Entry {id} of '{member}' is {value.Describe()}; an object is expected.");
        }
    }

    private void Unused(JsonFields entry, string what) =>
        findings.Add(FormatFindings.Unused.At(entry.Subject, entry.Place, $"{entry.Subject} names {what}, which the network does not have; it is left out."));
}
