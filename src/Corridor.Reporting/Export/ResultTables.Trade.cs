using Corridor.Model.Contracts;
using Corridor.Model.Rules;
using Corridor.Model.Schema;
using Corridor.Reporting.Summaries;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using static Corridor.Reporting.Export.ResultColumnKind;

namespace Corridor.Reporting.Export;

/// <content>Arcs, contracts, rules, payment channels.</content>
public static partial class ResultTables
{
    private static ResultTable Arcs(Source source) => new(
        "arcs", "Pipelines, power lines and transports", 1,
        [
            Col("arc", Integer, "number"), Col("id", Text, "id"), Col("name", Text, "name"), Col("kind", Text, "pipeline, ac_line, dc_line or transport"), Col("carrier", Text, "carrier", "carriers"),
            Col("unit", Text, UnitMeaning), Col("from_node", Element, "node at the start", "nodes"), Col("to_node", Element, "node at the end", "nodes"),
            Col("from_zone", Text, "zone at the start", "zones"), Col("to_zone", Text, "zone at the end", "zones"),
            Col("loss_share", Number, "share of what enters that does not arrive"), Col("delay_periods", Integer, "periods between loading and arrival"),
        ],
        sink =>
        {
            for (int i = 0; i < source.Network.Arcs.Count; i++)
            {
                CompiledArc arc = source.Network.Arcs[i];
                CompiledNode from = source.Node(arc.From), to = source.Node(arc.To);
                Head(sink, source, i, arc.Id);
                sink.Text(SnakeCase.From(arc.Kind.ToString()));
                sink.Text(from.Carrier);
                sink.Text(source.UnitAt(arc.From));
                sink.Element(arc.From.Value, from.Id);
                sink.Element(arc.To.Value, to.Id);
                sink.Text(from.Zone);
                sink.Text(to.Zone);
                sink.Number(arc.Loss);
                sink.Integer(arc.Delay);
                sink.EndRow();
            }
        });

    private static ResultTable ArcPeriods(Source source) => new(
        "arc_periods", "Flows of arcs; forward runs from from_node to to_node", 2,
        [
            Col("arc", Element, "arc", "arcs"), Period(),
            Col("entering_forward_account_per_day", Number, "what enters forward, units of account per day"), Col("entering_backward_account_per_day", Number, "what enters backward"),
            Col("arriving_forward_account_per_day", Number, "what arrives forward"), Col("arriving_backward_account_per_day", Number, "what arrives backward"),
            Col("spot_forward_account_per_day", Number, "part of what arrives forward that no contract covers; null where the arc carries none"), Col("spot_backward_account_per_day", Number, "the same, backward"),
            Col("capacity_forward_account_per_day", Number, "largest flow entering forward; null where unlimited"), Col("capacity_backward_account_per_day", Number, "the same, backward"),
            Col("shadow_forward_money_per_account", Number, "saving from one more unit of capacity forward, ≥ 0"), Col("shadow_backward_money_per_account", Number, "the same, backward"),
        ],
        sink => EachPeriod(sink, source, source.Network.Arcs.Count, i => source.Network.Arcs[i].Id, (i, t) =>
        {
            CompiledArc arc = source.Network.Arcs[i];
            ArcResult result = source.Result.Arcs[i];
            sink.Number(result.Flow[0][t]);
            sink.Number(result.Flow[1][t]);
            sink.Number(ArcFlow.Arriving(arc, result.Flow[0], t));
            sink.Number(ArcFlow.Arriving(arc, result.Flow[1], t));
            sink.Number(result.Spot[0] is { } forward ? forward[t] : double.NaN);
            sink.Number(result.Spot[1] is { } backward ? backward[t] : double.NaN);
            sink.Number(arc.Capacity[0][t]);
            sink.Number(arc.Capacity[1][t]);
            sink.Number(result.ShadowValue[0][t]);
            sink.Number(result.ShadowValue[1][t]);
        }));

