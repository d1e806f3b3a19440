using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Corridor.Tests.Architecture;

public partial class HouseTests
{
    private static readonly string[] Everything = ["src", "tests", "bench"];
    private static readonly string[] BannedNames = ["Core", "Common", "Utils", "Util", "Helpers", "Helper", "Manager", "Managers", "Misc"];

    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Corridor.Model"] = [],
        ["Corridor.Numerics"] = [],
        ["Corridor.Data"] = ["Corridor.Model"],
        ["Corridor.Studies"] = ["Corridor.Model", "Corridor.Numerics"],
        ["Corridor.Reporting"] = ["Corridor.Model", "Corridor.Data", "Corridor.Studies"],
        ["Corridor.Cli"] = ["Corridor.Model", "Corridor.Numerics", "Corridor.Data", "Corridor.Studies", "Corridor.Reporting"],
    };

    [Fact]
    public void References_point_one_way()
    {
        string[] projects = [.. Repository.Files("*.csproj", "src")];
        projects.Select(Path.GetFileNameWithoutExtension).Order().ShouldBe(Arrows.Keys.Order());
        foreach (string project in projects)
        {
            IEnumerable<string> references = XDocument.Load(project).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
            references.Except(Arrows[Path.GetFileNameWithoutExtension(project)]).ShouldBeEmpty(Repository.Name(project));
        }
    }

    [Fact]
    public void Numerics_knows_no_energy_and_the_command_calculates_nothing()
    {
        foreach (string file in Repository.Files("*.cs", "src/Corridor.Numerics"))
            EnergyWords().Match(File.ReadAllText(file)).Value.ShouldBe("", Repository.Name(file));
        foreach (string file in Repository.Files("*.cs", "src/Corridor.Cli"))
            File.ReadAllText(file).ShouldNotContain("Corridor.Numerics", customMessage: Repository.Name(file));
    }

    [Fact]
    public void Namespace_is_folder()
    {
        foreach (string file in Repository.Files("*.cs", "src"))
        {
            string[] parts = Repository.Name(file).Split('/');
            string expected = string.Join('.', parts[1..^1]);
            Match declared = Namespace().Match(File.ReadAllText(file));
            if (declared.Success)
                declared.Groups[1].Value.ShouldBe(expected, Repository.Name(file));
        }
    }

    [Fact]
    public void No_room_is_called_by_a_word_that_says_nothing()
    {
        foreach (string file in Repository.Files("*.cs", Everything))
        {
            string[] parts = [.. Repository.Name(file).Split('/'), Path.GetFileNameWithoutExtension(file)];
            parts.SelectMany(p => p.Split('.')).Intersect(BannedNames, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty(Repository.Name(file));
            BannedTypes().Match(File.ReadAllText(file)).Value.ShouldBe("", Repository.Name(file));
        }
    }

    [Fact]
    public void A_long_file_says_why_on_its_first_line()
    {
        foreach (string file in Repository.Files("*.cs", Everything))
        {
            string[] lines = File.ReadAllLines(file);
            (lines.Length <= 500 || lines[0].StartsWith("//", StringComparison.Ordinal)).ShouldBeTrue($"{Repository.Name(file)} has {lines.Length} lines and gives no reason");
        }
    }

    [Fact]
    public void Nothing_is_left_to_be_done()
    {
        foreach (string file in Repository.Files("*.cs", "src"))
            Unfinished().Match(File.ReadAllText(file)).Value.ShouldBe("", Repository.Name(file));
    }

    [GeneratedRegex(@"^namespace ([A-Za-z0-9_.]+)\s*[;{]?", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\b(class|struct|record|interface|enum)\s+\w*(Utils?|Helpers?|Manager)\b")]
    private static partial Regex BannedTypes();

    [GeneratedRegex(@"\b(gas|pipeline|country|countries|energy system|electricity|contract)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnergyWords();

    [GeneratedRegex(@"NotImplementedException|//\s*(TODO|FIXME|HACK)\b|catch\s*(\([^)]*\))?\s*\{\s*\}")]
    private static partial Regex Unfinished();
}
