using System.Diagnostics;
using System.Globalization;
using Corridor.Model.Hydraulics;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>One validation: compile, repair rounding, search settings, prove that there are none.</summary>
internal sealed class NominationRun : IDisposable
{
    private readonly GasNetwork _network;
    private readonly HydraulicSettings _settings;
    private readonly NominationLimits _limits;
    private readonly CancellationTokenSource _stop;
    private readonly long _begin = Stopwatch.GetTimestamp();
    private readonly List<string> _explanation = [];
    private double _imbalance;
    private StateSearch? _search;
    private int _cases;

    internal NominationRun(GasNetwork network, HydraulicSettings settings, NominationLimits limits, CancellationToken cancel)
    {
        _network = network;
        _settings = settings with { TrackQuality = false, TrackTemperature = false };
        _limits = limits;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        if (limits.Time is { } time && time < TimeSpan.FromDays(20))
            _stop.CancelAfter(time);
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    internal NominationVerdict Validate()
    {
        NominationModel? model = NominationModel.Compile(_network, _settings, out string? missing);
        if (model is null)
        {
            _explanation.Add(missing!);
            return Verdict(NominationStatus.Undecided) with { MissingFigure = missing };
        }

        _imbalance = Balance.Repair(model, _limits.BalanceTolerance);
        if (Math.Abs(_imbalance) > 1e-9 * model.Throughput)
        {
            _explanation.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"Entries and exits as nominated differ by {_imbalance:0.######} kg/s; a difference of up to {_limits.BalanceTolerance:0.###%} of the flow is shared out among the entries."));
        }

        var proofs = new List<NominationProofCase>();
        var open = new List<(StateAssignment States, NaturalFlow Flow)>();
        foreach (StateAssignment combination in new StateChoices(model).Combinations())
        {
            NaturalFlow natural = NaturalFlow.Find(model, combination, _stop.Token);
            if (natural.Exists)
                open.Add((combination, natural));
            else if (natural.Solution.RowRay is { } ray)
                proofs.Add(new NominationProofCase(combination.Words, natural.Program, ray, FlowConflict.Describe(model, combination, natural)));
            else
                return Cut("No balanced flow was found within the limits.");
        }

        return open.Count == 0 ? Refused(proofs) : Search(model, open, proofs);
    }

    private NominationVerdict Search(
        NominationModel model, List<(StateAssignment States, NaturalFlow Flow)> open, List<NominationProofCase> proofs)
    {
        _search = new StateSearch(model, _limits, _stop.Token);
        var missed = new List<(StateAssignment States, NominationPoint Point)>();
        foreach ((StateAssignment states, NaturalFlow flow) in open.OrderBy(o => o.Flow.Solution.Objective))
        {
            if (_search.Try(states, flow) is { } miss)
                missed.Add(miss);
            if (_search.IsCut || _search.Best is { FuelPower: <= 0.0 })
                break;
        }

        var tree = new RelaxationTree(model, _stop.Token);
        if (_search.Best is null && _search.Fallback is null)
            Refute(tree, open, missed, proofs, 1);
        foreach ((StateAssignment states, NominationPoint point) in missed.OrderBy(m => m.Point.Violation))
        {
            if (_search.IsCut || _search.Best is not null)
                break;
            _search.Improve(states, point);
        }

        if (_search.Best is null && _search.Fallback is null)
            Refute(tree, open, missed, proofs, _limits.MaxCases);
        if (open.Count == 0)
            return Refused(proofs);
        _search.Save();
        if ((_search.Best ?? _search.Fallback) is { } best)
        {
            if (best.OutsideMap.Count > 0)
            {
                _explanation.Add(
                    "All pressures and flows are within their bounds, but no settings were found that "
                    + $"keep every machine within its map: {string.Join(", ", best.OutsideMap)}.");
                if (_stop.IsCancellationRequested)
                    _explanation.Add("The time limit ended the search for settings within the maps.");
            }

            return Feasible(best);
        }

        return Cut(_search.Refusal is { } refusal ? $"Settings were found that the simulation does not confirm: {refusal}." : "No settings were found.");
    }

    private NominationVerdict Feasible(VerifiedState best) => Verdict(best.OutsideMap.Count > 0 ? NominationStatus.FeasibleWithoutMaps : NominationStatus.Feasible) with
    {
        Settings = best.Settings,
        Network = best.Network,
        Solution = best.Solution,
        Power = best.Power,
        FuelPower = best.FuelPower,
        BoundViolation = best.Violation,
        StationsOutsideMap = best.OutsideMap,
    };

    /// <summary>Moves the combinations that can be refuted with so many cases from those open to the proofs.</summary>
    private void Refute(
        RelaxationTree tree,
        List<(StateAssignment States, NaturalFlow Flow)> open,
        List<(StateAssignment States, NominationPoint Point)> missed,
        List<NominationProofCase> proofs,
        int mostCases)
    {
        for (int k = open.Count - 1; k >= 0 && !_stop.IsCancellationRequested; k--)
        {
            if (tree.Refute(open[k].States, mostCases) is not { } cases)
                continue;
            proofs.AddRange(cases);
            string words = open[k].States.Words;
            missed.RemoveAll(m => m.States.Words == words);
            open.RemoveAt(k);
        }
    }

    private NominationVerdict Refused(List<NominationProofCase> proofs)
    {
        _cases = proofs.Count;
        var proof = new NominationProof(proofs);
        if (!proof.Holds())
            return Cut("No settings were found, and the proof that there are none does not stand its check.");
        foreach (string line in proofs.SelectMany(p => p.Conflict).Distinct(StringComparer.Ordinal).Take(12))
            _explanation.Add(line);
        return Verdict(NominationStatus.Infeasible) with { Proof = proof };
    }

    private NominationVerdict Cut(string why)
    {
        _explanation.Add(why);
        if (_stop.IsCancellationRequested)
            _explanation.Add("The time limit ended the search.");
        return Verdict(NominationStatus.Undecided);
    }

    private NominationVerdict Verdict(NominationStatus status) => new()
    {
        Status = status,
        Explanation = [.. _explanation],
        Imbalance = _imbalance,
        Statistics = new NominationStatistics(
            Stopwatch.GetElapsedTime(_begin).TotalSeconds,
            _search?.Assignments ?? 0,
            _search?.LinearPrograms ?? 0,
            _search?.SteadySolves ?? 0,
            _cases),
    };
}
