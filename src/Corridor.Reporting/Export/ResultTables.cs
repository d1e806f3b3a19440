using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Reporting.Summaries;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using static Corridor.Reporting.Export.ResultColumnKind;

namespace Corridor.Reporting.Export;

/// <summary>
/// The result tables of a certified run, in the order in which they are written. Every figure is in units of account; the
/// views turn them into the units that people use.
/// </summary>
public static partial class ResultTables
{
    /// <summary>All tables of a run.</summary>
    /// <param name="report">A run that may be shown.</param>
    /// <param name="stamp">How the run came to be.</param>
    /// <exception cref="ArgumentException">The result failed its check.</exception>
    public static IReadOnlyList<ResultTable> Of(RunReport report, RunStamp stamp)
    {
        if (!report.MayBeShown)
            throw new ArgumentException("A result that is not certified has no tables.", nameof(report));
        var source = new Source(report);
        ResultTable[] tables =
        [
            Stamp(report, stamp), Periods(source), Carriers(source), Zones(source), Nodes(source), NodePeriods(source),
            Supplies(source), SupplyPeriods(source), Demands(source), DemandPeriods(source), Arcs(source), ArcPeriods(source),
            Storages(source), StoragePeriods(source), Converters(source), ConverterFlows(source), ConverterPeriods(source), ConverterDisposals(source),
            Contracts(source), ContractYears(source), ContractPeriods(source), ContractSettlements(source),
            Rules(source), Channels(source), ChannelPeriods(source), Measures(source), MeasurePeriods(source),
            .. Expansions(source), .. Physics(source),
            OriginShares(source), TransitShares(source), EntryShares(source), ConcentrationTable(source),
            ObjectivePartsTable(report), FindingsTable(report),
        ];
        return [.. tables, Columns(tables)];
    }

    private static ResultColumn Col(string name, ResultColumnKind kind, string meaning, string? references = null) => new(name, kind, meaning, references);

    /// <summary>What all tables draw on.</summary>
    private sealed class Source
    {
        private readonly Dictionary<string, Carrier> _carriers = new(StringComparer.Ordinal);

        public Source(RunReport report)
        {
            Report = report;
            Units = DisplayUnit.Of(report.System);
            ZoneTree = new ZoneTree(report.System);
            foreach (Carrier carrier in report.System.Carriers)
                _carriers.TryAdd(carrier.Id, carrier);
            Names = new ElementNames(report.System);
        }

        public RunReport Report { get; }

        public EnergySystem System => Report.System;

        public DispatchResult Result => Report.Result;

        public CompiledNetwork Network => Report.Result.Network;

        public IReadOnlyDictionary<string, DisplayUnit> Units { get; }

        public ZoneTree ZoneTree { get; }

        public ElementNames Names { get; }

        public int PeriodCount => Network.PeriodCount;

        public CompiledNode Node(NodeIndex index) => Network.Nodes[index.Value];

        public string UnitAt(NodeIndex index) => _carriers[Node(index).Carrier].Unit.Symbol;
    }
}
