using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.SciGridGas;

/// <summary>Maps what stands at nodes: production, LNG terminals, stores, consumers, compressors; border points by <see cref="SciGridBorders"/>.</summary>
/// <param name="mapping">What nodes and pipes became.</param>
/// <param name="isWinter">Whether figures of production come from <see cref="NationalFigures"/>.</param>
internal sealed class SciGridComponents(SciGridMapping mapping, bool isWinter)
{
    private const double UsualGrossValue = 11.63;
    private static readonly HashSet<string> OfStorages = new(["max_workingGas_M_m3", "max_cap_pipe2store_M_m3_per_d", "max_cap_store2pipe_M_m3_per_d", "start_year", "end_year"], StringComparer.Ordinal);
    private static readonly HashSet<string> OfTerminals = new(["max_cap_store2pipe_M_m3_per_d", "start_year", "end_year"], StringComparer.Ordinal);
    private static readonly HashSet<string> OfProductions = new(["max_supply_M_m3_per_d", "status", "start_year", "end_year"], StringComparer.Ordinal);
    private static readonly HashSet<string> OfConsumers = new(["max_demand_M_m3_per_d", "start_year", "end_year"], StringComparer.Ordinal);
    private static readonly HashSet<string> OfCompressors = new(["max_power_MW", "start_year", "end_year"], StringComparer.Ordinal);
    private double? _grossValue;

    /// <summary>Table <c>supplies</c>.</summary>
    internal List<Supply> Supplies { get; } = [];

    /// <summary>Table <c>supply_steps</c>.</summary>
    internal List<SupplyStep> Steps { get; } = [];

    /// <summary>Table <c>storages</c>.</summary>
    internal List<Storage> Storages { get; } = [];

    /// <summary>Table <c>demands</c>.</summary>
    internal List<Demand> Demands { get; } = [];

    /// <summary>Table <c>interconnections</c>.</summary>
    internal IReadOnlyList<Interconnection> Interconnections { get; private set; } = [];

    /// <summary>Table <c>compressors</c>.</summary>
    internal List<Compressor> Compressors { get; } = [];

    private FidelityReport Fidelity => mapping.Fidelity;

    private SciGridClaims Claims => mapping.Claims;

    /// <summary>Maps all components.</summary>
    internal void Map(SciGridFolder folder)
    {
        foreach (SciGridRecord record in folder.Components["Productions"].Where(r => mapping.HasNodes("productions", r, 1)))
            Production(record);
        foreach (SciGridRecord record in folder.Components["LNGs"].Where(r => mapping.HasNodes("LNG terminals", r, 1)))
            Terminal(record);
        foreach (SciGridRecord record in folder.Components["Storages"].Where(r => mapping.HasNodes("storages", r, 1)))
            Store(record);
        foreach (SciGridRecord record in folder.Components["Consumers"].Where(r => mapping.HasNodes("consumers", r, 1)))
            Consumer("consumers", record, DemandSector.Other);
        foreach (SciGridRecord record in folder.Components["PowerPlants"].Where(r => mapping.HasNodes("power plants", r, 1)))
            Consumer("power plants", record, DemandSector.Power);
        Interconnections = new SciGridBorders(mapping).Map([.. folder.Components["BorderPoints"].Where(r => mapping.HasNodes("border points", r, 1))]);
        double[] values = [.. folder.Components["BorderPoints"].Concat(folder.Components["LNGs"]).Select(r => r.Number("GCV_mean_kWh_per_m3")).OfType<double>().Where(v => v is > 5 and < 15).Order()];
        _grossValue = values.Length > 0 ? values[values.Length / 2] : null;
        var places = new SciGridCompressorPlaces(mapping.Pipelines);
        foreach (SciGridRecord record in folder.Components["Compressors"].Where(r => mapping.HasNodes("compressors", r, 1)))
            Station(record, places);
    }

    /// <summary>The carrier; its heating value is the median of what border points and terminals state.</summary>
    internal Carrier Carrier()
    {
        double gross = (_grossValue ?? UsualGrossValue) * 3.6;
        string told = _grossValue is null ? "no border point states a heating value: 11.63 kWh/m³ assumed" : "median of GCV_mean_kWh_per_m3 of border points and LNG terminals";
        Fidelity.Defaulted("data set", "reference conditions", "carriers", "The data set does not state the conditions of its cubic metres: 0 °C and 1.01325 bar, as kWh of gas are stated in Europe.", "M_m3_per_d is read as mcm@0C/d");
        Fidelity.Defaulted("data set", "net heating value", "carriers.net_heating_value", "The net heating value is 0.902 of the gross one, and the CO2 of burning 56.1 kg/GJ: usual natural gas.");
        return new Carrier
        {
            Id = SciGridMapping.Gas,
            Name = "Natural gas",
            Kind = CarrierKind.Gas,
            Unit = SciGridMapping.Volume,
            GrossHeatingValue = Math.Round(gross, 3),
            NetHeatingValue = Math.Round(gross * 0.902, 3),
            HeatingValueUnit = "MJ/m3@0C",
            Co2PerNetEnergy = 56.1,
            Source = SciGridMapping.Source,
            Basis = Basis.Assumed,
            Note = $"one gas quality for the whole network: {told}; cubic metres at 0 °C; net 0.902 of gross; CO2 of usual natural gas",
        };
    }

