using System.Globalization;
using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>
/// Trips compressors whose inlet pressure falls below the least that they are built for, as their protection does: nothing sucks its inlet empty. Where none is
/// stated, and where the start lies below it, a fifth of the inlet pressure at the start stands for it.
/// </summary>
internal sealed class InletGuard
{
    private const double ShareOfStart = 0.2;
    private readonly TransientModel _model;
    private readonly BoundaryDriver _boundary;
    private readonly List<TransientIncident> _incidents;
    private readonly int[] _links;
    private readonly double[] _least;

    internal InletGuard(TransientModel model, BoundaryDriver boundary, List<TransientIncident> incidents)
    {
        _model = model;
        _boundary = boundary;
        _incidents = incidents;
        _links = [.. Enumerable.Range(0, model.Links.Count).Where(link => model.Links.Law(link).IsCompressor)];
        _least = new double[_links.Length];
    }

    /// <summary>Whether there is nothing to guard.</summary>
    internal bool IsIdle => _links.Length == 0;

    /// <summary>Takes the present state for the start.</summary>
    internal void Begin()
    {
        for (int k = 0; k < _links.Length; k++)
        {
            double start = _model.Links.Machine(_links[k], _model.Nodes.Pressure).Inlet;
            double stated = PressureSlack.Least(Station(k).InletPressureMin ?? 0.0);
            _least[k] = stated > 0.0 && stated < start ? stated : ShareOfStart * start;
        }
    }

    /// <summary>Least of the shares by which inlets stand above their limit [1].</summary>
    internal double Least()
    {
        double least = double.PositiveInfinity;
        for (int k = 0; k < _links.Length; k++)
        {
            if (Runs(k))
                least = Math.Min(least, Margin(k));
        }

        return least;
    }

    /// <summary>Trips the machines whose inlet has fallen to its limit.</summary>
    /// <returns>Whether there was one.</returns>
    internal bool Fire(double time)
    {
        bool any = false;
        for (int k = 0; k < _links.Length; k++)
        {
            if (!Runs(k) || Margin(k) > 0.0)
                continue;
            GasCompressorStation station = Station(k);
            any = true;
            _boundary.Override(_links[k]);
            _model.Links.Order(_links[k], station.HasBypass ? StationMode.Bypass : StationMode.Closed, double.NaN);
            _incidents.Add(new TransientIncident(time, string.Create(
                CultureInfo.InvariantCulture,
                $"The {station.Kind} '{station.Id}' trips: its inlet has fallen to {_least[k] / 1e5:0.##} bar.")));
        }

        return any;
    }

    private GasCompressorStation Station(int k) => (GasCompressorStation)_model.Network.Elements[_model.Links.Law(_links[k]).Source];

    private bool Runs(int k) => _model.Links.Mode[_links[k]] is not (StationMode.Bypass or StationMode.Closed) && _model.Links.Flow[_links[k]] > 0.0;

    private double Margin(int k) => (_model.Links.Machine(_links[k], _model.Nodes.Pressure).Inlet - _least[k]) / _least[k];
}
