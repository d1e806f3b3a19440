using Corridor.Reporting.Terminal;
using Corridor.Studies.Netback;

namespace Corridor.Reporting.Netback;

/// <summary>The answer of a netback in sentences.</summary>
public static class NetbackText
{
    private const char Tie = '\u00A0';

    /// <summary>The range in which both sides gain, at each hub's price of the window or as given.</summary>
    /// <param name="result">A netback.</param>
    public static string Answer(NetbackResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        HubCase[] first = [.. result.Cases.Where(c => c.Name is "window" or "given")];
        if (first.Length == 0)
            return "No hub was asked for, so that no range follows.";
        string unit = UnitText.Of(result.Unit);
        return string.Join(" ", first.Select((c, i) => Sentence(result, c, i == 0 ? unit : null)))
            + $" Seller's full cost at the delivery: {NumberText.Of(result.SellerCost)}, of it {NumberText.Of(result.CapitalCost)} for lines still to be built.";
    }

    private static string Sentence(NetbackResult result, HubCase c, string? unit)
    {
        string at = $"At {Hub(c.Index)} {NumberText.Of(c.Level)}{Tie}{UnitText.Price(c.LevelUnit)}";
        string suffix = unit is null ? "" : " " + unit;
        if (c.Replacement is not { } replacement)
            return $"{at} no range follows: the hub does not reach the buyer.";
        if (c.CostRange is not { } cost)
            return $"{at} no price pays for both: the seller's cost exceeds the buyer's {NumberText.Of(replacement.Value)}{suffix}.";
        string text = $"{at} both sides gain between {NumberText.Of(cost.Floor)} and {NumberText.Of(cost.Ceiling)}{suffix}";
        if (c.OpportunityRange is null)
            return text + $", measured by the seller's cost; not if the seller can have {NumberText.Of(c.SellerFloor)} from its other outlet.";
        if (c.SellerFloor > cost.Floor * 1.0005)
            return text + $"; the seller's other outlet is worth {NumberText.Of(c.SellerFloor)} here, which leaves {NumberText.Of(c.SellerFloor)} to {NumberText.Of(cost.Ceiling)}.";
        if (c.Alternative is { } other && c.SellerFloorIfOpen is { } open && open > cost.Floor * 1.0005)
        {
            string where = other.Open
                ? $"the seller's own way there, worth {NumberText.Of(open)} here, takes only {NumberText.Of(other.Capacity)} of {NumberText.Of(result.AnnualVolume)}{Tie}{UnitText.Of(result.VolumeUnit)} a year"
                : $"the seller's way there is closed; were it open, it would be worth {NumberText.Of(open)} here";
            return text + "; " + where + (open <= cost.Ceiling ? $", and {NumberText.Of(open)} to {NumberText.Of(cost.Ceiling)} would be left." : ", and no price would pay for both.");
        }

        return text + ".";
    }

    internal static string Hub(string index) => index is "ttf" or "jkm" or "lng-japan" ? index.ToUpperInvariant().Replace('-', ' ') : index;
}
