using Corridor.Data.Formats.Exchange;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>
/// Links between two buses of one carrier become controlled lines, all others and the processes converters. What runs backward with a loss
/// or a cost becomes a converter of its own, since the format gives at the start what it takes at the end divided by the efficiency.
/// </summary>
internal static class PyPsaLinkMapping
{
    /// <summary>Maps the links.</summary>
    public static void MapLinks(PyPsaContext context)
    {
        if (context.Components("links") is not { } links)
            return;
        IReadOnlyList<int> ports = links.Ports();
        for (int row = 0; row < links.Count; row++)
        {
            if (Ends(context, links, row, ports) is not { } nodes)
                continue;
            var rates = new double[ports.Count];
            rates[0] = -1;
            for (int i = 1; i < ports.Count; i++)
                rates[i] = nodes[i] is null ? 0 : context.Mean(links, row, ports[i] == 1 ? "efficiency" : Port("efficiency", ports[i]), "converter_flows.ratio");

            Add(context, links, row, nodes, rates);
        }
    }

    /// <summary>Maps the processes.</summary>
    public static void MapProcesses(PyPsaContext context)
    {
        if (context.Components("processes") is not { } processes)
            return;
        IReadOnlyList<int> ports = processes.Ports();
        for (int row = 0; row < processes.Count; row++)
        {
            if (Ends(context, processes, row, ports) is not { } nodes)
                continue;
            var rates = new double[ports.Count];
            for (int i = 0; i < ports.Count; i++)
                rates[i] = nodes[i] is null ? 0 : context.Mean(processes, row, Port("rate", ports[i]), "converter_flows.ratio");
            Add(context, processes, row, nodes, rates);
        }
    }

    private static string Port(string stem, int port) => stem + port.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static PyPsaNode?[]? Ends(PyPsaContext context, PyPsaComponents list, int row, IReadOnlyList<int> ports)
    {
        var nodes = new PyPsaNode?[ports.Count];
        for (int i = 0; i < nodes.Length; i++)
        {
            string attribute = Port("bus", ports[i]);
            if (ports[i] > 1 && list.Text(row, attribute).Length == 0)
                continue;
            nodes[i] = context.Node(list, row, attribute);
            if (nodes[i] is null)
                return null;
        }

        return nodes;
    }

    private static void Add(PyPsaContext context, PyPsaComponents list, int row, PyPsaNode?[] nodes, double[] rates)
    {
        PyPsaFigure most = context.Figure(list, row, "p_max_pu");
        PyPsaFigure least = context.Figure(list, row, "p_min_pu");
        if (list.Flag(row, "committable") && least.Greatest > 0)
        {
            context.Tally.Say(FidelityKind.Dropped, list.Table, row, "p_min_pu", "", "the least output of a unit that may be switched off is not held", warns: true);
            least = least.Map(v => Math.Min(v, 0));
        }

        var capacity = new PyPsaCapacity(context, list, row, "p_nom");
        PyPsaCost cost = PyPsaCost.Of(context, list, row, 1);
        if (cost.Profile is not null)
            context.Tally.Say(FidelityKind.Approximated, list.Table, row, "marginal_cost (series)", "converters.cost", "its average over time is taken", warns: true);
        if (list.Table.List == "links" && IsLine(nodes, rates, most, least, cost.Base))
        {
            Line(context, list, row, nodes, rates[1], most.Constant, least.Constant, cost.Base, capacity);
            return;
        }

        bool hasBack = least.Least < 0;
        bool hasForward = most.Greatest > 0 || !hasBack;
        if (hasForward)
        {
            string? id = Convert(context, list, row, nodes, rates, 1, "", capacity.Stated, (most, least), cost.Base);
            if (id is not null && !hasBack)
                capacity.Expand(id, 1);
        }

        if (hasBack)
        {
            string? id = Convert(context, list, row, nodes, rates, -1, hasForward ? "back" : "", capacity.Stated, (least.Map(v => -v), most.Map(v => -v)), -cost.Base);
            if (id is not null && !hasForward)
                capacity.Expand(id, 1);
        }

        if (hasBack && hasForward)
            capacity.CannotExpand("a conversion that runs both ways keeps its stated capacity");
    }

    /// <summary>Whether it is a line: two ends of one carrier, no gain, nothing that changes over time, no least flow, and backward neither loss nor cost.</summary>
    private static bool IsLine(PyPsaNode?[] nodes, double[] rates, PyPsaFigure most, PyPsaFigure least, double cost) =>
        nodes.Count(n => n is not null) == 2 && nodes[0]!.Carrier == nodes[1]!.Carrier && nodes[0]!.Id != nodes[1]!.Id
        && rates[1] is > 0 and <= 1 && cost >= 0
        && most.Series is null && least.Series is null && most.Constant > 0 && least.Constant <= 0
        && (least.Constant == 0 || (rates[1] == 1 && cost == 0));

    private static void Line(PyPsaContext context, PyPsaComponents list, int row, PyPsaNode?[] nodes, double efficiency, double most, double least, double cost, PyPsaCapacity capacity)
    {
        string id = context.AssetId(list, row, "link");
        string place = list.Table.Place(row);
        string carrier = list.Text(row, "carrier");
        string note = carrier.Length == 0 ? place : $"{place}, carrier {carrier}";
        Length? kilometres = context.LengthOf(list, row);
        double? loss = efficiency == 1 ? null : 1 - efficiency;
        UnitPrice? tariff = cost == 0 ? null : PyPsaUnits.PerMegawattHour(cost);
        AssetStatus status = list.Flag(row, "active") ? AssetStatus.Operating : AssetStatus.Suspended;
        if (nodes[0]!.IsElectric)
        {
            context.PowerLines.Add(new PowerLine
            {
                Id = id,
                Name = list.Table.Names[row],
                From = nodes[0]!.Id,
                To = nodes[1]!.Id,
                Kind = PowerLineKind.Dc,
                Length = kilometres,
                Rating = Power.FromMegawatts(most * capacity.Stated),
                ReverseRating = Power.FromMegawatts(-least * capacity.Stated),
                LossShare = loss,
                Tariff = tariff,
                PriceUnit = tariff?.Unit,
                Status = status,
                Source = PyPsaContext.Source,
                Note = note,
            });
        }
        else
        {
            context.Pipelines.Add(new Pipeline
            {
                Id = id,
                Name = list.Table.Names[row],
                From = nodes[0]!.Id,
                To = nodes[1]!.Id,
                Length = kilometres,
                Capacity = PyPsaUnits.Megawatts(most * capacity.Stated),
                ReverseCapacity = least == 0 ? null : PyPsaUnits.Megawatts(-least * capacity.Stated),
                FuelShare = loss,
                Tariff = tariff,
                RateUnit = PyPsaUnits.Power,
                PriceUnit = tariff?.Unit,
                Status = status,
                Source = PyPsaContext.Source,
                Note = note,
            });
        }

        capacity.Expand(id, most);
    }

    private static string? Convert(PyPsaContext context, PyPsaComponents list, int row, PyPsaNode?[] nodes, double[] rates, int direction, string part, double capacity, (PyPsaFigure Most, PyPsaFigure Least) limits, double cost)
    {
        var conversion = new PyPsaConversion(context, list, row, list.Table.Names[row], part);
        for (int i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is { } node)
                conversion.Flow(node, direction * rates[i]);
        }

        if (conversion.Takes)
            return conversion.Add(capacity, limits.Most.Map(v => Math.Max(v, 0)), limits.Least.Map(v => Math.Max(v, 0)), cost);
        context.Skip(list, row, "it takes nothing and gives something");
        return null;
    }
}
