using Corridor.Model.Contracts;
using Corridor.Model.Rules;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Html.Sections;

/// <summary>Laws, caps and payment channels: what binds, what relaxing it would save, by which legal source.</summary>
internal sealed class RuleSection
{
    private const int Shown = 12;

    private readonly ReportContext _context;
    private readonly Dictionary<string, Rule> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PaymentChannel> _channels = new(StringComparer.Ordinal);

    private RuleSection(ReportContext context)
    {
        _context = context;
        foreach (Rule rule in context.System.Rules)
            _rules.TryAdd(rule.Id, rule);
        foreach (PaymentChannel channel in context.System.PaymentChannels)
            _channels.TryAdd(channel.Id, channel);
    }

    public static ReportSection? Create(ReportContext context)
    {
        RunSummary s = context.Summary;
        if (s.Rules.Count + s.Channels.Count == 0)
            return null;
        int binding = s.Rules.Count(r => r.Binding), full = s.Channels.Count(AtLimit);
        string channels = s.Channels.Count == 0 ? "" : full == 0 ? "; no payment channel is full" : $"; {full} of {s.Channels.Count} payment channels are full or closed";
        return new("rules", "Rules and channels", $"{binding} of {s.Rules.Count} rules change the result{channels}", html => new RuleSection(context).Write(html));
    }

    private void Write(HtmlWriter html)
    {
        HtmlTable<RuleSummary> table = new HtmlTable<RuleSummary>($"Rules that match a flow, {_context.Period()}; law from the package, effect modelled")
            .Column("Rule", false, (h, r) =>
            {
                h.Text(_context.Name(r.Id));
                _context.Sources.Mark(h, "rules", r.Id, _context.Name(r.Id));
            })
            .Text("Law", Law)
            .Text("What it does", r => _rules.TryGetValue(r.Id, out Rule? rule) ? Effect(rule) : "")
            .Text("In force", r => _rules.TryGetValue(r.Id, out Rule? rule) ? Force(rule) : "")
            .Text("Here", r => r.Binding ? "binds" : "changes nothing")
            .Text("One unit less strict saves", Saving);
        if (_context.Summary.Rules.Any(IsViolated))
            table.Text("Violated, and paid for", r => IsViolated(r) ? ReportContext.Amount(r.Violation, r.Unit!) : "0");
        table.WriteFolded(html, [.. _context.Summary.Rules.OrderByDescending(r => r.Binding)], Shown, "rules");
        Channels(html);
    }

    private void Channels(HtmlWriter html)
    {
        string currency = _context.Summary.Currency;
        double rounding = ReportContext.Rounding * _context.Summary.Channels.Select(c => c.Used ?? 0).DefaultIfEmpty(0).Max();
        HtmlTable<ChannelSummary> table = new HtmlTable<ChannelSummary>($"Payment channels, {_context.Period()}; value settled modelled")
            .Column("Channel", false, (h, c) =>
            {
                h.Text(_context.Name(c.Id));
                _context.Sources.Mark(h, "payment_channels", c.Id, _context.Name(c.Id));
            })
            .Text("Money", c => _channels.GetValueOrDefault(c.Id)?.Currency)
            .Text("Bank", c => _context.System.Actors.FirstOrDefault(a => a.Id == _channels.GetValueOrDefault(c.Id)?.Bank)?.Name ?? _channels.GetValueOrDefault(c.Id)?.Bank)
            .Text("Messages", c => _channels.GetValueOrDefault(c.Id)?.Messaging)
            .Number($"Settles, {currency}", c => NumberText.Money(c.Used > rounding ? c.Used : 0))
            .Text($"Can settle, {currency}", c => c.Capacity is null ? "no limit" : NumberText.Money(c.Capacity))
            .Text("State", c => c.Capacity <= 0 ? "closed" : AtLimit(c) ? "full" : c.Used > rounding ? "open" : "open, not used");
        if (_context.Summary.Channels.Any(c => c.ShadowValue > ReportContext.Rounding))
            table.Text("One more unit of money saves", c => NumberText.Of(c.ShadowValue > ReportContext.Rounding ? c.ShadowValue : 0) + "\u00A0" + currency);
        table.Write(html, [.. _context.Summary.Channels.OrderByDescending(AtLimit).ThenByDescending(c => c.Used)]);
    }

