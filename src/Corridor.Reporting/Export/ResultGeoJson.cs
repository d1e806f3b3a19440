using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.GeoJson;
using Corridor.Model.Schema;
using Corridor.Reporting.Summaries;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Reporting.Export;

/// <summary>
/// Writes the results of a run for maps (GeoJSON, RFC 7946): flows, utilisation and value of capacity on the lines of the arcs; prices, demand and
/// shortages at the nodes; outputs, levels and activities where they are. Means and extremes over the horizon; the periods stand in
/// <c>result.sqlite</c>.
/// </summary>
public static class ResultGeoJson
{
    private const string NoPlace = "it has no place on a map";
    private const string OverHorizon = "totals, means and extremes over the horizon in place of the periods";

    /// <summary>Writes one file where the path ends in <c>.geojson</c> or <c>.json</c>, otherwise a folder with a file a layer.</summary>
    /// <param name="report">A run that may be shown.</param>
    /// <param name="path">File or folder; one there is replaced.</param>
    /// <param name="cancellation">Stops between features; nothing is then written.</param>
    /// <returns>What of the results GeoJSON can hold and what not.</returns>
    /// <exception cref="ArgumentException">The result failed its check.</exception>
    /// <exception cref="IOException">The target cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The target may not be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static FidelityReport Write(RunReport report, string path, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (!report.MayBeShown)
            throw new ArgumentException("A result that is not certified is not written.", nameof(report));
        var fidelity = new FidelityReport();
        var layers = new ResultLayers(report, fidelity, cancellation);
        string title = $"{report.System.Description.Title ?? report.System.Description.Name}: {report.Scenario}";
        if (Path.GetExtension(path) is ".geojson" or ".json")
        {
            OutputFile.Save(path, stream =>
            {
                using var writer = new GeoJsonWriter(stream, title);
                foreach ((string _, Action<GeoJsonWriter> write) in layers.All)
                    write(writer);
            });
        }
        else
        {
            OutputFile.SaveFolder(path, file => layers.All.Any(l => l.Name + ".geojson" == file) && GeoJsonWriter.Wrote(Path.Combine(path, file)), folder =>
            {
                foreach ((string name, Action<GeoJsonWriter> write) in layers.All)
                {
                    using var stream = new FileStream(Path.Combine(folder, name + ".geojson"), FileMode.CreateNew, FileAccess.Write);
                    using var writer = new GeoJsonWriter(stream, $"{title}: {name}");
                    write(writer);
                }
            });
        }

