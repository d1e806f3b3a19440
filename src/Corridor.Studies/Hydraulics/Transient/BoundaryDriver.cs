using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>Puts the conditions of an instant into the laws of nodes and elements. Allocates nothing.</summary>
internal sealed class BoundaryDriver
{
    private readonly NodeBank _nodes;
    private readonly LinkBank _links;
    private readonly TransientSettings _settings;
    private readonly IReadOnlyList<GasNode> _sources;
    private readonly TimeSeries?[] _pressure;
    private readonly TimeSeries?[] _injection;
    private readonly ControlSeries?[] _control;
    private readonly int[] _storage;
    private readonly bool[] _lost;

    internal BoundaryDriver(TransientModel model)
    {
        _nodes = model.Nodes;
        _links = model.Links;
        _settings = model.Settings;
        _sources = model.Network.Nodes;
        _pressure = new TimeSeries?[_nodes.Count];
        _injection = new TimeSeries?[_nodes.Count];
        _control = new ControlSeries?[_links.Count];
        _storage = new int[_nodes.Count];
        _lost = new bool[_nodes.Count];
        Wanted = new double[_nodes.Count];
        Shed = new double[_nodes.Count];
        ShedFrom = new double[_nodes.Count];
        Array.Fill(_storage, -1);
        Array.Fill(ShedFrom, double.PositiveInfinity);
        for (int i = 0; i < _sources.Count; i++)
        {
            if (_sources[i].PressureSetpoint is { } pressure)
                _pressure[i] = TimeSeries.Constant(pressure);
            else if (_sources[i].Injection != 0.0)
                _injection[i] = TimeSeries.Constant(_sources[i].Injection);
        }

        foreach (NodeSeries series in model.Schedule.Boundary?.Injections ?? [])
        {
            _injection[series.Node] = series.Series;
            _pressure[series.Node] = null;
        }

        foreach (NodeSeries series in model.Schedule.Boundary?.Pressures ?? [])
            _pressure[series.Node] = series.Series;
        foreach (ControlSeries series in model.Schedule.Boundary?.Controls ?? [])
        {
            if (model.LinkOf[series.Element] >= 0)
                _control[model.LinkOf[series.Element]] = series;
        }

        Storages = model.Schedule.Storages;
        Level = [.. Storages.Select(site => site.WorkingGas)];
        IsEmpty = [.. Storages.Select(site => site.WorkingGas <= 0.0)];
        IsFull = [.. Storages.Select(site => site.WorkingGas >= site.Capacity)];
        for (int s = 0; s < Storages.Count; s++)
            _storage[Storages[s].Node] = s;
    }

    internal IReadOnlyList<StorageSite> Storages { get; }

    /// <summary>Gas left in each store [kg].</summary>
    internal double[] Level { get; }

    /// <summary>Whether a store has nothing to feed, up to rounding.</summary>
    internal bool[] IsEmpty { get; }

    /// <summary>Whether a store can take nothing, up to rounding.</summary>
    internal bool[] IsFull { get; }

    /// <summary>Injection that each node asks for, before shedding and limits [kg/s].</summary>
    internal double[] Wanted { get; }

    /// <summary>Share of each node's exit that is shed [1].</summary>
    internal double[] Shed { get; }

    /// <summary>Time from which a node's exit is shed [s]; infinity for never.</summary>
    internal double[] ShedFrom { get; }

    internal void LoseEntry(int node) => _lost[node] = true;

    /// <summary>Takes an element's series away: an event's order holds from then on.</summary>
    internal void Override(int link) => _control[link] = null;

    /// <summary>Times at which anything given bends or jumps, in any order.</summary>
    internal IEnumerable<double> Breakpoints()
    {
        foreach (TimeSeries? series in _pressure.Concat(_injection))
        {
            foreach (double time in series?.Times ?? [])
                yield return time;
        }

        foreach (ControlSeries? series in _control)
        {
            foreach (double time in series?.Times ?? [])
                yield return time;
        }
    }

