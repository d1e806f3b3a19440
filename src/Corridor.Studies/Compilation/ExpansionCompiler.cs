using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Studies.Compilation;

/// <summary>Compiles expansions, once the elements are compiled whose capacities they choose.</summary>
internal sealed class ExpansionCompiler(CompilationContext context)
{
    private const string Table = "expansions";

    /// <summary>The expansions; the elements are marked with theirs.</summary>
    public List<CompiledExpansion> Compile(List<CompiledSupply> supplies, List<CompiledArc> arcs, List<CompiledStorage> storages, List<CompiledConverter> converters)
    {
        var result = new List<CompiledExpansion>();
        if (context.System.Expansions.Count == 0)
            return result;
        EnergySystem system = context.System;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Expansion row in system.Expansions)
        {
            if (!seen.Add(row.Asset))
            {
                context.Error(Table, row.Asset, "It is expanded twice.");
                continue;
            }

            if (StatedOf(row.Asset) is not { } stated)
            {
                context.Error(Table, row.Asset, "It is no supply, power line, pipeline, transport, storage or converter.");
                continue;
            }

            (ExpandedKind kind, int element) = Find(row.Asset, supplies, arcs, storages, converters);
            if (!(stated.Capacity > 0))
                context.Error(Table, row.Asset, "Its stated capacity is zero: there is nothing that scales with the capacity chosen.", "State the capacity that its other figures are for, and what stands already as installed.");
            else if (element < 0)
                context.NoEffect(Table, row.Asset, "The asset can do nothing within the horizon.");
            else if (Compile(row, kind, element, stated.Capacity, stated.Basis) is { } compiled)
                result.Add(compiled);
        }

        Mark(result, supplies, arcs, storages, converters);
        return result;
    }

    private CompiledExpansion? Compile(Expansion row, ExpandedKind kind, int element, double stated, CarrierBasis basis)
    {
        double factor = 1;
        RateUnit? unit = row.RateUnit ?? row.Installed?.Unit ?? row.CapacityMin?.Unit ?? row.CapacityMax?.Unit;
        if (unit is not null && !basis.TryToAccount(new Rate(1, unit), out factor, out string? problem))
        {
            context.Error(Table, row.Asset, $"rate_unit: {problem}");
            return null;
        }

        if (unit is null && row.Cost is not null and not 0)
        {
            context.Error(Table, row.Asset, "Its cost is for a unit of capacity, but it has no rate_unit.");
            return null;
        }

        double Of(Rate? rate, double missing) => rate is { } given ? basis.TryToAccount(given, out double value, out _) ? value : double.NaN : missing;
        double least = Of(row.CapacityMin, 0), most = Of(row.CapacityMax, double.PositiveInfinity), cost = (row.Cost ?? 0) / factor;
        if (least > most)
        {
            context.Error(Table, row.Asset, "Its capacity_min is above its capacity_max.");
            return null;
        }

        if (cost < 0 && double.IsPositiveInfinity(most))
        {
            context.Error(Table, row.Asset, "Its cost is below zero and it has no capacity_max: more would always be better.");
            return null;
        }

        return new CompiledExpansion
        {
            Id = row.Asset,
            Kind = kind,
            Element = element,
            Stated = stated,
            Installed = Of(row.Installed, stated),
            Least = least,
            Most = most,
            Cost = cost,
            Unit = unit,
            AccountPerUnit = factor,
        };
    }

    /// <summary>The capacity of an asset as printed, in units of account per day; null where it is none that can be expanded.</summary>
    private (double Capacity, CarrierBasis Basis)? StatedOf(string id)
    {
        EnergySystem s = context.System;
        (double, CarrierBasis) At(string table, string node, Rate rate)
        {
            CarrierBasis basis = context.BasisOf(context.Node(table, id, node));
            return (basis.TryToAccount(rate, out double value, out _) ? value : double.NaN, basis);
        }

        if (s.Supplies.FirstOrDefault(r => r.Id == id) is { } supply)
            return At("supplies", supply.Node, supply.Capacity);
        if (s.PowerLines.FirstOrDefault(r => r.Id == id) is { } line)
        {
            CarrierBasis basis = context.BasisOf(context.Node("power_lines", id, line.From));
            return (ArcCompiler.PerMegawattDay(context, id, basis) * line.Rating.InMegawatts(), basis);
        }

        if (s.Pipelines.FirstOrDefault(r => r.Id == id) is { } pipeline)
            return At("pipelines", pipeline.From, pipeline.Capacity);
        if (s.Transports.FirstOrDefault(r => r.Id == id) is { } transport)
            return At("transports", transport.From, transport.Capacity);
        if (s.Storages.FirstOrDefault(r => r.Id == id) is { } storage)
            return At("storages", storage.Node, storage.MaxWithdrawal);
        if (s.Converters.FirstOrDefault(r => r.Id == id) is not { } converter)
            return null;
        var activity = new CarrierBasis($"activity of {id}", converter.ReferenceUnit);
        return (activity.TryToAccount(converter.Capacity, out double value, out _) ? value : double.NaN, activity);
    }

    private static (ExpandedKind Kind, int Element) Find(string id, List<CompiledSupply> supplies, List<CompiledArc> arcs, List<CompiledStorage> storages, List<CompiledConverter> converters)
    {
        if (supplies.FindIndex(r => r.Id == id) is >= 0 and int supply)
            return (ExpandedKind.Supply, supply);
        if (arcs.FindIndex(r => r.Id == id) is >= 0 and int arc)
            return (ExpandedKind.Arc, arc);
        return storages.FindIndex(r => r.Id == id) is >= 0 and int storage ? (ExpandedKind.Storage, storage) : (ExpandedKind.Converter, converters.FindIndex(r => r.Id == id));
    }

    private static void Mark(List<CompiledExpansion> expansions, List<CompiledSupply> supplies, List<CompiledArc> arcs, List<CompiledStorage> storages, List<CompiledConverter> converters)
    {
        for (int e = 0; e < expansions.Count; e++)
        {
            int i = expansions[e].Element;
            switch (expansions[e].Kind)
            {
                case ExpandedKind.Supply:
                    supplies[i] = supplies[i] with { Expansion = e };
                    break;
                case ExpandedKind.Arc:
                    arcs[i] = arcs[i] with { Expansion = e };
                    break;
                case ExpandedKind.Storage:
                    storages[i] = storages[i] with { Expansion = e };
                    break;
                default:
                    converters[i] = converters[i] with { Expansion = e };
                    break;
            }
        }
    }
}
