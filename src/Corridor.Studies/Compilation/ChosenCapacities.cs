namespace Corridor.Studies.Compilation;

/// <summary>A network with its limits at the capacities that a run chose.</summary>
internal static class ChosenCapacities
{
    /// <summary>Scales the limits of every expanded element from its stated capacity to the chosen one; arrays that change are copies.</summary>
    /// <param name="network">The network as compiled.</param>
    /// <param name="capacity">Chosen capacity by expansion, units of account per day; below 0 counts as 0.</param>
    public static CompiledNetwork Apply(CompiledNetwork network, IReadOnlyList<double> capacity)
    {
        if (network.Expansions.Count == 0)
            return network;
        List<CompiledSupply> supplies = [.. network.Supplies];
        List<CompiledArc> arcs = [.. network.Arcs];
        List<CompiledStorage> storages = [.. network.Storages];
        List<CompiledConverter> converters = [.. network.Converters];
        List<CompiledExpansion> expansions = [.. network.Expansions];
        for (int e = 0; e < expansions.Count; e++)
        {
            CompiledExpansion row = expansions[e];
            double chosen = Math.Max(0, capacity[e]), scale = chosen / row.Stated;
            int i = row.Element;
            switch (row.Kind)
            {
                case ExpandedKind.Supply:
                    supplies[i] = supplies[i] with { Capacity = Scaled(supplies[i].Capacity, scale), MinOutput = Scaled(supplies[i].MinOutput, scale) };
                    break;
                case ExpandedKind.Arc:
                    arcs[i] = arcs[i] with { Capacity = [Limited(arcs[i], 0, scale), Limited(arcs[i], 1, scale)] };
                    break;
                case ExpandedKind.Storage:
                    storages[i] = storages[i] with
                    {
                        Volume = Scaled(storages[i].Volume, scale),
                        Injection = Scaled(storages[i].Injection, scale),
                        Withdrawal = Scaled(storages[i].Withdrawal, scale),
                        FirstLevel = storages[i].FirstLevel * scale,
                        LastLevel = storages[i].LastLevel * scale,
                    };
                    break;
                default:
                    converters[i] = converters[i] with { Capacity = Scaled(converters[i].Capacity, scale), MinActivity = Scaled(converters[i].MinActivity, scale) };
                    break;
            }

            if (chosen > 0)
                expansions[e] = row with { Stated = chosen };
        }

        return network with { Supplies = supplies, Arcs = arcs, Storages = storages, Converters = converters, Expansions = expansions };
    }

    private static double[] Scaled(double[] values, double scale) => [.. values.Select(v => v * scale)];

    private static double[] Limited(CompiledArc arc, int direction, double scale) =>
        [.. arc.Capacity[direction].Select((c, t) => Math.Min(c * scale, arc.Limit?[direction][t] ?? double.PositiveInfinity))];
}
