using System.Globalization;
using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Schema;
using Corridor.Model.Units;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Infeasibility;

namespace Corridor.Reporting.Summaries;

/// <summary>Says in the package's own words what cannot hold together.</summary>
internal sealed class InfeasibilityWords(EnergySystem system)
{
    private readonly ElementNames _names = new(system);
    private readonly IReadOnlyDictionary<string, DisplayUnit> _units = DisplayUnit.Of(system);

    /// <summary>The report as a summary.</summary>
    public InfeasibilitySummary Of(InfeasibilityReport report) => new(
        [.. report.Conflict.Select(c => Summary(c, Statement))],
        report.Irreducible,
        report.Nodes,
        [.. report.Proposals.Select(p => new ProposalSummary([.. p.Changes.Select(c => Summary(c, Change))]))]);

    private LimitSummary Summary(LimitStatement limit, Func<LimitStatement, string, string> text)
    {
        (double? amount, string unit) = Quantity(limit);
        string quantity = amount is { } value ? $"{NumberText.Of(value)}\u00A0{UnitText.Of(unit)}" : "";
        return new LimitSummary(
            SnakeCase.From(limit.Kind.ToString()), limit.Element, limit.Table, limit.Column, Day(limit.First), Day(limit.End), amount, unit, text(limit, quantity));
    }

    private string Statement(LimitStatement limit, string quantity)
    {
        string name = Name(limit.Element), when = When(limit), inAll = $"{quantity} in all, {when}";
        return limit.Kind switch
        {
            LimitKind.SupplyMinimum => $"the supply {name} gives at least {inAll}",
            LimitKind.ConverterMinimum => $"the converter {name} runs at least {inAll}",
            LimitKind.ContractMinimum => $"the contract {name} takes at least {inAll}",
            LimitKind.StorageLeast => $"the storage {name} holds at least {quantity}, {when}",
            LimitKind.StorageLast => $"the storage {name} holds at least {quantity} at the end",
            LimitKind.RuleRequirement => $"the rule {name} requires {inAll}",
            LimitKind.RuleLimit => $"the rule {name} allows at most {inAll}",
            LimitKind.ContractMaximum => limit.Amount > 0 ? $"the contract {name} delivers at most {inAll}" : $"the contract {name} delivers nothing, {when}",
            LimitKind.ContractAnnualMaximum => $"the contract {name} delivers at most {inAll} (its annual maximum)",
            LimitKind.Channel => $"the payment channel {name} settles at most {inAll}",
            LimitKind.Route => limit.Amount > 0 ? $"the route {name} carries at most {inAll}" : $"the route {name} carries nothing, {when}",
            LimitKind.ContractOnly => $"the route {name} carries only what contracts deliver, {when}",
            LimitKind.Fleet => $"the fleet {name} has no more vehicles, {when}",
            LimitKind.SupplyMaximum => limit.Amount > 0 ? $"the supply {name} gives at most {inAll}" : $"the supply {name} gives nothing, {when}",
            LimitKind.SupplyAnnual => $"the supply {name} gives at most {inAll} (its annual limit)",
            LimitKind.ConverterMaximum => $"the converter {name} runs at most {inAll}",
            LimitKind.ConverterAnnual => $"the converter {name} runs at most {inAll} (its annual limit)",
            LimitKind.StorageMost => $"the storage {name} holds at most {quantity}, {when}",
            LimitKind.StorageFirst => $"the storage {name} begins with {quantity}",
            LimitKind.StorageRate => $"the storage {name} {(limit.Column == "max_injection" ? "takes" : "gives")} at most {inAll}",
            LimitKind.Measure => $"the measure {name} gives at most {inAll}",
            LimitKind.Demand => $"the customers {name} take at most {inAll}",
            LimitKind.FirmDemand => $"the customers {name} cannot be curtailed and need {inAll}",
            LimitKind.CapacityLeast => $"the capacity chosen of {name} is at least {quantity} a day",
            LimitKind.CapacityMost => $"the capacity chosen of {name} is at most {quantity} a day",
            LimitKind.AngleLimit => $"the angles at the ends of the line {name} stay within their limit, {when}",
            _ => $"the flow of the line {name} follows the voltage angles, {when}",
        };
    }

