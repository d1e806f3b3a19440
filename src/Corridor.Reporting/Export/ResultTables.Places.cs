using Corridor.Model.Network;
using Corridor.Model.Schema;
using Corridor.Reporting.Summaries;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using static Corridor.Reporting.Export.ResultColumnKind;

namespace Corridor.Reporting.Export;

/// <content>Nodes, supplies, demands, storages, converters, measures.</content>
public static partial class ResultTables
{
    private const string UnitMeaning = "unit of account of its carrier";

    private static ResultTable Nodes(Source source) => new(
        "nodes", "Nodes", 1,
        [Col("node", Integer, "number"), Col("id", Text, "id"), Col("name", Text, "name"), Col("carrier", Text, "carrier", "carriers"), Col("zone", Text, "zone", "zones"), Col("unit", Text, UnitMeaning)],
        sink =>
        {
            for (int i = 0; i < source.Network.Nodes.Count; i++)
            {
                CompiledNode node = source.Network.Nodes[i];
                Head(sink, source, i, node.Id);
                sink.Text(node.Carrier);
                sink.Text(node.Zone);
                sink.Text(source.UnitAt(new NodeIndex(i)));
                sink.EndRow();
            }
        });

    private static ResultTable NodePeriods(Source source) => new(
        "node_periods", "Nodal prices", 2,
        [Col("node", Element, "node", "nodes"), Period(), Col("price_money_per_account", Number, "nodal price: what one more unit demanded here would cost, money per unit of account")],
        sink => EachPeriod(sink, source, source.Network.Nodes.Count, i => source.Network.Nodes[i].Id, (i, t) => sink.Number(source.Result.NodalPrice[i][t])));

    private static ResultTable Supplies(Source source) => new(
        "supplies", "Supplies", 1, AtNode("supply"),
        sink => EachAtNode(sink, source, source.Network.Supplies.Count, i => (source.Network.Supplies[i].Id, source.Network.Supplies[i].Node)));

    private static ResultTable SupplyPeriods(Source source) => new(
        "supply_periods", "Output of supplies", 2,
        [
            Col("supply", Element, "supply", "supplies"), Period(), Col("output_account_per_day", Number, "output, units of account per day"),
            Col("capacity_account_per_day", Number, "largest output"), Col("shadow_money_per_account", Number, "saving from one more unit of capacity, ≥ 0"),
        ],
        sink => EachPeriod(sink, source, source.Network.Supplies.Count, i => source.Network.Supplies[i].Id, (i, t) =>
        {
            sink.Number(source.Result.Supplies[i].Output[t]);
            sink.Number(source.Network.Supplies[i].Capacity[t]);
            sink.Number(source.Result.Supplies[i].ShadowValue[t]);
        }));

    private static ResultTable Demands(Source source) => new(
        "demands", "Demands", 1,
        [.. AtNode("demand"), Col("sector", Text, "who consumes"), Col("protected", Integer, "1 where law protects these customers")],
        sink => EachAtNode(sink, source, source.Network.Demands.Count, i => (source.Network.Demands[i].Id, source.Network.Demands[i].Node), i =>
        {
            sink.Text(SnakeCase.From(source.Network.Demands[i].Sector.ToString()));
            sink.Integer(source.Network.Demands[i].Protected ? 1 : 0);
        }));

    private static ResultTable DemandPeriods(Source source) => new(
        "demand_periods", "Service of demands: demand = served + curtailed + given up", 2,
        [
            Col("demand", Element, "demand", "demands"), Period(), Col("demand_account_per_day", Number, "demand, units of account per day"), Col("served_account_per_day", Number, "served"),
            Col("curtailed_account_per_day", Number, "not served against the consumer's will"), Col("given_up_account_per_day", Number, "given up because of its price"),
            Col("curtailment_money_per_account", Number, "cost of a unit curtailed; empty where the demand cannot be curtailed"),
        ],
        sink => EachPeriod(sink, source, source.Network.Demands.Count, i => source.Network.Demands[i].Id, (i, t) =>
        {
            DemandResult result = source.Result.Demands[i];
            double givenUp = 0;
            foreach (double[] step in result.GivenUp)
                givenUp += step[t];
            sink.Number(source.Network.Demands[i].Rate[t]);
            sink.Number(result.Served[t]);
            sink.Number(result.Curtailed[t]);
            sink.Number(givenUp);
            sink.Number(source.Network.Demands[i].CurtailmentCost is { } cost ? cost[t] : double.NaN);
        }));

    private static ResultTable Storages(Source source) => new(
        "storages", "Storages", 1,
        [.. AtNode("storage"), Col("first_level_account", Number, "level before the first period, units of account")],
        sink => EachAtNode(sink, source, source.Network.Storages.Count, i => (source.Network.Storages[i].Id, source.Network.Storages[i].Node), i => sink.Number(source.Result.Storages[i].FirstLevel)));

    private static ResultTable StoragePeriods(Source source) => new(
        "storage_periods", "Levels and flows of storages", 2,
        [
            Col("storage", Element, "storage", "storages"), Period(), Col("injection_account_per_day", Number, "injection at the node, units of account per day"),
            Col("withdrawal_account_per_day", Number, "withdrawal at the node"), Col("level_account", Number, "level at the end of the period, units of account"), Col("volume_account", Number, "working volume"),
        ],
        sink => EachPeriod(sink, source, source.Network.Storages.Count, i => source.Network.Storages[i].Id, (i, t) =>
        {
            StorageResult result = source.Result.Storages[i];
            sink.Number(result.Injection[t]);
            sink.Number(result.Withdrawal[t]);
            sink.Number(result.Level[t]);
            sink.Number(source.Network.Storages[i].Volume[t]);
        }));