    private void Production(SciGridRecord record)
    {
        if (Need(record, "productions", "max_supply_M_m3_per_d") is not { } capacity)
            return;
        string id = mapping.Ids.Take(record.Name ?? record.Id, "s");
        Node node = mapping.Nodes[record.Nodes[0]];
        Supplies.Add(new Supply
        {
            Id = id,
            Name = record.Name ?? record.Id,
            Node = node.Id,
            Capacity = new Rate(capacity.Value.Number, SciGridMapping.PerDay),
            RateUnit = SciGridMapping.PerDay,
            Status = Status(record),
            Start = Start(record, "productions"),
            End = End(record, "productions"),
            Source = SciGridMapping.Source,
            Basis = SciGridMapping.BasisOf(capacity),
            Note = Note(record),
        });
        bool isReplaced = isWinter && NationalFigures.SupplyOf(node.Zone) is not null;
        Claims.Figure("productions", record, capacity, "supplies", id, "capacity", !isReplaced, isReplaced ? "Not in use: most of these figures are one median for all fields, far above what the country produces; a national figure is shared out in proportion." : null);
        Claims.Rest("productions", record, "supplies", id, OfProductions);
    }

    private void Terminal(SciGridRecord record)
    {
        if (Need(record, "LNG terminals", "max_cap_store2pipe_M_m3_per_d") is not { } capacity)
            return;
        string id = mapping.Ids.Take(record.Name ?? record.Id, "lng");
        Supplies.Add(new Supply
        {
            Id = id,
            Name = $"LNG {record.Name ?? record.Id}",
            Node = mapping.Nodes[record.Nodes[0]].Id,
            Capacity = new Rate(capacity.Value.Number, SciGridMapping.PerDay),
            RateUnit = SciGridMapping.PerDay,
            Start = Start(record, "LNG terminals"),
            End = End(record, "LNG terminals"),
            Source = SciGridMapping.Source,
            Basis = SciGridMapping.BasisOf(capacity),
            Note = Note(record) + "; LNG terminal: the send-out is the supply, the ships behind it are not modelled",
        });
        Claims.Figure("LNG terminals", record, capacity, "supplies", id, "capacity");
        Claims.Rest("LNG terminals", record, "supplies", id, OfTerminals);
    }

    private void Store(SciGridRecord record)
    {
        if (Need(record, "storages", "max_workingGas_M_m3") is not { } volume || Need(record, "storages", "max_cap_pipe2store_M_m3_per_d") is not { } injection || Need(record, "storages", "max_cap_store2pipe_M_m3_per_d") is not { } withdrawal)
            return;
        string id = mapping.Ids.Take(record.Name ?? record.Id, "st");
        Storages.Add(new Storage
        {
            Id = id,
            Name = record.Name ?? record.Id,
            Node = mapping.Nodes[record.Nodes[0]].Id,
            Kind = StorageKind.Underground,
            WorkingVolume = new Amount(volume.Value.Number, SciGridMapping.Volume),
            MaxInjection = new Rate(injection.Value.Number, SciGridMapping.PerDay),
            MaxWithdrawal = new Rate(withdrawal.Value.Number, SciGridMapping.PerDay),
            AmountUnit = SciGridMapping.Volume,
            RateUnit = SciGridMapping.PerDay,
            Start = Start(record, "storages"),
            End = End(record, "storages"),
            Source = SciGridMapping.Source,
            Basis = volume.IsRaw && injection.IsRaw && withdrawal.IsRaw ? Basis.Reported : volume.Method is null ? Basis.Derived : Basis.Estimated,
            Note = Note(record),
        });
        Claims.Figure("storages", record, volume, "storages", id, "working_volume");
        Claims.Figure("storages", record, injection, "storages", id, "max_injection");
        Claims.Figure("storages", record, withdrawal, "storages", id, "max_withdrawal");
        Claims.Rest("storages", record, "storages", id, OfStorages);
    }

    private void Consumer(string part, SciGridRecord record, DemandSector sector)
    {
        if (Need(record, part, "max_demand_M_m3_per_d") is not { } peak)
            return;
        string id = mapping.Ids.Take(record.Name ?? record.Id, "d");
        Demands.Add(new Demand
        {
            Id = id,
            Name = record.Name ?? record.Id,
            Node = mapping.Nodes[record.Nodes[0]].Id,
            Sector = sector,
            AnnualVolume = new Amount(peak.Value.Number * 365, SciGridMapping.Volume),
            AmountUnit = SciGridMapping.Volume,
            CurtailmentCost = new UnitPrice(EuropeanWinter.CurtailmentCost, EuropeanWinter.PerEnergy),
            PriceUnit = EuropeanWinter.PerEnergy,
            Start = Start(record, part),
            End = End(record, part),
            Source = SciGridMapping.Source,
            Basis = SciGridMapping.BasisOf(peak),
            Note = Note(record) + "; the greatest day of the file on every day of the year",
        });
        Fidelity.Approximated(part, "max_demand_M_m3_per_d", "demands.annual_volume", "The greatest demand of a day is taken on every day: a peak day.");
        Fidelity.Defaulted(part, "", "demands.curtailment_cost", string.Create(CultureInfo.InvariantCulture, $"{EuropeanWinter.CurtailmentCost} EUR/MWh (assumed)."));
        Claims.Rest(part, record, "demands", id, OfConsumers);
    }

