using System.Globalization;
using System.Text;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Reporting.Archive;
using Corridor.Reporting.Exchange;
using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Terminal;

/// <summary>The summary of a certified run on one screen: the answer, who is supplied, why, and the certificate.</summary>
public sealed class SummaryView
{
    private const int CountriesPerCarrier = 4;
    private const int MostContracts = 7;
    private const int MostBottlenecks = 6;
    private const int MostBorderRegions = 6;
    private const int MostBorderAnswers = 3;
    private const int MostShortages = 4;
    private const int MostWarnings = 5;
    private const int MostLimits = 8;
    private const int MostCapacities = 8;
    private const int ZoneWidth = 15;
    private const int OriginWidth = 22;
    private const int OriginNameWidth = 15;
    private const int MostChanges = 4;
    private const double ShortShare = 1e-6;
    private const double GivenUpShare = 1e-3;
    private const char Tie = '\u00A0';

    private readonly Screen _screen;
    private readonly RunSummary _summary;
    private readonly IReadOnlyList<Finding> _findings;
    private readonly ElementNames _names;
    private readonly DataBasis _data;
    private readonly ZoneTree _zones;
    private readonly string _span;
    private readonly Dictionary<string, Carrier> _carriers = new(StringComparer.Ordinal);

    private SummaryView(Screen screen, RunSummary summary, EnergySystem system, IReadOnlyList<Finding> findings)
    {
        _findings = findings;
        _screen = screen;
        _summary = summary;
        _names = new ElementNames(system);
        _zones = new ZoneTree(system);
        _data = DataBasis.Of(system);
        _span = summary.Horizon.InWords is { } span ? " in " + span.Replace(' ', Tie) : "";
        foreach (Carrier carrier in system.Carriers)
            _carriers.TryAdd(carrier.Id, carrier);
    }

