using System.Globalization;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>Says in words what each row of a dispatch's linear program states: of which element, and in which period.</summary>
internal sealed class RowNames
{
    private readonly CompiledNetwork _network;
    private readonly List<string> _slots;
    private readonly List<string> _long = [];

    public RowNames(CompiledNetwork network)
    {
        _network = network;
        _slots = [.. network.Nodes.Select(n => $"balance of {n.Id}")];
    }

    /// <summary>Names further rows of each period.</summary>
    public void Add(int count, string name) => _slots.AddRange(Enumerable.Repeat(name, count));

    /// <summary>Names further rows that span periods.</summary>
    public void AddLong(int count, string name) => _long.AddRange(Enumerable.Repeat(name, count));

    /// <summary>What a row states.</summary>
    /// <param name="row">Index of the row.</param>
    public string Of(int row)
    {
        int inPeriods = _slots.Count * _network.PeriodCount;
        return row >= inPeriods
            ? _long[row - inPeriods]
            : $"{_slots[row % _slots.Count]}, period of {_network.Horizon.Periods[row / _slots.Count].Start.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture).Replace(" 00:00", "", StringComparison.Ordinal)}";
    }
}
