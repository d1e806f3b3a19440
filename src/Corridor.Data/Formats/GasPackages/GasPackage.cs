using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.GasPackages;

/// <summary>
/// Makes a package of a network that the physics read: a dispatch knows amounts and capacities, not pressures. What is lost is counted. Mass flows become volumes at 0 °C
/// by one density, so that what balances in mass balances in volume.
/// </summary>
/// <param name="network">The network, a nomination applied where there is one.</param>
/// <param name="density">Density at norm conditions [kg/m³].</param>
/// <param name="part">Name of the format in the fidelity report.</param>
/// <param name="fidelity">Takes what came over and what not.</param>
internal sealed class GasPackage(GasNetwork network, double density, string part, FidelityReport fidelity)
{
    private const string Gas = "gas", Zone = "network", Source = "network-files";
    private const double CurtailmentCost = 10_000, SupplyCost = 100, Tariff = 0.01, UsualGrossValue = 40, SecondsOfYear = 86_400 * 365;
    private const string Doubled = "twice the flow, so that supply exceeds demand";

    /// <summary>What is said of a capacity that the file does not state.</summary>
    internal const string Unbound = "twice all that flows in, so that it does not bind";

    /// <summary>Multiple of what flows that a capacity gets which the file does not state: just as much would bind, and leave prices open.</summary>
    private const double Room = 2;

    private static readonly RateUnit PerDay = RateUnit.Parse("mcm@0C/d");
    private static readonly AmountUnit Volume = AmountUnit.Parse("mcm@0C");
    private static readonly PriceUnit Price = PriceUnit.Parse("EUR/kcm@0C");
    private readonly ForeignIds _ids = new();
    private readonly List<Claim> _claims = [];
    private Node[] _nodes = [];
    private double _whole;

    /// <summary>Whether the coordinates of the nodes are longitudes and latitudes; otherwise they are those of a drawing.</summary>
    public bool IsGeographic { get; init; }

    /// <summary>Title of the package; kept in one line.</summary>
    public required string Title { get => field; init => field = ForeignText.OneLine(value); }

    /// <summary>Title, address and licence of the source.</summary>
    public required SourceDocument Document { get; init; }

    /// <summary>Claims about nodes: node, topic, figure as printed, place.</summary>
    public IReadOnlyList<(string Node, string Topic, string Printed, string Place)> Statements { get; init; } = [];

    /// <summary>The package; null where a figure of the network is too great for one.</summary>
    /// <param name="findings">Receives these figures.</param>
    public EnergySystem? Make(FindingList findings)
    {
        _whole = Math.Max(network.Nodes.Sum(n => Math.Max(0, n.InjectionMax ?? n.Injection)), network.Nodes.Sum(n => Math.Max(0, -n.Injection)));
        if (IsBeyond(findings))
            return null;
        _nodes = [.. network.Nodes.Select(MakeNode)];
        List<Supply> supplies = Supplies();
        List<Demand> demands = Demands();
        var lines = new GasPackageLines(network, _nodes, _ids, part, fidelity) { Rate = RateOf, Ample = Room * _whole, Price = Price, Tariff = Tariff, Source = Source };
        lines.Map();
        foreach ((string id, string topic, string printed, string place) in Statements)
        {
            int node = IndexOf(id);
            if (node < 0)
                continue;
            _claims.Add(new Claim { Id = _ids.Take($"{id}-{topic}", "cl"), Table = "nodes", Subject = _nodes[node].Id, Column = topic, AsPrinted = ForeignText.OneLine(printed), Place = ForeignText.OneLine(place), Confidence = Confidence.Medium, Source = Source, Basis = Basis.Reported });
            fidelity.Approximated(part, topic, "claims", "Kept as a claim: a dispatch knows no pressures.");
        }

        return new EnergySystem
        {
            Description = new PackageDescription { Name = _ids.Take(Title).Replace('.', '-'), Title = Title, Currency = "EUR", From = new DateOnly(2025, 1, 1), To = new DateOnly(2025, 1, 2), Description = "Made of a gas network for hydraulics; rows name their file and line. A day is the nomination or the state of the file." },
            Carriers = [MakeCarrier()],
            Zones = [new Zone { Id = Zone, Name = Title, Source = Source }],
            Nodes = _nodes,
            Supplies = supplies,
            Demands = demands,
            Pipelines = lines.Pipelines,
            Compressors = lines.Compressors,
            Claims = _claims,
            Sources = [Document with { Id = Source, Title = ForeignText.OneLine(Document.Title ?? Title) }],
        };
    }