        CompiledNetwork network = report.Result.Network;
        foreach ((string part, int count) in (ReadOnlySpan<(string, int)>)[("contracts", network.Contracts.Count), ("rules", network.Rules.Count), ("channels", network.Channels.Count), ("measures", network.Measures.Count)])
            fidelity.Dropped(part, "", NoPlace, null, count);
        return fidelity;
    }

    /// <summary>The layers of a run.</summary>
    private sealed class ResultLayers(RunReport report, FidelityReport fidelity, CancellationToken cancellation)
    {
        private readonly GeoPlaces _places = new(report.System);
        private readonly ElementNames _names = new(report.System);
        private readonly Dictionary<string, string> _units = report.System.Carriers.ToDictionary(c => c.Id, c => c.Unit.Symbol, StringComparer.Ordinal);

        internal IReadOnlyList<(string Name, Action<GeoJsonWriter> Write)> All =>
            [("arcs", Arcs), ("nodes", Nodes), ("supplies", Supplies), ("demands", Demands), ("storages", Storages), ("converters", Converters)];

        private CompiledNetwork Network => report.Result.Network;

        private void Arcs(GeoJsonWriter writer)
        {
            for (int i = 0; i < Network.Arcs.Count; i++)
            {
                CompiledArc arc = Network.Arcs[i];
                ArcResult result = report.Result.Arcs[i];
                CompiledNode from = Network.Nodes[arc.From.Value], to = Network.Nodes[arc.To.Value];
                Begin(writer, "arcs", arc.Id, _places.Line(arc.Id, from.Id, to.Id), isLine: true, from.Carrier);
                writer.Text("kind", SnakeCase.From(arc.Kind.ToString()));
                writer.Text("from_node", from.Id);
                writer.Text("to_node", to.Id);
                writer.Text("from_zone", from.Zone);
                writer.Text("to_zone", to.Zone);
                double forward = Mean(result.Flow[0]), backward = Mean(result.Flow[1]);
                writer.Number("net_flow_mean_account_per_day", forward - backward);
                for (int direction = 0; direction < 2; direction++)
                {
                    string way = direction == 0 ? "forward" : "backward";
                    double mean = direction == 0 ? forward : backward, capacity = Mean(arc.Capacity[direction]);
                    writer.Number($"{way}_mean_account_per_day", mean);
                    writer.Number($"{way}_max_account_per_day", result.Flow[direction].Max());
                    writer.Number($"{way}_capacity_mean_account_per_day", capacity);
                    writer.Number($"{way}_utilisation", capacity > 0 && double.IsFinite(capacity) ? Math.Min(mean / capacity, 1) : double.NaN);
                    writer.Number($"{way}_shadow_max_money_per_account", result.ShadowValue[direction].Max());
                }

                writer.End();
            }
        }

        private void Nodes(GeoJsonWriter writer)
        {
            ILookup<int, int> demands = Enumerable.Range(0, Network.Demands.Count).ToLookup(i => Network.Demands[i].Node.Value);
            for (int i = 0; i < Network.Nodes.Count; i++)
            {
                CompiledNode node = Network.Nodes[i];
                double[] price = report.Result.NodalPrice[i];
                BeginAt(writer, "nodes", node.Id, i);
                writer.Number("price_mean_money_per_account", Mean(price));
                writer.Number("price_min_money_per_account", price.Min());
                writer.Number("price_max_money_per_account", price.Max());
                writer.Number("demand_account", demands[i].Sum(d => Total(Network.Demands[d].Rate)));
                writer.Number("served_account", demands[i].Sum(d => Total(report.Result.Demands[d].Served)));
                writer.Number("curtailed_account", demands[i].Sum(d => Total(report.Result.Demands[d].Curtailed)));
                writer.End();
            }
        }

        private void Supplies(GeoJsonWriter writer)
        {
            for (int i = 0; i < Network.Supplies.Count; i++)
            {
                double output = Mean(report.Result.Supplies[i].Output), capacity = Mean(Network.Supplies[i].Capacity);
                BeginAt(writer, "supplies", Network.Supplies[i].Id, Network.Supplies[i].Node.Value);
                writer.Number("output_account", Total(report.Result.Supplies[i].Output));
                writer.Number("output_mean_account_per_day", output);
                writer.Number("output_max_account_per_day", report.Result.Supplies[i].Output.Max());
                writer.Number("capacity_mean_account_per_day", capacity);
                writer.Number("utilisation", capacity > 0 && double.IsFinite(capacity) ? output / capacity : double.NaN);
                writer.End();
            }
        }

        private void Demands(GeoJsonWriter writer)
        {
            for (int i = 0; i < Network.Demands.Count; i++)
            {
                DemandResult result = report.Result.Demands[i];
                double demand = Total(Network.Demands[i].Rate), curtailed = Total(result.Curtailed);
                BeginAt(writer, "demands", Network.Demands[i].Id, Network.Demands[i].Node.Value);
                writer.Text("sector", SnakeCase.From(Network.Demands[i].Sector.ToString()));
                writer.Flag("protected", Network.Demands[i].Protected);
                writer.Number("demand_account", demand);
                writer.Number("served_account", Total(result.Served));
                writer.Number("curtailed_account", curtailed);
                writer.Number("given_up_account", result.GivenUp.Sum(Total));
                writer.Number("curtailed_share", demand > 0 ? curtailed / demand : 0);
                writer.End();
            }
        }

        private void Storages(GeoJsonWriter writer)
        {
            for (int i = 0; i < Network.Storages.Count; i++)
            {
                StorageResult result = report.Result.Storages[i];
                BeginAt(writer, "storages", Network.Storages[i].Id, Network.Storages[i].Node.Value);
                writer.Number("injection_account", Total(result.Injection));
                writer.Number("withdrawal_account", Total(result.Withdrawal));
                writer.Number("level_min_account", result.Level.Min());
                writer.Number("level_max_account", result.Level.Max());
                writer.Number("volume_max_account", Network.Storages[i].Volume.Max());
                writer.End();
            }
        }

        private void Converters(GeoJsonWriter writer)
        {
            for (int i = 0; i < Network.Converters.Count; i++)
            {
                CompiledConverter converter = Network.Converters[i];
                int node = converter.Flows.Select(f => f.Ratio > 0 ? f.Node.Value : -1).FirstOrDefault(n => n >= 0, converter.Flows.Count > 0 ? converter.Flows[0].Node.Value : -1);
                double activity = Mean(report.Result.Converters[i].Activity), capacity = Mean(Network.Converters[i].Capacity);
                Begin(writer, "converters", converter.Id, node >= 0 && _places.Of(Network.Nodes[node].Id) is { } point ? [point] : [], isLine: false, null);
                writer.Number("activity_reference", Total(report.Result.Converters[i].Activity));
                writer.Number("activity_mean_reference_per_day", activity);
                writer.Number("utilisation", capacity > 0 && double.IsFinite(capacity) ? activity / capacity : double.NaN);
                writer.End();
            }
        }

        private void BeginAt(GeoJsonWriter writer, string layer, string id, int node) =>
            Begin(writer, layer, id, _places.Of(Network.Nodes[node].Id) is { } point ? [point] : [], isLine: false, Network.Nodes[node].Carrier, layer == "nodes" ? null : Network.Nodes[node].Id);

        private void Begin(GeoJsonWriter writer, string layer, string id, IReadOnlyList<GeoPoint> places, bool isLine, string? carrier, string? node = null)
        {
            cancellation.ThrowIfCancellationRequested();
            fidelity.Approximated(layer, "periods", layer, OverHorizon);
            if (places.Count == 0)
                fidelity.Dropped(layer, "geometry", "a node without lon and lat: the feature has no geometry", id);
            writer.Begin($"{layer}/{id}", places, isLine);
            writer.Text("layer", layer);
            writer.Text("id", id);
            writer.Text("name", _names.Find(id));
            if (node is not null)
                writer.Text("node", node);
            if (carrier is null)
                return;
            writer.Text("carrier", carrier);
            writer.Text("account", _units[carrier]);
            writer.Text("money", report.System.Description.Currency);
        }

        private double Total(double[] rate) => ArcFlow.Total(rate, report.Horizon);

        private double Mean(double[] rate)
        {
            double days = 0;
            for (int t = 0; t < rate.Length; t++)
                days += report.Horizon.Periods[t].Days;
            return Total(rate) / days;
        }
    }
}
