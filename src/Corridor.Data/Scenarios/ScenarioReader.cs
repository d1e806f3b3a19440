using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Time;

namespace Corridor.Data.Scenarios;

/// <summary>
/// Reads a scenario from its YAML file. Whatever is wrong becomes a finding with its place; nothing is guessed and nothing thrown. What
/// the ids, columns and units mean is found when the scenario is applied to a package.
/// </summary>
public static class ScenarioReader
{
    /// <summary>Reads a scenario's file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="findings">Collects what was found.</param>
    /// <returns>What could be read, null if there is no scenario; fit for use only without errors.</returns>
    public static Scenario? Read(string path, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        try
        {
            using FileStream stream = File.OpenRead(path);
            byte[] bytes = new byte[(int)Math.Min(stream.Length, YamlTree.LargestFile + 1)];
            stream.ReadExactly(bytes);
            return Read(path, Path.GetFileNameWithoutExtension(path), bytes, findings);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            findings.Add(ScenarioFindings.Unreadable.At(path, new SourcePlace(path), "It cannot be read: " + problem.Message));
            return null;
        }
    }

    /// <summary>Reads a scenario from its file as found.</summary>
    /// <param name="file">The file.</param>
    /// <param name="findings">Collects what was found.</param>
    /// <returns>What could be read, null if there is no scenario; fit for use only without errors.</returns>
    public static Scenario? Read(ScenarioFile file, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Read(file.Shown, file.Name, file.Content.Span, findings);
    }

    /// <summary>Reads a scenario from the bytes of its file.</summary>
    /// <param name="file">Name of the file for findings.</param>
    /// <param name="name">Name that the scenario must bear; null for any.</param>
    /// <param name="bytes">Content of the file.</param>
    /// <param name="findings">Collects what was found.</param>
    /// <returns>What could be read, null if there is no scenario; fit for use only without errors.</returns>
    public static Scenario? Read(string file, string? name, ReadOnlySpan<byte> bytes, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        YamlNode? root = YamlTree.Read(file, bytes, findings);
        if (root is null)
            return null;
        if (root is YamlMap map)
            return Read(new MapReader(map, file, findings), file, name);
        findings.Add(ScenarioFindings.WrongShape.At(file, root.Place, $"The file holds {root.Shape}; a map with 'title' and 'changes' is expected."));
        return null;
    }

    private static Scenario Read(MapReader map, string file, string? name)
    {
        DateOnly? from = map.Date("from"), to = map.Date("to");
        if (from >= to)
            map.Report(ScenarioFindings.EmptyWindow, map.PlaceOf("to"), "The horizon is empty: 'to', the first day after it, must be later than 'from'.");
        var scenario = new Scenario
        {
            Name = NameOf(map, name),
            File = file,
            Title = map.Required("title", "title for people")?.Text ?? "",
            Question = map.Text("question")?.Text ?? "",
            Description = map.Text("description")?.Text ?? "",
            From = from,
            To = to,
            Step = StepOf(map),
            Changes = ChangesOf(map),
        };
        map.Finish();
        return scenario;
    }

    private static string NameOf(MapReader map, string? expected)
    {
        ScenarioText? stated = map.Text("name");
        string name = stated?.Text ?? expected ?? "";
        SourcePlace place = stated?.Place ?? map.Place;
        if (name.Length is 0 or > 100 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            map.Report(ScenarioFindings.WrongName, place, $"'{YamlTree.Short(name)}' is no name of a scenario: lower case letters, digits and '-' make one.");
        else if (expected is not null && name != expected)
            map.Report(ScenarioFindings.WrongName, place, $"The scenario is named '{name}', its file '{YamlTree.Short(expected)}'.", $"Write name: {YamlTree.Short(expected)}, or leave the name out.");
        else if (name == "base")
            map.Report(ScenarioFindings.WrongName, place, "'base' means the package as it stands; no scenario can have this name.");
        return name;
    }

    private static TimeStep? StepOf(MapReader map)
    {
        if (map.Text("step") is not { } text)
            return null;
        switch (text.Text)
        {
            case "hour":
                return TimeStep.Hour;
            case "day":
                return TimeStep.Day;
            case "week":
                return TimeStep.Week;
            case "month":
                return TimeStep.Month;
            default:
                map.Report(ScenarioFindings.WrongValue, text.Place, $"'step': '{YamlTree.Short(text.Text)}' is none of hour, day, week, month.", Suggestion.Ask(text.Text, ["hour", "day", "week", "month"]));
                return null;
        }
    }

    private static List<ScenarioChange> ChangesOf(MapReader map)
    {
        var changes = new List<ScenarioChange>();
        switch (map.Take("changes"))
        {
            case YamlList list:
                foreach (YamlNode item in list.Items)
                {
                    if (item is not YamlMap inner)
                        map.Report(ScenarioFindings.WrongShape, item.Place, $"A change is {item.Shape}; a map such as 'outage: id' is expected.");
                    else if (ChangeReader.Read(new MapReader(inner, map.Subject, map.Findings)) is { } change)
                        changes.Add(change);
                }

                if (list.Items.Count > 0)
                    return changes;
                break;
            case { } other:
                map.Report(ScenarioFindings.WrongShape, other.Place, $"'changes' is {other.Shape}; a list is expected, each change after a '- '.");
                return changes;
        }

        map.Report(ScenarioFindings.NoChanges, map.PlaceOf("changes"), "The scenario changes nothing.");
        return changes;
    }
}
