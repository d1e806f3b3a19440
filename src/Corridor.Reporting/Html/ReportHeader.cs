using Corridor.Model.Findings;
using Corridor.Model.Provenance;
using Corridor.Model.Schema;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Html;

/// <summary>The head of a report: the question, the answer in three sentences made from the figures, and how far to trust it.</summary>
internal sealed class ReportHeader(ReportContext context)
{
    private const double GivenUpShare = 1e-3;

    private readonly RunSummary _summary = context.Summary;

    /// <summary>The question: that of the scenario, or who is supplied.</summary>
    public string Question()
    {
        string[] asked = [.. context.Report.Scenarios.Select(s => s.Question).Where(q => q.Length > 0)];
        if (asked.Length > 0)
            return string.Join(" ", asked);
        string title = context.System.Description.Title ?? context.System.Description.Name;
        return $"{title}: who is supplied, through whom, at which price {context.During()}?";
    }

    /// <summary>Writes the head.</summary>
    public void Write(HtmlWriter html)
    {
        Line(html);
        html.Leaf("h1", Question());
        using (html.Open("div", ("class", "answer"), ("id", "answer")))
        {
            foreach (string sentence in (string[])[Who(), Through(), Cost()])
            {
                if (sentence.Length > 0)
                    html.Leaf("p", sentence);
            }

            if (Assumption() is { } assumed)
                html.Leaf("p", assumed, ("class", "assumed"), ("id", "assumed"));
        }

        Badges(html);
    }

    /// <summary>The head of a page whose run gave no certified result.</summary>
    public void WriteRefusal(HtmlWriter html)
    {
        Line(html);
        html.Leaf("h1", Question());
        using (html.Open("div", ("class", "answer"), ("id", "answer")))
            html.Leaf("p", $"There is no certified result ({_summary.Status}), so no figure is shown: none could be relied on.", ("class", "bad"));
        Badges(html);
    }

    private void Line(HtmlWriter html)
    {
        using (html.Open("p", ("class", "kicker")))
        {
            html.Text($"Corridor report · {context.System.Description.Title ?? _summary.Package} · {Scenario()} · {context.Period()}");
            html.Leaf("button", "Dark or light", ("type", "button"), ("class", "theme"), ("hidden", ""));
        }
    }

    private string Scenario() => context.Report.Scenarios.Count == 0 ? "as it stands" : string.Join(" + ", context.Report.Scenarios.Select(s => s.Title));

    private void Badges(HtmlWriter html)
    {
        HorizonSummary h = _summary.Horizon;
        using (html.Open("ul", ("class", "badges")))
        {
            using (html.Open("li"))
                html.Leaf("a", _summary.Certified ? "✓ Certified" : "✗ Not certified", ("href", "#certificate"), ("class", _summary.Certified ? "good" : "bad"));
            html.Leaf("li", $"{context.Period()}, {NumberText.Count(h.Periods)} {h.Step}{(h.Periods == 1 ? "" : "s")}");
            if (_summary.Certified && DataBasis.Of(context.System).Words() is { } words)
                html.Leaf("li", "Certified is the arithmetic; " + words);
            html.Leaf("li", $"Money in {_summary.Currency} of the year");
            using (html.Open("li"))
                html.Leaf("a", Warnings(), ("href", "#findings"));
        }
    }

    private string Warnings() => context.Report.Findings.Items.Count(f => f.Severity == Severity.Warning) switch
    {
        0 => "No warnings",
        1 => "1 warning",
        int n => $"{NumberText.Count(n)} warnings",
    };

    /// <summary>
    /// What the answer rests on where supplies or demands are for the most part assumptions, as in packages made of maps of pipelines,
    /// which say where lines lie and not who uses what at which cost. Null where both are mostly known.
    /// </summary>
    private string? Assumption()
    {
        (string Name, IReadOnlyCollection<Row> Rows)[] tables = [("supplies", context.System.Supplies), ("demands", context.System.Demands)];
        (string Name, int All, int Assumed)[] counts = [.. tables.Select(t => (t.Name, t.Rows.Count, t.Rows.Count(r => r.Basis == Basis.Assumed)))];
        (string Name, int All, int Assumed)[] mostly = [.. counts.Where(c => c.Assumed > 0 && 2 * c.Assumed >= c.All)];
        if (mostly.Length == 0)
            return null;
        IEnumerable<string> parts = mostly.Select(c => c.All == 1 ? $"the only row of {c.Name}" : c.Assumed == c.All ? $"all {NumberText.Count(c.All)} {c.Name}" : $"{NumberText.Count(c.Assumed)} of {NumberText.Count(c.All)} {c.Name}");
        return $"This rests on assumptions: {string.Join(" and ", parts)} are marked as assumed, not measured or reported. It shows what the network could do with them, not what happened.";
    }

    /// <summary>Who is supplied and who is short.</summary>
    private string Who()
    {
        string givenUp = GivenUp();
        if (_summary.Shortages.Count == 0)
            return $"All demand is served {context.During()}{(givenUp.Length == 0 ? "" : ", but for what buyers give up for its price: " + givenUp)}.";
        ShortageSummary s = _summary.Shortages[0];
        string guarded = s.CurtailedProtected > 0 ? $", of it {NumberText.Of(s.CurtailedProtected)} of protected customers" : "";
        string others = _summary.Shortages.Count switch
        {
            1 => "; nobody else goes short",
            2 => $"; {context.Zones.Name(_summary.Shortages[1].Zone)} goes short as well",
            int n => $"; {n - 1} more go short",
        };
        string when = ReportContext.During(s.First, s.Last);
        return $"{context.Zones.Title(s.Zone)} lacks {NumberText.Of(s.Curtailed)} of {ReportContext.Amount(s.Demand, s.Unit)} of {context.Carrier(s.Carrier)}{guarded}{(guarded.Length > 0 ? "," : "")} {when}{others}.";
    }

