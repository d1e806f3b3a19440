using System.Globalization;
using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Steady;

/// <content>The search for states.</content>
public sealed partial class SteadySolver
{
    /// <summary>The search for the states of regulators, stations and fixed losses in which all their conditions hold.</summary>
    private sealed class ModeSearch(SteadySolver solver, CancellationToken cancel)
    {
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private bool _isLeastIndex;

        // Modes to go on with where the way taken leads nowhere, the last first; the least conflict met.
        private readonly Stack<ElementMode[]> _alternatives = new();
        private HydraulicComplaint? _conflict;
        private int _conflicts;

        internal ElementMode[] Modes { get; private set; } = [];

        internal double[] Injection { get; private set; } = [];

        internal int Iterations { get; private set; }

        internal SteadyState Run(double share, SteadyState? start)
        {
            GasNetwork network = solver._network;
            int count = network.Elements.Count;
            double[] given = solver._injection;
            ElementMode[] known = Modes.Length == count ? Modes : solver._lastModes;
            Modes = new ElementMode[count];
            bool canKeep = start is not null && known.Length == count;
            _seen.Clear();
            _isLeastIndex = false;
            _alternatives.Clear();
            _conflict = null;
            _conflicts = int.MaxValue;
            (SteadyState State, ElementMode[] Modes, double[] Injection)? starved = null;
            for (int e = 0; e < count; e++)
            {
                bool isSwitching = ModeRules.IsSwitching(network.Elements[e], solver._control[e], solver._isOpen[e]);
                Modes[e] = canKeep && isSwitching ? known[e] : LinkPlan.Initial(network.Elements[e], solver._control[e]);
            }

            SteadyState? previous = start;
            int limit = 50 + (4 * count);
            for (int round = 0; ; round++)
            {
                cancel.ThrowIfCancellationRequested();
                _seen.Add(Key(Modes));
                Plan plan = solver.PlanFor(Modes);
                if (round < limit && plan.Wiring.Complaints.Count > 0 && TryYield(plan.Wiring))
                    continue;
                SteadyState state = SolveOnce(plan, given, share, previous);
                Iterations += state.Iterations;
                if (!state.IsConverged && previous is not null)
                {
                    state = SolveOnce(plan, given, share, null);
                    Iterations += state.Iterations;
                }

                List<(int Element, ElementMode Mode)> changes = [];
                if (state.IsConverged && plan.Wiring.Complaints.Count == 0)
                {
                    changes = Changes(state);
                    if (changes.Count == 0 && !IsStarved(state))
                        return state;
                    if (changes.Count == 0)
                        starved ??= (state, Modes, Injection);
                    if (round < limit && (changes.Count == 0 ? TryFeed(state.Wiring) : TryChange(changes)))
                    {
                        previous = state;
                        continue;
                    }
                }

                if (round < limit && TryAlternative())
                    continue;
                if (starved is not null)
                {
                    (state, Modes, Injection) = starved.Value;
                    return state;
                }

                state.Failure ??= _conflict;
                if (state.Failure is null && changes.Count > 0)
                {
                    GasElement element = network.Elements[changes[0].Element];
                    state.Failure = new HydraulicComplaint(
                        ComplaintKind.NotConverged,
                        -1,
                        changes[0].Element,
                        $"No state of the {element.Kind} {element.Id} agrees with the pressures and flows around it.",
                        true);
                }

                return state;
            }
        }

        /// <summary>
        /// All changes at once; once that leads back to states seen before, only the change of the least index each time, which cannot run in a circle
        /// where the network is monotone (K. G. Murty, Linear Algebra Appl. 5 (1972) 65–108).
        /// </summary>
        private bool TryChange(List<(int Element, ElementMode Mode)> changes)
        {
            var next = (ElementMode[])Modes.Clone();
            if (!_isLeastIndex)
            {
                foreach ((int element, ElementMode mode) in changes)
                    next[element] = mode;
                if (!_seen.Contains(Key(next)))
                {
                    Modes = next;
                    return true;
                }

                _isLeastIndex = true;
                _seen.Clear();
                _seen.Add(Key(Modes));
                next = (ElementMode[])Modes.Clone();
            }

            next[changes[0].Element] = changes[0].Mode;
            if (_seen.Contains(Key(next)))
                return false;
            Modes = next;
            return true;
        }

