using Corridor.Model.Rules;
using Corridor.Model.Units;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>Rules: what they forbid is not there, caps and requirements hold, or their violation is stated and paid for.</summary>
internal static class RuleCheck
{
    public static void Run(SystemFigures figures, ResultFacts facts, CheckSheet sheet)
    {
        ItemRecorder forbidden = sheet.Begin(CertificateGroup.Bounds, "rule forbid", b =>
            $"{b.Element} is forbidden beyond {CheckSheet.Number(b.Limit)} units a day{sheet.At(b)}, but carries {CheckSheet.Number(b.Value)}");
        ItemRecorder limits = sheet.Begin(CertificateGroup.Bounds, "rule limit", b =>
            $"the flows that rule {b.Element} matches add up to {CheckSheet.Number(b.Value)} units{(b.Place >= 0 ? " a day" : "")}{sheet.At(b)}, {CheckSheet.Number(b.Violation)} outside its limit {CheckSheet.Number(b.Limit)}");
        ItemRecorder violations = sheet.Begin(CertificateGroup.Bounds, "rule violation", b =>
            $"rule {b.Element} is violated by {CheckSheet.Number(b.Limit)} units, but {CheckSheet.Number(b.Value)} are stated");
        foreach (RuleFigures rule in figures.Rules.Values)
        {
            if (rule.Row.Effect == RuleEffect.Forbid)
                Forbid(rule, figures, facts, forbidden);
            else if (rule.Row.Effect is RuleEffect.CapVolume or RuleEffect.Require or RuleEffect.CapCo2)
                Limit(rule, figures, facts, limits, violations);
        }
    }

    private static void Forbid(RuleFigures rule, SystemFigures figures, ResultFacts facts, ItemRecorder item)
    {
        foreach (MatchedFlow flow in rule.Flows)
        {
            double[] rate = facts.Flow(flow), limit = LimitOf(flow, figures), free = figures.Free(flow.Kind, flow.Id, flow.Part)!;
            for (int t = 0; t < rate.Length; t++)
            {
                if (rule.Binding[t] > 0)
                    item.AtMost(flow.Id, t, rate[t], free[t] == 0 ? 0 : limit[t] * free[t]);
            }
        }
    }

    private static double[] LimitOf(MatchedFlow flow, SystemFigures figures) => flow.Kind switch
    {
        FlowKind.Supply => figures.Supplies[flow.Id].Capacity,
        FlowKind.ArcForward => figures.Arcs[flow.Id].Capacity[0],
        FlowKind.ArcBackward => figures.Arcs[flow.Id].Capacity[1],
        FlowKind.Injection => figures.Storages[flow.Id].Injection,
        FlowKind.Withdrawal => figures.Storages[flow.Id].Withdrawal,
        FlowKind.Activity => figures.Converters[flow.Id].Capacity,
        _ => figures.Contracts[flow.Id].Most,
    };

    private static void Limit(RuleFigures rule, SystemFigures figures, ResultFacts facts, ItemRecorder limits, ItemRecorder violations)
    {
        if (rule.Flows.Count == 0)
            return;
        PackageFigures package = figures.Package;
        string id = rule.Row.Id;
        bool co2 = rule.Row.Effect == RuleEffect.CapCo2;
        CarrierBasis? basis = co2 ? null : CommonBasis(rule, figures);
        double[] sum = new double[package.Count];
        foreach (MatchedFlow flow in rule.Flows)
        {
            double[] rate = facts.Flow(flow);
            double tonnes = co2 ? figures.Tonnes(flow) : 1;
            for (int t = 0; t < sum.Length; t++)
                sum[t] += tonnes * rate[t];
        }

        bool strict = rule.Row.Penalty is null, cap = rule.Row.Effect != RuleEffect.Require;
        double violated = 0, scale = 0;
        void Compare(int place, double days, double value, double limit)
        {
            if (!strict)
                violated += days * Math.Max(0, cap ? value - limit : limit - value);
            else if (cap)
                limits.AtMost(id, place, value, limit);
            else
                limits.AtLeast(id, place, value, limit);
            scale += days * Math.Max(Math.Abs(value), Math.Abs(limit));
        }

        if (!co2 && rule.Rate(basis, package) is { } rates)
        {
            for (int t = 0; t < sum.Length; t++)
            {
                if (rule.Binding[t] >= 1)
                    Compare(t, package.Days[t], sum[t], rates[t]);
            }
        }

        double[] bound = PackageFigures.Multiply([.. sum], rule.Binding);
        foreach (int year in package.Horizon.Years)
        {
            if (rule.Volume(year, basis, package) is { } volume)
                Compare(Breach.OfYear(year), 1, package.SumOver(year, bound), volume);
        }

        double stated = facts.Rules.GetValueOrDefault(id)?.Violation ?? 0;
        violations.AtLeast(id, Breach.WholeHorizon, stated, violated, scale);
        if (strict)
            violations.AtMost(id, Breach.WholeHorizon, stated, 0);
    }

    /// <summary>The unit in which the flows of a rule can be added up: they must all be accounted in one.</summary>
    public static CarrierBasis? CommonBasis(RuleFigures rule, SystemFigures figures)
    {
        CarrierBasis? basis = figures.Basis(rule.Flows[0]);
        if (rule.Flows.Exists(f => !Equals(figures.Basis(f)?.AccountUnit, basis?.AccountUnit)))
            figures.Package.Report($"Rule {rule.Row.Id} adds up flows in different units.");
        return basis;
    }
}
