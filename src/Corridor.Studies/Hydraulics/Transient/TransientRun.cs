using System.Globalization;
using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>One run: settles the start, takes the steps, meets events where they happen.</summary>
internal sealed class TransientRun
{
    private const double ShortestStep = 1e-7;
    private readonly TransientModel _model;
    private readonly TransientSettings _settings;
    private readonly BoundaryDriver _boundary;
    private readonly StepTaker _taker;
    private readonly SurvivalMonitor _monitor;
    private readonly TransientLedger _ledger;
    private readonly TransientRecorder _recorder;
    private readonly List<TransientIncident> _incidents = [];
    private readonly List<HydraulicComplaint> _complaints;
    private readonly double[] _stops;
    private int _nextStop;
    private int _nextAction;
    private int _rejected;
    private double _step;
    private double _crawl;
    private string? _culprit;
    private int _culpritNode = -1;
    private int _culpritElement = -1;

    internal TransientRun(TransientModel model, Action<TransientSnapshot>? sink, List<HydraulicComplaint> complaints)
    {
        _model = model;
        _settings = model.Settings;
        _complaints = complaints;
        _boundary = new BoundaryDriver(model);
        _taker = new StepTaker(model, _boundary);
        _monitor = new SurvivalMonitor(model, _boundary, _taker, _incidents);
        _ledger = new TransientLedger(model.Nodes.Count, model.Network.Elements.Count);
        _recorder = new TransientRecorder(model, sink);
        double start = _settings.StartTime;
        double end = start + _settings.Duration;
        _stops = [.. _boundary.Breakpoints().Where(time => _settings.EndsAtBends || _boundary.JumpsAt(time)).Concat(model.Actions.Select(action => action.Time)).Append(end)
            .Where(time => time > start && time <= end).Distinct().Order()];
    }

    /// <summary>Runs.</summary>
    /// <param name="needsRest">Whether the run is given up where the start does not come to rest; null is then returned.</param>
    /// <param name="progress">Takes the share of the time that is simulated; null for none.</param>
    /// <param name="cancel">Stops the run.</param>
    internal TransientResult? Go(bool needsRest, Action<double>? progress, CancellationToken cancel)
    {
        double time = _settings.StartTime;
        double end = time + _settings.Duration;
        _boundary.Begin(time);
        CarryOut(time);
        if (_settings.Start == TransientStart.Settled)
        {
            var settler = new StartSettler(_model, _boundary);
            bool usable = settler.TrySettle(time);
            if (needsRest && (!settler.IsAtRest || IsStarved()))
                return null;
            if (!settler.IsAtRest)
                Complain(time, "no steady state was found for the conditions at the start", isFatal: !usable);
            if (!usable)
                return Result(TransientStatus.Failed, time);
        }

        _model.Pipes.WeighCells();
        _model.Nodes.WeighBareNodes();
        _recorder.Begin();
        _boundary.Apply(time, before: false);
        _model.Solver.Balance(1.0);
        _ledger.Watch(_model, time);
        _monitor.Fire(time, _ledger.Delivered);
        _recorder.Record(time);
        _step = _settings.IsAdaptive ? Math.Min(_settings.Step, Math.Max(_settings.StepMin, 1.0)) : _settings.Step;
        int output = 1;
        _taker.HasRates = false;
        while (time < end)
        {
            if (cancel.IsCancellationRequested)
                return Result(TransientStatus.Cancelled, time);
            if (_ledger.Accepted + _rejected > _settings.MaxSteps)
            {
                Complain(time, "the greatest number of steps is used up");
                return Result(TransientStatus.Failed, time);
            }

            double nextOutput = Math.Min(end, _settings.StartTime + (output * _settings.OutputInterval));
            double stop = Math.Min(_stops[_nextStop], nextOutput);
            if (!TakeStep(ref time, stop))
            {
                Complain(time, "no step however short has a solution");
                return Result(TransientStatus.Failed, time);
            }

            if (_crawl > _settings.MaxShortSteps)
            {
                Complain(time, $"the step has stayed near its least for too long ({_settings.MaxShortSteps} steps)");
                return Result(TransientStatus.Failed, time);
            }

            bool jumped = false;
            if (time >= _stops[_nextStop])
            {
                jumped = _boundary.JumpsAt(time);
                _nextStop = Math.Min(_nextStop + 1, _stops.Length - 1);
                jumped |= CarryOut(time);
            }

            jumped |= _monitor.Fire(time, _ledger.Delivered);
            if (time >= nextOutput)
            {
                _recorder.Record(time);
                progress?.Invoke((time - _settings.StartTime) / _settings.Duration);
                output++;
            }

            _taker.HasRates = !jumped && !_model.Solver.Switched;
            if (jumped && _settings.IsAdaptive)
                _step = Math.Min(_step, Math.Max(_settings.StepMin, 1.0));
        }

        return Result(TransientStatus.Completed, time);
    }