        private void Keep(int element, ElementMode mode)
        {
            var one = (ElementMode[])Modes.Clone();
            one[element] = mode;
            _alternatives.Push(one);
        }

        /// <summary>The latest modes kept that have not been tried.</summary>
        private bool TryAlternative()
        {
            while (_alternatives.TryPop(out ElementMode[]? modes))
            {
                if (_seen.Contains(Key(modes)))
                    continue;
                Modes = modes;
                return true;
            }

            return false;
        }

        /// <summary>Where pressures held contradict each other, something that may give its set point up closes: what is named, or else anything in the same cluster.</summary>
        private bool TryYield(Wiring wiring)
        {
            HydraulicComplaint complaint = wiring.Complaints[0];
            if (wiring.Complaints.Count < _conflicts)
                (_conflict, _conflicts) = (complaint, wiring.Complaints.Count);
            GasNetwork network = solver._network;
            int one = wiring.Cluster[complaint.Element >= 0 ? network.Elements[complaint.Element].From : complaint.Node];
            int other = wiring.Cluster[complaint.Element >= 0 ? network.Elements[complaint.Element].To : complaint.Node];
            for (int e = Modes.Length - 1; e >= 0; e--)
            {
                if (e == complaint.Element || !MayClose(e))
                    continue;
                int from = wiring.Cluster[network.Elements[e].From];
                int to = wiring.Cluster[network.Elements[e].To];
                if (from == one || from == other || to == one || to == other)
                    Keep(e, ElementMode.Closed);
            }

            if (complaint.Element >= 0 && MayClose(complaint.Element))
                Keep(complaint.Element, ElementMode.Closed);
            return TryAlternative();
        }

        /// <summary>Whether a part without pressure has injections.</summary>
        private bool IsStarved(SteadyState state)
        {
            for (int i = 0; i < Injection.Length; i++)
            {
                int cluster = state.Wiring.Cluster[i];
                if (cluster >= 0 && state.Wiring.IsCutOff[cluster] && Injection[i] != 0.0)
                    return true;
            }

            return false;
        }

        /// <summary>Whatever touches a part without pressure and could do something else does so.</summary>
        private bool TryFeed(Wiring wiring)
        {
            GasNetwork network = solver._network;
            for (int e = Modes.Length - 1; e >= 0; e--)
            {
                GasElement element = network.Elements[e];
                if (!LinkPlan.TakesPart(network, element) || !ModeRules.IsSwitching(element, solver._control[e], solver._isOpen[e]))
                    continue;
                if (!wiring.IsCutOff[wiring.Cluster[element.From]] && !wiring.IsCutOff[wiring.Cluster[element.To]])
                    continue;
                foreach (ElementMode mode in new[] { ElementMode.Closed, ElementMode.Open, ElementMode.Active })
                {
                    if (mode != Modes[e] && (mode != ElementMode.Open || solver._control[e] is not null))
                        Keep(e, mode);
                }
            }

            return TryAlternative();
        }

        private bool MayClose(int e) =>
            Modes[e] != ElementMode.Closed
            && LinkPlan.TakesPart(solver._network, solver._network.Elements[e])
            && ModeRules.IsSwitching(solver._network.Elements[e], solver._control[e], solver._isOpen[e]);

