using Corridor.Model.Contracts;

namespace Corridor.Studies.Compilation;

/// <summary>Compiles payment channels.</summary>
internal static class ChannelCompiler
{
    private const string Table = "payment_channels";

    // The capacity is stated in millions of the channel's currency.
    private const double Million = 1e6;

    public static List<CompiledChannel> Compile(CompilationContext context)
    {
        var result = new List<CompiledChannel>();
        foreach (PaymentChannel row in context.System.PaymentChannels)
        {
            double[] open = context.Availability(Table, row.Id, row.Status, row.Start, row.End);
            double[] money = context.Money.Factors(row.Currency);
            double[] capacity = row.Capacity is { } limit
                ? context.Sampler.Figure(context.Dated.Find(Table, row.Id, "capacity"), limit, t => Million * money[t] * open[t])
                : [.. open.Select(o => o > 0 ? double.PositiveInfinity : 0)];
            result.Add(new CompiledChannel(row.Id, capacity, row.Cost ?? 0));
        }

        return result;
    }
}
