namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>Payment channels: the value that they settle at the recomputed prices, within their capacity; closed ones settle nothing.</summary>
internal static class ChannelCheck
{
    public static void Run(SystemFigures figures, ResultFacts facts, CheckSheet sheet)
    {
        string currency = figures.Package.System.Description.Currency;
        ItemRecorder used = sheet.Begin(CertificateGroup.Bounds, "channel use", b =>
            $"payment channel {b.Element} is said to settle {CheckSheet.Number(b.Value)} {currency}/d{sheet.At(b)}, but the deliveries through it are worth {CheckSheet.Number(b.Limit)}");
        ItemRecorder capacity = sheet.Begin(CertificateGroup.Bounds, "channel capacity", b =>
            $"payment channel {b.Element} settles {CheckSheet.Number(b.Value)} {currency}/d{sheet.At(b)}, {CheckSheet.Number(b.Violation)} above its capacity {CheckSheet.Number(b.Limit)}");
        ItemRecorder closed = sheet.Begin(CertificateGroup.Bounds, "closed channel", b =>
            $"payment channel {b.Element} is closed, but {CheckSheet.Number(b.Value)} units a day are delivered through it{sheet.At(b)}");
        foreach ((string id, ChannelResult result) in facts.Channels)
        {
            if (!figures.Channels.TryGetValue(id, out ChannelFigures? channel))
                continue;
            double[] value = new double[figures.Package.Count];
            double[] largest = new double[value.Length];
            double[] volume = new double[value.Length];
            foreach ((string contract, ContractResult delivered) in facts.Contracts)
            {
                if (!figures.Contracts.TryGetValue(contract, out ContractFigures? row))
                    continue;
                for (int c = 0; c < row.Channels.Length; c++)
                {
                    if (row.Channels[c] != id)
                        continue;
                    for (int t = 0; t < value.Length; t++)
                    {
                        double term = row.Price[t] * delivered.ByChannel[c][t];
                        value[t] += term;
                        largest[t] = Math.Max(largest[t], Math.Abs(term));
                        volume[t] += delivered.ByChannel[c][t];
                    }
                }
            }

            for (int t = 0; t < value.Length; t++)
            {
                used.Same(id, t, result.Used[t], value[t], largest[t]);
                capacity.AtMost(id, t, value[t], channel.Capacity[t], largest[t]);
                if (channel.Open[t] == 0)
                    closed.AtMost(id, t, volume[t], 0);
            }
        }
    }
}