    private string Change(LimitStatement change, string quantity)
    {
        string name = Name(change.Element), when = When(change);
        return change.Kind switch
        {
            LimitKind.SupplyMinimum => $"lower the least output of the supply {name} by {quantity}, {when}",
            LimitKind.ConverterMinimum => $"lower the least load of the converter {name} by {quantity}, {when}",
            LimitKind.ContractMinimum => $"lower the minimum of the contract {name} by {quantity}, {when}",
            LimitKind.StorageLeast => $"lower the least level of the storage {name} by {quantity}, {when}",
            LimitKind.StorageLast => $"lower the last level of the storage {name} by {quantity}",
            LimitKind.RuleRequirement => $"lower what the rule {name} requires by {quantity}, {when}",
            LimitKind.RuleLimit => $"allow {quantity} more under the rule {name}, {when}",
            LimitKind.ContractMaximum => $"allow the contract {name} to deliver {quantity} more, {when}",
            LimitKind.ContractAnnualMaximum => $"raise the annual maximum of the contract {name} by {quantity}, {when}",
            LimitKind.Channel => $"let the payment channel {name} settle {quantity} more, {when}",
            LimitKind.Route => $"let the route {name} carry {quantity} more, {when}",
            LimitKind.SupplyMaximum or LimitKind.SupplyAnnual => $"let the supply {name} give {quantity} more, {when}",
            LimitKind.ConverterMaximum or LimitKind.ConverterAnnual => $"let the converter {name} run {quantity} more, {when}",
            LimitKind.StorageMost => $"let the storage {name} hold {quantity} more, {when}",
            LimitKind.StorageRate => $"let the storage {name} {(change.Column == "max_injection" ? "take" : "give")} {quantity} more, {when}",
            LimitKind.Measure => $"let the measure {name} give {quantity} more, {when}",
            LimitKind.FirmDemand => $"curtail the customers {name} by {quantity}, {when}",
            LimitKind.CapacityLeast => $"lower the least capacity of {name} by {quantity} a day",
            LimitKind.CapacityMost => $"let the capacity of {name} be {quantity} a day greater",
            _ => $"let the customers {name} take {quantity} more, {when}",
        };
    }

    private (double? Amount, string Unit) Quantity(LimitStatement limit)
    {
        switch (limit.Quantity)
        {
            case QuantityKind.Carrier when _units.TryGetValue(limit.Of, out DisplayUnit? unit):
                return Readable(limit.Amount, unit);
            case QuantityKind.Activity when system.Converters.FirstOrDefault(c => c.Id == limit.Of) is { } converter
                && Currency.TryParse(system.Description.Currency, out Currency currency, out _):
                return Readable(limit.Amount, DisplayUnit.For(converter.ReferenceUnit, currency));
            case QuantityKind.Tonnes:
                return (limit.Amount, "t");
            case QuantityKind.Money:
                return (limit.Amount, system.Description.Currency);
            default:
                return (null, "");
        }
    }

    /// <summary>In the display unit; what is small there, in the unit of account.</summary>
    private static (double Amount, string Unit) Readable(double amount, DisplayUnit unit) =>
        Math.Abs(amount * unit.AmountPerAccount) >= 1 ? (amount * unit.AmountPerAccount, unit.Amount.Symbol) : (amount, unit.Account.Symbol);

    private string Name(string id) => _names.Find(id) is { } name ? $"{id} ({name})" : id;

    private static string When(LimitStatement limit)
    {
        DateTime last = limit.End.AddTicks(-1);
        return last.Date == limit.First.Date ? $"on {Day(limit.First)}" : $"{Day(limit.First)} to {Day(last)}";
    }

    private static string Day(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
