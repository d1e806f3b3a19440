using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Reporting.Summaries;

/// <summary>The units in which people speak of a carrier: billion cubic metres, million tonnes, terawatt-hours.</summary>
public sealed class DisplayUnit
{
    private readonly AmountUnit _priced;
    private readonly Currency _currency;

    private DisplayUnit(AmountUnit account, AmountUnit amount, AmountUnit priced, Currency currency)
    {
        (_priced, _currency) = (priced, currency);
        Account = account;
        Amount = amount;
        Price = PriceUnit.Per(currency, priced);
        AmountPerAccount = account.Factor / amount.Factor;
        PricePerAccount = priced.Factor / account.Factor;
    }

    /// <summary>Unit of account, in which results are stated.</summary>
    public AmountUnit Account { get; }

    /// <summary>Unit of amounts over months and years; of the same dimension.</summary>
    public AmountUnit Amount { get; }

    /// <summary>Unit of prices, in the money of account.</summary>
    public PriceUnit Price { get; }

    /// <summary>Display units in one unit of account.</summary>
    public double AmountPerAccount { get; }

    /// <summary>Price in <see cref="Price"/> for a price of one unit of money per unit of account.</summary>
    public double PricePerAccount { get; }

    /// <summary>The same with amounts in another unit; prices stay as they are.</summary>
    /// <param name="amount">Unit of amounts, of the same dimension and heating value.</param>
    public DisplayUnit In(AmountUnit amount)
    {
        ArgumentNullException.ThrowIfNull(amount);
        return new DisplayUnit(Account, amount, _priced, _currency);
    }

    /// <summary>The display unit of each carrier of a system.</summary>
    /// <param name="system">The package.</param>
    /// <exception cref="ArgumentException">The package's money of account is no currency.</exception>
    public static IReadOnlyDictionary<string, DisplayUnit> Of(EnergySystem system)
    {
        if (!Currency.TryParse(system.Description.Currency, out Currency currency, out UnitProblem? problem))
            throw new ArgumentException(problem.ToString(), nameof(system));
        var units = new Dictionary<string, DisplayUnit>(StringComparer.Ordinal);
        foreach (Carrier carrier in system.Carriers)
            units[carrier.Id] = For(carrier, currency);
        return units;
    }

    /// <summary>The display unit of a carrier.</summary>
    /// <param name="carrier">The carrier.</param>
    /// <param name="currency">Money of account.</param>
    public static DisplayUnit For(Carrier carrier, Currency currency) => For(carrier.Unit, currency);

    /// <summary>The display unit of amounts in a unit of account.</summary>
    /// <param name="account">Unit of account, or of activity.</param>
    /// <param name="currency">Money of account.</param>
    public static DisplayUnit For(AmountUnit account, Currency currency)
    {
        (string amount, string priced) = account.Dimension switch
        {
            Dimension.GasVolume => ("bcm" + Reference(account), "kcm" + Reference(account)),
            Dimension.Mass => ("Mt", "t"),
            Dimension.LiquidVolume => ("MMbbl", "bbl"),
            _ => ("TWh" + Basis(account), "MWh" + Basis(account)),
        };
        return new DisplayUnit(account, AmountUnit.Parse(amount), AmountUnit.Parse(priced), currency);
    }

    private static string Reference(AmountUnit unit) => unit.Unit.Reference switch
    {
        ReferenceConditions.At0C => "@0C",
        ReferenceConditions.At15C => "@15C",
        _ => "@20C",
    };

    private static string Basis(AmountUnit unit) => unit.Basis switch
    {
        HeatingBasis.Gross => "_gross",
        HeatingBasis.Net => "_net",
        _ => "",
    };
}
