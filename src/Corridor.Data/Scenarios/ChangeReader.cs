using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Schema;

namespace Corridor.Data.Scenarios;

/// <summary>Reads one change of a scenario: its kind is the key that names one.</summary>
internal static class ChangeReader
{
    private static readonly Dictionary<string, Func<MapReader, ScenarioChange?>> Kinds = new(StringComparer.Ordinal)
    {
        ["outage"] = map => Selector(map, "outage") is { } rows ? new OutageChange { Assets = rows, Share = map.Number("share", 0, 1) ?? 1 } : null,
        ["capacity"] = map => Figure(map, "capacity", (rows, of, edit) => new CapacityChange { Rows = rows, Of = of, Edit = edit }),
        ["demand"] = map => Figure(map, "demand", (rows, of, edit) => new DemandChange { Rows = rows, Of = of, Edit = edit }),
        ["price"] = map => Figure(map, "price", (rows, of, edit) => new PriceChange { Rows = rows, Of = of, Edit = edit }),
        ["build"] = map => map.Texts("build") is { Count: > 0 } ids ? new BuildChange { Ids = ids } : Missing(map, "build", "id of an asset or project"),
        ["add"] = Add,
        ["contract"] = map => Columns(map, "contract", "suspended", (id, flag, cells) => new ContractChange { Contract = id, Suspended = flag, Columns = cells }),
        ["rule"] = map => Columns(map, "rule", "off", (id, flag, cells) => new RuleChange { Rule = id, Off = flag, Columns = cells }),
        ["channel"] = map => Columns(map, "channel", "closed", (id, flag, cells) => new ChannelChange { Channel = id, Closed = flag, Columns = cells }),
        ["weather"] = WeatherReader.Read,
        ["set"] = Set,
    };

    /// <summary>The change; null with findings if it cannot be read.</summary>
    internal static ScenarioChange? Read(MapReader map)
    {
        // Some kinds are also columns or keys of others: "demand" of weather, "capacity" of a channel, "add" to a price.
        string[] named = [.. Kinds.Keys.Where(map.Has)];
        string? kind = named.Length == 1 ? named[0]
            : named is [var first, "add"] && first is "capacity" or "demand" or "price" ? first
            : named.Contains("weather") && named.All(k => k is "weather" or "demand") ? "weather"
            : named.Contains("channel") && named.All(k => k is "channel" or "capacity") ? "channel"
            : named.Contains("contract") && named.All(k => k is "contract" or "price") ? "contract"
            : named.Contains("rule") && named.All(k => k is "rule" or "contract" or "channel" or "price") ? "rule"
            : null;
        if (kind is null)
        {
            map.Report(
                ScenarioFindings.WrongKind,
                map.Place,
                named.Length == 0 ? "The change has no kind." : $"The change has {named.Length} kinds: {string.Join(", ", named)}.",
                named.Length == 0 ? map.Keys.Select(k => Suggestion.Ask(k, Kinds.Keys)).FirstOrDefault(s => s is not null) : "Make each a change of its own.");
            return null;
        }

        DateOnly? from = map.Date("from"), to = map.Date("to");
        if (from >= to)
            map.Report(ScenarioFindings.EmptyWindow, map.PlaceOf("to"), "The window is empty: 'to', the first day after it, must be later than 'from'.");
        string? source = map.Text("source")?.Text, note = map.Text("note")?.Text;
        ScenarioChange? change = Kinds[kind](map);
        map.Finish();
        return change is null ? null : change with { Place = map.Place, Window = new DateWindow(from, to), Source = source, Note = note };
    }

    /// <summary>Ids, or conditions.</summary>
    private static RowSelector? Selector(MapReader map, string key)
    {
        if (map.Take(key) is not YamlMap)
        {
            List<ScenarioText> ids = map.Texts(key);
            if (ids.Count > 0)
                return new RowSelector { Ids = ids, Place = ids[0].Place };
            if (map.Take(key) is null)
                Missing(map, key, "id, list of ids, or conditions");
            return null;
        }

        MapReader conditions = map.Map(key)!;
        var selector = new RowSelector
        {
            Zone = conditions.Text("zone"),
            Carrier = conditions.Text("carrier"),
            Sector = conditions.Text("sector"),
            Owner = conditions.Text("owner"),
            Table = conditions.Text("table"),
            Place = conditions.Place,
        };
        conditions.Finish();
        if (selector is { Zone: null, Carrier: null, Sector: null, Owner: null, Table: null })
        {
            map.Report(ScenarioFindings.MissingKey, conditions.Place, $"'{key}' states no condition.", "Give zone, carrier, sector, owner or table.");
            return null;
        }

        return selector;
    }

