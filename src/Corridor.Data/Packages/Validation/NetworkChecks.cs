using Corridor.Model.Network;
using Corridor.Model.Schema;

namespace Corridor.Data.Packages.Validation;

/// <summary>Lines, routes and converters join what can be joined.</summary>
internal static class NetworkChecks
{
    internal static void ArcEnds(ValidationContext context)
    {
        foreach (string table in PackageSchema.ArcTables)
        {
            foreach ((string id, int row) in context.Ids(table))
            {
                (string from, string to) = context.FindArc(id)!.Value;
                if (from == to)
                    context.Report(ValidationFindings.ArcLoop, table, row, "to", $"It starts and ends at '{from}'.");
                else if (context.CarrierOfNode(from) is { } left && context.CarrierOfNode(to) is { } right && left != right)
                    context.Report(ValidationFindings.ArcCarriers, table, row, "to", $"'{from}' is of {left}, '{to}' of {right}.", "A converter turns one carrier into another.");
            }
        }
    }

    internal static void PowerLines(ValidationContext context)
    {
        IReadOnlyList<PowerLine> lines = context.System.PowerLines;
        for (int i = 0; i < lines.Count; i++)
        {
            foreach ((string column, string node) in new[] { ("from", lines[i].From), ("to", lines[i].To) })
            {
                if (context.Find<Carrier>("carriers", context.CarrierOfNode(node)) is { Kind: not CarrierKind.Electricity } carrier)
                    context.Report(ValidationFindings.PowerLineCarrier, "power_lines", i, column, $"'{node}' is a node of {carrier.Id}, not of electricity.");
            }

            if (lines[i].Kind == PowerLineKind.Ac && (lines[i].Reactance ?? 0) == 0)
                context.Report(ValidationFindings.MissingReactance, "power_lines", i, "reactance", "An alternating current line needs a reactance other than zero.", "State it in ohm for all circuits together; about 0.3 ohm per km and circuit at 220–500 kV.");
            if (lines[i].Kind == PowerLineKind.DcMeshed && !(lines[i].Resistance > 0))
                context.Report(ValidationFindings.MissingReactance, "power_lines", i, "resistance", "A meshed direct current line needs a resistance above zero.", "State it in ohm for all circuits together, or mark the line dc if its flow is controlled.");
            if (lines[i].AngleMin > lines[i].AngleMax)
                context.Report(ValidationFindings.LimitsReversed, "power_lines", i, "angle_min", "angle_min is above angle_max.");
        }
    }

    /// <summary>What a power flow reads is of electricity.</summary>
    internal static void PowerGrid(ValidationContext context)
    {
        for (int i = 0; i < context.System.PowerNodes.Count; i++)
        {
            PowerNode row = context.System.PowerNodes[i];
            if (context.Find<Carrier>("carriers", context.CarrierOfNode(row.Node)) is { Kind: not CarrierKind.Electricity } carrier)
                context.Report(ValidationFindings.PowerLineCarrier, "power_nodes", i, "node", $"'{row.Node}' is a node of {carrier.Id}, not of electricity.");
            if (row.VoltageMin > row.VoltageMax)
                context.Report(ValidationFindings.LimitsReversed, "power_nodes", i, "voltage_min", "voltage_min is above voltage_max.");
        }

        for (int i = 0; i < context.System.PowerUnits.Count; i++)
        {
            PowerUnit row = context.System.PowerUnits[i];
            string? node = context.Find<Supply>("supplies", row.Supply)?.Node;
            if (context.Find<Carrier>("carriers", context.CarrierOfNode(node)) is { Kind: not CarrierKind.Electricity } carrier)
                context.Report(ValidationFindings.PowerLineCarrier, "power_units", i, "supply", $"'{row.Supply}' gives {carrier.Id}, not electricity.");
            if (row.ReactiveMin > row.ReactiveMax)
                context.Report(ValidationFindings.LimitsReversed, "power_units", i, "reactive_min", "reactive_min is above reactive_max.");
        }
    }

