using System.Globalization;
using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Findings;
using Corridor.Model.Time;

namespace Corridor.Studies.Compilation;

/// <summary>Evaluates a package on a horizon: units of account, money of account, dates, profiles, rules.</summary>
public static class NetworkCompiler
{
    /// <summary>Compiles a package.</summary>
    /// <param name="system">The package, as read.</param>
    /// <param name="horizon">The periods of the study.</param>
    /// <param name="findings">Receives errors (C001 … C003), and what has no effect within the horizon (C004 … C007).</param>
    /// <returns>The network, or null if an error stands in the way.</returns>
    public static CompiledNetwork? Compile(EnergySystem system, Horizon horizon, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(horizon);
        ArgumentNullException.ThrowIfNull(findings);
        int errors = findings.Errors;
        var context = new CompilationContext(system, horizon, findings);
        var selector = new RuleSelector(context, new OwnershipGraph(system));
        List<CompiledSupply> supplies = SupplyCompiler.Compile(context);
        List<CompiledDemand> demands = DemandCompiler.Compile(context);
        (List<CompiledArc> arcs, List<CompiledFleet> fleets) = ArcCompiler.Compile(context);
        List<CompiledStorage> storages = StorageCompiler.Compile(context);
        List<CompiledConverter> converters = ConverterCompiler.Compile(context);
        List<CompiledExpansion> expansions = new ExpansionCompiler(context).Compile(supplies, arcs, storages, converters);
        List<CompiledChannel> channels = ChannelCompiler.Compile(context);
        (List<CompiledContract> contracts, List<Contract> contractRows) = new ContractCompiler(context, arcs, channels, selector).Compile();
        List<CompiledMeasure> measures = MeasureCompiler.Compile(context, demands);
        if (findings.Errors > errors)
            return null;
        var network = new CompiledNetwork
        {
            Horizon = horizon,
            Currency = system.Description.Currency,
            Nodes = context.Nodes,
            Supplies = supplies,
            Demands = demands,
            Arcs = arcs,
            Fleets = fleets,
            Storages = storages,
            Converters = converters,
            Channels = channels,
            Contracts = contracts,
            Rules = [],
            Measures = measures,
            Expansions = expansions,
        };
        network = network with { Rules = new RuleCompiler(context, network, contractRows, selector).Compile() };
        ReportUnused(context);
        WarnOutside(context);
        WarnBeyondPeriods(context);
        return findings.Errors > errors ? null : network;
    }

    // Tables that a dispatch does not use; they serve hydraulics, planning, maps and comparison.
    private static void ReportUnused(CompilationContext context)
    {
        EnergySystem system = context.System;
        void Table(string name, int rows, string use)
        {
            if (rows > 0)
                context.Findings.Add(new Finding("C007", Severity.Information, name, SourcePlace.None, $"A dispatch does not use its {rows} rows; {use}."));
        }

        Table("compressors", system.Compressors.Count, "they describe lines for hydraulics");
        Table("power_nodes", system.PowerNodes.Count, "they describe the grid for power flow");
        Table("power_units", system.PowerUnits.Count, "they describe generating units for power flow");
        Table("projects", system.Projects.Count, "they are candidates for planning");
        Table("backtest_routes", system.BacktestRoutes.Count, "they say what reported figures measure");
        Table("observations", system.Observations.Count, "they are reported figures to compare results with");
        foreach ((string table, string subject, string column) in context.Dated.Unused)
        {
            bool known = system.DatedValues.Any(v => v.Table == table);
            if (known && !IsOutOfService(context, table, subject))
                context.Findings.Add(new Finding("C008", Severity.Warning, $"dated_values {table} {subject}", SourcePlace.None,
                    $"The dated values of {column} have no effect on a dispatch.", "Columns that a dispatch reads by date are listed in docs/mathematics/dispatch.md."));
        }
    }

    // Before the first and after the last date that a package speaks of, its figures are those of the nearest date.
    private static void WarnOutside(CompilationContext context)
    {
        // Prices that no formula reads, such as those put beside a network to look at, say nothing of its time.
        HashSet<string> read = [.. context.System.PriceFormulaTerms.Select(t => t.Index)];
        DateOnly[] dates = [.. context.System.DatedValues.SelectMany(v => v.End is { } end ? [v.Start, end] : (DateOnly[])[v.Start]), .. context.System.PriceSeries.Where(p => read.Contains(p.Index)).Select(p => p.Month)];
        if (dates.Length == 0)
            return;
        DateOnly first = dates.Min(), last = dates.Max();
        if (context.Horizon.From >= new DateOnly(first.Year, 1, 1) && context.Horizon.To.AddDays(-1) <= new DateOnly(last.Year, 12, 31))
            return;
        context.Findings.Add(new Finding("C014", Severity.Warning, "horizon", SourcePlace.None,
            string.Create(CultureInfo.InvariantCulture, $"The package dates its figures from {first:yyyy} to {last:yyyy}; the horizon {context.Horizon.From:yyyy-MM-dd} to {context.Horizon.To.AddDays(-1):yyyy-MM-dd} lies outside: figures of the nearest date are used, and demand and capacity are not those of the time."),
            "Choose a horizon within these years, or add dated_values for it."));
    }

    // Between and after the periods that a package states, its figures are those of the nearest instant: nobody has stated them.
    private static void WarnBeyondPeriods(CompilationContext context)
    {
        Horizon horizon = context.Horizon;
        if (horizon.Step == TimeStep.Period || Horizon.Of(context.System.Periods) is not { } stated || horizon.HoursOutside(stated) is not (> 0 and var outside))
            return;
        DateTime first = stated.Periods[0].Start, last = stated.Periods[^1].Start;
        context.Findings.Add(new Finding("C015", Severity.Warning, "horizon", SourcePlace.None,
            string.Create(CultureInfo.InvariantCulture, $"The package states {stated.Periods.Count} periods from {first:yyyy-MM-dd HH:mm} to {last:yyyy-MM-dd HH:mm}, its last instant; of the horizon {horizon.From:yyyy-MM-dd} to {horizon.To.AddDays(-1):yyyy-MM-dd}, {outside:0.##} hours lie in none of them: figures of other instants are repeated there, and the result for them is made up."),
            "Leave --step, --from and --to out to run the periods that the package states, or add rows to its series and to periods."));
    }

    private static bool IsOutOfService(CompilationContext context, string table, string subject) =>
        context.Findings.Items.Any(f => f.Code is "C004" or "C005" && f.Subject == $"{table} {subject}");
}
