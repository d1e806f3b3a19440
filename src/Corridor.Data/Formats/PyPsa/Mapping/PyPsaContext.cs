using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PyPsa.Reading;
using Corridor.Data.Formats.Tables;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Time;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>What all mappings share: the files, the findings, and the tables that they fill.</summary>
internal sealed class PyPsaContext
{
    /// <summary>Id of the package's source row.</summary>
    public const string Source = "pypsa";

    private readonly ForeignIds _assets = new();
    private readonly ForeignIds _profileIds = new();
    private Dictionary<string, PyPsaNode>? _nodesByName;

    public PyPsaContext(PyPsaFolder folder, FindingList findings)
    {
        (Folder, Findings, Tally) = (folder, findings, new PyPsaTally(findings));
        Times = new PyPsaTimeline(folder, findings, Tally.Report);
    }

    public PyPsaFolder Folder { get; }

    public FindingList Findings { get; }

    public PyPsaTally Tally { get; }

    public PyPsaTimeline Times { get; }

    public ForeignIds NodeIds { get; } = new();

    public ForeignIds RuleIds { get; } = new();

    public List<Carrier> Carriers { get; } = [];

    public List<Zone> Zones { get; } = [];

    public List<Node> Nodes { get; } = [];

    public List<PyPsaNode> Buses { get; } = [];

    public List<Supply> Supplies { get; } = [];

    public List<PowerUnit> PowerUnits { get; } = [];

    public List<Demand> Demands { get; } = [];

    public List<PowerLine> PowerLines { get; } = [];

    public List<Pipeline> Pipelines { get; } = [];

    public List<Storage> Storages { get; } = [];

    public List<Converter> Converters { get; } = [];

    public List<ConverterFlow> ConverterFlows { get; } = [];

    public List<Expansion> Expansions { get; } = [];

    public List<Rule> Rules { get; } = [];

    public List<ProfileSet> ProfileSets { get; } = [];

    public PyPsaProfiles Profiles { get; } = new();

    /// <summary>The components of a list; null where the folder has none.</summary>
    public PyPsaComponents? Components(string list) => Folder.Table(list) is { Count: > 0 } table ? new PyPsaComponents(Folder, table, Findings) : null;

    /// <summary>A new id for an asset: the one that the file states, or one of its name.</summary>
    public string AssetId(PyPsaComponents components, int row, string prefix) => Id(_assets, components, row, prefix);

    /// <summary>A new id for an asset that the file has no row for.</summary>
    public string AssetId(string name, string prefix) => _assets.Take(name, prefix);

    /// <summary>A new id for a node that the file has no row for.</summary>
    public string NodeId(string name, string prefix) => NodeIds.Take(name, prefix);

    /// <summary>Whether a row was written by this program.</summary>
    public static bool HasStatedId(PyPsaComponents components, int row) => components.Text(row, "corridor_id").Length > 0;

    public static string Id(ForeignIds ids, PyPsaComponents components, int row, string prefix)
    {
        string stated = components.Text(row, "corridor_id");
        return stated.Length > 0 ? ids.Take(stated) : ids.Take(components.Table.Names[row], prefix);
    }

    /// <summary>The node of a bus; a finding and null where there is none.</summary>
    public PyPsaNode? Node(PyPsaComponents components, int row, string attribute)
    {
        _nodesByName ??= Buses.ToDictionary(b => b.Name, StringComparer.Ordinal);
        string bus = components.Text(row, attribute);
        if (_nodesByName.TryGetValue(bus, out PyPsaNode? node))
            return node;
        PyPsaTable table = components.Table;
        Findings.Add(FormatFindings.UnknownId.At($"{table.List} {table.Names[row]}", new SourcePlace(table.File, table.Lines[row], 0, attribute), bus.Length == 0 ? $"{attribute} is empty." : $"There is no bus '{Shown.Text(bus)}', which the column {attribute} names.", bus.Length == 0 ? "Name a bus of buses.csv." : Suggestion.Ask(bus, _nodesByName.Keys) ?? "Name a bus of buses.csv, or add it there."));
        return null;
    }

    /// <summary>A figure that may be given over time; gaps in a series are filled with the default.</summary>
    public PyPsaFigure Figure(PyPsaComponents components, int row, string attribute)
    {
        double constant = components.Number(row, attribute);
        if (components.Series(row, attribute) is not { } series)
            return new PyPsaFigure(constant, null);
        int gaps = series.Count(double.IsNaN);
        if (gaps > 0)
        {
            Tally.Report.Defaulted(components.Table.List, attribute + " (series)", "", "an empty cell of a series takes the default", components.Table.Names[row], gaps);
            series = Array.ConvertAll(series, v => double.IsNaN(v) ? constant : v);
        }

        return new PyPsaFigure(constant, series);
    }

    /// <summary>A figure of which only one value over time comes over.</summary>
    public double Mean(PyPsaComponents components, int row, string attribute, string target)
    {
        PyPsaFigure figure = Figure(components, row, attribute);
        if (figure.Series is null || figure.Least == figure.Greatest)
            return figure.Series is null ? figure.Constant : figure.Least;
        Tally.Say(FidelityKind.Approximated, components.Table, row, attribute + " (series)", target, "its average over time is taken", warns: true);
        return figure.Mean(Times.Hours);
    }

    /// <summary>Adds a factor over time; null where it is 1 at all times.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="attribute">Attribute that it comes from.</param>
    /// <param name="figure">Values, none negative.</param>
    /// <param name="place">Place of the component.</param>
    public string? Profile(string name, string attribute, PyPsaFigure figure, string place)
    {
        if (figure.Is(1))
            return null;
        string id = _profileIds.Take(name, attribute);
        ProfileSets.Add(new ProfileSet { Id = id, Name = $"{attribute} of {name}", Use = ProfileUse.Factor, Source = Source, Note = place });
        if (figure.Series is { } series)
            Profiles.Add(id, Times.Stamps, series);
        else
            Profiles.Add(id, [Times.Stamps[0]], [figure.Constant]);
        return id;
    }

    /// <summary>Length of a line or link; null where none is stated (0 is the format's word for it). One that is no length is told.</summary>
    public Length? LengthOf(PyPsaComponents list, int row)
    {
        double length = list.Given(row, "length");
        if (length > 0 && double.IsFinite(length))
            return Length.FromKilometres(length);

        // Of a line with a type, a length below 0 is told with its reactance.
        if (double.IsPositiveInfinity(length) || (length < 0 && list.Text(row, "type").Length == 0))
            Tally.Say(FidelityKind.Dropped, list.Table, row, "length", "", "a length that is infinite or below 0 is none", warns: true);
        return null;
    }

    /// <summary>Adds a finding about a row.</summary>
    public void Skip(PyPsaComponents components, int row, string why) =>
        Findings.Add(FormatFindings.RowSkipped.At(
            $"{components.Table.List} {components.Table.Names[row]}",
            new SourcePlace(components.Table.File, components.Table.Lines[row]),
            string.Create(CultureInfo.InvariantCulture, $"The row was left out: {why}.")));
}