    /// <summary>Whether an exit that nothing shall limit gets less at the start than it asks for: its pressure would have to fall to nothing.</summary>
    private bool IsStarved()
    {
        for (int i = 0; i < _model.Network.Nodes.Count && !_settings.LimitsExits; i++)
        {
            if (_boundary.Wanted[i] < 0.0 && _model.Nodes.Regime[i] != NodeRegime.Lower)
                return true;
        }

        return false;
    }

    /// <summary>Takes one step towards a stop, as long as the estimate and the solver allow; it ends earlier where something watched falls through zero.</summary>
    private bool TakeStep(ref double time, double stop)
    {
        _taker.Begin();
        _crawl += 1.0;
        double left = stop - time;
        double step = left / Math.Ceiling(left / _step * (1.0 - 1e-9));
        double before = _monitor.IsIdle ? 1.0 : _monitor.Least(hasStep: false);
        while (true)
        {
            if (!_taker.Try(time, step))
            {
                _rejected++;
                _crawl += 1.0;
                Blame();
                _taker.HasRates = false;
                step *= 0.5;
                _step = Math.Min(_step, step);
                if (step < ShortestStep)
                    return false;
                continue;
            }

            if (!_settings.IsAdaptive)
            {
                _step = Math.Min(_settings.Step, 2.0 * _step);
                break;
            }

            double error = Math.Max(1e-10, _taker.Error(step, _settings.RelativeTolerance, _model.FlowScale));
            if (!double.IsFinite(error))
                return false;
            double order = _taker.HasRates ? 3.0 : 2.0;
            double factor = Math.Clamp(0.9 * Math.Pow(error, -1.0 / order), 0.2, 3.0);
            if (error <= 1.0 || step <= _settings.StepMin)
            {
                if (step >= 0.5 * _step || factor < 1.0)
                    _step = Math.Clamp(step * factor, _settings.StepMin, _settings.Step);
                break;
            }

            _rejected++;
            _crawl += 1.0;
            step = Math.Max(_settings.StepMin, step * factor);
            step = left / Math.Ceiling(left / step * (1.0 - 1e-9));
        }

        if (!_monitor.IsIdle && before > 0.0 && _monitor.Least(hasStep: true) <= 0.0)
            step = Locate(time, step, before);
        double residual = _taker.Residual(step);
        _taker.Accept();
        Relax(time, step, left);
        for (int s = 0; s < _boundary.Storages.Count; s++)
            _boundary.Level[s] -= _taker.Sum(_model.Nodes.StageInjection, _boundary.Storages[s].Node);
        _ledger.Add(_model, _boundary, _taker, time, step, residual);
        time = step >= left * (1.0 - 1e-12) ? stop : time + step;
        return true;
    }

