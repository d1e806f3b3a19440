using System.Globalization;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Time;
using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Terminal;

/// <summary>Names, units, days and sources that explanations speak in.</summary>
internal sealed class ExplanationNames(EnergySystem system, Horizon horizon)
{
    private readonly ElementNames _names = new(system);
    private readonly ZoneTree _zones = new(system);
    private readonly FigureSources _sources = new(system);
    private readonly List<string> _cited = [];

    /// <summary>Display units by carrier.</summary>
    public IReadOnlyDictionary<string, DisplayUnit> Units { get; } = DisplayUnit.Of(system);

    /// <summary>Documents cited so far, in the order of their numbers.</summary>
    public IReadOnlyList<string> Cited => _cited;

    /// <summary>Name of an element; its id where it has none.</summary>
    public string Of(string id) => _names.Find(id) ?? id;

    /// <summary>Name of a zone.</summary>
    public string Zone(string id) => _zones.Name(id);

    /// <summary>Name of a carrier.</summary>
    public string Carrier(string id) => system.Carriers.FirstOrDefault(c => c.Id == id)?.Name ?? id;

    /// <summary>Carrier of a node.</summary>
    public string CarrierOfNode(string node) => system.Nodes.First(n => n.Id == node).Carrier;

    /// <summary>A period in words: a month by its name, else its first day.</summary>
    public string Period(int period)
    {
        Period p = horizon.Periods[period];
        return horizon.Step switch
        {
            TimeStep.Month => p.Start.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
            TimeStep.Hour or TimeStep.Period => p.Start.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            TimeStep.Week => "the week of " + p.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => p.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>A rate in the unit of account per day.</summary>
    public string Rate(double rate, string carrier) => $"{NumberText.Of(rate)}\u00A0{UnitText.Of(Units[carrier].Account.Symbol)} a day";

    /// <summary>Title of the document that a figure is from; null where none is named.</summary>
    public string? Source(string table, string id, string column)
    {
        if (table.Length == 0 || _sources.Find(table, id, column) is not { } figure)
            return null;
        return figure.Source is { } document ? document.Title + (document.Date is null ? "" : $" ({document.Date})") : figure.Basis == Model.Provenance.Basis.Assumed ? "assumed by the package" : null;
    }

    /// <summary>The number in brackets of a figure's source in the list of sources; empty where none is named.</summary>
    public string Cite(string table, string id, string column)
    {
        if (Source(table, id, column) is not { } title)
            return "";
        int at = _cited.IndexOf(title);
        if (at < 0)
        {
            _cited.Add(title);
            at = _cited.Count - 1;
        }

        return string.Create(CultureInfo.InvariantCulture, $"[{at + 1}]");
    }

    /// <summary>Writes the list of sources.</summary>
    public void WriteSources(Screen screen)
    {
        for (int i = 0; i < _cited.Count; i++)
            screen.Write(string.Create(CultureInfo.InvariantCulture, $"[{i + 1}] {_cited[i]}"), TextStyle.Quiet, 4);
    }
}