    private string GivenUp() => string.Join(", ", _summary.Countries.GroupBy(b => b.Carrier)
        .Select(g => (Carrier: g.Key, g.First().Unit, GivenUp: g.Sum(b => b.GivenUp ?? 0), Demand: g.Sum(b => b.Demand ?? 0)))
        .Where(g => g.GivenUp > GivenUpShare * g.Demand)
        .Select(g => $"{NumberText.Of(g.GivenUp)} of {ReportContext.Amount(g.Demand, g.Unit)} of {context.Carrier(g.Carrier)}"));

    /// <summary>Through whom, and what binds.</summary>
    private string Through()
    {
        if (_summary.Shortages.Count > 0)
            return Limits(_summary.Shortages[0]);
        string? carrier = MainCarrier();
        ImportSummary? largest = _summary.CountryImports.Where(i => i.Carrier == carrier).OrderByDescending(i => i.Amount).FirstOrDefault();
        string flow = largest is null ? "" : $"{context.Zones.Title(largest.Zone)} takes {ReportContext.Amount(largest.Amount, largest.Unit)} of {context.Carrier(largest.Carrier)} from {context.Zones.Name(largest.Origin)}, the largest flow of it between neighbours";
        BottleneckSummary? bottleneck = _summary.Bottlenecks.FirstOrDefault(b => b.Carrier == carrier);
        string binds = bottleneck is null
            ? "no line holds it back"
            : $"the limit that is worth most is {context.Name(bottleneck.Id)}, where one more unit would have saved {ReportContext.Amount(bottleneck.ShadowValue, bottleneck.PriceUnit)} on average";
        return flow.Length == 0 ? (bottleneck is null ? "" : char.ToUpperInvariant(binds[0]) + binds[1..] + ".") : $"{flow}; {binds}.";
    }

    /// <summary>What holds a shortage back, what it is worth, and what helped.</summary>
    private string Limits(ShortageSummary shortage)
    {
        string text = shortage.Limits.Count == 0 ? "No single limit explains it" : $"At its limit there: {string.Join(", ", shortage.Limits.Take(3).Select(context.Name))}";
        if (shortage.Limits.Count > 0 && _summary.Bottlenecks.FirstOrDefault(b => b.Id == shortage.Limits[0]) is { } worth)
            text += $", where one more unit would have saved {ReportContext.Amount(worth.ShadowValue, worth.PriceUnit)} on average";
        BorderHelpSummary[] helped = [.. _summary.BorderRegionHelp.Where(h => h.Helped && h.Zone == shortage.Zone && h.Carrier == shortage.Carrier && h.Amount > 0).OrderByDescending(h => h.Amount).Take(2)];
        return text + (helped.Length == 0 ? "." : $"; helped by {string.Join(" and ", helped.Select(h => $"{context.Name(h.Id)}, {ReportContext.Amount(h.Amount, h.Unit)}"))}.");
    }

    /// <summary>What it costs.</summary>
    private string Cost()
    {
        ObjectiveSummary? p = _summary.ObjectiveParts;
        if (p is null || _summary.Objective is not { } total)
            return "";
        (string Name, double Value)[] parts = [("supply", p.Supply), ("transport", p.Transport), ("conversion", p.Conversion), ("CO2", p.Co2), ("demand not served", p.Curtailment), ("demand given up", p.GivenUp), ("penalties", p.Penalties), ("capacities", p.Capacities)];
        (string Name, double Value)[] large = [.. parts.Where(x => x.Value > 0.02 * Math.Abs(total)).OrderByDescending(x => x.Value).Take(3)];
        string of = large.Length == 0 ? "" : $" ({string.Join(", ", large.Select(x => $"{x.Name} {NumberText.Money(x.Value)}"))})";
        string carrier = MainCarrier() ?? "";
        BalanceSummary[] consumers = [.. _summary.Countries.Where(b => b.Carrier == carrier && b.Demand > 0 && b.AveragePrice is not null).OrderByDescending(b => b.Demand).Take(3)];
        string price = consumers.Length == 0
            ? ""
            : $"; one more unit of {context.Carrier(carrier)} costs, on average over demand, {string.Join(", ", consumers.Select(b => $"{NumberText.Of(b.AveragePrice)} in {context.Zones.Name(b.Zone)}"))} ({UnitText.Of(consumers[0].PriceUnit)})";
        return $"The system costs {NumberText.Money(total)}\u00A0{_summary.Currency}{of}{price}.";
    }

    /// <summary>The carrier to speak of: gas where the package has trade in it, otherwise the one whose trade is worth most.</summary>
    private string? MainCarrier() => _summary.CountryImports
        .Where(i => i.Amount > 0)
        .GroupBy(i => i.Carrier)
        .OrderByDescending(g => context.FindCarrier(g.Key)?.Kind == Model.Network.CarrierKind.Gas)
        .ThenByDescending(g => g.Sum(i => (i.Amount ?? 0) * (_summary.Countries.FirstOrDefault(b => b.Zone == i.Zone && b.Carrier == i.Carrier)?.AveragePrice ?? 0)))
        .FirstOrDefault()?.Key ?? _summary.Countries.FirstOrDefault(b => b.Demand > 0)?.Carrier;
}
