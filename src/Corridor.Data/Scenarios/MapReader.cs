using System.Globalization;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Schema;

namespace Corridor.Data.Scenarios;

/// <summary>Takes the values of a map by key, says what is wrong with each, and at the end which keys nobody asked for.</summary>
internal sealed class MapReader(YamlMap map, string subject, FindingList findings)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    internal SourcePlace Place => map.Place;

    internal string Subject => subject;

    internal FindingList Findings => findings;

    /// <summary>Keys that the map has.</summary>
    internal IEnumerable<string> Keys => map.Entries.Select(e => e.Key.Value);

    internal void Report(FindingKind kind, SourcePlace place, string message, string? hint = null) => findings.Add(kind.At(subject, place, message, hint));

    /// <summary>The value of a key; null if it is not there or nothing stands behind it.</summary>
    internal YamlNode? Take(string key)
    {
        _asked.Add(key);
        foreach ((YamlText name, YamlNode value) in map.Entries)
        {
            if (name.Value == key)
                return value is YamlText { IsNull: true } ? null : value;
        }

        return null;
    }

    internal bool Has(string key) => map.Entries.Exists(e => e.Key.Value == key);

    internal SourcePlace PlaceOf(string key)
    {
        foreach ((YamlText name, YamlNode _) in map.Entries)
        {
            if (name.Value == key)
                return name.Place;
        }

        return map.Place;
    }

    internal ScenarioText? Text(string key)
    {
        switch (Take(key))
        {
            case null:
                return null;
            case YamlText text:
                return new ScenarioText(text.Value.Trim(), text.Place);
            case { } other:
                Report(ScenarioFindings.WrongShape, other.Place, $"'{key}' is {other.Shape}; a text is expected.");
                return null;
        }
    }

    internal ScenarioText? Required(string key, string meaning)
    {
        if (Text(key) is { Text.Length: > 0 } text)
            return text;
        if (Take(key) is null or YamlText)
            Report(ScenarioFindings.MissingKey, Place, $"'{key}' ({meaning}) is missing.");
        return null;
    }

    internal double? Number(string key, double least = double.NegativeInfinity, double most = double.PositiveInfinity) =>
        Text(key) is { } text ? NumberOf(key, text, least, most) : null;

    internal double? NumberOf(string key, ScenarioText text, double least, double most)
    {
        if (!CellText.TryParseNumber(text.Text, out double number, out CellProblem? problem))
        {
            Report(ScenarioFindings.WrongValue, text.Place, $"'{key}': {problem.Message}", problem.Hint);
            return null;
        }

        if (number >= least && number <= most)
            return number;
        string range = double.IsPositiveInfinity(most) ? $"at least {CellFormat.Number(least)}" : $"from {CellFormat.Number(least)} to {CellFormat.Number(most)}";
        Report(ScenarioFindings.WrongValue, text.Place, $"'{key}' is {CellFormat.Number(number)}; it must be {range}.");
        return null;
    }

    internal DateOnly? Date(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            return date;
        Report(ScenarioFindings.WrongValue, text.Place, $"'{key}': '{YamlTree.Short(text.Text)}' is no date.", "Write year-month-day, such as 2025-10-01.");
        return null;
    }

    internal bool Flag(string key)
    {
        if (Text(key) is not { } text)
            return false;
        if (text.Text is not ("true" or "false"))
            Report(ScenarioFindings.WrongValue, text.Place, $"'{key}': '{YamlTree.Short(text.Text)}' is neither true nor false.");
        return text.Text == "true";
    }

    /// <summary>One text, or a list of texts.</summary>
    internal List<ScenarioText> Texts(string key)
    {
        switch (Take(key))
        {
            case YamlText text:
                return [new ScenarioText(text.Value.Trim(), text.Place)];
            case YamlList list:
                return TextsOf(key, list);
            case { } other:
                Report(ScenarioFindings.WrongShape, other.Place, $"'{key}' is {other.Shape}; a text or a list of texts is expected.");
                return [];
            default:
                return [];
        }
    }

    internal List<ScenarioText> TextsOf(string key, YamlList list)
    {
        var texts = new List<ScenarioText>();
        foreach (YamlNode item in list.Items)
        {
            if (item is YamlText { IsNull: false } text)
                texts.Add(new ScenarioText(text.Value.Trim(), text.Place));
            else
                Report(ScenarioFindings.WrongShape, item.Place, $"An item of '{key}' is {item.Shape}; a text is expected.");
        }

        return texts;
    }

    /// <summary>The map behind a key, to be read further.</summary>
    internal MapReader? Map(string key)
    {
        switch (Take(key))
        {
            case null:
                return null;
            case YamlMap inner:
                return new MapReader(inner, subject, findings);
            case { } other:
                Report(ScenarioFindings.WrongShape, other.Place, $"'{key}' is {other.Shape}; a map is expected.");
                return null;
        }
    }

    /// <summary>All entries as numbers by key.</summary>
    internal Dictionary<string, double> Numbers(double least, double most)
    {
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string key in Keys.ToList())
        {
            if (Number(key, least, most) is { } number)
                numbers[key] = number;
        }

        return numbers;
    }

    /// <summary>All entries as the text of cells by column: a list becomes items separated by semicolons, nothing an empty cell.</summary>
    internal Dictionary<string, ScenarioText> Cells(Func<string, bool> wanted)
    {
        var cells = new Dictionary<string, ScenarioText>(StringComparer.Ordinal);
        foreach ((YamlText key, YamlNode value) in map.Entries)
        {
            if (!wanted(key.Value))
                continue;
            _asked.Add(key.Value);
            if (Cell(key.Value, value) is { } cell)
                cells[key.Value] = cell;
        }

        return cells;
    }

    internal ScenarioText? Cell(string key, YamlNode value)
    {
        switch (value)
        {
            case YamlText text:
                return new ScenarioText(text.IsNull ? "" : text.Value.Trim(), text.Place);
            case YamlList list:
                return new ScenarioText(string.Join(';', TextsOf(key, list).Select(t => t.Text)), list.Place);
            default:
                Report(ScenarioFindings.WrongShape, value.Place, $"'{key}' is {value.Shape}; a text or a list of texts is expected.");
                return null;
        }
    }

    /// <summary>Reports the keys that nobody asked for.</summary>
    internal void Finish(params IEnumerable<string> others)
    {
        string[] known = [.. _asked, .. others];
        foreach ((YamlText key, YamlNode _) in map.Entries)
        {
            if (!_asked.Contains(key.Value))
                Report(ScenarioFindings.UnknownKey, key.Place, $"'{YamlTree.Short(key.Value)}' is no key that is known here; known are {string.Join(", ", known.Distinct().Take(40))}.", Suggestion.Ask(key.Value, known));
        }
    }
}
