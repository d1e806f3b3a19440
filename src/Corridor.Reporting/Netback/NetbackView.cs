using System.Globalization;
using Corridor.Model;
using Corridor.Model.Schema;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Netback;

namespace Corridor.Reporting.Netback;

/// <summary>A netback on one screen: the seller's chain, the hubs, gains at given prices, the answer.</summary>
public static class NetbackView
{
    private const char Tie = '\u00A0';

    /// <summary>Writes it.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="result">A netback.</param>
    /// <param name="system">The package, for names.</param>
    public static void Write(Screen screen, NetbackResult result, EnergySystem system)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(system);
        var names = new ElementNames(system);
        string Name(string id) =>
            names.Find(id) ?? system.TransitFees.FirstOrDefault(f => f.Id == id)?.Name ?? system.Projects.FirstOrDefault(p => p.Id == id)?.Name ?? system.PriceIndices.FirstOrDefault(p => p.Id == id)?.Name ?? id;
        screen.Write($"Netback of {Name(result.Route)}, delivered at {Name(result.Delivery)}, {Day(result.From)} to {Day(result.To)} (not included)", TextStyle.Heading);
        string mmbtu = result.PerMmbtu is { } per ? $"; 1{Tie}USD/MMBtu is {NumberText.Of(per)}" : "";
        screen.Write($"{UnitText.Of(result.Unit)}{mmbtu}. {NumberText.Of(result.AnnualVolume)}{Tie}{UnitText.Of(result.VolumeUnit)} a year at a load of {NumberText.Of(100 * result.LoadFactor)}{Tie}%; discount rate {NumberText.Of(100 * result.DiscountRate)}{Tie}% a year, operation of new lines {NumberText.Of(100 * result.OperatingShare)}{Tie}% of the investment a year.", indent: 2);
        screen.Line();
        Chain(screen, result, Name);
        screen.Line();
        Hubs(screen, result);
        foreach (HubCase hub in result.Cases.Where(c => c.Name is "window" or "given"))
            Ways(screen, result, hub, Name);
        Gains(screen, result);
        if (result.NodalPrice is { } with)
        {
            string other = result.NodalPriceWithout is { } without ? $"; without the route {NumberText.Of(without)}, so that it lowers the price by {NumberText.Of(without - with)}" : "";
            screen.Line();
            screen.Write($"Nodal price at the delivery in the run: {NumberText.Of(with)}{other}.", indent: 2);
        }