    private static ResultTable Converters(Source source) => new(
        "converters", "Converters", 1,
        [Col("converter", Integer, "number"), Col("id", Text, "id"), Col("name", Text, "name"), Col("kind", Text, "kind of conversion"), Col("reference_unit", Text, "unit of activity: every …_reference figure is in it")],
        sink =>
        {
            var rows = new Dictionary<string, Converter>(StringComparer.Ordinal);
            foreach (Converter row in source.System.Converters)
                rows.TryAdd(row.Id, row);
            for (int i = 0; i < source.Network.Converters.Count; i++)
            {
                Converter row = rows[source.Network.Converters[i].Id];
                Head(sink, source, i, row.Id);
                sink.Text(SnakeCase.From(row.Kind.ToString()));
                sink.Text(row.ReferenceUnit.Symbol);
                sink.EndRow();
            }
        });

    private static ResultTable ConverterFlows(Source source) => new(
        "converter_flows", "What converters take and give for one unit of activity", 2,
        [
            Col("converter", Element, "converter", "converters"), Col("flow", Integer, "number of the flow, from 0"), Col("node", Element, "node", "nodes"),
            Col("ratio_account_per_reference", Number, "units of account for a unit of activity: positive for outputs, negative for inputs"), Col("disposable", Integer, "1 for an output that may be thrown away"),
        ],
        sink =>
        {
            for (int i = 0; i < source.Network.Converters.Count; i++)
            {
                CompiledConverter converter = source.Network.Converters[i];
                for (int f = 0; f < converter.Flows.Count; f++)
                {
                    sink.Element(i, converter.Id);
                    sink.Integer(f);
                    sink.Element(converter.Flows[f].Node.Value, source.Node(converter.Flows[f].Node).Id);
                    sink.Number(converter.Flows[f].Ratio);
                    sink.Integer(converter.Flows[f].Disposable ? 1 : 0);
                    sink.EndRow();
                }
            }
        });

    private static ResultTable ConverterPeriods(Source source) => new(
        "converter_periods", "Activity of converters", 2,
        [
            Col("converter", Element, "converter", "converters"), Period(), Col("activity_reference_per_day", Number, "activity, reference units per day"),
            Col("capacity_reference_per_day", Number, "largest activity"),
        ],
        sink => EachPeriod(sink, source, source.Network.Converters.Count, i => source.Network.Converters[i].Id, (i, t) =>
        {
            sink.Number(source.Result.Converters[i].Activity[t]);
            sink.Number(source.Network.Converters[i].Capacity[t]);
        }));

    private static ResultTable ConverterDisposals(Source source) => new(
        "converter_disposals", "Outputs of converters that were thrown away", 3,
        [Col("converter", Element, "converter", "converters"), Col("flow", Integer, "number of the flow"), Period(), Col("disposed_account_per_day", Number, "thrown away, units of account per day")],
        sink =>
        {
            for (int i = 0; i < source.Network.Converters.Count; i++)
            {
                double[]?[] disposed = source.Result.Converters[i].Disposed;
                for (int f = 0; f < disposed.Length; f++)
                {
                    for (int t = 0; disposed[f] is { } rate && t < rate.Length; t++)
                    {
                        sink.Element(i, source.Network.Converters[i].Id);
                        sink.Integer(f);
                        sink.Period(t);
                        sink.Number(rate[t]);
                        sink.EndRow();
                    }
                }
            }
        });

    private static ResultTable Measures(Source source) => new(
        "measures", "Emergency measures", 1, AtNode("measure"),
        sink => EachAtNode(sink, source, source.Network.Measures.Count, i => (source.Network.Measures[i].Id, source.Network.Measures[i].Node)));

    private static ResultTable MeasurePeriods(Source source) => new(
        "measure_periods", "Use of emergency measures", 2,
        [
            Col("measure", Element, "measure", "measures"), Period(), Col("rate_account_per_day", Number, "rate, units of account per day"), Col("capacity_account_per_day", Number, "largest rate"),
            Col("cost_money_per_account", Number, "cost of a unit"),
        ],
        sink => EachPeriod(sink, source, source.Network.Measures.Count, i => source.Network.Measures[i].Id, (i, t) =>
        {
            sink.Number(source.Result.Measures[i][t]);
            sink.Number(source.Network.Measures[i].Rate[t]);
            sink.Number(source.Network.Measures[i].Cost[t]);
        }));

    private static ResultColumn Period() => Col("period", ResultColumnKind.Period, "period", "periods");

    private static ResultColumn[] AtNode(string element) =>
        [Col(element, Integer, "number"), Col("id", Text, "id"), Col("name", Text, "name"), Col("node", Element, "node", "nodes"), Col("unit", Text, UnitMeaning)];

    private static void Head(IRowSink sink, Source source, int index, string id)
    {
        sink.Integer(index);
        sink.Text(id);
        sink.Text(source.Names.Find(id));
    }

    private static void EachAtNode(IRowSink sink, Source source, int count, Func<int, (string Id, NodeIndex Node)> element, Action<int>? more = null)
    {
        for (int i = 0; i < count; i++)
        {
            (string id, NodeIndex node) = element(i);
            Head(sink, source, i, id);
            sink.Element(node.Value, source.Node(node).Id);
            sink.Text(source.UnitAt(node));
            more?.Invoke(i);
            sink.EndRow();
        }
    }

    private static void EachPeriod(IRowSink sink, Source source, int count, Func<int, string> id, Action<int, int> figures)
    {
        for (int i = 0; i < count; i++)
        {
            string name = id(i);
            for (int t = 0; t < source.PeriodCount; t++)
            {
                sink.Element(i, name);
                sink.Period(t);
                figures(i, t);
                sink.EndRow();
            }
        }
    }
}
