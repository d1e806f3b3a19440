using Corridor.Model;
using Corridor.Model.Time;
using Corridor.Reporting.Summaries;
using Corridor.Studies.Explanation;

namespace Corridor.Reporting.Terminal;

/// <summary>Why a price is what it is, on the screen.</summary>
public static class PriceView
{
    private const int MostArrivals = 8;

    // A remainder below this share of the price is rounding of the solver; above it the chain does not explain it.
    private const double Shown = 1e-4;

    /// <summary>Writes an explanation.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="price">The explanation.</param>
    /// <param name="system">The package, for names and sources.</param>
    /// <param name="horizon">The horizon of the run.</param>
    public static void Write(Screen screen, PriceExplanation price, EnergySystem system, Horizon horizon)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(price);
        var names = new ExplanationNames(system, horizon);
        DisplayUnit unit = names.Units[price.Carrier];
        double factor = unit.PricePerAccount, size = Math.Abs(price.Price * factor);
        string priced = UnitText.Of(unit.Price.Symbol);
        screen.Write($"{names.Carrier(price.Carrier)} at {names.Of(price.Node)} ({price.Node}), {names.Period(price.Period)}: {NumberText.Of(price.Price * factor)}\u00A0{priced}", TextStyle.Heading);
        if (price.Links.Count == 0)
        {
            screen.Write("Nothing sets this price: no supply, demand or storage can be reached from here. It means nothing.", TextStyle.Caution);
            return;
        }

        screen.Write(Sentence(price, names), indent: 2);
        screen.Line();
        TextTable table = new TextTable().Number(UnitText.Price(unit.Price.Symbol)).Text("what", 58).Text("table and row", 30).Text("");
        foreach (PriceLink link in price.Links.Reverse())
        {
            foreach (PriceLine line in link.Lines.Where(l => l.Kind != PriceLineKind.Rounding))
                table.Row(NumberText.Of(line.Amount * factor, size), PriceWords.Of(line, names.Of(line.Element)), $"{line.Table} {line.Element}", names.Cite(line.Table, line.Element, line.Column));
        }

        if (Math.Abs(price.Remainder) > Shown * Math.Abs(price.Price))
            table.Row(NumberText.Of(price.Remainder * factor), "not explained by this chain", "", "");
        table.Row(TextStyle.Heading, NumberText.Of(price.Price * factor), $"price at {names.Of(price.Node)}", $"nodes {price.Node}", "");
        table.Write(screen);
        double share = price.Price == 0 ? 0 : Math.Abs(price.Remainder / price.Price);
        screen.Write(share <= Shown ? "The lines add up to the price." : $"The lines add up to the price but for {NumberText.Of(100 * share)} %.", share <= Shown ? TextStyle.Good : TextStyle.Caution);
        screen.Line();
        Arrivals(screen, price, names, unit);
        names.WriteSources(screen);
    }

    private static string Sentence(PriceExplanation price, ExplanationNames names)
    {
        PriceLink origin = price.Links[^1];
        string maker = names.Of(origin.Element);
        string who = (origin.Lines.Count > 0 ? origin.Lines[0].Kind : PriceLineKind.Rounding) switch
        {
            PriceLineKind.Curtailment => $"The price is made by a shortage: {maker} goes short, at the cost of curtailing it.",
            PriceLineKind.GivenUp => $"The price is made by {maker}: these customers use less at this price; one more unit would be taken from them.",
            PriceLineKind.MeasureCost => $"The price is made by the emergency measure {maker}.",
            _ => $"The price is made by {maker}: it gives a little more when a little more is needed.",
        };
        PriceLink[] moves = [.. price.Links.Where(l => l.Kind is not (PriceLinkKind.Held or PriceLinkKind.Origin)).Reverse()];
        if (moves.Length == 0)
            return who;
        bool sold = moves.Any(l => l.Kind is PriceLinkKind.Departure or PriceLinkKind.Use or PriceLinkKind.Injection);
        string way = string.Join(", ", moves.Take(8).Select(l => Move(l, names))) + (moves.Length > 8 ? ", …" : "");
        return $"{who} From there: {way}.{(sold ? " What is taken here is missing there: that sets its worth." : "")}";
    }

    private static string Move(PriceLink link, ExplanationNames names) => link.Kind switch
    {
        PriceLinkKind.Arrival => $"over {names.Of(link.Element)} to {names.Of(link.Place)}",
        PriceLinkKind.Departure => $"back along {names.Of(link.Element)} to {names.Of(link.Place)}",
        PriceLinkKind.Withdrawal => $"out of {names.Of(link.Element)} in {names.Period(link.Period)}",
        PriceLinkKind.Injection => $"kept for later in {names.Of(link.Element)}, seen from {names.Period(link.Period)}",
        PriceLinkKind.Conversion => $"through {names.Of(link.Element)} to {names.Of(link.Place)}",
        _ => $"back through {names.Of(link.Element)} to {names.Of(link.Place)}",
    };

    private static void Arrivals(Screen screen, PriceExplanation price, ExplanationNames names, DisplayUnit unit)
    {
        if (price.Arrivals.Count == 0)
            return;
        TextTable table = new TextTable().Text("What reaches it", 60).Number(UnitText.Of(unit.Account.Symbol) + " a day").Text("").Number("one more unit saves");
        foreach (PriceArrival arrival in price.Arrivals.Take(MostArrivals))
            table.Row($"{names.Of(arrival.Element)} ({arrival.Element})", NumberText.Of(arrival.Rate), arrival.Full ? "full" : "", arrival.Rent > 0 ? NumberText.Of(arrival.Rent * unit.PricePerAccount) : "0");
        table.Write(screen);
        if (price.Arrivals.Count > MostArrivals)
            screen.Write($"  and {price.Arrivals.Count - MostArrivals} more", TextStyle.Quiet);
        screen.Line();
    }
}
