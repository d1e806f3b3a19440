using System.Globalization;
using Corridor.Model.Contracts;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Data.Packages.Validation;

/// <summary>Quantities, prices and channels of contracts.</summary>
internal static class ContractChecks
{
    private const double DaysOfYear = 365;

    internal static void Deliveries(ValidationContext context)
    {
        for (int i = 0; i < context.System.Contracts.Count; i++)
        {
            Contract contract = context.System.Contracts[i];
            if (context.FindArc(contract.Delivery) is { } arc && context.CarrierOfNode(arc.To) is { } carrier && carrier != contract.Carrier && context.Ids("carriers").ContainsKey(contract.Carrier))
                context.Report(ValidationFindings.ContractCarrier, "contracts", i, "delivery", $"The contract is for {contract.Carrier}, but '{contract.Delivery}' carries {carrier}.");
        }
    }

    internal static void Quantities(ValidationContext context)
    {
        for (int i = 0; i < context.System.Contracts.Count; i++)
        {
            Contract contract = context.System.Contracts[i];
            if (contract.Dcq is not { } dcq || context.BasisOf(contract.Carrier) is not { } basis || !basis.TryToAccount(dcq, out double largest, out _))
                continue;
            if (contract.MinDaily is { } minimum && basis.TryToAccount(minimum, out double least, out _) && least > largest)
                context.Report(ValidationFindings.ContractMinimum, "contracts", i, "min_daily", $"min_daily, {minimum}, is above dcq, {dcq}.");
            if (contract.TakeOrPay is { } share && basis.TryToAccount(contract.Acq, out double year, out _) && largest * DaysOfYear < year * share * (1 - 1e-9))
            {
                string message = string.Create(CultureInfo.InvariantCulture, $"365 days at dcq, {dcq}, are {largest * DaysOfYear:G6} {basis.AccountUnit}; {year * share:G6} must be taken in a year.");
                context.Report(ValidationFindings.ContractDaily, "contracts", i, "dcq", message);
            }
        }
    }

    internal static void Prices(ValidationContext context)
    {
        for (int i = 0; i < context.System.Contracts.Count; i++)
        {
            Contract contract = context.System.Contracts[i];
            if (contract is { Price: null, PriceFormula: null })
                context.Report(ValidationFindings.ContractPrice, "contracts", i, null, "It has neither price nor price_formula: its deliveries are free.");
            else if (contract is { Price: not null, PriceFormula: not null })
                context.Report(ValidationFindings.ContractPrice, "contracts", i, "price", "It has a price and a price_formula; the price has no effect.");
        }
    }

    internal static void Channels(ValidationContext context)
    {
        for (int i = 0; i < context.System.Contracts.Count; i++)
        {
            Contract contract = context.System.Contracts[i];
            PaymentChannel?[] channels = [.. contract.Channels.Select(id => context.Find<PaymentChannel>("payment_channels", id))];
            if (channels.Length > 0 && channels.All(c => c is not null && IsClosed(context, c, contract)))
                context.Report(ValidationFindings.ClosedChannel, "contracts", i, "channels", $"All its payment channels are out of service from {Day(contract.Start)} to {Day(contract.End)}: {string.Join(", ", contract.Channels)}.");
        }
    }

    private static bool IsClosed(ValidationContext context, PaymentChannel channel, Contract contract)
    {
        if (context.System.DatedValues.Any(v => v.Table == "payment_channels" && v.Subject == channel.Id && v.Column is "status" or "start" or "end"))
            return false;
        return channel.Status != AssetStatus.Operating || channel.End <= contract.Start || channel.Start >= contract.End;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
