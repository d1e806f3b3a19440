using System.Globalization;
using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>
/// Watches for what happens by itself: a protected pressure that falls to its minimum (or customers there who cannot be served in full), a protected
/// pressure that calls for shedding, a store that is empty or full. Each is a number that falls through zero.
/// </summary>
internal sealed class SurvivalMonitor
{
    private readonly TransientModel _model;
    private readonly BoundaryDriver _boundary;
    private readonly StepTaker _taker;
    private readonly List<TransientIncident> _incidents;
    private readonly int[] _protected;
    private readonly bool[] _failed;
    private readonly bool[] _warned;
    private readonly bool[] _empty;
    private readonly bool[] _full;

    internal SurvivalMonitor(TransientModel model, BoundaryDriver boundary, StepTaker taker, List<TransientIncident> incidents)
    {
        _model = model;
        _boundary = boundary;
        _taker = taker;
        _incidents = incidents;
        _protected = [.. Enumerable.Range(0, model.Network.Nodes.Count).Where(i => model.Network.Nodes[i] is { IsProtected: true, InService: true, PressureMin: > 0.0 })];
        _failed = new bool[_protected.Length];
        _warned = new bool[_protected.Length];
        _empty = boundary.IsEmpty;
        _full = boundary.IsFull;
        SurvivalTime = new double[model.Network.Nodes.Count];
        DeliveredUntilThen = new double[model.Network.Nodes.Count];
        Array.Fill(SurvivalTime, double.NaN);
    }

    /// <summary>When each protected node failed [s]; NaN where it has not.</summary>
    internal double[] SurvivalTime { get; }

    /// <summary>Mass delivered to each protected node until it failed [kg].</summary>
    internal double[] DeliveredUntilThen { get; }

    /// <summary>Whether anything is watched.</summary>
    internal bool IsIdle => _protected.Length == 0 && _empty.Length == 0;

    /// <summary>Least of all the numbers watched, at the state at the end of the step just tried.</summary>
    /// <param name="hasStep">Whether a step stands behind the state: stores then count what it took.</param>
    internal double Least(bool hasStep)
    {
        double least = double.PositiveInfinity;
        for (int k = 0; k < _protected.Length; k++)
        {
            if (!_failed[k])
                least = Math.Min(least, Margin(_protected[k]));
            if (Triggers(k))
                least = Math.Min(least, TriggerMargin(_protected[k]));
        }

        for (int s = 0; s < _empty.Length; s++)
        {
            StorageSite site = _boundary.Storages[s];
            double level = _boundary.Level[s] - (hasStep ? _taker.Sum(_model.Nodes.StageInjection, site.Node) : 0.0);
            double scale = Math.Max(1.0, site.WorkingGas);
            if (!_empty[s])
                least = Math.Min(least, level / scale);
            if (!_full[s] && double.IsFinite(site.Capacity))
                least = Math.Min(least, (site.Capacity - level) / scale);
        }

        return least;
    }

    /// <summary>Carries out everything that has fallen through zero at the present state, levels of stores being up to date.</summary>
    /// <returns>Whether a law has changed by it.</returns>
    internal bool Fire(double time, double[] delivered)
    {
        bool changed = false;
        for (int k = 0; k < _protected.Length; k++)
        {
            int node = _protected[k];
            if (!_failed[k] && Margin(node) <= 0.0)
            {
                _failed[k] = true;
                SurvivalTime[node] = time;
                DeliveredUntilThen[node] = delivered[node];
                _incidents.Add(new TransientIncident(time, string.Create(
                    CultureInfo.InvariantCulture,
                    $"Protected customers at '{_model.NodeNames[node]}' are at the end of their pressure ({_model.Network.Nodes[node].PressureMin / 1e5:0.###} bar).")));
            }

            if (Triggers(k) && TriggerMargin(node) <= 0.0)
                changed |= ShedRegion(node, time);
        }

        for (int s = 0; s < _empty.Length; s++)
            changed |= FireStorage(s, time);
        return changed;
    }

    private bool FireStorage(int s, double time)
    {
        StorageSite site = _boundary.Storages[s];
        double slack = 1e-9 * Math.Max(1.0, site.WorkingGas);
        bool isEmpty = _boundary.Level[s] <= slack;
        bool isFull = _boundary.Level[s] >= site.Capacity - slack;
        bool changed = isEmpty && !_empty[s] || isFull && !_full[s];
        if (isEmpty && !_empty[s])
        {
            _boundary.Level[s] = Math.Min(_boundary.Level[s], 0.0);
            _incidents.Add(new TransientIncident(time, $"The store at '{_model.NodeNames[site.Node]}' is empty."));
        }

        if (isFull && !_full[s])
        {
            _boundary.Level[s] = Math.Max(_boundary.Level[s], site.Capacity);
            _incidents.Add(new TransientIncident(time, $"The store at '{_model.NodeNames[site.Node]}' is full."));
        }

        _empty[s] = isEmpty;
        _full[s] = isFull;
        return changed;
    }

    private bool ShedRegion(int protectedNode, double time)
    {
        string? region = _model.Network.Nodes[protectedNode].Region;
        for (int k = 0; k < _protected.Length; k++)
        {
            if (_model.Network.Nodes[_protected[k]].Region == region)
                _warned[k] = true;
        }

        for (int i = 0; i < _model.Network.Nodes.Count; i++)
        {
            GasNode node = _model.Network.Nodes[i];
            if (!node.IsProtected && node.Region == region)
                _boundary.ShedFrom[i] = Math.Min(_boundary.ShedFrom[i], time);
        }

        _incidents.Add(new TransientIncident(time, string.Create(
            CultureInfo.InvariantCulture,
            $"The pressure at '{_model.NodeNames[protectedNode]}' comes near its minimum; unprotected customers{(region is null ? string.Empty : $" of {region}")} are shed.")));
        return true;
    }

    private bool Triggers(int k) => _model.Settings.Curtailment is not null && !_warned[k];

    private double TriggerMargin(int node)
    {
        double least = _model.Network.Nodes[node].PressureMin!.Value;
        return (_model.Nodes.Pressure[node] - ((1.0 + _model.Settings.Curtailment!.Margin) * least)) / least;
    }

    /// <summary>How far a protected node is from failing: its pressure over the minimum, and below zero the share of its flow that it does not get.</summary>
    private double Margin(int node)
    {
        double least = _model.Network.Nodes[node].PressureMin!.Value;
        double wanted = _boundary.Wanted[node];
        double margin = (_model.Nodes.Pressure[node] - PressureSlack.Least(least)) / least;
        if (wanted < 0.0 && _model.Nodes.Regime[node] != NodeRegime.Lower)
            return Math.Min(margin, -Math.Max(0.0, (_model.Nodes.Injection[node] - wanted) / -wanted));
        return margin;
    }
}
