using Corridor.Model;
using Corridor.Model.Time;
using Corridor.Reporting.Summaries;
using Corridor.Studies.Explanation;

namespace Corridor.Reporting.Terminal;

/// <summary>Why a route carries what it carries, on the screen.</summary>
public static class FlowView
{
    /// <summary>Writes an explanation.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="flow">The explanation.</param>
    /// <param name="system">The package, for names and sources.</param>
    /// <param name="horizon">The horizon of the run.</param>
    public static void Write(Screen screen, FlowExplanation flow, EnergySystem system, Horizon horizon)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(flow);
        var names = new ExplanationNames(system, horizon);
        string carrier = names.CarrierOfNode(flow.From);
        DisplayUnit unit = names.Units[carrier];
        double days = horizon.Periods[flow.Period].Days;
        double used = IsNothing(flow) ? 0 : flow.Flow;
        string rate = double.IsFinite(flow.Capacity) ? $"{NumberText.Of(used)} of {names.Rate(flow.Capacity, carrier)}" : names.Rate(used, carrier);
        screen.Write(
            $"{names.Of(flow.Route)} ({flow.Route}), {names.Period(flow.Period)}: {rate} ({NumberText.Of(used * days * unit.AmountPerAccount)}\u00A0{UnitText.Of(unit.Amount.Symbol)} in the period)",
            TextStyle.Heading, 2);
        screen.Write($"From {names.Of(flow.From)} to {names.Of(flow.To)}{(flow.Backward ? ", against its usual direction" : "")}.");
        screen.Write(Sentence(flow, names, unit), flow.Reason is FlowReason.Full or FlowReason.Closed ? TextStyle.Caution : TextStyle.Plain, 2);
        screen.Line();
        TextTable table = new TextTable().Number(UnitText.Price(unit.Price.Symbol)).Text("what", 58).Text("table and row", 30).Text("");
        double factor = unit.PricePerAccount, size = Math.Max(Math.Abs(flow.PriceFrom), Math.Abs(flow.PriceTo)) * factor;
        table.Row(NumberText.Of(flow.PriceFrom * factor), $"price at {names.Of(flow.From)}", $"nodes {flow.From}", "");
        foreach (PriceLine line in flow.Lines.Where(l => l.Kind != PriceLineKind.Rounding))
            table.Row(NumberText.Of(line.Amount * factor, size), PriceWords.Of(line, names.Of(line.Element)), $"{line.Table} {line.Element}", names.Cite(line.Table, line.Element, line.Column));
        table.Row(TextStyle.Heading, NumberText.Of(flow.PriceTo * factor), $"price at {names.Of(flow.To)}", $"nodes {flow.To}", "");
        table.Write(screen);
        screen.Line();
        foreach (FlowContract contract in flow.Contracts)
        {
            string most = double.IsFinite(contract.Maximum) ? $", at most {names.Rate(contract.Maximum, carrier)}" : "";
            screen.Write($"Contract {names.Of(contract.Id)}: {names.Rate(contract.Delivered, carrier)}; at least {names.Rate(contract.Minimum, carrier)}{most}.", indent: 2);
        }

        if (flow.Spot is { } spot)
            screen.Write($"Outside contracts: {names.Rate(spot < 1e-5 * flow.Flow ? 0 : spot, carrier)}.");
        foreach (FlowLimit limit in flow.Limits)
        {
            string allowed = double.IsFinite(limit.Rate) ? $": {names.Rate(limit.Rate, carrier)}" : "";
            screen.Write($"Limit: {limit.Table} {limit.Element} {limit.Column}{allowed} {names.Cite(limit.Table, limit.Element, limit.Column)}".TrimEnd(), TextStyle.Quiet, 2);
        }

        names.WriteSources(screen);
    }

    private static bool IsNothing(FlowExplanation flow) => flow.Flow <= 1e-6 * (double.IsFinite(flow.Capacity) ? Math.Max(1, flow.Capacity) : 1);

    private static string Sentence(FlowExplanation flow, ExplanationNames names, DisplayUnit unit)
    {
        string Money(double amount) => $"{NumberText.Of(Math.Abs(amount) * unit.PricePerAccount)}\u00A0{UnitText.Of(unit.Price.Symbol)}";
        string cause = flow.Cause is { } line ? PriceWords.Of(line, names.Of(line.Element)) : "";
        string to = names.Of(flow.To);
        return flow.Reason switch
        {
            FlowReason.Closed => "It carries nothing: it has no capacity in this period. It would carry more only if it were in service and allowed.",
            FlowReason.Full when flow.Rent > 1e-5 * Math.Max(Math.Abs(flow.PriceFrom), Math.Abs(flow.PriceTo)) => $"It is full. One more unit of its capacity would save {Money(flow.Rent)}: the prices at its ends differ by that much more than carriage costs.",
            FlowReason.Full => "It is full, but more capacity would save nothing: the prices at its ends differ by what carriage costs.",
            FlowReason.ContractMaximum => $"It carries what its contracts allow: {cause}, worth {Money(flow.Cause!.Amount)}. A larger contract quantity would bring more.",
            FlowReason.ContractMinimum => $"It carries what contracts oblige to take: {cause}, worth {Money(flow.Cause!.Amount)}. Without the obligation it would carry less.",
            FlowReason.NotWorthwhile => $"It is not used: carriage costs {Money(flow.Cause!.Amount)} more than the difference of prices. It would be used if the price at {to} rose by that much, or carriage became as much cheaper.",
            FlowReason.Held => $"It is held where it is: {cause}, worth {Money(flow.Cause!.Amount)}.",
            _ => $"It is not full, and more would not pay: the price at {to} exceeds that at {names.Of(flow.From)} by what carriage costs. A higher price at {to}, or cheaper carriage, would bring more.",
        };
    }
}
