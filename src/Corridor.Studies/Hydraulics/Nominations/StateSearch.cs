namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>
/// Looks for settings: for each combination of decisions a balanced flow, states that suit it, a local solve, and, where that misses a condition,
/// changes of single states that miss less.
/// </summary>
internal sealed class StateSearch
{
    /// <summary>Flow [kg/s] that counts as none when states are chosen.</summary>
    private const double NoFlow = 1e-6;

    private readonly NominationModel _model;
    private readonly NominationLimits _limits;
    private readonly CancellationToken _cancel;

    internal StateSearch(NominationModel model, NominationLimits limits, CancellationToken cancel)
    {
        _model = model;
        _limits = limits;
        _cancel = cancel;
    }

    internal int Assignments { get; private set; }

    internal int LinearPrograms { get; private set; }

    internal int SteadySolves { get; private set; }

    /// <summary>The best settings so far.</summary>
    internal VerifiedState? Best { get; private set; }

    /// <summary>The point that came nearest where nothing was found, and its states.</summary>
    internal (NominationPoint Point, StateAssignment States)? Nearest { get; private set; }

    /// <summary>Why the last settings that a local solve gave did not stand the simulation.</summary>
    internal string? Refusal { get; private set; }

    /// <summary>Whether a limit ended the search.</summary>
    internal bool IsCut => _cancel.IsCancellationRequested || Assignments >= _limits.MaxAssignments;

    /// <summary>Tries one combination of decisions with the states that suit its flow.</summary>
    /// <param name="combination">The combination; flows as wide as any of its states allows.</param>
    /// <param name="natural">A balanced flow within it.</param>
    /// <returns>The states and the point where the local solve ended; null where it gave settings.</returns>
    internal (StateAssignment States, NominationPoint Point)? Try(StateAssignment combination, NaturalFlow natural)
    {
        StateAssignment states = Suited(combination, natural.Flow);
        NominationPoint reached = Solve(states, Start(natural));
        return Accept(states, reached) ? null : (states, reached);
    }

    private StateAssignment Suited(StateAssignment combination, double[] flow)
    {
        StateAssignment states = combination.Copy();
        for (int e = 0; e < _model.ElementCount; e++)
        {
            if (!_model.Laws[e].IsControlled)
                continue;
            ElementMode[] allowed = combination.Allowed[e];
            ElementMode mode = allowed[0];
            if (mode == ElementMode.Active && flow[e] < -NoFlow && allowed.Contains(ElementMode.Open))
                mode = ElementMode.Open;
            states.Set(_model, e, mode);
        }

        return states;
    }

    private NominationPoint Start(NaturalFlow natural)
    {
        var start = new NominationPoint(_model.NodeCount, _model.ElementCount);
        natural.Flow.CopyTo(start.Flow, 0);
        natural.Injection.CopyTo(start.Injection, 0);
        for (int i = 0; i < _model.NodeCount; i++)
            start.Pressure[i] = 0.5 * (_model.PressureMin[i] + Math.Min(_model.PressureMax[i], _model.PressureMin[i] + 80.0));
        return start;
    }

    private NominationPoint Solve(StateAssignment states, NominationPoint start)
    {
        Assignments++;
        var local = new LocalSolve(_model, states, _model.PressureMin, _model.PressureMax, _cancel);
        NominationPoint reached = local.Run(start);
        LinearPrograms += local.Iterations;
        if (Nearest is null || reached.Violation < Nearest.Value.Point.Violation)
            Nearest = (reached, states);
        return reached;
    }

    private bool Accept(StateAssignment states, NominationPoint reached)
    {
        if (reached.Violation > LocalSolve.Tolerance)
            return false;
        SteadySolves++;
        VerifiedState verified = Verification.Run(_model, states, reached, _cancel);
        if (verified.Violation > _limits.BoundTolerance)
        {
            Refusal = verified.Worst;
            return false;
        }

        if (Best is null || verified.Power < Best.Power)
            Best = verified;
        return true;
    }

    /// <summary>Changes single states as long as that lowers what is missed.</summary>
    internal void Improve(StateAssignment states, NominationPoint reached)
    {
        bool isBetter = true;
        while (isBetter && !IsCut)
        {
            isBetter = false;
            foreach ((int element, ElementMode mode) in Changes(states, reached))
            {
                if (IsCut)
                    return;
                StateAssignment other = states.Copy();
                if (!other.Set(_model, element, mode))
                    continue;
                NaturalFlow natural = NaturalFlow.Find(_model, other, _cancel);
                if (!natural.Exists)
                    continue;
                NominationPoint start = reached.Copy();
                natural.Flow.CopyTo(start.Flow, 0);
                natural.Injection.CopyTo(start.Injection, 0);
                NominationPoint next = Solve(other, start);
                if (Accept(other, next))
                    return;
                if (next.Violation >= 0.99 * reached.Violation)
                    continue;
                states = other;
                reached = next;
                isBetter = true;
                break;
            }
        }
    }

    /// <summary>States worth trying, those first whose present state carries no flow or misses its conditions.</summary>
    private List<(int Element, ElementMode Mode)> Changes(StateAssignment states, NominationPoint point)
    {
        var first = new List<(int, ElementMode)>();
        var second = new List<(int, ElementMode)>();
        for (int e = 0; e < _model.ElementCount; e++)
        {
            if (!_model.Laws[e].IsControlled || states.Allowed[e].Length < 2)
                continue;
            bool isIdle = Math.Abs(point.Flow[e]) <= NoFlow && states.Modes[e] != ElementMode.Closed;
            if (!isIdle && !IsTight(states, point, e))
                continue;
            foreach (ElementMode mode in states.Allowed[e])
            {
                if (mode != states.Modes[e])
                    (isIdle ? first : second).Add((e, mode));
            }
        }

        first.AddRange(second);
        return first;
    }

    /// <summary>Whether a condition of the element's state is missed or just met: only then can another state help.</summary>
    private bool IsTight(StateAssignment states, NominationPoint point, int e)
    {
        if (states.Modes[e] != ElementMode.Active)
            return true;
        Span<ElementRow> rows = stackalloc ElementRow[ElementLaw.MostRows];
        int count = _model.Laws[e].Rows(states.Modes[e], point.Pressure[_model.From[e]], point.Pressure[_model.To[e]], point.Flow[e], rows);
        for (int r = 0; r < count; r++)
        {
            if (Math.Min(rows[r].Value - rows[r].Lower, rows[r].Upper - rows[r].Value) <= 1e-6)
                return true;
        }

        return false;
    }
}
