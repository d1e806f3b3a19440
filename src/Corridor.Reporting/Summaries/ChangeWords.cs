using System.Globalization;
using Corridor.Model;
using Corridor.Model.Scenarios;
using Corridor.Model.Schema;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Summaries;

/// <summary>Says in words what a change of a scenario does, with names and units for people.</summary>
public sealed class ChangeWords
{
    private const int MostNames = 3;

    private readonly ElementNames _names;
    private readonly ZoneTree _zones;

    /// <summary>Collects the names of a package.</summary>
    /// <param name="system">The package, after the scenarios.</param>
    public ChangeWords(EnergySystem system)
    {
        _names = new ElementNames(system);
        _zones = new ZoneTree(system);
    }

    /// <summary>One sentence without a full stop: what changes, by how much, when.</summary>
    /// <param name="change">Any change.</param>
    public string Of(ScenarioChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        string what = change switch
        {
            OutageChange o => $"{Rows(o.Assets)}: {(o.Share >= 1 ? "out of service" : $"{NumberText.Of(100 * o.Share)}\u00A0% of the capacity out of service")}",
            CapacityChange c => Figure("capacity", c),
            DemandChange d => Figure("demand", d),
            PriceChange p => Figure("price", p),
            BuildChange b => $"{Names(b.Ids)}: in operation",
            AddChange a => Added(a),
            ContractChange c => Columns(c.Contract, c.Suspended ? "suspended" : null, c.Columns),
            RuleChange r => Columns(r.Rule, r.Off ? "not in force" : null, r.Columns),
            ChannelChange c => Columns(c.Channel, c.Closed ? "closed" : null, c.Columns),
            WeatherChange w => Weather(w),
            SetChange s => $"{Name(s.Id.Text)}: {s.Column.Text.Replace('_', ' ')} {Edit(s.Edit)}",
            _ => throw new ArgumentException($"No words for a {change.GetType().Name}.", nameof(change)),
        };
        return change.Window.IsAlways ? what : $"{what}, {change.Window}";
    }

    private string Figure(string usual, FigureChange change) =>
        $"{Rows(change.Rows)}: {change.Of?.Text.Replace('_', ' ') ?? usual} {Edit(change.Edit)}";

    private static string Edit(FigureEdit edit)
    {
        string unit = edit.Unit is { } stated ? "\u00A0" + UnitText.Of(stated.Text) : "";
        if (edit.Factor is { } factor)
            return $"× {NumberText.Of(factor)}";
        if (edit.Add is { } add)
            return $"{(add.Text.StartsWith('-') ? "" : "+ ")}{Value(add.Text)}{unit}";
        return edit.Value!.Value.Text.Length == 0 ? "none" : Value(edit.Value.Value.Text) + unit;
    }

    /// <summary>A value as stated, with its unit in words.</summary>
    private static string Value(string text)
    {
        int blank = text.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && double.TryParse(text.AsSpan(0, blank), NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? $"{text[..blank]}\u00A0{UnitText.Of(text[(blank + 1)..].Trim())}" : text;
    }

    private string Columns(ScenarioText id, string? state, IReadOnlyDictionary<string, ScenarioText> columns)
    {
        IEnumerable<string> parts = columns.Select(c => $"{c.Key.Replace('_', ' ')} {(c.Value.Text.Length == 0 ? "none" : Listed(c.Value.Text))}");
        return $"{Name(id.Text)}: {string.Join(", ", state is null ? parts : parts.Prepend(state))}";
    }

    /// <summary>The items of a list by their names; any other value as stated.</summary>
    private string Listed(string text) => text.Contains(';', StringComparison.Ordinal) ? string.Join(" and ", text.Split(';').Select(i => Name(i.Trim()))) : _names.Find(text) ?? Value(text);

    private static string Added(AddChange change)
    {
        IEnumerable<string> rows = change.Rows.Select(r => r.TryGetValue("name", out ScenarioText name) ? name.Text : r.TryGetValue("id", out ScenarioText id) ? id.Text : "a row");
        return $"New in {change.Table.Text.Replace('_', ' ')}: {Few([.. rows])}";
    }

    private string Weather(WeatherChange change)
    {
        var parts = new List<string>();
        if (change.Temperature is { } t)
            parts.Add($"{Number(t.Actual)} instead of {Number(t.Normal)}\u00A0°C, demand {string.Join(", ", t.Share.Keys.Select(s => $"of {Sector(s)} × {NumberText.Of(t.Factor(s))}"))}");
        else if (change.Demand.Count > 0)
            parts.Add($"demand {string.Join(", ", change.Demand.Select(d => $"of {Sector(d.Key)} × {NumberText.Of(d.Value)}"))}");
        parts.AddRange(change.Supply.Select(s => $"output of {Name(s.Key)} × {NumberText.Of(s.Value)}"));
        string carrier = change.Carrier is { } c ? $", {_names.Find(c.Text) ?? c.Text}" : "";
        return $"{Few([.. change.Zones.Select(z => _zones.Name(z.Text))])}{carrier}: {string.Join("; ", parts)}";
    }

    private string Rows(RowSelector rows)
    {
        if (rows.Ids.Count > 0)
            return Names(rows.Ids);
        var conditions = new List<string>();
        if (rows.Table is { } table)
            conditions.Add(table.Text.Replace('_', ' '));
        if (rows.Sector is { } sector)
            conditions.Add(Sector(sector.Text));
        if (rows.Carrier is { } carrier)
            conditions.Add(carrier.Text);
        if (rows.Zone is { } zone)
            conditions.Add(_zones.Name(zone.Text));
        if (rows.Owner is { } owner)
            conditions.Add("of " + Name(owner.Text));
        return string.Join(", ", conditions);
    }

    private string Names(IReadOnlyList<ScenarioText> ids) => Few([.. ids.Select(i => Name(i.Text))]);

    private string Name(string id) => _names.Find(id) ?? id;

    private static string Sector(string sector) => sector.Replace('_', ' ');

    private static string Number(double number) => CellFormat.Number(number).Replace('-', '−');

    private static string Few(IReadOnlyList<string> names) => names.Count <= MostNames
        ? string.Join(", ", names)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more");
}
