using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>
/// Looks for settings: for each combination of decisions a balanced flow, states that suit it, a local solve, and, where that misses a condition,
/// changes of single states that miss less.
/// </summary>
internal sealed class StateSearch
{
    /// <summary>Flow [kg/s] that counts as none when states are chosen.</summary>
    private const double NoFlow = 1e-6;

    /// <summary>Rise of pressure [bar] that counts as none.</summary>
    private const double NoRise = 1e-6;

    private readonly NominationModel _model;
    private readonly NominationLimits _limits;
    private readonly CancellationToken _cancel;
    private int _assignmentsAtFallback;

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

    /// <summary>Settings within all bounds but outside the maps of machines; null where none were met.</summary>
    internal VerifiedState? Fallback { get; private set; }

    /// <summary>The point and states of the best settings.</summary>
    internal (NominationPoint Point, StateAssignment States)? BestPoint { get; private set; }

    /// <summary>The point that came nearest where nothing was found, and its states.</summary>
    internal (NominationPoint Point, StateAssignment States)? Nearest { get; private set; }

    /// <summary>Why the last settings that a local solve gave did not stand the simulation.</summary>
    internal string? Refusal { get; private set; }

    /// <summary>Whether a limit ended the search.</summary>
    internal bool IsCut => _cancel.IsCancellationRequested
        || Assignments >= _limits.MaxAssignments
        || (Best is null && Fallback is not null && Assignments > 40 + (3 * _assignmentsAtFallback));

    /// <summary>Tries one combination of decisions with the states that suit its flow.</summary>
    /// <param name="combination">The combination; flows as wide as any of its states allows.</param>
    /// <param name="natural">A balanced flow within it.</param>
    /// <returns>The states and the point where the local solve ended; null where it gave settings.</returns>
    internal (StateAssignment States, NominationPoint Point)? Try(StateAssignment combination, NaturalFlow natural)
    {
        StateAssignment states = Suited(combination, natural.Flow);
        NominationPoint reached = Solve(states, Start(natural), MachineDemand.None);
        return Accept(ref states, ref reached) ? null : (states, reached);
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

    private NominationPoint Solve(StateAssignment states, NominationPoint start, MachineDemand demand)
    {
        Assignments++;
        var local = new LocalSolve(_model, states, demand, _cancel);
        NominationPoint reached = local.Run(start);
        LinearPrograms += local.Iterations;
        if (Nearest is null || reached.Violation < Nearest.Value.Point.Violation)
            Nearest = (reached, states);
        return reached;
    }

    /// <summary>
    /// Carries a solution without regard to the stations' machines over to one with them, and has it verified. Stations that need not raise the
    /// pressure go into their bypass.
    /// </summary>
    private bool Accept(ref StateAssignment states, ref NominationPoint reached)
    {
        if (reached.Violation > LocalSolve.Tolerance)
            return false;
        StateAssignment settled = states.Copy();
        bool isChanged = false;
        bool hasMachines = false;
        for (int e = 0; e < _model.ElementCount; e++)
        {
            ElementLaw law = _model.Laws[e];
            if (law.Element is not GasCompressorStation || states.Modes[e] != ElementMode.Active)
                continue;
            (double inlet, double outlet) = law.MachinePressures(reached.Pressure[_model.From[e]], reached.Pressure[_model.To[e]], reached.Flow[e]);
            if (reached.Flow[e] <= NoFlow && states.Allowed[e].Contains(ElementMode.Closed))
                isChanged |= settled.Set(_model, e, ElementMode.Closed);
            else if (outlet - inlet <= NoRise && states.Allowed[e].Contains(ElementMode.Open))
                isChanged |= settled.Set(_model, e, ElementMode.Open);
            else
                hasMachines |= law.HasMap;
        }

        if (isChanged || hasMachines)
        {
            NominationPoint next = reached;
            if (hasMachines)
                next = Solve(settled, next, MachineDemand.Capacity);
            next = Solve(settled, next, MachineDemand.Map);
            if (next.Violation > LocalSolve.Tolerance)
            {
                Fall(states, reached);
                reached = next;
                states = settled;
                return false;
            }

            NominationPoint before = reached;
            (states, reached) = (settled, next);
            if (Confirm(states, reached))
                return true;
            Fall(settled, before);
            return false;
        }

        return Confirm(states, reached);
    }

    /// <summary>Keeps, once, settings that hold all bounds of pressure and flow but work stations outside the maps of their machines.</summary>
    private void Fall(StateAssignment states, NominationPoint reached)
    {
        if (Fallback is not null)
            return;
        SteadySolves++;
        VerifiedState verified = Verification.Run(_model, states, reached, MachineDemand.None, _cancel);
        if (!(verified.Violation <= _limits.BoundTolerance))
        {
            Refusal = verified.Worst;
            return;
        }

        Fallback = verified;
        _assignmentsAtFallback = Assignments;
    }

    private bool Confirm(StateAssignment states, NominationPoint reached)
    {
        SteadySolves++;
        VerifiedState verified = Verification.Run(_model, states, reached, MachineDemand.Map, _cancel);
        if (!(verified.Violation <= _limits.BoundTolerance))
        {
            Refusal = verified.Worst;
            return false;
        }

        if (Best is null || verified.FuelPower < Best.FuelPower)
        {
            Best = verified;
            BestPoint = (reached, states);
        }

        return true;
    }

    /// <summary>Switches off single stations of the best settings as long as that saves energy.</summary>
    internal void Save()
    {
        bool isBetter = true;
        while (isBetter && BestPoint is { } best && !IsCut)
        {
            isBetter = false;
            for (int e = 0; e < _model.ElementCount && !IsCut && !isBetter; e++)
            {
                if (_model.Laws[e].Element is not GasCompressorStation || best.States.Modes[e] != ElementMode.Active)
                    continue;
                foreach (ElementMode mode in best.States.Allowed[e])
                {
                    if (mode == ElementMode.Active || !TryChange(best.States, best.Point, e, mode, MachineDemand.Map, out StateAssignment states, out NominationPoint point))
                        continue;
                    double before = Best!.FuelPower;
                    if (point.Violation <= LocalSolve.Tolerance && Confirm(states, point) && Best!.FuelPower < before)
                    {
                        isBetter = true;
                        break;
                    }
                }
            }
        }
    }

    /// <summary>Solves with one state changed; false where no flow balances then.</summary>
    private bool TryChange(
        StateAssignment states, NominationPoint at, int element, ElementMode mode, MachineDemand demand, out StateAssignment changed, out NominationPoint point)
    {
        changed = states.Copy();
        point = at;
        if (!changed.Set(_model, element, mode))
            return false;
        NaturalFlow natural = NaturalFlow.Find(_model, changed, _cancel);
        if (!natural.Exists)
            return false;
        NominationPoint start = at.Copy();
        natural.Flow.CopyTo(start.Flow, 0);
        natural.Injection.CopyTo(start.Injection, 0);
        point = Solve(changed, start, demand);
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
                if (!TryChange(states, reached, element, mode, MachineDemand.None, out StateAssignment other, out NominationPoint next))
                    continue;
                if (Accept(ref other, ref next))
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
        int count = _model.Laws[e].Rows(states.Modes[e], point.Pressure[_model.From[e]], point.Pressure[_model.To[e]], point.Flow[e], rows, MachineDemand.None);
        for (int r = 0; r < count; r++)
        {
            if (Math.Min(rows[r].Value - rows[r].Lower, rows[r].Upper - rows[r].Value) <= 1e-6)
                return true;
        }

        return false;
    }
}
