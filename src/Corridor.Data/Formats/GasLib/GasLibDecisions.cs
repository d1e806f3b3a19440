using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats.GasLib;

/// <summary>
/// Reads combined decisions. A flowDirection of 0 is from the connection's first node to its second and 1 the other way: in the station of GasLib-582
/// between the nodes 47, 51, 53 and 63, decision d2 compresses from 63 to 53 with the valves 63→47 and 51→53 open in direction 1, which leads gas from 47 to 51,
/// and d4 with the valves 51→63 in direction 0 and 47→53 in direction 1, which leads it back.
/// </summary>
internal sealed class GasLibDecisions(GasLibFile file, IReadOnlyList<GasElement> elements, FindingList findings)
{
    internal List<DecisionGroup> Map()
    {
        var index = new Dictionary<(string Kind, string Id), int>();
        for (int e = 0; e < elements.Count; e++)
            index.TryAdd((KindOf(elements[e]), elements[e].Id), e);
        var groups = new List<DecisionGroup>();
        foreach (GasLibElement group in file.Root.Children.Where(c => c.Name == "decisionGroup"))
        {
            string id = group["id"] ?? "";
            List<Decision> decisions = [.. group.Children.Where(c => c.Name == "decision").Select(d => Map(d, id, index))];
            if (decisions.Count > 0)
                groups.Add(new DecisionGroup(id, decisions));
            else
                findings.Add(FormatFindings.Missing.At($"decisionGroup {id}", group.Place, $"The decision group '{id}' has no decisions."));
        }

        return groups;
    }

    private Decision Map(GasLibElement decision, string group, Dictionary<(string Kind, string Id), int> index)
    {
        string id = decision["id"] ?? "";
        string subject = $"decision {id} of group {group}";
        var states = new List<DecisionState>();
        foreach (GasLibElement state in decision.Children.Where(c => c.Name is "valve" or "controlValve" or "compressorStation"))
        {
            string name = state["id"] ?? "";
            if (!index.TryGetValue((state.Name, name), out int element))
            {
                findings.Add(FormatFindings.UnknownId.At(subject, state.Place, $"The {subject} names the {state.Name} '{name}', which does not exist."));
                continue;
            }

            if (state["value"] is not ("0" or "1" or "true" or "false"))
            {
                findings.Add(FormatFindings.WrongKind.At(subject, state.Place, $"The {subject} says of the {state.Name} '{name}' neither 0 (closed) nor 1 (open)."));
                continue;
            }

            bool isOpen = state["value"] is "1" or "true";
            int direction = !isOpen ? 0 : state["flowDirection"] switch { "0" => 1, "1" => -1, _ => 0 };
            states.Add(new DecisionState(element, isOpen, direction, state["mode"] == "bypass" ? StationMode.Bypass : null));
        }

        return new Decision(id, states);
    }

    private static string KindOf(GasElement element) => element switch
    {
        GasValve => "valve",
        GasControlValve => "controlValve",
        GasCompressorStation => "compressorStation",
        _ => "",
    };
}