    private static ResultTable Contracts(Source source) => new(
        "contracts", "Contracts", 1,
        [
            Col("contract", Integer, "number"), Col("id", Text, "id"), Col("name", Text, "name"), Col("seller", Text, "seller"), Col("buyer", Text, "buyer"), Col("carrier", Text, "carrier", "carriers"),
            Col("unit", Text, UnitMeaning), Col("arc", Element, "arc of delivery", "arcs"), Col("direction", Text, "forward or backward along the arc"),
            Col("has_price", Integer, "1 where the package states a price"),
        ],
        sink =>
        {
            var rows = new Dictionary<string, Contract>(StringComparer.Ordinal);
            foreach (Contract row in source.System.Contracts)
                rows.TryAdd(row.Id, row);
            for (int i = 0; i < source.Network.Contracts.Count; i++)
            {
                CompiledContract contract = source.Network.Contracts[i];
                CompiledArc arc = source.Network.Arcs[contract.Arc];
                Head(sink, source, i, contract.Id);
                sink.Text(rows[contract.Id].Seller);
                sink.Text(rows[contract.Id].Buyer);
                sink.Text(source.Node(arc.From).Carrier);
                sink.Text(source.UnitAt(arc.From));
                sink.Element(contract.Arc, arc.Id);
                sink.Text(contract.Direction == 0 ? "forward" : "backward");
                sink.Integer(contract.HasPrice ? 1 : 0);
                sink.EndRow();
            }
        });

    private static ResultTable ContractYears(Source source) => new(
        "contract_years", "Ledgers of contracts by calendar year, prorated to the contract days inside the horizon", 2,
        [
            Col("contract", Element, "contract", "contracts"), Col("year", Integer, "calendar year"), Col("acq_account", Number, "annual contract quantity, units of account"),
            Col("minimum_account", Number, "take-or-pay quantity"), Col("maximum_account", Number, "largest quantity; null where there is none"), Col("delivered_account", Number, "delivered"),
            Col("make_up_taken_account", Number, "of it, taken against earlier payment"), Col("counted_account", Number, "of it, counted toward the minimum"), Col("excess_account", Number, "of it, above the minimum"),
            Col("shortfall_account", Number, "paid for and not taken"), Col("carry_forward_used_account", Number, "part of the minimum replaced by earlier excess"),
        ],
        sink =>
        {
            for (int i = 0; i < source.Network.Contracts.Count; i++)
            {
                CompiledContract contract = source.Network.Contracts[i];
                foreach ((CompiledContractYear terms, ContractYearResult ledger) in contract.Years.Zip(source.Result.Contracts[i].Years))
                {
                    sink.Element(i, contract.Id);
                    sink.Integer(terms.Year);
                    sink.Number(terms.Acq);
                    sink.Number(terms.Minimum);
                    sink.Number(terms.Maximum);
                    sink.Number(ledger.Delivered);
                    sink.Number(ledger.MakeUpTaken);
                    sink.Number(ledger.Counted);
                    sink.Number(ledger.Excess);
                    sink.Number(ledger.Shortfall);
                    sink.Number(ledger.CarryForwardUsed);
                    sink.EndRow();
                }
            }
        });

    private static ResultTable ContractPeriods(Source source) => new(
        "contract_periods", "Deliveries and prices of contracts", 2,
        [
            Col("contract", Element, "contract", "contracts"), Period(), Col("delivered_account_per_day", Number, "delivered at the end of the arc, units of account per day"),
            Col("minimum_account_per_day", Number, "smallest delivery"), Col("maximum_account_per_day", Number, "largest delivery; null where unlimited"), Col("price_money_per_account", Number, "price; null where none is stated"),
        ],
        sink => EachPeriod(sink, source, source.Network.Contracts.Count, i => source.Network.Contracts[i].Id, (i, t) =>
        {
            CompiledContract contract = source.Network.Contracts[i];
            sink.Number(source.Result.Contracts[i].Delivered[t]);
            sink.Number(contract.Minimum[t]);
            sink.Number(contract.Maximum[t]);
            sink.Number(contract.HasPrice ? contract.Price[t] : double.NaN);
        }));

