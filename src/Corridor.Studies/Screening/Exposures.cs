using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Schema;

namespace Corridor.Studies.Screening;

/// <summary>Finds what of a package hangs on an actor and on the companies that it controls.</summary>
internal sealed class Exposures(EnergySystem system, Holdings holdings)
{
    /// <summary>What hangs on an actor.</summary>
    public ScreeningExposure Of(string actor)
    {
        SortedDictionary<string, double> shares = holdings.Of([actor]);
        string[] controlled = [.. shares.Where(s => Holdings.IsControl(s.Value)).Select(s => s.Key)];
        var held = new HashSet<string>(controlled, StringComparer.Ordinal) { actor };
        string[] rules = [.. system.Rules.Where(r => Named(r).Any(held.Contains)).Select(r => r.Id)];
        return new ScreeningExposure(actor, controlled, [.. shares.Select(s => (s.Key, s.Value))], [.. Assets(held)], [.. Contracts(held)], [.. Others(held)], rules);
    }

    private IEnumerable<(string Table, string Id, string Owner)> Assets(HashSet<string> held)
    {
        foreach (TableSchema table in PackageSchema.AssetTables.Append("fleets").Select(PackageSchema.Table))
        {
            if (table.Column("owner") is not { } column)
                continue;
            foreach (Entity row in table.RowsOf(system).OfType<Entity>())
            {
                if (column.Get(row) is string owner && held.Contains(owner))
                    yield return (table.Name, row.Id, owner);
            }
        }
    }

    private IEnumerable<(string Id, string Role, string Party)> Contracts(HashSet<string> held)
    {
        foreach (Contract contract in system.Contracts)
        {
            if (held.Contains(contract.Seller))
                yield return (contract.Id, "seller", contract.Seller);
            if (held.Contains(contract.Buyer))
                yield return (contract.Id, "buyer", contract.Buyer);
            foreach (PaymentChannel channel in system.PaymentChannels.Where(c => contract.Channels.Contains(c.Id)))
            {
                if (channel.Bank is { } bank && held.Contains(bank))
                    yield return (contract.Id, $"paid through {channel.Id}", bank);
            }
        }
    }

    private IEnumerable<(string Table, string Id, string Role, string Party)> Others(HashSet<string> held)
    {
        foreach (Agreement agreement in system.Agreements)
        {
            foreach (string party in agreement.Parties.Where(held.Contains))
                yield return ("agreements", agreement.Id, "party", party);
        }

        foreach (Project project in system.Projects)
        {
            foreach (string partner in project.Partners.Where(held.Contains))
                yield return ("projects", project.Id, "partner", partner);
        }

        foreach (TransitFee fee in system.TransitFees)
        {
            if (fee.Payee is { } payee && held.Contains(payee))
                yield return ("transit_fees", fee.Id, "payee", payee);
        }
    }

    private static IEnumerable<string> Named(Rule rule) => ((string?[])[rule.Actor, rule.Owner]).OfType<string>();
}
