using Corridor.Model.Contracts;
using Corridor.Model.Rules;
using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Data.Packages.Validation;

/// <summary>Rules that select something, have something to say, and hit something.</summary>
internal static class RuleChecks
{
    internal static void Selectors(ValidationContext context)
    {
        for (int i = 0; i < context.System.Rules.Count; i++)
        {
            Rule rule = context.System.Rules[i];
            if (rule.Effect == RuleEffect.CapCo2)
                continue;
            if (rule is { Actor: null, Owner: null, Asset: null, Contract: null, Carrier: null, Origin: null, Destination: null, ContractKind: null, Channel: null })
                context.Report(ValidationFindings.RuleSelector, "rules", i, null, "All its criteria are empty: it would match every flow.");
            else if (MatchesNothing(context, rule) is { } why)
                context.Report(ValidationFindings.RuleWithoutMatch, "rules", i, null, why);
        }
    }

    internal static void Values(ValidationContext context)
    {
        for (int i = 0; i < context.System.Rules.Count; i++)
        {
            Rule rule = context.System.Rules[i];
            bool hasQuantity = rule.Volume is not null || rule.Rate is not null;
            (string? column, string? message) = rule.Effect switch
            {
                RuleEffect.CapCo2 when rule.Emissions is null => ("emissions", "The effect needs emissions."),
                RuleEffect.CapCo2 when hasQuantity || rule.Price is not null => (rule.Volume is not null ? "volume" : rule.Rate is not null ? "rate" : "price", "The effect has no use for a volume, rate or price: emissions say how much."),
                RuleEffect.CapCo2 when rule.Penalty is { Unit.Amount.Dimension: not Dimension.Mass } => ("penalty", "The penalty is for CO2 and must be per mass, such as EUR/t."),
                RuleEffect.CapCo2 when (rule.Actor ?? rule.Contract ?? rule.ContractKind ?? rule.Channel ?? rule.Destination) is not null => ("effect", "The effect counts supplies and converters: it has no use for actor, contract, contract_kind, channel or destination."),
                not RuleEffect.CapCo2 when rule.Emissions is not null => ("emissions", "Only cap_co2 has a use for emissions."),
                RuleEffect.CapVolume or RuleEffect.Require when !hasQuantity => ("volume", "The effect needs a volume or a rate."),
                RuleEffect.CapPrice or RuleEffect.Levy when rule.Price is null => ("price", "The effect needs a price."),
                RuleEffect.Forbid when hasQuantity => (rule.Volume is not null ? "volume" : "rate", "A rule that forbids has no use for a volume or rate."),
                RuleEffect.Forbid when rule.Price is not null => ("price", "A rule that forbids has no use for a price."),
                RuleEffect.CapVolume or RuleEffect.Require when rule.Price is not null => ("price", "The effect has no use for a price."),
                RuleEffect.CapPrice or RuleEffect.Levy when hasQuantity => (rule.Volume is not null ? "volume" : "rate", "The effect has no use for a volume or rate."),
                _ => ((string?)null, (string?)null),
            };
            if (message is not null)
                context.Report(ValidationFindings.RuleValue, "rules", i, column, message);
        }
    }

    /// <summary>Why a rule can match nothing at all; null if it may match something. Shares of ownership are not weighed: any link counts.</summary>
    private static string? MatchesNothing(ValidationContext context, Rule rule)
    {
        if (!context.Places.IsComplete("ownerships") || !context.Places.IsComplete("contracts") || !PackageSchema.AssetTables.All(context.Places.IsComplete))
            return null;
        bool selectsContracts = rule.Actor is not null || rule.Contract is not null || rule.ContractKind is not null || rule.Channel is not null || rule.Effect == RuleEffect.CapPrice;
        if (selectsContracts)
            return context.System.Contracts.Any(c => MayMatch(context, rule, c)) ? null : "No contract meets its criteria.";
        if (rule.Owner is null)
            return null;
        HashSet<string> companies = Below(context, rule.Owner);
        bool owns = PackageSchema.AssetTables.Select(PackageSchema.Table)
            .Where(t => t.Column("owner") is not null)
            .Any(t => t.RowsOf(context.System).Any(r => t.Column("owner")!.Get(r) is string owner && companies.Contains(owner) && !rule.Exempt.Contains(t.IdOf(r)!) && (rule.Asset is null || rule.Asset == t.IdOf(r))));
        return owns ? null : $"No asset is owned by '{rule.Owner}' or a company below it.";
    }

    private static bool MayMatch(ValidationContext context, Rule rule, Contract contract)
    {
        if (rule.Exempt.Contains(contract.Id) || rule.Exempt.Contains(contract.Delivery))
            return false;
        if ((rule.Contract ?? contract.Id) != contract.Id || (rule.Carrier ?? contract.Carrier) != contract.Carrier || (rule.Asset ?? contract.Delivery) != contract.Delivery)
            return false;
        if (rule.ContractKind is not null && rule.ContractKind != contract.Kind)
            return false;
        if (rule.Channel is not null && !contract.Channels.Contains(rule.Channel))
            return false;
        if (rule.Actor is null)
            return true;
        HashSet<string> companies = Below(context, rule.Actor);
        return companies.Contains(contract.Seller) || companies.Contains(contract.Buyer);
    }

    /// <summary>An actor and all companies that it holds a share of, directly or through others.</summary>
    private static HashSet<string> Below(ValidationContext context, string actor)
    {
        var companies = new HashSet<string>(StringComparer.Ordinal) { actor };
        var open = new Queue<string>([actor]);
        while (open.TryDequeue(out string? owner))
        {
            foreach (Ownership link in context.System.Ownerships)
            {
                if (link.Owner == owner && companies.Add(link.Owned))
                    open.Enqueue(link.Owned);
            }
        }

        return companies;
    }
}