    private void Station(SciGridRecord record, SciGridCompressorPlaces places)
    {
        Node node = mapping.Nodes[record.Nodes[0]];
        if (places.At(node.Id) is not var (pipe, isAtStart))
        {
            Fidelity.Dropped("compressors", "", "No pipe meets its node.", SciGridMapping.Example(record));
            Claims.Rest("compressors", record, "nodes", node.Id, []);
            return;
        }

        string id = mapping.Ids.Take(record.Name ?? record.Id, "c");
        SciGridAttribute? power = record.Find("max_power_MW");
        Compressors.Add(new Compressor
        {
            Id = id,
            Name = record.Name ?? record.Id,
            Pipeline = pipe.Id,
            Chainage = isAtStart ? Length.FromKilometres(0) : pipe.Length,
            Power = record.Number("max_power_MW") is { } megawatts and >= 0 ? Power.FromMegawatts(megawatts) : null,
            Lat = record.Latitudes.Count > 0 ? record.Latitudes[0] : null,
            Lon = record.Longitudes.Count > 0 ? record.Longitudes[0] : null,
            Start = Start(record, "compressors"),
            End = End(record, "compressors"),
            Source = SciGridMapping.Source,
            Basis = SciGridMapping.BasisOf(power),
            Note = $"{Note(record)}; at node {record.Nodes[0]}",
        });
        Fidelity.Approximated("compressors", "node_id", "compressors.pipeline", "A station stands on a line in the model: that of the greatest capacity that leaves its node, or reaches it where none leaves.", SciGridMapping.Example(record));
        if (power is not null)
            Claims.Figure("compressors", record, power, "compressors", id, "power");
        Claims.Rest("compressors", record, "compressors", id, OfCompressors);
    }

    /// <summary>The number of an attribute without which a row says nothing; counts the row as dropped where it is missing.</summary>
    private SciGridAttribute? Need(SciGridRecord record, string part, string name)
    {
        if (record.Find(name) is { Value.Kind: PythonKind.Number } attribute && double.IsFinite(attribute.Value.Number) && attribute.Value.Number >= 0)
            return attribute;
        Fidelity.Dropped(part, "", $"{name} is not stated, or no number above or equal to zero.", SciGridMapping.Example(record));
        return null;
    }

    private static string Note(SciGridRecord record) => record.Comment is null ? SciGridMapping.Place(record) : $"{SciGridMapping.Place(record)}; {record.Comment}";

    private AssetStatus Status(SciGridRecord record)
    {
        if (record.Find("status") is not { } stated)
            return AssetStatus.Operating;
        AssetStatus? status = stated.Value.Text.ToLowerInvariant() switch
        {
            "operational" or "operating" => AssetStatus.Operating,
            "construction" or "under construction" => AssetStatus.Construction,
            "planned" or "planning" => AssetStatus.Planned,
            "proposed" => AssetStatus.Proposed,
            "retired" or "closed" or "decommissioned" => AssetStatus.Retired,
            "suspended" or "mothballed" => AssetStatus.Suspended,
            _ => null,
        };
        if (status is null)
            Fidelity.Approximated("productions", "status", "supplies.status", "An unknown word is taken for out of service.", $"{SciGridMapping.Example(record)} = {stated.Value.Text}");
        else
            Fidelity.Exact("productions", "status", "supplies.status");
        return status ?? AssetStatus.Suspended;
    }

    private DateOnly? Start(SciGridRecord record, string part) => Year(record, part, "start_year");

    private DateOnly? End(SciGridRecord record, string part) => Year(record, part, "end_year");

    private DateOnly? Year(SciGridRecord record, string part, string name)
    {
        if (record.Find(name) is not { } stated)
            return null;
        DateOnly? day = SciGridMapping.YearOf(record, name);
        if (day is null)
            Fidelity.Dropped(part, name, "It is no year between 1800 and 2200.", $"{SciGridMapping.Example(record)} = {stated.Value.Printed()}");
        else if (name == "end_year" && SciGridMapping.YearOf(record, "start_year") >= day)
        {
            Fidelity.Dropped(part, name, "It is not later than the year of the start.", $"{SciGridMapping.Example(record)} = {stated.Value.Printed()}");
            return null;
        }
        else
            Fidelity.Approximated(part, name, name == "end_year" ? "end" : "start", "A year becomes its first of January.");
        return day;
    }
}
