using Corridor.Model;
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
    }

    /// <summary>The name of an element; null where it has none.</summary>
    /// <param name="id">Id of a node, asset, contract, rule, channel or measure.</param>
    public string? Find(string id) => _names.GetValueOrDefault(id);
}
