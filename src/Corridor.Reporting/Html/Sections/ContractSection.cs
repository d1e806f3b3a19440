using Corridor.Model.Contracts;
using Corridor.Reporting.Charts;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Compilation;

namespace Corridor.Reporting.Html.Sections;

/// <summary>Contracts with the state of their take-or-pay, and their price against the price at the place of delivery.</summary>
internal sealed class ContractSection
{
    private const int Shown = 12;
    private const double BarLength = 110;

    private readonly ReportContext _context;
    private readonly Dictionary<string, Contract> _contracts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _hubs = new(StringComparer.Ordinal);

    private ContractSection(ReportContext context)
    {
        _context = context;
        foreach (Contract contract in context.System.Contracts)
            _contracts.TryAdd(contract.Id, contract);
        foreach (Actor actor in context.System.Actors)
            _actors.TryAdd(actor.Id, actor.Name ?? actor.Id);
        CompiledNetwork network = context.Network;
        foreach (CompiledContract contract in network.Contracts)
        {
            CompiledArc arc = network.Arcs[contract.Arc];
            int node = (contract.Direction == 0 ? arc.To : arc.From).Value;
            _hubs[contract.Id] = ArcFlow.Total(context.Result.NodalPrice[node], network.Horizon) / network.Horizon.Days * context.Units[network.Nodes[node].Carrier].PricePerAccount;
        }
    }

    public static ReportSection? Create(ReportContext context)
    {
        if (context.Summary.Contracts.Count == 0)
            return null;
        ContractSummary[] paid = [.. context.Summary.Contracts.Where(c => c.Shortfall > ReportContext.Rounding * c.Acq)];
        string title = paid.Length == 0
            ? $"Contracts: all {NumberText.Count(context.Summary.Contracts.Count)} take at least what they must"
            : $"Contracts: {NumberText.Count(paid.Length)} of {NumberText.Count(context.Summary.Contracts.Count)} pay for what they do not take, {context.Name(paid[0].Id)} first";
        return new("contracts", "Contracts", title, html => new ContractSection(context).Write(html));
    }

    private void Write(HtmlWriter html)
    {
        html.Leaf("p", "Bar: what was delivered, in the frame of the annual contract quantity; the mark is the least to be taken or paid for. Price by the contract's formula; against the price at the place of delivery, both averages.", ("class", "note"));
        ContractSummary[] rows = [.. _context.Summary.Contracts.Where(c => c.Acq > 0 || c.Delivered > 0)
            .OrderByDescending(c => c.Shortfall > ReportContext.Rounding * c.Acq).ThenBy(c => _context.FindCarrier(Carrier(c))?.Kind).ThenByDescending(c => c.Acq).ThenBy(c => c.Id, StringComparer.Ordinal)];
        HtmlTable<ContractSummary> table = new HtmlTable<ContractSummary>($"Contracts, {_context.Period()}; deliveries modelled, terms from the package")
        {
            RowClass = c => c.Shortfall > ReportContext.Rounding * c.Acq ? "short" : null,
        };
        table
            .Column("Contract", false, Head)
            .Column("Taken", false, Bar)
            .Number("Delivered", c => NumberText.Of(c.Delivered, c.Acq ?? 0))
            .Number("Least", c => NumberText.Of(c.TakeOrPayMin))
            .Column("Contract quantity", true, (h, c) =>
            {
                h.Text(NumberText.Of(c.Acq));
                _context.Sources.Mark(h, "contracts", c.Id, $"terms of {_context.Name(c.Id)}");
            })
            .Text("Unit", c => ReportContext.UnitCell(c.Unit))
            .Text("State", State)
            .Number("Price", c => NumberText.Of(c.AveragePrice))
            .Number("against hub", Difference)
            .Text("a unit", c => UnitText.Price(c.PriceUnit))
            .WriteFolded(html, rows, Shown, "contracts");
    }

    private string Carrier(ContractSummary c) => _contracts.GetValueOrDefault(c.Id)?.Carrier ?? "";

    private void Head(HtmlWriter html, ContractSummary c)
    {
        html.Text(_context.Name(c.Id));
        if (_contracts.GetValueOrDefault(c.Id) is { } contract)
            html.Leaf("small", $"{_actors.GetValueOrDefault(contract.Seller, contract.Seller)} to {_actors.GetValueOrDefault(contract.Buyer, contract.Buyer)}, {_context.Carrier(contract.Carrier)}");
    }

    private static string State(ContractSummary c)
    {
        double acq = c.Acq ?? 0, delivered = c.Delivered ?? 0, least = c.TakeOrPayMin ?? 0;
        if (c.Shortfall > ReportContext.Rounding * acq)
            return $"{NumberText.Of(c.Shortfall)} paid for and not taken{(delivered >= least ? ", in one of its calendar years" : "")}";
        if (delivered <= 1e-3 * acq)
            return least > 0 ? "not taken, forbidden or replaced" : "not used";
        if (least > 0 && delivered <= least * 1.001)
            return "at its least";
        return delivered >= acq * 0.999 ? "in full" : least > 0 ? "above its least" : "in part";
    }

    private string Difference(ContractSummary c)
    {
        if (c.AveragePrice is not { } price || !_hubs.TryGetValue(c.Id, out double hub) || !double.IsFinite(hub))
            return NumberText.None;
        double difference = price - hub;
        return (difference > 0 ? "+" : "") + NumberText.Of(difference, price);
    }

    private static void Bar(HtmlWriter html, ContractSummary c)
    {
        double acq = c.Acq ?? 0, delivered = Math.Max(c.Delivered ?? 0, 0), most = Math.Max(acq, delivered);
        if (!(most > 0))
            return;
        double scale = BarLength / most;
        using (html.Open("svg", ("class", "bar"), ("viewBox", "0 0 112 14"), ("aria-hidden", "true"), ("focusable", "false")))
        {
            html.Shape("path", ("class", "fill"), ("d", $"M1 3h{SvgText.Of(delivered * scale)}v8h{SvgText.Of(-delivered * scale)}z"));
            html.Shape("path", ("class", "frame"), ("d", $"M1 3h{SvgText.Of(acq * scale)}v8h{SvgText.Of(-acq * scale)}z"));
            if (c.TakeOrPayMin > 0)
                html.Shape("path", ("class", "mark"), ("d", $"M{SvgText.Of(1 + (c.TakeOrPayMin.Value * scale))} 0v14"));
        }
    }
}
