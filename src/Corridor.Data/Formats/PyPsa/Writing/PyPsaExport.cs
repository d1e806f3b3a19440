using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PyPsa.Attributes;
using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PyPsa.Writing;

/// <summary>What all parts of an export share: the package, the sheets, the snapshots and the report.</summary>
internal sealed class PyPsaExport
{
    private readonly Dictionary<string, Expansion> _expansions;
    private readonly Dictionary<string, PyPsaSheet> _sheets = new(StringComparer.Ordinal);

    public PyPsaExport(EnergySystem system)
    {
        (System, Report) = (system, new FidelityReport());
        Sampler = new PyPsaSampler(system, Report);
        Scale = new PyPsaScale(system, Report);
        _expansions = system.Expansions.GroupBy(e => e.Asset, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    public EnergySystem System { get; }

    public FidelityReport Report { get; }

    public PyPsaSampler Sampler { get; }

    public PyPsaScale Scale { get; }

    /// <summary>Names of the buses by the ids of their nodes.</summary>
    public Dictionary<string, string> Buses { get; } = new(StringComparer.Ordinal);

    /// <summary>Nominal voltages of the buses by the ids of their nodes [kV].</summary>
    public Dictionary<string, double> Voltages { get; } = new(StringComparer.Ordinal);

    /// <summary>The sheets that have rows.</summary>
    public IEnumerable<PyPsaSheet> Sheets => _sheets.Values;

    /// <summary>A sheet.</summary>
    public PyPsaSheet Sheet(string list)
    {
        if (!_sheets.TryGetValue(list, out PyPsaSheet? sheet))
            _sheets.Add(list, sheet = new PyPsaSheet(list));
        return sheet;
    }

    /// <summary>Begins a component: its name, the id of its row, and whether it is in service.</summary>
    public PyPsaSheet Begin(string list, Entity row, AssetStatus status, DateOnly? start, DateOnly? end, string table, string part = "")
    {
        PyPsaSheet sheet = Sheet(list);
        string id = part.Length == 0 ? row.Id : $"{row.Id}-{part}";
        Name(sheet, table, part.Length == 0 ? row.Name : id, id);
        if (status != AssetStatus.Operating || !Covers(start, end))
            sheet.Set("active", false);
        if (Covers(start, end) && (start is not null || end is not null))
            Report.Dropped(table, "start and end", "it is in service in the whole horizon; the format has years of building only", row.Id);
        else if (!Covers(start, end))
            Report.Approximated(table, "start and end", "active", "what is in service in a part of the horizon is taken out of service", row.Id);
        Report.Exact(table, "id", list, 1);
        return sheet;
    }

    /// <summary>Adds a component under a name and keeps the id beside it.</summary>
    /// <returns>The name taken.</returns>
    public string Name(PyPsaSheet sheet, string table, string? name, string id)
    {
        string taken = sheet.Add(name, id);
        sheet.Set(PyPsaAttributes.IdColumn, id);
        if (name is null)
            Report.Defaulted(table, "name", sheet.List + ".name", "a component has a name; the id is taken", id);
        else if (taken != name)
            Report.Approximated(table, "name", sheet.List + ".name", "the id is taken, since another has the name or it is none that a table holds", id);
        return taken;
    }

    /// <summary>The capacity of an asset that stands [MW].</summary>
    /// <param name="asset">Its id.</param>
    /// <param name="stated">Its stated capacity.</param>
    /// <param name="rate">Turns a rate of the expansion into MW.</param>
    public double Standing(string asset, double stated, Func<Rate, double> rate) =>
        _expansions.TryGetValue(asset, out Expansion? expansion) && expansion.Installed is { } given ? rate(given) : stated;

    /// <summary>The capacity of an asset as the format states it, with what a run may choose.</summary>
    /// <param name="sheet">Where the component was added last.</param>
    /// <param name="asset">Its id.</param>
    /// <param name="attribute">Name of the nominal capacity.</param>
    /// <param name="stated">Its stated capacity [MW].</param>
    /// <param name="rate">Turns a rate of the expansion into MW.</param>
    /// <param name="perCapacity">Nominal capacity for a unit of the expansion's capacity.</param>
    /// <param name="share">Share of the asset that the component is: of its capacity, and of its cost.</param>
    public void Capacity(PyPsaSheet sheet, string asset, string attribute, double stated, Func<Rate, double> rate, double perCapacity = 1, double share = 1)
    {
        if (!_expansions.TryGetValue(asset, out Expansion? expansion))
        {
            sheet.Set(attribute, stated * share);
            return;
        }

        double installed = expansion.Installed is { } given ? rate(given) * perCapacity : stated;
        sheet.Set(attribute, installed * share);
        sheet.Set(attribute + "_extendable", true);
        sheet.Set(attribute + "_min", expansion.CapacityMin is { } least ? rate(least) * perCapacity * share : 0);
        if (expansion.CapacityMax is { } most)
            sheet.Set(attribute + "_max", rate(most) * perCapacity * share);
        // A share of the capacity bears that share of the cost: the cost of a MW is the same.
        double unit = rate(new Rate(1, expansion.RateUnit ?? RateUnit.Parse("MW")));
        sheet.Set("capital_cost", (expansion.Cost ?? 0) / (unit * perCapacity));
        if (installed != stated && !(installed == 0 && stated == 1))
            Report.Approximated("expansions", "installed", attribute, "the capacity that figures are stated for is that which stands", asset);
        if (share == 1)
            Report.Exact("expansions", "asset", attribute + "_extendable", 1);
        else
            Report.Approximated("expansions", "asset", attribute + "_extendable", "the steps of a supply grow together; as generators, each is chosen on its own", asset);
    }

    /// <summary>The capacity of a component that follows from another's, which a run of the format cannot choose.</summary>
    /// <param name="sheet">Where the component was added last.</param>
    /// <param name="asset">Id of the asset.</param>
    /// <param name="stated">Its capacity where that of the asset is the stated one [MW].</param>
    /// <param name="whole">Stated capacity of the asset [MW].</param>
    /// <param name="rate">Turns a rate of the expansion into MW.</param>
    public void Fixed(PyPsaSheet sheet, string asset, double stated, double whole, Func<Rate, double> rate)
    {
        double standing = whole > 0 ? stated * (Standing(asset, whole, rate) / whole) : stated;
        sheet.Set("p_nom", standing);
        if (_expansions.ContainsKey(asset))
            Report.Dropped("expansions", "asset", "the backward direction does not grow with the forward one, since each is a link of its own; it keeps what stands", asset);
    }

    /// <summary>Values over time, or one value where they are the same.</summary>
    public static void Figure(PyPsaSheet sheet, string attribute, double value, double[]? factor, double standard)
    {
        if (factor is null)
        {
            if (value != standard)
                sheet.Set(attribute, value);
        }
        else if (Array.TrueForAll(factor, f => f == factor[0]))
        {
            sheet.Set(attribute, value * factor[0]);
        }
        else
        {
            sheet.Series(attribute, Array.ConvertAll(factor, f => value * f));
        }
    }

    private bool Covers(DateOnly? start, DateOnly? end) =>
        (start is not { } from || from.ToDateTime(TimeOnly.MinValue) <= Sampler.Periods[0].Start)
        && (end is not { } to || to.ToDateTime(TimeOnly.MinValue) >= Sampler.Periods[^1].End);
}