        private List<(int Element, ElementMode Mode)> Changes(SteadyState state)
        {
            GasNetwork network = solver._network;
            double largest = 1e-6;
            double pressure = 1e5;
            foreach (double flow in state.Flow)
                largest = Math.Max(largest, Math.Abs(flow));
            foreach (double p in state.Pressure)
                pressure = Math.Max(pressure, double.IsNaN(p) ? 0.0 : p);
            var rules = new ModeRules(1e-8 * pressure, 1e-8 * largest);
            var changes = new List<(int, ElementMode)>();
            double[] elementFlow = ElementFlows.Of(network, state, solver._places);
            for (int e = 0; e < Modes.Length; e++)
            {
                GasElement element = network.Elements[e];
                if (!LinkPlan.TakesPart(network, element) || !ModeRules.IsSwitching(element, solver._control[e], solver._isOpen[e]))
                    continue;
                if (element is GasControlValve && LinkPlan.Initial(element, solver._control[e]) == ElementMode.Open)
                    continue;
                int before = Modes[e] == ElementMode.Closed ? element.From : solver._places.Before(e);
                int behind = Modes[e] == ElementMode.Closed ? element.To : solver._places.Behind(e);
                ElementMode next = rules.Next(element, solver._control[e], Modes[e], state.Pressure[before], state.Pressure[behind], elementFlow[e]);
                if (next != Modes[e])
                    changes.Add((e, next));
            }

            return changes;
        }

        private SteadyState SolveOnce(Plan plan, double[] given, double share, SteadyState? previous)
        {
            var state = new SteadyState(plan.Wiring);
            Wiring wiring = plan.Wiring;
            Injection = new double[solver._places.Count];
            for (int i = 0; i < given.Length; i++)
                Injection[i] = wiring.Cluster[i] >= 0 && double.IsNaN(solver._setpoint[i]) ? share * (given[i] - solver._rounds!.FuelAt[i]) : 0.0;
            double[] withTransfers = (double[])Injection.Clone();
            for (int k = 0; k < wiring.Links.Length; k++)
            {
                Link link = wiring.Links[k];
                if (link.Kind != LinkKind.Transfer)
                    continue;
                state.Flow[k] = share * link.A;
                withTransfers[link.From] -= state.Flow[k];
                withTransfers[link.To] += state.Flow[k];
            }

            Start(state, previous);
            if (plan.Potential is not null)
            {
                plan.Potential.Run(state, withTransfers, solver._settings, cancel);
                state.SetPressures(solver._laws!.Reference);
            }
            else
                plan.General!.Run(state, withTransfers, solver._settings, cancel);
            if (state.IsConverged || wiring.UnknownCount == 0)
                plan.Sharing.Share(state.Flow, Injection);
            return state;
        }

        private void Start(SteadyState state, SteadyState? previous)
        {
            Wiring wiring = state.Wiring;
            GasScale gas = solver._laws!.Reference;
            double highest = 0.0;
            for (int c = 0; c < wiring.ClusterCount; c++)
            {
                if (!double.IsNaN(wiring.HeldPressure[c]))
                    highest = Math.Max(highest, wiring.HeldPressure[c] * wiring.Scale[wiring.First[c]]);
            }

            for (int c = 0; c < wiring.ClusterCount; c++)
            {
                double pressure = wiring.HeldPressure[c];
                if (double.IsNaN(pressure))
                    pressure = previous is null ? highest : previous.Pressure[wiring.First[c]];
                if (double.IsNaN(pressure))
                    pressure = highest;
                state.ClusterPotential[c] = gas.Potential(pressure);
            }

            bool isKept = previous is not null && previous.Wiring.LawLinks.Length == wiring.LawLinks.Length;
            for (int m = 0; m < wiring.LawLinks.Length; m++)
            {
                int k = wiring.LawLinks[m];
                Link link = wiring.Links[k];
                bool isDead = wiring.IsCutOff[wiring.Cluster[link.From]] || wiring.IsCutOff[wiring.Cluster[link.To]];
                state.Flow[k] = isDead ? 0.0 : isKept ? previous!.Flow[previous.Wiring.LawLinks[m]] : double.NaN;
            }
        }

        private static string Key(ElementMode[] modes) => string.Create(modes.Length, modes, (span, source) =>
        {
            for (int k = 0; k < span.Length; k++)
                span[k] = (char)('0' + (int)source[k]);
        });
    }
}
