using Corridor.Model.Contracts;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>A payment channel, evaluated from its row; value in money of account per day.</summary>
internal sealed record ChannelFigures(PaymentChannel Row, double[] Open, double[] Capacity)
{
    private const string Table = "payment_channels";

    public static ChannelFigures Of(PaymentChannel row, PackageFigures figures)
    {
        double[] open = figures.Availability(Table, row.Id, row.Status, row.Start, row.End);
        if (row.Capacity is not { } millions)
            return new ChannelFigures(row, open, [.. open.Select(o => o > 0 ? double.PositiveInfinity : 0)]);
        double[] capacity = UnitFigures.Scale(figures.Number(Table, row.Id, "capacity", millions), 1e6);
        PackageFigures.Multiply(PackageFigures.Multiply(capacity, figures.Units.Money(row.Currency)), open);
        return new ChannelFigures(row, open, capacity);
    }
}
