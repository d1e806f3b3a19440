using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Time;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Security;

namespace Corridor.Reporting.Summaries;

/// <summary>Says in words how a border region fared: who was served, who was not, for how many days, and what helped.</summary>
internal sealed class BorderText(EnergySystem system, Horizon horizon)
{
    private const char Tie = '\u00A0';
    private const int MostHelps = 4;
    private const int MostNeeds = 2;

    private readonly ElementNames _names = new(system);
    private readonly ZoneTree _zones = new(system);

    /// <summary>The answer, in sentences.</summary>
    public string Answer(RegionSupply region, DisplayUnit unit)
    {
        string carrier = system.Carriers.FirstOrDefault(c => c.Id == region.Carrier)?.Name?.ToLowerInvariant() ?? region.Carrier;
        string head = $"{_zones.Name(region.Zone)}, {carrier}: ";
        if (region.Sectors.Count == 0)
        {
            return head + (region.Connected
                ? "the package states no demand for this time."
                : $"no pipeline, line or route in service brings it there, and the package states no demand; nothing is served, nothing is cut off.{(region.Helped.Count > 0 ? Helped(region, unit) : "")}");
        }

        if (region.StressDays <= 0)
            return head + $"all {Amount(region.Demand, unit)} served.";
        var text = new System.Text.StringBuilder(head);
        text.Append(region.StressDays >= horizon.Days
            ? "over the whole span "
            : $"{BorderTally.Day(region.StressFrom)} to {BorderTally.LastDay(region.StressTo)} ({Days(region.StressDays)}) ");
        text.Append($"{Amount(region.StressServed, unit)} of {NumberText.Of(region.StressDemand)} served");
        if (region.Events.Count > 0)
            text.Append($"; out: {string.Join(", ", region.Events.Select(e => Name(e.Asset) + (e.Share < 1 ? $" ({NumberText.Of(100 * e.Share)} %)" : "")).Distinct().Take(2))}");
        text.Append(". ");
        text.Append(Short(region, unit));
        text.Append(Helped(region, unit));
        return text.Append(Needs(region, unit)).ToString().TrimEnd();
    }

    private string Short(RegionSupply region, DisplayUnit unit)
    {
        SectorSupply[] cut = [.. region.Sectors.Where(s => s.Short.Days > 0).OrderBy(s => s.Protected ? 0 : 1).ThenByDescending(s => s.Curtailed)];
        string whole = string.Join(", ", region.Sectors.Except(cut).Select(SectorName));
        if (cut.Length == 0)
            return region.Sectors.Any(s => s.Protected) ? "Nobody is curtailed; protected customers are served in full. " : "Nobody is curtailed. ";
        string lacks = string.Join("; ", cut.Select(s => $"{SectorName(s)} {(s.Protected ? "(protected) " : "")}lack{(s.Sector == DemandSector.Household ? "" : "s")} {Amount(s.Curtailed, unit)} on {Days(s.Short.Days)}{Worst(s)}"));
        string guarded = !cut.Any(s => s.Protected) && region.Sectors.Any(s => s.Protected) ? " Protected customers are served in full." : "";
        string periods = horizon.Step is TimeStep.Month or TimeStep.Week ? $" Days are those of whole {horizon.Step.ToString().ToLowerInvariant()}s." : "";
        return char.ToUpperInvariant(lacks[0]) + lacks[1..] + (whole.Length > 0 && guarded.Length == 0 ? $"; served in full: {whole}" : "") + "." + guarded + periods + " ";
    }

    private static string Worst(SectorSupply s) => s.Short.WorstShare > 0.999 ? ", all of it at worst" : $", {NumberText.Of(100 * s.Short.WorstShare)}{Tie}% at worst";

    private string Helped(RegionSupply region, DisplayUnit unit)
    {
        if (region.Helped.Count == 0)
            return region.Short.Days > 0 ? "Nothing helped. " : "";
        string list = string.Join("; ", region.Helped.Take(MostHelps).Select(h => h.Kind == HelpKind.Measure
            ? $"{Name(h.Id)} {Amount(h.Amount, unit)} on {Days(h.Days)} for {NumberText.Money(h.Cost)}{Tie}{unit.Price.Currency.Code} ({Level(h)}{Wait(h)})"
            : h.Kind == HelpKind.GivenUp ? $"{Name(h.Id)} gave up {Amount(h.Amount, unit)}" : $"{Name(h.Id)} {Amount(h.Amount, unit)} more than before"));
        return $"Helped: {list}{(region.Helped.Count > MostHelps ? "; …" : "")}. ";
    }

    private static string Level(RegionHelp help) => help.Measure!.Level switch
    {
        Model.Rules.CrisisLevel.EarlyWarning => "early warning",
        Model.Rules.CrisisLevel.Alert => "alert",
        _ => "emergency",
    };

    private static string Wait(RegionHelp help) => help.Measure!.LeadTime is > 0 and { } days ? $", after {Days(days)}" : "";

    private string Needs(RegionSupply region, DisplayUnit unit)
    {
        if (region.WouldHelp.Count == 0)
            return "";
        string list = string.Join(", ", region.WouldHelp.Take(MostNeeds).Select(n => $"{Name(n.Id)} ({NumberText.Of(n.Value * unit.PricePerAccount)}{Tie}{UnitText.Price(unit.Price.Symbol)}{(n.Closed ? ", closed" : "")})"));
        return $"One more unit would have been worth most from {list}.";
    }

    private static string SectorName(SectorSupply s) => s.Sector switch
    {
        DemandSector.Household => "households",
        DemandSector.DistrictHeat => "district heat",
        DemandSector.Industry => "industry",
        DemandSector.Power => "power generation",
        DemandSector.Transport => "transport",
        DemandSector.Market => "the market",
        _ => "other customers",
    };

    private static string Days(double days) => $"{(Math.Abs(days - Math.Round(days)) < 1e-9 ? NumberText.Count((long)Math.Round(days)) : NumberText.Of(days))}{Tie}{(days == 1 ? "day" : "days")}";

    // Amounts of a region are small: the unit of account (million cubic metres, thousand tonnes, GWh) reads better than that of countries.
    private static string Amount(double amount, DisplayUnit unit) => $"{NumberText.Of(amount)}{Tie}{UnitText.Of(unit.Account.Symbol)}";

    private string Name(string id) => _names.Find(id) ?? id;
}