    /// <summary>Whether a figure is finite but has no room in a package, where a mass flow becomes the volume of a year; each is told.</summary>
    private bool IsBeyond(FindingList findings)
    {
        bool isBeyond = false;
        void Look(string subject, SourcePlace place, string what, double figure)
        {
            if (Math.Abs(figure) <= ForeignFigure.Greatest)
                return;
            isBeyond = true;
            findings.Add(FormatFindings.OutOfRange.At(subject, place, string.Create(CultureInfo.InvariantCulture, $"{what} of '{subject}' is beyond {ForeignFigure.Greatest:g} in the units of a package."), "Correct the number, or its unit."));
        }

        foreach (GasNode node in network.Nodes)
            Look(node.Id, node.Place, "The flow", Math.Max(Math.Abs(node.Injection), Math.Max(Math.Abs(node.InjectionMin ?? 0), Math.Abs(node.InjectionMax ?? 0))) / density * SecondsOfYear);
        foreach (GasElement element in network.Elements)
        {
            Look(element.Id, element.Place, "The bound of the flow", Math.Max(Math.Abs(element.FlowMin ?? 0), Math.Abs(element.FlowMax ?? 0)) / density * SecondsOfYear);
            if (element is GasPipe pipe)
                Look(pipe.Id, pipe.Place, "A length", Math.Max(pipe.Length, Math.Max(pipe.Diameter, pipe.Roughness)));
            if (element is GasCompressorStation { PowerMax: { } power })
                Look(element.Id, element.Place, "The power", power);
        }

        string file = Document.Title ?? Title;
        if (!(_whole / density * SecondsOfYear <= ForeignFigure.Greatest) && !isBeyond)
            Look(file, SourcePlace.None, "The sum of all flows", double.PositiveInfinity);
        Look(file, SourcePlace.None, "The calorific value of the gas", network.Gas.CalorificValue ?? 0);
        return isBeyond;
    }

    private Carrier MakeCarrier()
    {
        double? stated = network.Gas.CalorificValue is > 0 ? network.Gas.CalorificValue / 1e6 : null;
        if (stated is null)
            fidelity.Defaulted(part, "calorific value", "carriers.gross_heating_value", "The files state none: 40 MJ/m³ at 0 °C (assumed).");
        else
            fidelity.Exact(part, "calorific value", "carriers.gross_heating_value");
        fidelity.Defaulted(part, "net calorific value", "carriers.net_heating_value", "0.902 of the gross one, usual for natural gas.");
        fidelity.Approximated(part, "density", "carriers", "One density for the whole network turns mass into volume; differences of quality between entries are lost.");
        double gross = stated ?? UsualGrossValue;
        return new Carrier
        {
            Id = Gas,
            Name = ForeignText.OneLine(NameOf(network.Gas.Name)),
            Kind = CarrierKind.Gas,
            Unit = Volume,
            GrossHeatingValue = gross,
            NetHeatingValue = gross * 0.902,
            HeatingValueUnit = "MJ/m3@0C",
            Co2PerNetEnergy = 56.1,
            Source = Source,
            Basis = stated is null ? Basis.Assumed : Basis.Derived,
            Note = FormattableString.Invariant($"density at norm conditions {density} kg/m³; heating value {(stated is null ? "assumed" : "of the files")}, net 0.902 of gross; CO2 of usual natural gas"),
        };
    }

    private Node MakeNode(GasNode node)
    {
        bool isPlaced = IsGeographic && Math.Abs(node.X) <= 180 && Math.Abs(node.Y) <= 90;
        fidelity.Exact(part, "node", "nodes");
        if (isPlaced)
            fidelity.Exact(part, "coordinates", "nodes.lon, nodes.lat");
        else if (!double.IsNaN(node.X))
            fidelity.Dropped(part, "coordinates", "They are those of a drawing, not longitudes and latitudes.", $"{node.Id} = {FormattableString.Invariant($"{node.X}, {node.Y}")}");
        if (node.Height != 0)
            fidelity.Dropped(part, "height", "A dispatch knows no heights.", node.Id);
        if (node.PressureMin is not null || node.PressureMax is not null)
            fidelity.Approximated(part, "pressure bounds of nodes", "pipelines.min_pressure, pipelines.max_pressure", "The dispatch does not hold them; they bound the pipes that meet there in the check of physics.", node.Id);
        return new Node
        {
            Id = _ids.Take(node.Id, "n"),
            Name = ForeignText.OneLine(node.Name is null || node.Name == node.Id ? node.Id : $"{node.Name} ({node.Id})"),
            Carrier = Gas,
            Zone = Zone,
            Lon = isPlaced ? node.X : null,
            Lat = isPlaced ? node.Y : null,
            Source = Source,
            Note = PlaceOf(node.Place.ToString(), node.InService ? "" : "out of service"),
        };
    }