        foreach (string note in result.Notes)
            screen.Write(note, TextStyle.Quiet, 2);
        screen.Line();
        screen.Write(NetbackText.Answer(result), TextStyle.Good, 2);
    }

    private static void Chain(Screen screen, NetbackResult result, Func<string, string> name)
    {
        TextTable table = new TextTable().Text("Seller's cost", 52).Text("", 20).Number(UnitText.Price(result.Unit)).Text("source", 22);
        foreach (NetbackStep step in result.Chain)
            table.Row(" " + name(step.Id), What(step.Kind), NumberText.Of(step.Amount, result.SellerCost), (step.Assumed ? "assumed " : "") + (step.Source ?? ""));
        table.Row(TextStyle.Heading, "at the delivery", "", NumberText.Of(result.SellerCost), result.PerMmbtu is { } per ? $"{NumberText.Of(result.SellerCost / per)}{Tie}USD/MMBtu" : "");
        table.Write(screen);
    }

    private static void Hubs(Screen screen, NetbackResult result)
    {
        TextTable table = new TextTable().Text("Hub").Text("level").Number("price").Text("").Number("at the field").Number("seller's floor").Number("buyer's ceiling").Text("both gain");
        foreach (HubCase c in result.Cases)
        {
            string range = c.OpportunityRange is { } o ? $"{NumberText.Of(o.Floor)}–{NumberText.Of(o.Ceiling)}" : c.CostRange is { } r ? $"({NumberText.Of(r.Floor)}–{NumberText.Of(r.Ceiling)})" : "none";
            table.Row(
                NetbackText.Hub(c.Index), c.Name, NumberText.Of(c.Level), UnitText.Price(c.LevelUnit), NumberText.Of(c.Alternative?.Value) + (c.Alternative is { Open: false } ? "*" : c.Alternative?.Capacity < result.AnnualVolume ? "†" : ""),
                NumberText.Of(c.SellerFloor), NumberText.Of(c.Replacement?.Value), range);
        }

        table.Write(screen);
        screen.Write(" at the field: hub price less the seller's way there; * by a way that is closed in the window, † by one too small for the volume: neither raises the floor. (…): by cost alone.", TextStyle.Quiet, 1);
        foreach (IGrouping<string, HubCase> hub in result.Cases.Where(c => c.Name != "given").GroupBy(c => c.Index))
            screen.Write($" {NetbackText.Hub(hub.Key)}: {string.Join("; ", hub.Select(c => $"{c.Name}, {c.Origin}"))}.", TextStyle.Quiet, 1);
    }

    private static void Ways(Screen screen, NetbackResult result, HubCase hub, Func<string, string> name)
    {
        if (hub.Alternative is { } other)
        {
            string shut = other.Open ? other.Capacity < result.AnnualVolume ? $" It takes {NumberText.Of(other.Capacity)} of {NumberText.Of(result.AnnualVolume)}{Tie}{UnitText.Of(result.VolumeUnit)} a year." : "" : $" Closed in the window: {string.Join(", ", other.Closed.Concat(other.Forbidden).Select(name).Take(4))}{(other.Closed.Count + other.Forbidden.Count > 4 ? ", …" : "")}.";
            screen.Write($"Seller's other outlet at {NetbackText.Hub(hub.Index)} {NumberText.Of(hub.Level)}: {Sum(other)} = {NumberText.Of(other.Value)} at the field.{shut}", indent: 2);
        }
        else
        {
            screen.Write($"Seller's other outlet at {NetbackText.Hub(hub.Index)}: no way leads there from the field.", indent: 2);
        }

        if (hub.Replacement is { } ceiling)
            screen.Write($"Buyer's replacement at {NetbackText.Hub(hub.Index)} {NumberText.Of(hub.Level)}: {Sum(ceiling)} = {NumberText.Of(ceiling.Value)} at the delivery.", indent: 2);
    }

    /// <summary>A path by kinds of steps, largest first after the hub.</summary>
    private static string Sum(NetbackPath path)
    {
        double total = Math.Abs(path.Steps[0].Amount);
        return string.Join(" ", path.Steps.GroupBy(s => s.Kind).Select(g => (Kind: g.Key, Amount: g.Sum(s => s.Amount)))
            .Where(g => Math.Abs(g.Amount) > 5e-4 * total)
            .Select((g, i) => i == 0 ? $"{What(g.Kind)}{Tie}{NumberText.Of(g.Amount)}" : $"{(g.Amount < 0 ? "−" : "+")} {What(g.Kind)}{Tie}{NumberText.Of(Math.Abs(g.Amount))}"));
    }

    private static void Gains(Screen screen, NetbackResult result)
    {
        if (!result.Cases.Any(c => c.Gains.Count > 0))
            return;
        screen.Line();
        TextTable table = new TextTable().Text("Gain a year, billion").Number("contract price").Number("seller over cost").Number("seller over floor").Number("buyer");
        foreach (HubCase c in result.Cases.Where(c => c.Name is "window" or "given"))
        {
            foreach (PriceGain g in c.Gains)
                table.Row($"{NetbackText.Hub(c.Index)} {NumberText.Of(c.Level)}", NumberText.Of(g.Price), NumberText.Of(g.SellerOverCost / 1e9), NumberText.Of(g.SellerOverFloor / 1e9), NumberText.Of(g.Buyer / 1e9));
        }

        table.Write(screen);
    }

    private static string What(NetbackStepKind kind) => kind switch
    {
        NetbackStepKind.Capital => "investment",
        NetbackStepKind.Loss => "fuel and losses",
        NetbackStepKind.Conversion => "LNG plants",
        _ => SnakeCase.From(kind.ToString()).Replace('_', ' '),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
