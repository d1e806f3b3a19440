using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PyPsa.Attributes;
using Corridor.Data.Formats.PyPsa.Reading;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>
/// Counts what became of every cell. Mappings say only where a cell did not come over as it stands; whatever they do not speak of is
/// counted by the fate of its attribute at the end.
/// </summary>
/// <param name="findings">Takes a warning for each kind of loss that a result may depend on.</param>
internal sealed class PyPsaTally(FindingList findings)
{
    private readonly Dictionary<(string List, string Attribute), HashSet<int>> _spoken = [];
    private readonly List<(string List, string Attribute, string Note)> _order = [];
    private readonly Dictionary<(string List, string Attribute, string Note), (int Count, SourcePlace Place, string Example)> _warnings = [];

    /// <summary>The report.</summary>
    public FidelityReport Report { get; } = new();

    /// <summary>Says that a component's attribute did not come over as it stands.</summary>
    /// <param name="kind">What became of it.</param>
    /// <param name="table">Its list.</param>
    /// <param name="row">Its row.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="target">Where it went; empty for nowhere.</param>
    /// <param name="note">Why; the same words for the same reason.</param>
    /// <param name="warns">Whether a result may depend on it.</param>
    public void Say(FidelityKind kind, PyPsaTable table, int row, string attribute, string target, string note, bool warns)
    {
        string example = string.Create(CultureInfo.InvariantCulture, $"{table.Names[row]} (line {table.Lines[row]})");
        Report.Add(kind, table.List, attribute, target, note, example, 1);
        if (!_spoken.TryGetValue((table.List, attribute), out HashSet<int>? rows))
            _spoken.Add((table.List, attribute), rows = []);
        rows.Add(row);
        if (warns)
            Warn(table.List, attribute, note, new SourcePlace(table.File, table.Lines[row], 0, attribute), table.Names[row], 1);
    }

    /// <summary>Counts all cells that no mapping spoke of, and adds the warnings.</summary>
    public void Close(PyPsaFolder folder)
    {
        foreach (PyPsaTable table in folder.Tables.Values)
        {
            foreach (PyPsaColumn column in table.Columns.Where(c => c.Given > 0))
                Static(table, column);
            Report.Exact(table.List, "name", PyPsaAttributes.Find(table.List, "name")?.Text ?? "", table.List is "shapes" or "sub_networks" or "networks" ? 0 : table.Count);
        }

        foreach (PyPsaSeries series in folder.Series)
            Series(folder, series);
        foreach ((string file, string reason) in folder.LeftOut)
            Report.Dropped(file, "", reason);
        foreach ((string list, string attribute, string note) in _order)
        {
            (int count, SourcePlace place, string example) = _warnings[(list, attribute, note)];
            string others = count > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {count - 1} more") : "";
            findings.Add(FormatFindings.NotCarried.At($"{list} {attribute}", place, $"{attribute} of '{example}'{others}: {note}.", "Read the fidelity report before trusting the result."));
        }
    }

    private void Static(PyPsaTable table, PyPsaColumn column)
    {
        if (column.Attribute is not { } attribute)
        {
            Report.Dropped(table.List, column.Header, "no attribute of the format that is known", column.FirstGiven, column.Given);
            return;
        }

        int rest = column.Given - Spoken(table.List, column.Header);
        if (rest <= 0)
            return;
        if (attribute.Fate == PyPsaFate.Active)
        {
            Report.Exact(table.List, column.Header, attribute.Text, rest);
            return;
        }

        Report.Dropped(table.List, column.Header, attribute.Reason, column.FirstGiven, rest);
        if (attribute.Fate != PyPsaFate.NotCarried || column.Numbers is not { } numbers)
            return;
        int first = numbers.FindIndex(n => Differs(attribute, n));
        if (first >= 0)
            Warn(table.List, column.Header, attribute.Text, new SourcePlace(table.File, table.Lines[first], 0, column.Header), table.Names[first], numbers.Count(n => Differs(attribute, n)));
    }

    private void Series(PyPsaFolder folder, PyPsaSeries series)
    {
        string name = series.Name + " (series)";
        int count = series.Names.Count * folder.Snapshots.Count;
        if (series.Attribute is not { } attribute)
        {
            Report.Dropped(series.List, name, "no attribute of the format that is known", null, count);
        }
        else if (attribute.Fate == PyPsaFate.Active && attribute.IsSeries)
        {
            Report.Exact(series.List, name, attribute.Text, Math.Max(0, count - (Spoken(series.List, name) * folder.Snapshots.Count)));
        }
        else if (attribute.Fate == PyPsaFate.Active)
        {
            const string Static = "the format has no values over time of it; the static value counts";
            Report.Dropped(series.List, name, Static, series.Names.Count > 0 ? series.Names[0] : null, count);
            if (series.Names.Count > 0)
                Warn(series.List, series.Name, Static, new SourcePlace(series.File, 1, 0, series.Names[0]), series.Names[0], series.Names.Count);
        }
        else
        {
            Report.Dropped(series.List, name, attribute.Reason, series.Names.Count > 0 ? series.Names[0] : null, count);
            if (attribute.Fate != PyPsaFate.NotCarried)
                return;
            int first = series.Values.ToList().FindIndex(v => Array.Exists(v, n => Differs(attribute, n)));
            if (first >= 0)
                Warn(series.List, series.Name, attribute.Text, new SourcePlace(series.File, 1, 0, series.Names[first]), series.Names[first], series.Values.Count(v => Array.Exists(v, n => Differs(attribute, n))));
        }
    }

    /// <summary>Components of which a mapping spoke of an attribute.</summary>
    private int Spoken(string list, string attribute) => _spoken.TryGetValue((list, attribute), out HashSet<int>? rows) ? rows.Count : 0;

    private static bool Differs(PyPsaAttribute attribute, double value)
    {
        if (double.IsNaN(value) || value == attribute.DefaultNumber)
            return false;
        return !attribute.Name.StartsWith("ramp_limit", StringComparison.Ordinal) || value < 1;
    }

    private void Warn(string list, string attribute, string note, SourcePlace place, string example, int count)
    {
        if (!_warnings.TryGetValue((list, attribute, note), out (int Count, SourcePlace Place, string Example) known))
        {
            _order.Add((list, attribute, note));
            known = (0, place, example);
        }

        _warnings[(list, attribute, note)] = known with { Count = known.Count + count };
    }
}
