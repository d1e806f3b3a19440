using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PyPsa.Reading;
using Corridor.Model.Network;
using Corridor.Model.PowerGrids;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>Buses become nodes; their carriers and countries become carriers and zones.</summary>
internal static class PyPsaBusMapping
{
    private const string Everywhere = "all";
    private const string Electricity = "electricity";

    /// <summary>Countries that the format's files call otherwise than ISO 3166 does.</summary>
    private static readonly Dictionary<string, string> Iso = new(StringComparer.Ordinal) { ["UK"] = "GB", ["EL"] = "GR" };

    /// <summary>Words in the names of carriers and the kind of energy that they mean, the first found counts.</summary>
    private static readonly (string Word, CarrierKind Kind)[] Kinds =
    [
        ("heat", CarrierKind.Heat), ("lng", CarrierKind.Lng), ("hydrogen", CarrierKind.Hydrogen), ("gas", CarrierKind.Gas), ("methane", CarrierKind.Gas), ("lignite", CarrierKind.Coal),
        ("coal", CarrierKind.Coal), ("crude", CarrierKind.Crude), ("oil", CarrierKind.Products), ("naphtha", CarrierKind.Products), ("kerosene", CarrierKind.Products), ("methanol", CarrierKind.Products),
        ("voltage", CarrierKind.Electricity), ("electric", CarrierKind.Electricity), ("battery", CarrierKind.Electricity),
    ];

    /// <summary>Maps the buses.</summary>
    public static void Map(PyPsaContext context)
    {
        if (context.Components("buses") is not { } buses)
            return;
        var zones = new Dictionary<string, string>(StringComparer.Ordinal);
        var carriers = new Dictionary<string, (string Id, CarrierKind Kind)>(StringComparer.Ordinal);
        var (zoneIds, carrierIds) = (new ForeignIds(), new ForeignIds());
        PyPsaColumn? countries = buses.Table.Column("country");
        if (countries is null or { Given: 0 })
            context.Tally.Report.Defaulted("buses", "country", "nodes.zone", "no countries are stated; one zone is taken", null, buses.Count);
        bool isGeographic = context.Folder.SpatialReference == 4326;
        for (int row = 0; row < buses.Count; row++)
        {
            string place = buses.Table.Place(row);
            string name = buses.Text(row, "carrier");
            if (!carriers.TryGetValue(name, out (string Id, CarrierKind Kind) carrier))
            {
                carrier = Carrier(context, carriers, carrierIds, name);
                carriers.Add(name, carrier);
            }

            string unit = buses.Text(row, "unit");
            if (unit is not ("" or "None") && (!AmountUnit.TryParse(unit, out AmountUnit? amount, out _) ? PyPsaContext.HasStatedId(buses, row) : amount.Symbol != "MWh"))
                context.Tally.Say(FidelityKind.Dropped, buses.Table, row, "unit", "", $"figures in {unit} are taken as MWh", warns: true);
            string country = countries is null ? "" : buses.Text(row, "country");
            if (!zones.TryGetValue(country, out string? zone))
            {
                zone = Zone(context, zoneIds, country, place);
                zones.Add(country, zone);
            }

            string id = PyPsaContext.Id(context.NodeIds, buses, row, "");
            double x = Coordinate(context, buses, row, "x", 180, isGeographic);
            double y = Coordinate(context, buses, row, "y", 90, isGeographic);
            bool hasPlace = !double.IsNaN(x) && !double.IsNaN(y);
            context.Nodes.Add(new Node
            {
                Id = id,
                Name = buses.Table.Names[row],
                Carrier = carrier.Id,
                Zone = zone,
                Lon = hasPlace ? x : null,
                Lat = hasPlace ? y : null,
                Source = PyPsaContext.Source,
                Note = place,
            });
            context.Buses.Add(new PyPsaNode(buses.Table.Names[row], id, carrier.Id, carrier.Kind == CarrierKind.Electricity, name == "DC", buses.Number(row, "v_nom")) { Zone = zone, Row = row });
        }
    }

