using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Schema;

namespace Corridor.Reporting.Summaries;

/// <summary>Names for people of all elements, by id; ids are unique within a package's assets.</summary>
public sealed class ElementNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Collects the names of a package.</summary>
    /// <param name="system">The package.</param>
    public ElementNames(EnergySystem system)
    {
        IEnumerable<Entity>[] tables =
        [
            system.Nodes, system.Supplies, system.Demands, system.Pipelines, system.PowerLines, system.Transports, system.Storages,
            system.Converters, system.Contracts, system.Rules, system.PaymentChannels, system.Measures,
        ];
        foreach (IEnumerable<Entity> table in tables)
        {
            foreach (Entity row in table)
            {
                if (row.Name is not null)
                    _names.TryAdd(row.Id, row.Name);
            }
        }

        foreach (Demand demand in system.Demands)
            _names.TryAdd(demand.Id, $"{Sector(demand.Sector)} at {_names.GetValueOrDefault(demand.Node, demand.Node)}");
    }

    /// <summary>The name of an element; null where it has none.</summary>
    /// <param name="id">Id of a node, asset, contract, rule, channel or measure.</param>
    public string? Find(string id) => _names.GetValueOrDefault(id);

    /// <summary>A demand that has no name of its own is called by its sector and place.</summary>
    private static string Sector(DemandSector sector) => sector switch
    {
        DemandSector.Household => "Households",
        DemandSector.DistrictHeat => "District heat",
        DemandSector.Industry => "Industry",
        DemandSector.Power => "Power plants",
        DemandSector.Transport => "Transport",
        DemandSector.Market => "Market",
        _ => "Other customers",
    };
}
