using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>
/// The places of a network: its nodes, and behind them two further places within each station that states losses (before and behind its machines).
/// </summary>
internal sealed class Places
{
    private readonly int[] _inner;

    internal Places(GasNetwork network)
    {
        Network = network;
        _inner = new int[network.Elements.Count];
        int next = network.Nodes.Count;
        for (int e = 0; e < _inner.Length; e++)
        {
            _inner[e] = -1;
            (PressureLoss lossIn, PressureLoss lossOut) = Losses(network.Elements[e]);
            if (lossIn.IsNone && lossOut.IsNone)
                continue;
            _inner[e] = next;
            next += 2;
        }

        Count = next;
    }

    internal GasNetwork Network { get; }

    /// <summary>Number of places.</summary>
    internal int Count { get; }

    /// <summary>Place before the machines of an element; its first node where it states no losses.</summary>
    internal int Before(int element) => _inner[element] < 0 ? Network.Elements[element].From : _inner[element];

    /// <summary>Place behind the machines of an element; its second node where it states no losses.</summary>
    internal int Behind(int element) => _inner[element] < 0 ? Network.Elements[element].To : _inner[element] + 1;

    /// <summary>Whether an element has places of its own.</summary>
    internal bool HasInner(int element) => _inner[element] >= 0;

    /// <summary>Element that a place lies in; −1 for a node.</summary>
    internal int Owner(int place)
    {
        if (place < Network.Nodes.Count)
            return -1;
        for (int e = 0; e < _inner.Length; e++)
        {
            if (_inner[e] == place || (_inner[e] >= 0 && _inner[e] + 1 == place))
                return e;
        }

        return -1;
    }

    /// <summary>Losses before and behind a station's machines.</summary>
    internal static (PressureLoss In, PressureLoss Out) Losses(GasElement element) => element switch
    {
        GasControlValve valve => (valve.LossIn, valve.LossOut),
        GasCompressorStation station => (station.LossIn, station.LossOut),
        _ => (PressureLoss.None, PressureLoss.None),
    };
}