    internal static void ConverterSides(ValidationContext context)
    {
        if (!context.Places.IsComplete("converter_flows"))
            return;
        ILookup<string, FlowSide> sides = context.System.ConverterFlows.ToLookup(f => f.Converter, f => f.Side);
        for (int i = 0; i < context.System.Converters.Count; i++)
        {
            string id = context.System.Converters[i].Id;
            foreach ((FlowSide side, string word, string name) in new[] { (FlowSide.In, "takes", "in"), (FlowSide.Out, "gives", "out") })
            {
                if (!sides[id].Contains(side))
                    context.Report(ValidationFindings.ConverterSides, "converters", i, null, $"It {word} nothing.", $"Add a row for it with side {name} to converter_flows.");
            }
        }
    }

    internal static void IsolatedNodes(ValidationContext context)
    {
        HashSet<string> used = new(StringComparer.Ordinal);
        foreach (TableSchema table in PackageSchema.Tables)
        {
            // What describes a node for a power flow connects nothing.
            foreach (ColumnSchema column in table.Columns.Where(c => c.References == "nodes" && table.Name != "power_nodes"))
            {
                // A list, as the nodes where a price is quoted, connects nothing.
                foreach (Row row in table.RowsOf(context.System))
                {
                    if (column.Get(row) is string node)
                        used.Add(node);
                }
            }

            if (!context.Places.IsComplete(table.Name))
                return;
        }

        for (int i = 0; i < context.System.Nodes.Count; i++)
        {
            if (!used.Contains(context.System.Nodes[i].Id))
                context.Report(ValidationFindings.IsolatedNode, "nodes", i, "id", "Nothing is connected to it.");
        }
    }

    internal static void UnreachableDemands(ValidationContext context)
    {
        // Where an end is missing or a row was not read, that is what is wrong.
        if (context.System.Supplies.Count == 0 || !PackageSchema.AssetTables.Append("converter_flows").Append("nodes").All(context.Places.IsComplete) || !HasAllNodes(context))
            return;
        HashSet<string> reached = Reach(context);
        for (int i = 0; i < context.System.Demands.Count; i++)
        {
            Demand demand = context.System.Demands[i];
            if (context.Ids("nodes").ContainsKey(demand.Node) && !reached.Contains(demand.Node))
                context.Report(ValidationFindings.UnreachableDemand, "demands", i, "node", $"No supply reaches '{demand.Node}' over any line, route or converter.", "Add what is missing, or check directions and reverse capacities.");
        }
    }

    private static bool HasAllNodes(ValidationContext context) => context.System.Supplies.Select(s => s.Node)
        .Concat(PackageSchema.ArcTables.SelectMany(t => context.Ids(t).Keys).SelectMany(id => context.FindArc(id) is { } arc ? new[] { arc.From, arc.To } : []))
        .Concat(context.System.ConverterFlows.Select(f => f.Node))
        .All(context.Ids("nodes").ContainsKey);

    /// <summary>Nodes that something supplied can flow to, whatever the status of the lines.</summary>
    private static HashSet<string> Reach(ValidationContext context)
    {
        var edges = new List<(string From, string To)>();
        edges.AddRange(context.System.Pipelines.Select(p => (p.From, p.To)));
        edges.AddRange(context.System.Pipelines.Where(p => p.ReverseCapacity is not null).Select(p => (p.To, p.From)));
        edges.AddRange(context.System.PowerLines.SelectMany(p => new[] { (p.From, p.To), (p.To, p.From) }));
        edges.AddRange(context.System.Transports.Select(t => (t.From, t.To)));
        foreach (IGrouping<string, ConverterFlow> flows in context.System.ConverterFlows.GroupBy(f => f.Converter))
        {
            foreach (ConverterFlow input in flows.Where(f => f.Side == FlowSide.In))
                edges.AddRange(flows.Where(f => f.Side == FlowSide.Out).Select(output => (input.Node, output.Node)));
        }

        foreach (Model.Time.DatedValue value in context.System.DatedValues)
        {
            if (value is { Table: "pipelines", Column: "reverse_capacity" } && context.FindArc(value.Subject) is { } arc)
                edges.Add((arc.To, arc.From));
        }

        ILookup<string, string> next = edges.ToLookup(e => e.From, e => e.To);
        var reached = new HashSet<string>(context.System.Supplies.Select(s => s.Node), StringComparer.Ordinal);
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out string? node))
        {
            foreach (string neighbour in next[node])
            {
                if (reached.Add(neighbour))
                    open.Enqueue(neighbour);
            }
        }

        return reached;
    }
}
