using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>
/// Contracts: deliveries by payment channel, what is left for spot on the arcs that carry contracts, ship-or-pay, and the capacity of the channels.
/// </summary>
internal sealed class ContractPart
{
    private readonly ProgramLayout _layout;
    private readonly ArcPart _arcs;
    private readonly int[] _delivery;
    private readonly int[] _totalRow;
    private readonly int[] _overBooking;
    private readonly int[] _bookingRow;
    private readonly int[] _channelRow;
    private readonly Dictionary<(int Arc, int Direction), (int Row, int Spot)> _split = [];

    public ContractPart(ProgramLayout layout, ArcPart arcs)
    {
        _layout = layout;
        _arcs = arcs;
        CompiledNetwork network = layout.Network;
        IReadOnlyList<CompiledContract> contracts = network.Contracts;
        _delivery = [.. contracts.Select(k => layout.AddColumns(k.Parts))];
        _totalRow = [.. contracts.Select(k => k.Parts > 1 ? layout.AddRows(1, $"daily quantity of contract {k.Id}") : -1)];
        _overBooking = [.. contracts.Select(k => k.Booked is null ? -1 : layout.AddColumns(1))];
        _bookingRow = [.. contracts.Select(k => k.Booked is null ? -1 : layout.AddRows(1, $"booking of contract {k.Id}"))];
        _channelRow = [.. network.Channels.Select(c => Array.Exists(c.Capacity, v => v > 0 && !double.IsPositiveInfinity(v)) ? layout.AddRows(1, $"payment channel {c.Id}") : -1)];
        for (int a = 0; a < network.Arcs.Count; a++)
        {
            for (int direction = 0; direction < 2; direction++)
            {
                bool only = network.Arcs[a].Access == Model.Network.ArcAccess.ContractOnly;
                if (arcs.Slot(a, direction) >= 0 && (only || contracts.Any(k => k.Arc == a && k.Direction == direction)))
                    _split[(a, direction)] = (layout.AddRows(1, $"deliveries over {network.Arcs[a].Id}"), only ? -1 : layout.AddColumns(1));
            }
        }
    }

    /// <summary>Slot of a contract's delivery through one of its channels.</summary>
    public int DeliverySlot(int contract, int part) => _delivery[contract] + part;

    /// <summary>Slot of the spot deliveries of an arc and direction, or −1.</summary>
    public int SpotSlot(int arc, int direction) => _split.TryGetValue((arc, direction), out (int Row, int Spot) split) ? split.Spot : -1;

    /// <summary>Whether an arc's arrivals in a direction are split between contracts and spot.</summary>
    public bool IsSplit(int arc, int direction) => _split.ContainsKey((arc, direction));

    /// <summary>Row of a channel's capacity, or −1 where it has no finite one.</summary>
    public int ChannelRow(int channel) => _channelRow[channel];

    /// <summary>Slot of the deliveries above the booking, or −1.</summary>
    public int OverBookingSlot(int contract) => _overBooking[contract];

    /// <summary>Says what its columns and rows are.</summary>
    public void Describe(ProgramKey key)
    {
        for (int k = 0; k < _delivery.Length; k++)
        {
            for (int part = 0; part < _layout.Network.Contracts[k].Parts; part++)
                key.Column(_delivery[k] + part, ColumnKind.Delivery, k, part);
            key.Column(_overBooking[k], ColumnKind.OverBooking, k);
            key.Row(_totalRow[k], RowKind.ContractTotal, k);
            key.Row(_bookingRow[k], RowKind.Booking, k);
        }

        for (int c = 0; c < _channelRow.Length; c++)
            key.Row(_channelRow[c], RowKind.Channel, c);
        foreach (((int arc, int direction), (int row, int spot)) in _split)
        {
            key.Row(row, RowKind.Split, arc, direction);
            key.Column(spot, ColumnKind.Spot, arc, direction);
        }
    }

    public void Write(ProgramWriter writer)
    {
        CompiledNetwork network = _layout.Network;
        for (int t = 0; t < network.PeriodCount; t++)
        {
            foreach (((int a, int direction), (int row, int spot)) in _split)
            {
                CompiledArc arc = network.Arcs[a];
                writer.Entry(row, t, _arcs.Slot(a, direction), _arcs.Loaded(arc, t), _arcs.Arriving(writer, arc, t));
                if (spot < 0)
                    continue;
                writer.Column(spot, t, 0, double.PositiveInfinity, 0);
                writer.Entry(row, spot, t, -1);
            }

            for (int c = 0; c < _channelRow.Length; c++)
            {
                if (_channelRow[c] >= 0)
                    writer.RowBounds(_channelRow[c], t, double.NegativeInfinity, network.Channels[c].Capacity[t]);
            }

            for (int k = 0; k < _delivery.Length; k++)
                Write(writer, network.Contracts[k], k, t);
        }
    }

    private void Write(ProgramWriter writer, CompiledContract contract, int k, int t)
    {
        CompiledNetwork network = _layout.Network;
        double allowed = contract.Allowed.Max(a => a[t]);
        bool reachable = _arcs.Slot(contract.Arc, contract.Direction) >= 0;
        double minimum = Math.Min(contract.Minimum[t] * allowed, contract.Maximum[t] * allowed), most = 0;
        for (int part = 0; part < contract.Parts; part++)
        {
            int slot = _delivery[k] + part;
            double upper = contract.Allowed[part][t] == 0 ? 0 : contract.Maximum[t] * contract.Allowed[part][t];
            double cost = contract.Levy[part][t];
            if (contract.Channels.Count > 0)
            {
                CompiledChannel channel = network.Channels[contract.Channels[part]];
                if (channel.Capacity[t] <= 0)
                    upper = 0;
                cost += channel.Cost * contract.Price[t];
                if (_channelRow[contract.Channels[part]] is >= 0 and int channelRow)
                    writer.Entry(channelRow, slot, t, contract.Price[t]);
            }

            upper = reachable ? upper : 0;
            most += upper;
            writer.Column(slot, t, contract.Parts == 1 ? Math.Min(minimum, upper) : 0, upper, cost);
            if (_split.TryGetValue((contract.Arc, contract.Direction), out (int Row, int Spot) split))
                writer.Entry(split.Row, slot, t, -1);
            if (_totalRow[k] >= 0)
                writer.Entry(_totalRow[k], slot, t, 1);
            if (_bookingRow[k] >= 0)
                writer.Entry(_bookingRow[k], slot, t, 1);
        }

        if (_totalRow[k] >= 0)
            writer.RowBounds(_totalRow[k], t, Math.Min(minimum, most), contract.Maximum[t]);
        if (contract.Booked is not { } booked || contract.ShipOrPayTariff is not { } tariff)
            return;
        writer.Column(_overBooking[k], t, 0, double.PositiveInfinity, tariff[t]);
        writer.Entry(_bookingRow[k], _overBooking[k], t, -1);
        writer.RowBounds(_bookingRow[k], t, double.NegativeInfinity, booked[t]);
        writer.Constant(tariff[t] * booked[t] * writer.Days(t));
    }
}