    /// <summary>
    /// Finds the step at whose end the first of the numbers watched falls through zero, by regula falsi with the Illinois change (Dowell, Jarratt, BIT 11
    /// (1971) 168–174); each try is a step of the method itself. The state is then that of the end of the step returned, where the number is at most zero.
    /// </summary>
    private double Locate(double time, double step, double before)
    {
        double low = 0.0;
        double lowValue = before;
        double high = step;
        double highValue = _monitor.Least(hasStep: true);
        double tolerance = Math.Max(_settings.EventTolerance, 1e-12 * Math.Abs(time));
        int side = 0;
        bool atHigh = true;
        for (int tries = 0; tries < 60 && high - low > tolerance; tries++)
        {
            double middle = low + ((high - low) * lowValue / (lowValue - highValue));
            middle = Math.Clamp(middle, low + (0.25 * tolerance), high - (0.25 * tolerance));
            _rejected++;
            if (!_taker.Try(time, middle))
            {
                // No solution there: the bracket is cut in the middle instead.
                middle = 0.5 * (low + high);
                if (!_taker.Try(time, middle))
                    break;
            }

            double value = _monitor.Least(hasStep: true);
            atHigh = value <= 0.0;
            if (atHigh)
            {
                high = middle;
                highValue = value;
                if (side == 1)
                    lowValue *= 0.5;
                side = 1;
            }
            else
            {
                low = middle;
                lowValue = value;
                if (side == -1)
                    highValue *= 0.5;
                side = -1;
            }
        }

        if (!atHigh)
            _taker.Try(time, high);
        return high;
    }

    private bool CarryOut(double time)
    {
        bool any = false;
        while (_nextAction < _model.Actions.Count && _model.Actions[_nextAction].Time <= time)
        {
            TimedAction action = _model.Actions[_nextAction++];
            any = true;
            switch (action.Kind)
            {
                case ActionKind.OpenHole:
                    _model.Nodes.Opening[action.Index] = action.Value;
                    break;
                case ActionKind.LoseEntry:
                    _boundary.LoseEntry(action.Index);
                    break;
                default:
                    if (action.Message is not null)
                        _boundary.Override(action.Index);
                    _model.Links.Order(action.Index, action.Mode, action.Value);
                    break;
            }

            if (action.Message is not null)
                _incidents.Add(new TransientIncident(time, action.Message));
        }

        return any;
    }

    /// <summary>
    /// Counts how long the step has stayed near its least: each try counts one, and the time gained takes away its share of twice the least step. Steps that
    /// end where the schedule or an output wants it, and runs whose greatest step is itself near the least, do not count.
    /// </summary>
    private void Relax(double time, double step, double left)
    {
        double least = Math.Min(_settings.StepMin, 0.1 * _settings.Step);
        _crawl = step >= left * (1.0 - 1e-9) && _step > 2.0 * least ? Math.Max(0.0, _crawl - 1.0) : Math.Max(0.0, _crawl - (step / (2.0 * least)));
        if (_crawl == 0.0)
            _culprit = null;
        else if (_culprit is null && _settings.IsAdaptive && step <= least)
            Blame(_model.Pipes.WorstPipe);
    }

    /// <summary>Keeps the place where a step failed.</summary>
    private void Blame(int pipe = -1)
    {
        int node = pipe >= 0 ? -1 : _model.Solver.WorstNode;
        int link = pipe >= 0 ? -1 : _model.Solver.WorstLink;
        if (pipe < 0 && node < 0 && link < 0)
            pipe = _model.Solver.WorstPipe;
        int element = node >= 0 ? -1 : link >= 0 ? _model.Links.Law(link).Source : pipe >= 0 ? _model.Grid.Pipes[pipe].Source : -1;
        _culpritNode = node >= 0 && node < _model.Network.Nodes.Count ? node : -1;
        _culpritElement = element;
        _culprit = node >= 0
            ? $"node '{_model.NodeNames[node]}'"
            : element >= 0
                ? $"the {_model.Network.Elements[element].Kind} '{_model.Network.Elements[element].Id}'"
                : link >= 0 ? $"'{_model.NodeNames[_model.Links.To[link]]}'" : "the pipes";
    }

    private void Complain(double time, string what, bool isFatal = true)
    {
        if (_culprit is null)
            Blame();
        _complaints.Insert(0, new HydraulicComplaint(
            ComplaintKind.NotConverged,
            _culpritNode,
            _culpritElement,
            string.Create(CultureInfo.InvariantCulture, $"At {time:0.###} s {what}; the last iteration moved {_culprit} most."),
            isFatal));
    }

    private TransientResult Result(TransientStatus status, double time) =>
        new ResultMaker(_model, _boundary, _monitor, _ledger, _recorder).Make(status, time, _incidents, _complaints, _rejected);
}
