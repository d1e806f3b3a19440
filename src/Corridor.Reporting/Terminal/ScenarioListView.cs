using System.Globalization;
using System.Text.Json;
using Corridor.Model.Scenarios;
using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Terminal;

/// <summary>The scenarios of a package, with what each asks.</summary>
public static class ScenarioListView
{
    /// <summary>Writes the list for people.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="package">Path of the package.</param>
    /// <param name="scenarios">The scenarios.</param>
    public static void Write(Screen screen, string package, IReadOnlyList<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(scenarios);
        if (scenarios.Count == 0)
            screen.Write($"{package} has no scenarios: files scenarios/NAME.yaml beside its tables.");
        foreach (Scenario scenario in scenarios)
        {
            string changes = scenario.Changes.Count == 1 ? "1 change" : $"{NumberText.Count(scenario.Changes.Count)} changes";
            screen.Write($"{scenario.Name}: {scenario.Title} ({changes}{Horizon(scenario)})", TextStyle.Heading);
            if (scenario.Question.Length > 0)
                screen.Write("  " + scenario.Question, indent: 2);
        }
    }

    /// <summary>The list for programs: one JSON array, in UTF-8 with a final line feed.</summary>
    /// <param name="scenarios">The scenarios.</param>
    public static byte[] Json(IReadOnlyList<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonBytes.Options))
        {
            writer.WriteStartArray();
            foreach (Scenario scenario in scenarios)
            {
                writer.WriteStartObject();
                writer.WriteString("name", scenario.Name);
                writer.WriteString("title", scenario.Title);
                writer.WriteString("question", scenario.Question);
                writer.WriteNumber("changes", scenario.Changes.Count);
                writer.WriteString("from", Day(scenario.From));
                writer.WriteString("to", Day(scenario.To));
                writer.WriteString("step", scenario.Step?.ToString().ToLowerInvariant());
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static string Horizon(Scenario scenario)
    {
        string span = new DateWindow(scenario.From, scenario.To).ToString();
        string step = scenario.Step is { } length ? $"in {length.ToString().ToLowerInvariant()}s" : "";
        return string.Concat(new[] { span, step }.Where(p => p.Length > 0).Select(p => ", " + p));
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