    private List<Supply> Supplies()
    {
        var supplies = new List<Supply>();
        bool hasHeld = network.Nodes.Any(n => n.InService && n.PressureSetpoint is not null);
        for (int n = 0; n < network.Nodes.Count; n++)
        {
            GasNode node = network.Nodes[n];
            bool isHeld = node.PressureSetpoint is not null;
            double most = isHeld ? _whole : Math.Max(node.Injection, node.InjectionMax ?? 0);
            if (!node.InService || (most <= 0 && !isHeld))
                continue;
            double least = Math.Max(0, node.InjectionMin ?? 0);
            bool isFree = !isHeld && least < most && least > 0;
            bool isFixed = !isHeld && !hasHeld && (node.InjectionMax is null || node.InjectionMin == node.InjectionMax);
            if (isHeld)
            {
                fidelity.Approximated(part, "node of held pressure", "supplies", "It gives whatever the network needs.", node.Id);
                fidelity.Defaulted(part, "bound of a node of held pressure", "supplies.capacity", "The file states none: " + Unbound + ".", node.Id);
            }
            else if (isFixed)
            {
                fidelity.Approximated(part, "injection", "supplies.capacity", "The file states a flow and no bound: " + Doubled + ".", node.Id);
            }
            else
            {
                fidelity.Exact(part, "injection", "supplies.capacity");
            }

            supplies.Add(new Supply
            {
                Id = _ids.Take(node.Id, "s"),
                Name = ForeignText.OneLine(node.Name ?? node.Id),
                Node = _nodes[n].Id,
                Capacity = RateOf(isHeld || isFixed ? Room * most : most),
                MinOutput = isFree ? RateOf(least) : null,
                RateUnit = PerDay,
                Cost = new UnitPrice(SupplyCost, Price),
                PriceUnit = Price,
                Source = Source,
                Basis = Basis.Assumed,
                Note = PlaceOf(node.Place.ToString(), $"cost assumed; capacity {(isHeld ? Unbound : isFixed ? Doubled : "of the file")}"),
            });
        }

        fidelity.Defaulted(part, "", "supplies.cost", FormattableString.Invariant($"{SupplyCost} EUR/kcm (assumed): the files know no prices."), null, supplies.Count);
        return supplies;
    }

    private List<Demand> Demands()
    {
        var demands = new List<Demand>();
        for (int n = 0; n < network.Nodes.Count; n++)
        {
            GasNode node = network.Nodes[n];
            if (!node.InService || node.Injection >= 0)
                continue;
            if (node.InjectionMin is { } least && node.InjectionMax is { } most && least < most)
                fidelity.Approximated(part, "withdrawal", "demands.annual_volume", "A range: its middle is taken.", node.Id);
            else
                fidelity.Exact(part, "withdrawal", "demands.annual_volume");
            demands.Add(new Demand
            {
                Id = _ids.Take(node.Id, "d"),
                Name = ForeignText.OneLine(node.Name ?? node.Id),
                Node = _nodes[n].Id,
                Sector = DemandSector.Other,
                Protected = node.IsProtected,
                AnnualVolume = new Amount(RateOf(-node.Injection).Value * 365, Volume),
                AmountUnit = Volume,
                CurtailmentCost = new UnitPrice(CurtailmentCost, Price),
                PriceUnit = Price,
                Source = Source,
                Basis = Basis.Assumed,
                Note = PlaceOf(node.Place.ToString(), "the flow of the file on every day of the year; cost of curtailment assumed"),
            });
        }

        fidelity.Defaulted(part, "", "demands.curtailment_cost", FormattableString.Invariant($"{CurtailmentCost} EUR/kcm (assumed)."), null, demands.Count);
        return demands;
    }

    /// <summary>Name of the carrier: names that say how the file came by its gas tell nothing of it.</summary>
    private static string NameOf(string gas) => gas is "mean of the entries" or "STANET_fluid" ? "Natural gas" : gas;

    /// <summary>A mass flow [kg/s] as a volume of a day.</summary>
    private Rate RateOf(double massFlow) => new(massFlow / density * 86_400 / 1e6, PerDay);

    private static string PlaceOf(string place, string remark) => ForeignText.OneLine(remark.Length == 0 ? place : $"{place}; {remark}");

    private int IndexOf(string id)
    {
        for (int n = 0; n < network.Nodes.Count; n++)
        {
            if (network.Nodes[n].Id == id)
                return n;
        }

        return -1;
    }
}