    private static ResultTable ContractSettlements(Source source) => new(
        "contract_settlements", "Deliveries of contracts by payment channel", 3,
        [
            Col("contract", Element, "contract", "contracts"), Col("channel", Element, "payment channel", "channels"), Period(),
            Col("delivered_account_per_day", Number, "delivered and settled through the channel, units of account per day"),
        ],
        sink =>
        {
            for (int i = 0; i < source.Network.Contracts.Count; i++)
            {
                CompiledContract contract = source.Network.Contracts[i];
                foreach ((int channel, int position) in contract.Channels.Select((c, p) => (c, p)).OrderBy(x => x.c))
                {
                    double[] delivered = source.Result.Contracts[i].ByChannel[position];
                    for (int t = 0; t < delivered.Length; t++)
                    {
                        sink.Element(i, contract.Id);
                        sink.Element(channel, source.Network.Channels[channel].Id);
                        sink.Period(t);
                        sink.Number(delivered[t]);
                        sink.EndRow();
                    }
                }
            }
        });

    private static ResultTable Rules(Source source) => new(
        "rules", "Rules that match a flow within the horizon", 1,
        [
            Col("rule", Integer, "number"), Col("id", Text, "id"), Col("name", Text, "name"), Col("effect", Text, "what it does"), Col("authority", Text, "who issued it"), Col("legal", Text, "legal source"),
            Col("unit", Text, "unit of account of the flows that it acts on, t for a cap on CO2; null where they have several"), Col("binding", Integer, "1 where it changes the result"),
            Col("shadow_money_per_account", Number, "largest saving from relaxing it by one unit in a period or year, ≥ 0"), Col("violation_account", Number, "violation that was paid for"),
        ],
        sink =>
        {
            var rows = new Dictionary<string, Rule>(StringComparer.Ordinal);
            foreach (Rule row in source.System.Rules)
                rows.TryAdd(row.Id, row);
            for (int i = 0; i < source.Network.Rules.Count; i++)
            {
                CompiledRule rule = source.Network.Rules[i];
                Head(sink, source, i, rule.Id);
                sink.Text(SnakeCase.From(rule.Effect.ToString()));
                sink.Text(rows[rule.Id].Authority);
                sink.Text(rows[rule.Id].Legal);
                sink.Text(rule.Tonnes is not null ? "t" : FlowUnit.OfAll(source.System, source.Network, rule.Flows)?.Symbol);
                sink.Integer(source.Result.Rules[i].Binding ? 1 : 0);
                sink.Number(source.Result.Rules[i].ShadowValue);
                sink.Number(source.Result.Rules[i].Violation);
                sink.EndRow();
            }
        });

    private static ResultTable Channels(Source source) => new(
        "channels", "Payment channels", 1,
        [
            Col("channel", Integer, "number"), Col("id", Text, "id"), Col("name", Text, "name"), Col("cost_share", Number, "cost as a share of the value settled"),
            Col("shadow_money_per_money", Number, "largest saving from one more unit of money of capacity, ≥ 0"),
        ],
        sink =>
        {
            for (int i = 0; i < source.Network.Channels.Count; i++)
            {
                Head(sink, source, i, source.Network.Channels[i].Id);
                sink.Number(source.Network.Channels[i].Cost);
                sink.Number(source.Result.Channels[i].ShadowValue);
                sink.EndRow();
            }
        });

    private static ResultTable ChannelPeriods(Source source) => new(
        "channel_periods", "Use of payment channels", 2,
        [Col("channel", Element, "payment channel", "channels"), Period(), Col("used_money_per_day", Number, "value settled, money a day"), Col("capacity_money_per_day", Number, "largest value; null where unlimited")],
        sink => EachPeriod(sink, source, source.Network.Channels.Count, i => source.Network.Channels[i].Id, (i, t) =>
        {
            sink.Number(source.Result.Channels[i].Used[t]);
            sink.Number(source.Network.Channels[i].Capacity[t]);
        }));
}
