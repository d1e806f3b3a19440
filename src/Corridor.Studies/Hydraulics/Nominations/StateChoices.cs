using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>Which states the elements may take: those of the decision groups, one decision a group, and those of every element that no group speaks of.</summary>
internal sealed class StateChoices
{
    private readonly NominationModel _model;

    internal StateChoices(NominationModel model)
    {
        _model = model;
        Allowed = new ElementMode[model.ElementCount][];
        Bound = new bool[model.ElementCount];
        foreach (DecisionGroup group in model.Network.DecisionGroups)
        {
            foreach (Decision decision in group.Decisions)
            {
                foreach (DecisionState state in decision.States)
                    Bound[state.Element] = true;
            }
        }

        for (int e = 0; e < Allowed.Length; e++)
            Allowed[e] = ModesOf(model.Network.Elements[e]);
    }

    /// <summary>The states of each element, the likeliest first.</summary>
    internal ElementMode[][] Allowed { get; }

    /// <summary>Whether a decision group speaks of the element.</summary>
    internal bool[] Bound { get; }

    internal static bool HasBypass(GasElement element) =>
        element is GasCompressorStation { HasBypass: true } or GasControlValve { HasBypass: true };

    /// <summary>
    /// Every combination of decisions, the first decision of each group first, as assignments in which elements outside the groups have their
    /// likeliest state and flow bounds that all their states allow.
    /// </summary>
    internal IEnumerable<StateAssignment> Combinations()
    {
        IReadOnlyList<DecisionGroup> groups = _model.Network.DecisionGroups;
        int[] choice = new int[groups.Count];
        while (true)
        {
            if (Assignment(choice) is { } states)
                yield return states;
            int g = groups.Count - 1;
            while (g >= 0 && ++choice[g] >= groups[g].Decisions.Count)
                choice[g--] = 0;
            if (g < 0)
                yield break;
        }
    }

    private StateAssignment? Assignment(int[] choice)
    {
        var states = new StateAssignment(_model.ElementCount);
        bool isPossible = true;
        for (int e = 0; e < _model.ElementCount; e++)
        {
            isPossible &= states.Set(_model, e, Allowed[e][0]);
            states.Widen(_model, e, Allowed[e]);
        }

        var words = new List<string>();
        for (int g = 0; g < choice.Length; g++)
        {
            DecisionGroup group = _model.Network.DecisionGroups[g];
            Decision decision = group.Decisions[choice[g]];
            words.Add($"{group.Id}: {decision.Id}");
            foreach (DecisionState state in decision.States)
                isPossible &= Decide(states, state);
        }

        states.Words = string.Join(", ", words);
        return isPossible ? states : null;
    }

    private bool Decide(StateAssignment states, DecisionState state)
    {
        GasElement element = _model.Network.Elements[state.Element];
        if (!state.IsOpen)
        {
            states.Restrict(state.Element, [ElementMode.Closed]);
            return states.Set(_model, state.Element, ElementMode.Closed);
        }

        ElementMode[] modes = element switch
        {
            GasValve => [ElementMode.Open],
            _ when state.Mode == StationMode.Bypass => [ElementMode.Open],
            _ when state.Mode is not null || !HasBypass(element) || state.Direction < 0 => [state.Direction < 0 ? ElementMode.Open : ElementMode.Active],
            _ => [ElementMode.Active, ElementMode.Open],
        };
        states.Restrict(state.Element, modes);
        bool isPossible = states.Set(_model, state.Element, modes[0], state.Direction);
        states.Widen(_model, state.Element, modes, state.Direction);
        return isPossible || states.FlowMin[state.Element] <= states.FlowMax[state.Element];
    }

    private static ElementMode[] ModesOf(GasElement element) => element switch
    {
        GasValve { IsOpen: true } => [ElementMode.Open],
        GasValve { IsOpen: false } => [ElementMode.Closed],
        GasValve => [ElementMode.Open, ElementMode.Closed],
        GasControlValve { Control: { } control } => ModesOf(control),
        GasCompressorStation { Control: { } control } => ModesOf(control),
        GasControlValve or GasCompressorStation when HasBypass(element) => [ElementMode.Active, ElementMode.Open, ElementMode.Closed],
        GasControlValve or GasCompressorStation => [ElementMode.Active, ElementMode.Closed],
        _ => [ElementMode.Passive],
    };

    /// <summary>A control that the network states fixes the state; its set point is left to the study.</summary>
    private static ElementMode[] ModesOf(StationControl control) => control.Mode switch
    {
        StationMode.Closed => [ElementMode.Closed],
        StationMode.Bypass => [ElementMode.Open],
        _ => [ElementMode.Active],
    };
}
