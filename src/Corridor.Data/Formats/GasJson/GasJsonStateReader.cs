using Corridor.Data.Formats.Documents;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.GasJson;

/// <summary>Reads a state; see <see cref="GasJsonState"/>.</summary>
internal sealed class GasJsonStateReader(string file, FindingList findings)
{
    private const string Prefix = "initial_";

    private static readonly (string Member, string Kind)[] FlowMembers =
    [
        ("pipe_flow", "pipe"), ("compressor_flow", "compressor"), ("control_valve_flow", "control-valve"), ("valve_flow", "valve"),
        ("resistor_flow", "resistor"), ("loss_resistor_flow", "loss-resistor"), ("short_pipe_flow", "short-pipe"),
    ];

    // Written by older versions; they follow from the pressures at the nodes.
    private static readonly string[] Redundant =
    [
        "nodal_flow", "pipe_pressure_in", "pipe_pressure_out", "pipe_flow_in", "pipe_flow_out", "compressor_pressure_in", "compressor_pressure_out", "compressor_ratio",
    ];

    internal GasJsonState? Read(JsonTree root)
    {
        if (!root.IsObject)
        {
            findings.Add(FormatFindings.WrongKind.At(file, new SourcePlace(file, root.Line, root.Column), $"The document is {root.Describe()}; an object is expected."));
            return null;
        }

        var fields = new JsonFields(root, file, file, findings);
        var flows = new Dictionary<(string Kind, string Id), double>();
        var pipeFlows = new Dictionary<string, GasJsonProfile>(StringComparer.Ordinal);
        var pipePressures = new Dictionary<string, GasJsonProfile>(StringComparer.Ordinal);
        foreach ((string member, string kind) in FlowMembers)
        {
            foreach ((string id, JsonTree value) in Entries(fields, member))
            {
                if (value.IsObject && kind == "pipe")
                    AddProfile(pipeFlows, fields, id, value, member);
                else if (fields.Finite(value, member) is { } flow)
                    flows[(kind, id)] = flow;
            }
        }

        foreach ((string id, JsonTree value) in Entries(fields, "pipe_pressure"))
            AddProfile(pipePressures, fields, id, value, "pipe_pressure");
        foreach (string name in Redundant)
            fields.Know(name, Prefix + name);
        var state = new GasJsonState
        {
            Time = fields.Number("time"),
            NodePressures = Values(fields, "nodal_pressure"),
            NodeDensities = Values(fields, "nodal_density"),
            Flows = flows,
            PipeFlows = pipeFlows,
            PipePressures = pipePressures,
        };
        foreach ((string name, JsonTree value) in fields.NotTaken())
            fields.Report(FormatFindings.NoEffect, value, name, $"'{name}' is no part of a state that is known.");
        return state;
    }

    private static Dictionary<string, double> Values(JsonFields fields, string member)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach ((string id, JsonTree value) in Entries(fields, member))
        {
            if (fields.Finite(value, member) is { } number)
                values[id] = number;
        }

        return values;
    }

    private static List<(string Name, JsonTree Value)> Entries(JsonFields fields, string member)
    {
        if (fields.Take(member, Prefix + member) is not { } owner)
            return [];
        if (owner.IsObject)
            return owner.Members;
        fields.Report(FormatFindings.WrongKind, owner, member, $"'{member}' is {owner.Describe()}; an object with ids is expected.");
        return [];
    }

    private void AddProfile(Dictionary<string, GasJsonProfile> profiles, JsonFields fields, string id, JsonTree value, string member)
    {
        if (!value.IsObject)
        {
            fields.Report(FormatFindings.WrongKind, value, member, $"'{member}' of pipe {id} is {value.Describe()}; an object with 'distance' and 'value' is expected.");
            return;
        }

        var inner = new JsonFields(value, $"{member} of pipe {id}", file, findings);
        if (GasJsonSeries.Pair(inner, "distance") is { } pair)
            profiles[id] = new GasJsonProfile(pair.Abscissae, pair.Values);
    }
}