    /// <summary>What a power flow needs to know of the buses; called last, since units and loads tell some of it.</summary>
    public static PowerNode[] PowerNodes(PyPsaContext context)
    {
        if (context.Components("buses") is not { } buses)
            return [];
        var rows = new List<PowerNode>(context.Buses.Count);
        foreach (PyPsaNode bus in context.Buses.Where(b => b.IsElectric))
        {
            double least = buses.Given(bus.Row, "v_mag_pu_min");
            double greatest = buses.Given(bus.Row, "v_mag_pu_max");
            double set = context.Mean(buses, bus.Row, "v_mag_pu_set", "power_nodes.voltage");
            rows.Add(new PowerNode
            {
                Node = bus.Id,
                Control = bus.IsSlack ? BusControl.Slack : bus.HoldsVoltage ? BusControl.Voltage : BusControl.Load,
                NominalVoltage = bus.Voltage,
                Voltage = set == 1 ? null : set,
                VoltageMin = least > 0 ? least : null,
                VoltageMax = double.IsFinite(greatest) ? greatest : null,
                ReactiveDemand = NotZero(bus.ReactiveDemand),
                ShuntConductance = NotZero(bus.ShuntConductance),
                ShuntSusceptance = NotZero(bus.ShuntSusceptance),
                Source = PyPsaContext.Source,
                Note = buses.Table.Place(bus.Row),
            });
        }

        return [.. rows];
    }

    /// <summary>Adds up the shunts of each bus.</summary>
    public static void MapShunts(PyPsaContext context)
    {
        if (context.Components("shunt_impedances") is not { } shunts)
            return;
        for (int row = 0; row < shunts.Count; row++)
        {
            if (!shunts.Flag(row, "active"))
            {
                context.Tally.Say(FidelityKind.Dropped, shunts.Table, row, "active", "", "a shunt out of service is left out", warns: false);
                continue;
            }

            if (context.Node(shunts, row, "bus") is not { } bus)
                continue;
            double factor = -shunts.Number(row, "sign") * bus.Voltage * bus.Voltage;
            bus.ShuntConductance += factor * shunts.Number(row, "g");
            bus.ShuntSusceptance += factor * shunts.Number(row, "b");
        }
    }

    private static double? NotZero(double value) => value == 0 ? null : value;

    private static (string Id, CarrierKind Kind) Carrier(PyPsaContext context, Dictionary<string, (string Id, CarrierKind Kind)> carriers, ForeignIds ids, string name)
    {
        bool isGrid = name is "AC" or "DC";
        foreach ((string other, (string Id, CarrierKind Kind) known) in carriers)
        {
            if (isGrid && other is "AC" or "DC")
                return known;
        }

        CarrierKind kind = isGrid ? CarrierKind.Electricity : KindOf(name);
        string id = ids.Take(isGrid ? Electricity : name);
        context.Carriers.Add(new Carrier
        {
            Id = id,
            Name = isGrid ? "Electricity" : name,
            Kind = kind,
            Unit = PyPsaUnits.Account,
            Source = PyPsaContext.Source,
        });
        return (id, kind);
    }

    private static CarrierKind KindOf(string name)
    {
        string lower = name.ToLowerInvariant();
        if (lower.Contains("co2", StringComparison.Ordinal))
            return CarrierKind.Other;
        foreach ((string word, CarrierKind kind) in Kinds)
        {
            if (lower.Contains(word, StringComparison.Ordinal))
                return kind;
        }

        return lower is "h2" || lower.StartsWith("h2 ", StringComparison.Ordinal) ? CarrierKind.Hydrogen : CarrierKind.Other;
    }

    private static string Zone(PyPsaContext context, ForeignIds ids, string country, string place)
    {
        string id = ids.Take(country.Length == 0 ? Everywhere : country);
        string code = Iso.GetValueOrDefault(country, country);
        context.Zones.Add(new Zone
        {
            Id = id,
            Name = country.Length == 0 ? "All" : country,
            Iso = code.Length == 2 && code.All(char.IsAsciiLetterUpper) ? code : null,
            Source = PyPsaContext.Source,
            Note = country.Length == 0 ? "no country is stated" : place,
        });
        return id;
    }

    private static double Coordinate(PyPsaContext context, PyPsaComponents buses, int row, string attribute, double most, bool isGeographic)
    {
        double value = buses.Given(row, attribute);
        if (double.IsNaN(value) || (isGeographic && Math.Abs(value) <= most))
            return value;
        context.Tally.Say(FidelityKind.Dropped, buses.Table, row, attribute, "", "no longitude or latitude in degrees", warns: false);
        return double.NaN;
    }
}