    private static bool IsViolated(RuleSummary r) => r is { Binding: true, Violation: > 0, Unit: not null };

    private static bool AtLimit(ChannelSummary c) => c.Capacity is { } capacity && (capacity <= 0 || c.Used >= 0.999 * capacity);

    private string Law(RuleSummary r) => _rules.TryGetValue(r.Id, out Rule? rule) ? string.Join(": ", new[] { rule.Authority, rule.Legal }.OfType<string>()) : "";

    private static string Saving(RuleSummary r) => r is { ShadowValue: > 0, PriceUnit: not null, Binding: true } ? ReportContext.Amount(r.ShadowValue, r.PriceUnit) : NumberText.None;

    private string Effect(Rule rule)
    {
        string limit = rule.Volume is { } volume ? $"{NumberText.Of(volume.Value)}\u00A0{UnitText.Of(volume.Unit.Symbol)} a year"
            : rule.Rate is { } rate ? $"{NumberText.Of(rate.Value)}\u00A0{UnitText.Of(rate.Unit.Symbol)}"
            : rule.Price is { } price ? $"{NumberText.Of(price.Value)}\u00A0{UnitText.Of(price.Unit.Symbol)}" : "";
        string verb = rule.Effect switch
        {
            RuleEffect.Forbid => "forbids",
            RuleEffect.CapVolume => $"at most {limit} of",
            RuleEffect.CapPrice => $"price at most {limit} for",
            RuleEffect.Levy => $"{limit} to be paid for",
            RuleEffect.Require => $"at least {limit} of",
            RuleEffect.CapCo2 => $"at most {NumberText.Of(rule.Emissions ?? 0)}\u00A0t of CO₂ a year from",
            _ => throw new ArgumentException($"Unknown effect {rule.Effect}.", nameof(rule)),
        };
        return $"{verb} {Selected(rule)}";
    }

    private string Selected(Rule rule)
    {
        var words = new List<string>();
        if (rule.ContractKind is not null)
            words.Add(rule.ContractKind.Replace('_', '-') + " contracts");
        words.Add(rule.Carrier is null ? (words.Count > 0 ? "" : rule.Effect == RuleEffect.CapCo2 ? "all supplies and converters" : "all flows") : (words.Count == 0 ? "" : "of ") + _context.Carrier(rule.Carrier));
        if (rule.Origin is not null)
            words.Add("from " + _context.Zones.Name(rule.Origin));
        if (rule.Destination is not null)
            words.Add("to " + _context.Zones.Name(rule.Destination));
        if (rule.Asset is not null)
            words.Add("over " + _context.Name(rule.Asset));
        if (rule.Contract is not null)
            words.Add("under " + _context.Name(rule.Contract));
        foreach (string party in new[] { rule.Actor, rule.Owner }.OfType<string>())
            words.Add("of " + (_context.System.Actors.FirstOrDefault(a => a.Id == party)?.Name ?? party));
        if (rule.Channel is not null)
            words.Add("through " + _context.Name(rule.Channel));
        string exempt = rule.Exempt.Count > 0 ? $"; {rule.Exempt.Count} exempted" : "";
        return string.Join(" ", words.Where(w => w.Length > 0)) + exempt;
    }

    private static string Force(Rule rule)
    {
        string from = ReportContext.Day(rule.WindDown ?? rule.Start);
        string wind = rule.WindDown is null ? "" : $" (issued {ReportContext.Day(rule.Start)})";
        return $"from {from}{wind}{(rule.End is { } end ? $" to {ReportContext.Day(end.AddDays(-1))}" : "")}";
    }
}
