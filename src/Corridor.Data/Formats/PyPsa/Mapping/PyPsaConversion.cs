using Corridor.Data.Formats.Exchange;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>A converter in the making. Takes and gives at a node are added up; what has no output gets one that is thrown away.</summary>
/// <param name="context">Where it goes.</param>
/// <param name="components">List of the component.</param>
/// <param name="row">Its row.</param>
/// <param name="name">Its name.</param>
/// <param name="part">Which part of the component it is; empty where it is the whole.</param>
internal sealed class PyPsaConversion(PyPsaContext context, PyPsaComponents components, int row, string name, string part)
{
    private const string Nothing = PyPsaExporter.Sink;
    private readonly List<(PyPsaNode Node, double Rate)> _flows = [];

    /// <summary>Adds a flow.</summary>
    /// <param name="node">Node.</param>
    /// <param name="rate">What a unit of activity gives there; negative for what it takes.</param>
    public void Flow(PyPsaNode node, double rate)
    {
        int known = _flows.FindIndex(f => f.Node.Id == node.Id && f.Rate > 0 == rate > 0);
        if (known >= 0)
            _flows[known] = (node, _flows[known].Rate + rate);
        else if (rate != 0)
            _flows.Add((node, rate));
    }

    /// <summary>Whether it takes anything.</summary>
    public bool Takes => _flows.Exists(f => f.Rate < 0);

    /// <summary>Adds the converter.</summary>
    /// <param name="capacity">Largest activity [MW].</param>
    /// <param name="most">Largest activity over time, of the capacity; not negative.</param>
    /// <param name="least">Least activity over time, of the capacity; not negative.</param>
    /// <param name="cost">Cost of a unit of activity [money/MWh].</param>
    /// <returns>Its id.</returns>
    public string Add(double capacity, PyPsaFigure most, PyPsaFigure least, double cost)
    {
        string place = components.Table.Place(row);
        string prefix = Prefix(components.Table.List);
        string id = part.Length == 0 ? context.AssetId(components, row, prefix) : context.AssetId(name, $"{prefix}-{part}");
        string note = part.Length == 0 ? place : $"{place}, what is {part}";
        string carrier = components.Text(row, "carrier");
        context.Converters.Add(new Converter
        {
            Id = id,
            Name = name,
            Kind = ConverterKind.Other,
            ReferenceUnit = PyPsaUnits.Energy,
            Capacity = PyPsaUnits.Megawatts(capacity),
            MinLoad = MinLoad(most, least),
            Cost = PyPsaUnits.PerMegawattHour(cost),
            Profile = context.Profile(name, part.Length == 0 ? "p_max_pu" : part, most, place),
            RateUnit = PyPsaUnits.Power,
            PriceUnit = PyPsaUnits.Price,
            Status = components.Flag(row, "active") ? AssetStatus.Operating : AssetStatus.Suspended,
            Source = PyPsaContext.Source,
            Note = carrier.Length == 0 ? note : $"{note}, carrier {carrier}",
        });
        foreach ((PyPsaNode node, double rate) in _flows)
            Row(id, node.Id, rate, disposable: false);
        if (!_flows.Exists(f => f.Rate > 0))
            Row(id, Sink(), 1, disposable: true);
        return id;
    }

    private static string Prefix(string list) => list switch
    {
        "links" => "link",
        "processes" => "process",
        "storage_units" => "storage",
        _ => "generator",
    };

    private void Row(string id, string node, double rate, bool disposable) => context.ConverterFlows.Add(new ConverterFlow
    {
        Converter = id,
        Node = node,
        Side = rate < 0 ? FlowSide.In : FlowSide.Out,
        Ratio = PyPsaUnits.MegawattHours(Math.Abs(rate)),
        AmountUnit = PyPsaUnits.Energy,
        Disposable = disposable,
        Source = PyPsaContext.Source,
    });

    /// <summary>The least activity as a share of the available: exact where both run in step.</summary>
    private double? MinLoad(PyPsaFigure most, PyPsaFigure least)
    {
        if (least.Greatest <= 0)
            return null;
        double share = double.NaN;
        int count = Math.Max(most.Series?.Length ?? 1, least.Series?.Length ?? 1);
        for (int t = 0; t < count; t++)
        {
            if (most.At(t) == 0 && least.At(t) == 0)
                continue;
            double here = least.At(t) / most.At(t);
            if (!double.IsNaN(share) && Math.Abs(here - share) > 1e-12)
            {
                context.Tally.Say(FidelityKind.Dropped, components.Table, row, "p_min_pu", "", "a least activity that does not follow the greatest is not held", warns: true);
                return null;
            }

            share = here;
        }

        if (share > 1)
            context.Tally.Say(FidelityKind.Approximated, components.Table, row, "p_min_pu", "converters.min_load", "a least activity above the greatest is taken as the greatest", warns: true);
        return double.IsNaN(share) ? 1 : Math.Min(share, 1);
    }

    private string Sink()
    {
        if (!context.Nodes.Exists(n => n.Id == Nothing))
        {
            const string Why = "what is taken and given up ends here";
            context.Carriers.Add(new Carrier { Id = Nothing, Name = "Nothing", Kind = CarrierKind.Other, Unit = PyPsaUnits.Account, Source = PyPsaContext.Source, Note = Why });
            context.Nodes.Add(new Node { Id = Nothing, Name = "Nothing", Carrier = Nothing, Zone = context.Nodes[0].Zone, Source = PyPsaContext.Source, Note = Why });
        }

        return Nothing;
    }
}