    /// <summary>Writes a summary; of a run without a certificate only what failed.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="summary">The summary.</param>
    /// <param name="system">The package, for names.</param>
    /// <param name="folder">Folder of the files; null where none were written.</param>
    /// <param name="findings">Findings of the run, of which the first warnings are shown; none where left out.</param>
    public static void Write(Screen screen, RunSummary summary, EnergySystem system, string? folder, FindingList? findings = null)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var view = new SummaryView(screen, summary, system, findings?.Items ?? []);
        if (summary.Certified)
            view.WriteResult(folder);
        else
            view.WriteFailure(folder);
    }

    private void WriteResult(string? folder)
    {
        Head();
        Answer();
        _screen.Line();
        Who();
        TraceView.Write(_screen, _summary, _zones, CarrierTitle);
        Contracts();
        Bottlenecks();
        Capacities();
        PhysicsView.Write(_screen, _summary, Name);
        RulesAndChannels();
        BorderRegions();
        _screen.Line();
        Certificate(folder);
    }

    private void WriteFailure(string? folder)
    {
        Head();
        _screen.Write($"No certified result ({_summary.Status}). Nothing is shown, because it cannot be relied on.", TextStyle.Bad);
        foreach (string failure in _summary.Failures.Take(10))
            _screen.Write("  " + failure, indent: 2);
        if (_summary.Failures.Count > 10)
            _screen.Write($"  … and {_summary.Failures.Count - 10} more.");
        if (_summary.Infeasibility is { } infeasibility)
            Contradiction(infeasibility);
        ResidualSummary r = _summary.Residuals;
        if (new[] { r.Balance, r.Bounds, r.Dual, r.Gap }.Any(x => x is { } value && double.IsFinite(value)))
            Residuals("Residuals");
        if (folder is not null)
            _screen.Write($"The stamp of the run is in {folder}/run.json.", TextStyle.Quiet);
    }

    /// <summary>What cannot hold together, and what would mend it.</summary>
    private void Contradiction(InfeasibilitySummary why)
    {
        _screen.Line();
        _screen.Write(InfeasibilityText.Conflict, TextStyle.Heading);
        foreach (LimitSummary limit in why.Conflict.Take(MostLimits))
            _screen.Write($"  – {limit.Text}", indent: 4);
        if (why.Conflict.Count > MostLimits)
            _screen.Write($"  … and {why.Conflict.Count - MostLimits} more (run.json).");
        if (InfeasibilityText.Nodes(why) is { } nodes)
            _screen.Write("  " + nodes, TextStyle.Quiet, 2);
        _screen.Write("  " + InfeasibilityText.Irreducible(why), TextStyle.Quiet, 2);
        foreach ((ProposalSummary proposal, int number) in why.Proposals.Select((p, i) => (p, i)))
        {
            _screen.Write(InfeasibilityText.Proposal(why, number), TextStyle.Heading);
            foreach (LimitSummary change in proposal.Changes.Take(MostLimits))
                _screen.Write($"  – {change.Text}", indent: 4);
            if (proposal.Changes.Count > MostLimits)
                _screen.Write($"  … and {proposal.Changes.Count - MostLimits} more (run.json).");
        }

        _screen.Line();
    }

    private void Head()
    {
        HorizonSummary h = _summary.Horizon;
        string periods = h.Periods == 1 ? h.Step : $"{NumberText.Count(h.Periods)} {h.Step}s";
        _screen.Write($"{_summary.Package}, {_summary.Scenario}: {h.From} to {h.To} (not included), {periods}", TextStyle.Heading);
        foreach (ScenarioSummary scenario in _summary.Scenarios)
        {
            _screen.Write(scenario.Question.Length == 0 ? scenario.Title : $"{scenario.Title}: {scenario.Question}", indent: 2);
            foreach (string change in scenario.Changes.Take(MostChanges))
                _screen.Write($"  · {change}", TextStyle.Quiet, 4);
            if (scenario.Changes.Count > MostChanges)
                _screen.Write($"  · and {scenario.Changes.Count - MostChanges} more {(scenario.Changes.Count - MostChanges == 1 ? "change" : "changes")} (run.json, scenarios).", TextStyle.Quiet, 4);
        }
    }

    private void Answer()
    {
        string givenUp = GivenUp();
        if (_summary.Shortages.Count == 0)
            _screen.Write(givenUp.Length == 0 ? "All demand is served." : $"No demand is curtailed; given up for its price: {givenUp}.", TextStyle.Good, 2);
        foreach (ShortageSummary s in _summary.Shortages.Take(MostShortages))
        {
            string guarded = s.CurtailedProtected > 0 ? $", of it {NumberText.Of(s.CurtailedProtected)} of protected customers" : "";
            string limits = s.Limits.Count == 0 ? "no single limit explains it" : "at its limit: " + string.Join(", ", s.Limits.Take(3).Select(Name));
            _screen.Write(
                $"Short: {_zones.Name(s.Zone)} lacks {NumberText.Of(s.Curtailed)} of {NumberText.Of(s.Demand)}{Tie}{UnitText.Of(s.Unit)} of {CarrierName(s.Carrier)}{guarded}, "
                + $"{(s.First == s.Last ? $"on {s.First}" : $"{s.First} to {s.Last}")} ({NumberText.Count(s.Periods)}{Tie}{_summary.Horizon.Step}{(s.Periods == 1 ? "" : "s")}); {limits}.",
                TextStyle.Bad, 2);
        }

        if (_summary.Shortages.Count > MostShortages)
            _screen.Write($"Short: {_summary.Shortages.Count - MostShortages} more (view v_curtailment).", TextStyle.Bad);
        if (_summary.Shortages.Count > 0 && givenUp.Length > 0)
            _screen.Write($"Besides, given up for its price: {givenUp}.", indent: 2);
        ObjectiveSummary p = _summary.ObjectiveParts!;
        (string Name, double Value)[] parts =
        [
            ("supply", p.Supply), ("transport", p.Transport), ("storage", p.Storage), ("conversion", p.Conversion), ("CO2", p.Co2), ("levies", p.Levies), ("demand given up", p.GivenUp),
            ("curtailment", p.Curtailment), ("measures", p.Measures), ("contracts", p.Contracts), ("payment channels", p.Channels), ("penalties", p.Penalties), ("capacities", p.Capacities),
        ];
        double total = _summary.Objective ?? 0;
        string listed = string.Join(", ", parts.Where(x => Math.Abs(x.Value) > 0.0005 * Math.Abs(total)).OrderByDescending(x => Math.Abs(x.Value)).Take(5).Select(x => $"{x.Name.Replace(' ', Tie)}{Tie}{NumberText.Money(x.Value)}"));
        _screen.Write($"Cost of the system: {NumberText.Money(total)}{Tie}{_summary.Currency}{(listed.Length == 0 ? "" : ": " + listed)}.", indent: 2);
    }

    /// <summary>Capacities that the run chose: those that differ most from what stands, by cost.</summary>
    private void Capacities()
    {
        if (_summary.Expansions is not { Count: > 0 } expansions)
            return;
        TextTable table = new TextTable().Text("Capacity chosen", ZoneWidth).Number("installed").Number("chosen").Text("").Number("cost");
        double dearest = expansions.Max(x => Math.Abs(x.Cost));
        foreach (ExpansionSummary x in expansions.OrderByDescending(x => Math.Abs(x.Cost)).Take(MostCapacities))
        {
            double size = expansions.Where(y => y.Unit == x.Unit).Max(y => Math.Max(y.Installed, y.Chosen));
            table.Row(x.Id, NumberText.Of(x.Installed, size), NumberText.Of(x.Chosen, size), UnitText.Of(x.Unit), Math.Abs(x.Cost) <= 1e-6 * dearest ? "0" : NumberText.Money(x.Cost));
        }

        table.Write(_screen);
        if (expansions.Count > MostCapacities)
            _screen.Write($"{expansions.Count - MostCapacities} more (table expansions).", TextStyle.Quiet, indent: 2);
    }

    /// <summary>Demand given up, of the carriers where it is worth a word.</summary>
    private string GivenUp() => string.Join(", ", _summary.Countries.GroupBy(b => b.Carrier)
        .Select(g => (Carrier: g.Key, g.First().Unit, GivenUp: g.Sum(b => b.GivenUp ?? 0), Demand: g.Sum(b => b.Demand ?? 0)))
        .Where(g => g.GivenUp > GivenUpShare * g.Demand)
        .Select(g => $"{CarrierName(g.Carrier)} {NumberText.Of(g.GivenUp)}{Tie}{UnitText.Of(g.Unit)} of {NumberText.Of(g.Demand)}{Tie}{UnitText.Of(g.Unit)}"));

    private void Who()
    {
        TextTable table = new TextTable().Text("Who is supplied", ZoneWidth).Number("demand").Number("served").Number("short").Number("own").Number("import").Number("export").Number("plants").Number("price").Text("by way of");
        var fromLng = new List<string>();
        ILookup<(string, string), ImportSummary> imports = _summary.CountryImports.ToLookup(i => (i.Zone, i.Carrier));
        int hidden = 0;
        foreach (IGrouping<string, BalanceSummary> carrier in _summary.Countries.GroupBy(b => b.Carrier))
        {
            BalanceSummary[] rows = [.. carrier.Where(b => Size(b) > 0).OrderByDescending(b => b.Curtailed > ShortShare * Size(b) ? 1 : 0).ThenByDescending(Size)];
            if (rows.Length == 0)
                continue;
            table.Across($"{CarrierTitle(carrier.Key)}, {UnitText.Of(rows[0].Unit)}{_span}; price {UnitText.Of(rows[0].PriceUnit)}");
            hidden += Math.Max(0, rows.Length - CountriesPerCarrier);
            foreach (BalanceSummary b in rows.Take(CountriesPerCarrier))
            {
                double size = Size(b);
                bool lacks = b.Curtailed > ShortShare * size;
                table.Row(
                    lacks ? TextStyle.Bad : TextStyle.Plain,
                    " " + _zones.Title(b.Zone), NumberText.Of(b.Demand, size), NumberText.Of(b.Served, size), lacks ? NumberText.Of(b.Curtailed, size) : "0",
                    NumberText.Of(b.Production - b.Regasified, size), NumberText.Of(b.Imports, size), NumberText.Of(b.Exports, size), NumberText.Of(b.ConversionInput, size), NumberText.Of(b.AveragePrice),
                    Origins(imports[(b.Zone, b.Carrier)], size));
                if (b.Regasified > 1e-3 * size)
                    fromLng.Add($"{_zones.Name(b.Zone)}{Tie}{NumberText.Of(b.Regasified)}{Tie}{UnitText.Of(b.Unit)}");
            }
        }

        table.Write(_screen);
        string more = hidden > 0 ? $" {hidden} more {(hidden == 1 ? "row" : "rows")}: --json." : "";
        if (fromLng.Count > 0)
            _screen.Write($" Gas from LNG besides, not in own: {string.Join(", ", fromLng)}.", TextStyle.Quiet, 1);
        _screen.Write($" own: supplies, converters. plants: what plants, refineries and terminals of the model take; demand leaves it out. Neither served nor short: given up for its price. by way of: the neighbour it came over, not where it was produced. Losses and fuel of routes are left out.{more}", TextStyle.Quiet, 1);
    }

    private string Origins(IEnumerable<ImportSummary> imports, double size)
    {
        ImportSummary[] shown = [.. imports.Where(i => i.Amount > 1e-3 * size)];
        var text = new StringBuilder();
        for (int i = 0; i < shown.Length; i++)
        {
            string item = $"{(i == 0 ? "" : ", ")}{Screen.Fit(_zones.Name(shown[i].Origin), OriginNameWidth)} {NumberText.Of(shown[i].Amount)}";
            int room = OriginWidth - (i == shown.Length - 1 ? 0 : 3);
            if (i > 0 && Screen.Cells(text.ToString() + item) > room)
                return text.Append(", …").ToString();
            text.Append(item);
        }

        return text.ToString();
    }

    private void Contracts()
    {
        if (_summary.Contracts.Count == 0)
            return;
        _screen.Line();
        TextTable table = new TextTable().Text("Contracts" + _span, 44).Number("taken").Number("ACQ").Number("min. to pay").Number("shortfall").Text("unit").Number("price").Text("");
        ContractSummary[] rows = [.. _summary.Contracts.OrderByDescending(c => (c.Shortfall ?? 0) > ShortShare * (c.Acq ?? 0) ? 1 : 0).ThenByDescending(c => c.AveragePrice is null ? 0 : Worth(c))];
        foreach (ContractSummary c in rows.Take(MostContracts))
        {
            // A contract without a quantity is measured by the largest of its kind.
            double size = Math.Max(c.Acq ?? 0, 1e-3 * rows.Where(r => r.Unit == c.Unit).Max(r => Math.Max(r.Acq ?? 0, r.Delivered ?? 0)));
            table.Row(
                c.Shortfall > ShortShare * size ? TextStyle.Caution : TextStyle.Plain,
                Name(c.Id), NumberText.Of(c.Delivered, size), NumberText.Of(c.Acq), NumberText.Of(c.TakeOrPayMin, size), NumberText.Of(c.Shortfall, size), UnitText.Of(c.Unit),
                NumberText.Of(c.AveragePrice), UnitText.Price(c.PriceUnit));
        }

        table.Write(_screen);
        if (rows.Length > MostContracts)
            _screen.Write($"  and {rows.Length - MostContracts} more (view v_contract_state)", TextStyle.Quiet);
    }

    // Contracts of several carriers are ranked by what they are worth.
    private static double Worth(ContractSummary c) => (c.Acq ?? 0) * (c.AveragePrice ?? 0) * (c.Unit == "Mt" || c.Unit.StartsWith("bcm", StringComparison.Ordinal) ? 1e6 : 1);

    private void Bottlenecks()
    {
        if (_summary.Bottlenecks.Count == 0)
            return;
        _screen.Line();
        TextTable table = new TextTable().Text("Why: most valuable bottlenecks" + _span, 44).Number("capacity").Text("unit").Number("worth").Text("a unit").Number("value, million");
        foreach (BottleneckSummary b in _summary.Bottlenecks.Take(MostBottlenecks))
        {
            table.Row(
                b.Direction == "backward" ? Name(b.Id) + " (reverse)" : Name(b.Id), NumberText.Of(b.Capacity), UnitText.Of(b.Unit), NumberText.Of(b.ShadowValue), UnitText.Price(b.PriceUnit), NumberText.Of(b.Value / 1e6));
        }

        table.Write(_screen);
        if (_summary.Bottlenecks.Count > MostBottlenecks)
            _screen.Write($"  and {_summary.Bottlenecks.Count - MostBottlenecks} more (view v_bottlenecks); value = capacity × shadow price over the horizon, {_summary.Currency}", TextStyle.Quiet);
    }

    private void RulesAndChannels()
    {
        RuleSummary[] binding = [.. _summary.Rules.Where(r => r.Binding)];
        ChannelSummary[] full = [.. _summary.Channels.Where(c => c.Capacity is { } capacity && (capacity <= 0 || c.Used >= 0.999 * capacity))];
        if (_summary.Rules.Count + _summary.Channels.Count == 0)
            return;
        _screen.Line();
        if (_summary.Rules.Count > 0)
        {
            string list = binding.Length == 0 ? "none changes the result" : string.Join("; ", binding.Take(5).Select(Describe)) + (binding.Length > 5 ? "; …" : "");
            _screen.Write($"Rules that bind: {binding.Length} of {_summary.Rules.Count}: {list}.", indent: 2);
        }

        if (_summary.Channels.Count > 0)
        {
            string list = full.Length == 0 ? "" : ": " + string.Join("; ", full.Take(5).Select(c => c.Capacity > 0 ? $"{Name(c.Id)}, {NumberText.Money(c.Used)}{Tie}{_summary.Currency}" : $"{Name(c.Id)} is closed"));
            _screen.Write($"Payment channels at their limit: {full.Length} of {_summary.Channels.Count}{list}.", indent: 2);
        }
    }

    private string Describe(RuleSummary rule) => rule is { ShadowValue: > 0, PriceUnit: not null }
        ? $"{Name(rule.Id)} (one unit less strict saves up to {NumberText.Of(rule.ShadowValue)}{Tie}{UnitText.Of(rule.PriceUnit)})"
        : Name(rule.Id);

    private void BorderRegions()
    {
        BorderSupplySummary[] rows = [.. _summary.BorderRegionSupply.Where(r => r.Demand > 0).OrderByDescending(r => r.ShortDays > 0 ? r.Curtailed / r.Demand : 0).ThenByDescending(r => r.StressDays)];
        if (rows.Length == 0)
            return;
        _screen.Line();
        TextTable table = new TextTable().Text("Border regions" + _span, 36).Text("carrier", 14).Number("demand").Number("served").Number("short").Number("of it protected").Text("unit").Number("days short");
        foreach (BorderSupplySummary r in rows.Take(MostBorderRegions))
        {
            bool lacks = r.ShortDays > 0;
            table.Row(
                lacks ? TextStyle.Bad : TextStyle.Plain,
                _zones.Title(r.Zone), CarrierName(r.Carrier), NumberText.Of(r.Demand), NumberText.Of(r.Served, r.Demand ?? 0), NumberText.Of(lacks ? r.Curtailed : 0),
                NumberText.Of(lacks ? r.CurtailedProtected : 0, r.Demand ?? 0), UnitText.Of(r.Unit), r.ShortDays is { } days && days == Math.Round(days) ? NumberText.Count((long)days) : NumberText.Of(r.ShortDays));
        }

        table.Write(_screen);
        if (rows.Length > MostBorderRegions)
            _screen.Write($"  and {rows.Length - MostBorderRegions} more (view v_border_regions)", TextStyle.Quiet);
        foreach (BorderSupplySummary r in rows.Where(r => r.StressDays > 0).Take(MostBorderAnswers))
            _screen.Write("  " + r.Answer, r.ShortDays > 0 ? TextStyle.Caution : TextStyle.Plain, 4);
        foreach (BorderSupplySummary r in _summary.BorderRegionSupply.Where(r => !(r.Demand > 0) && !r.Connected).Take(MostBorderAnswers))
            _screen.Write("  " + r.Answer, TextStyle.Quiet, 4);
    }

    private void Certificate(string? folder)
    {
        Residuals("Certified from the package; residuals");
        if (_data.Words() is { } words)
            _screen.Write($"That is the arithmetic. As to what went into it: {words} (corridor show tells which).", TextStyle.Plain, 2);
        SizeSummary z = _summary.Size;
        TimingSummary t = _summary.Timing;
        _screen.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"LP {NumberText.Count(z.Rows)} × {NumberText.Count(z.Columns)}; read {t.Read:0.0}, compile {t.Compile:0.0}, solve {t.Solve:0.0}, check {t.Check:0.0}, write {t.Write:0.0}, total {t.Total:0.0} s."),
            TextStyle.Quiet, 2);
        Warnings();
        if (_summary.Fidelity is { } fidelity)
            FidelityView.WriteCounts(_screen, "figures of the file", fidelity, folder is null ? null : $"{folder}/{RunArchive.FidelityPlace}");
        if (folder is not null)
            _screen.Write($"Files: {folder}/", TextStyle.Quiet, 2);
    }

    /// <summary>The warnings, one line each; <c>corridor check</c> tells more.</summary>
    private void Warnings()
    {
        int count = _summary.Findings.Warnings;
        _screen.Write(count == 0 ? "No warnings." : $"{NumberText.Count(count)}{Tie}{(count == 1 ? "warning" : "warnings")} (corridor check tells more):", count == 0 ? TextStyle.Quiet : TextStyle.Caution);
        Finding[] shown = [.. _findings.Where(f => f.Severity == Severity.Warning).Take(MostWarnings)];
        foreach (Finding finding in shown)
            _screen.Write($"  {finding.Code}  {finding.Subject}: {finding.Message}{(finding.Hint is null ? "" : " " + finding.Hint)}", TextStyle.Plain, 4);
        if (count > shown.Length && count > 0)
            _screen.Write($"  … and {NumberText.Count(count - shown.Length)} more.");
    }

    private void Residuals(string lead)
    {
        ResidualSummary r = _summary.Residuals;
        _screen.Write(
            $"{lead}: balance {NumberText.Residual(r.Balance)}, bounds {NumberText.Residual(r.Bounds)}, dual {NumberText.Residual(r.Dual)}, gap {NumberText.Residual(r.Gap)}.",
            _summary.Certified ? TextStyle.Good : TextStyle.Plain, 2);
    }

    private static double Size(BalanceSummary b) => Math.Max(Math.Max(b.Demand ?? 0, b.Production ?? 0), Math.Max(b.Imports ?? 0, b.Exports ?? 0));

    private string Name(string id) => _names.Find(id) ?? id;

    private string CarrierName(string id) => _carriers.GetValueOrDefault(id)?.Name?.ToLowerInvariant() ?? id;

    private string CarrierTitle(string id) => _carriers.GetValueOrDefault(id)?.Name ?? id;
}
