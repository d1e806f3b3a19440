using System.Globalization;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>
/// Says in words why flows cannot balance: a Farkas vector of the balances marks a set of nodes whose injections do not fit what the elements at its
/// border let through (the cut of the theorem of Gale and Hoffman).
/// </summary>
internal static class FlowConflict
{
    private const int MostNames = 4;

    internal static IReadOnlyList<string> Describe(NominationModel model, StateAssignment states, NaturalFlow flow)
    {
        double[] ray = flow.Solution.RowRay!;
        double largest = 0.0;
        for (int i = 0; i < model.NodeCount; i++)
            largest = Math.Max(largest, Math.Abs(ray[i]));
        if (largest == 0.0)
            return [];
        var inside = new List<int>();
        for (int i = 0; i < model.NodeCount; i++)
        {
            if (Math.Abs(ray[i]) > 0.5 * largest)
                inside.Add(i);
        }

        bool isInverted = inside.Count > model.NodeCount / 2 && inside.Count < model.NodeCount;
        bool[] member = new bool[model.NodeCount];
        foreach (int i in inside)
            member[i] = true;
        if (isInverted)
        {
            for (int i = 0; i < member.Length; i++)
                member[i] = !member[i];
        }

        Fill(model, member);
        return [Sentence(model, states, member)];
    }

    /// <summary>Takes in nodes without injection whose neighbours are all inside: they are on no side of the cut that matters.</summary>
    private static void Fill(NominationModel model, bool[] member)
    {
        bool isChanged = true;
        while (isChanged)
        {
            isChanged = false;
            bool[] hasOuter = new bool[member.Length];
            bool[] hasInner = new bool[member.Length];
            for (int e = 0; e < model.ElementCount; e++)
            {
                (member[model.To[e]] ? hasInner : hasOuter)[model.From[e]] = true;
                (member[model.From[e]] ? hasInner : hasOuter)[model.To[e]] = true;
            }

            for (int i = 0; i < member.Length; i++)
            {
                if (member[i] || hasOuter[i] || !hasInner[i] || model.InjectionMin[i] != 0.0 || model.InjectionMax[i] != 0.0)
                    continue;
                member[i] = true;
                isChanged = true;
            }
        }
    }

    private static string Sentence(NominationModel model, StateAssignment states, bool[] member)
    {
        double least = 0.0;
        double most = 0.0;
        var names = new List<string>();
        for (int i = 0; i < member.Length; i++)
        {
            if (!member[i])
                continue;
            least += model.InjectionMin[i];
            most += model.InjectionMax[i];
            if (model.InjectionMin[i] != 0.0 || model.InjectionMax[i] != 0.0)
                names.Add(model.Network.Nodes[i].Id);
        }

        var border = new List<string>();
        double leaveLeast = 0.0;
        double leaveMost = 0.0;
        for (int e = 0; e < model.ElementCount; e++)
        {
            bool from = member[model.From[e]];
            if (from == member[model.To[e]])
                continue;
            double low = from ? states.FlowMin[e] : -states.FlowMax[e];
            double high = from ? states.FlowMax[e] : -states.FlowMin[e];
            leaveLeast += low;
            leaveMost += high;
            border.Add($"{model.Laws[e].Element.Kind} {model.Laws[e].Element.Id}");
        }

        string part = names.Count == 0 ? "A part of the network" : $"The part of the network with {Names(names)}";
        string through = border.Count == 0 ? "nothing joins it with the rest" : $"it is joined with the rest only by {Names(border)}";
        return least > leaveMost
            ? string.Create(CultureInfo.InvariantCulture, $"{part} has {least:0.####} kg/s more entering than leaving, and {through}, which can take {leaveMost:0.####} kg/s at most out of it.")
            : string.Create(CultureInfo.InvariantCulture, $"{part} has {0.0 - most:0.####} kg/s more leaving than entering, and {through}, which can bring {0.0 - leaveLeast:0.####} kg/s at most into it.");
    }

    private static string Names(List<string> names) => names.Count <= MostNames
        ? string.Join(", ", names)
        : string.Join(", ", names.Take(MostNames)) + string.Create(CultureInfo.InvariantCulture, $" and {names.Count - MostNames} more");
}