    /// <summary>Whether anything given jumps at a time.</summary>
    internal bool JumpsAt(double time)
    {
        for (int i = 0; i < _nodes.Count; i++)
        {
            if (_pressure[i] is { } pressure && pressure.At(time) != SeriesLimits.Before(pressure, time)
                || _injection[i] is { } injection && injection.At(time) != SeriesLimits.Before(injection, time))
                return true;
        }

        for (int e = 0; e < _links.Count; e++)
        {
            if (_control[e] is { } control && control.At(time) != SeriesLimits.Before(control, time))
                return true;
        }

        return false;
    }

    /// <summary>First orders of elements with series.</summary>
    internal void Begin(double time)
    {
        for (int e = 0; e < _links.Count; e++)
        {
            if (_control[e] is { } series)
            {
                StationControl control = series.At(time);
                _links.Order(e, control.Mode, control.Value);
            }
        }

        Apply(time, before: false);
        for (int i = 0; i < _nodes.Count; i++)
            _nodes.Regime[i] = double.IsInfinity(_nodes.Lower[i]) || _storage[i] >= 0 ? NodeRegime.Held : NodeRegime.Lower;
    }

    /// <summary>Conditions of an instant.</summary>
    /// <param name="time">The instant [s].</param>
    /// <param name="before">Whether the values just before it hold where something jumps: at the end of a step.</param>
    internal void Apply(double time, bool before)
    {
        for (int i = 0; i < _nodes.Count; i++)
            ApplyNode(i, time, before);
        for (int e = 0; e < _links.Count; e++)
        {
            if (_control[e] is { } series)
                _links.Value[e] = before ? SeriesLimits.ValueBefore(series, time) : SeriesLimits.ValueAt(series, time);
        }
    }

    private void ApplyNode(int i, double time, bool before)
    {
        double lower = 0.0;
        double upper = 0.0;
        double target = _settings.PressureFloor;
        Wanted[i] = 0.0;
        Shed[i] = 0.0;
        if (_lost[i])
        {
            Wanted[i] = 0.0;
        }
        else if (_storage[i] is >= 0 and int s)
        {
            StorageSite site = Storages[s];
            target = site.Pressure;
            upper = IsEmpty[s] ? 0.0 : site.WithdrawalMax;
            lower = IsFull[s] ? 0.0 : -site.InjectionMax;
        }
        else if (_pressure[i] is { } pressure)
        {
            target = before ? SeriesLimits.Before(pressure, time) : pressure.At(time);
            lower = double.NegativeInfinity;
            upper = double.PositiveInfinity;
        }
        else if (_injection[i] is { } injection)
        {
            double wanted = before ? SeriesLimits.Before(injection, time) : injection.At(time);
            Wanted[i] = wanted;
            lower = wanted;
            upper = wanted;
            if (wanted < 0.0)
            {
                if (_settings.LimitsExits && _sources[i].PressureMin is { } least)
                    target = Math.Max(target, PressureSlack.Least(least));
                Shed[i] = ShedShare(i, time);
                lower = wanted * (1.0 - Shed[i]);
                upper = 0.0;
            }
        }

        _nodes.Lower[i] = lower;
        _nodes.Upper[i] = upper;
        _nodes.Target[i] = target;
        if (lower == upper)
            _nodes.Regime[i] = NodeRegime.Lower;
        else if (double.IsInfinity(lower))
            _nodes.Regime[i] = NodeRegime.Held;
    }

    private double ShedShare(int node, double time)
    {
        if (_settings.Curtailment is not { } rule || !(time > ShedFrom[node]))
            return 0.0;
        double ramp = rule.RampTime > 0.0 ? Math.Min(1.0, (time - ShedFrom[node]) / rule.RampTime) : 1.0;
        return rule.Share * ramp;
    }
}