    private static ScenarioChange? Figure(MapReader map, string key, Func<RowSelector, ScenarioText?, FigureEdit, ScenarioChange> make)
    {
        RowSelector? rows = Selector(map, key);
        ScenarioText? of = map.Text("of");
        FigureEdit? edit = Edit(map);
        return rows is null || edit is null ? null : make(rows, of, edit);
    }

    /// <summary>A new value, a factor, or what is added; null with a finding if there is none or more than one.</summary>
    private static FigureEdit? Edit(MapReader map)
    {
        bool stated = map.Has("value") || map.Has("factor") || map.Has("add");
        YamlNode? value = map.Take("value");
        double? factor = map.Number("factor", 0);
        ScenarioText? add = map.Text("add"), unit = map.Text("unit");
        int count = (map.Has("value") ? 1 : 0) + (map.Has("factor") ? 1 : 0) + (map.Has("add") ? 1 : 0);
        if (!stated || count > 1)
        {
            map.Report(count > 1 ? ScenarioFindings.WrongKind : ScenarioFindings.MissingKey, map.Place, count > 1 ? "The change has more than one of 'value', 'factor' and 'add'." : "One of 'value', 'factor' and 'add' is missing.");
            return null;
        }

        if (map.Has("factor"))
            return factor is { } f ? new FigureEdit { Factor = f } : null;
        if (map.Has("add"))
            return add is { } a ? new FigureEdit { Add = a, Unit = unit } : null;
        ScenarioText? text = value is null ? new ScenarioText("", map.PlaceOf("value")) : map.Cell("value", value);
        return text is { } v ? new FigureEdit { Value = v, Unit = unit } : null;
    }

    private static AddChange? Add(MapReader map)
    {
        if (map.Map("add") is not { } inner)
            return (AddChange?)(map.Take("add") is null ? Missing(map, "add", "map with table and row") : null);
        ScenarioText? table = inner.Required("table", "name of the table");
        var rows = new List<IReadOnlyDictionary<string, ScenarioText>>();
        if (inner.Map("row") is { } row)
            rows.Add(row.Cells(_ => true));
        switch (inner.Take("rows"))
        {
            case YamlList list:
                foreach (YamlNode item in list.Items)
                {
                    if (item is YamlMap one)
                        rows.Add(new MapReader(one, map.Subject, map.Findings).Cells(_ => true));
                    else
                        map.Report(ScenarioFindings.WrongShape, item.Place, $"A row is {item.Shape}; a map of columns is expected.");
                }

                break;
            case { } other:
                map.Report(ScenarioFindings.WrongShape, other.Place, $"'rows' is {other.Shape}; a list is expected.");
                break;
        }

        inner.Finish();
        if (rows.Count == 0 && !inner.Has("row") && !inner.Has("rows"))
            map.Report(ScenarioFindings.MissingKey, inner.Place, "'row' (a map of columns) or 'rows' (a list of them) is missing.");
        return table is { } name && rows.Count > 0 ? new AddChange { Table = name, Rows = rows } : null;
    }

    private static ScenarioChange? Columns(MapReader map, string key, string flag, Func<ScenarioText, bool, Dictionary<string, ScenarioText>, ScenarioChange> make)
    {
        TableSchema table = PackageSchema.Table(key switch { "contract" => "contracts", "rule" => "rules", _ => "payment_channels" });
        ScenarioText? id = map.Required(key, "id");
        bool set = map.Flag(flag);
        // A window's 'from' and 'to' and the change's own 'source' and 'note' are not the columns of the row.
        Dictionary<string, ScenarioText> cells = map.Cells(k => k != key && k is not ("id" or "source" or "note" or "basis") && table.Column(k) is not null);
        map.Finish(table.Columns.Select(c => c.Name));
        if (!set && cells.Count == 0 && id is not null)
        {
            map.Report(ScenarioFindings.MissingKey, map.Place, $"The change says neither '{flag}: true' nor a column of {table.Name}.", "docs/package.md names the columns.");
            return null;
        }

        return id is { } row ? make(row, set, cells) : null;
    }

    private static SetChange? Set(MapReader map)
    {
        if (map.Map("set") is not { } inner)
            return (SetChange?)(map.Take("set") is null ? Missing(map, "set", "map with table, id, column and value") : null);
        ScenarioText? table = inner.Required("table", "name of the table"), id = inner.Required("id", "id of the row"), column = inner.Required("column", "name of the column");
        FigureEdit? edit = Edit(inner);
        inner.Finish();
        return table is { } t && id is { } i && column is { } c && edit is not null ? new SetChange { Table = t, Id = i, Column = c, Edit = edit } : null;
    }

    private static ScenarioChange? Missing(MapReader map, string key, string meaning)
    {
        map.Report(ScenarioFindings.MissingKey, map.PlaceOf(key), $"'{key}' ({meaning}) is missing.");
        return null;
    }
}
