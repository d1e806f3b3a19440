using Corridor.Tests.Architecture;
using System.Globalization;
using System.Text.RegularExpressions;
using Corridor.Model.Units;

namespace Corridor.Tests.Model.Units;

/// <summary>docs/units.md says what the code does, row by row.</summary>
public partial class UnitsDocumentTests
{
    [Fact]
    public void The_document_has_the_rows_of_the_unit_table()
    {
        string expected = string.Join('\n', UnitTable.All.Select(Row));
        Section("units").ShouldBe(expected, $"docs/units.md, between the marks 'units', should read:\n{expected}\n");
    }

    [Fact]
    public void The_document_has_the_barrels_per_tonne()
    {
        string expected = string.Join('\n', UnitTable.TypicalBarrelsPerTonne.Select(b =>
            string.Create(CultureInfo.InvariantCulture, $"| {b.Product} | {b.Value} | {b.Note} | {b.Source} |")));
        Section("barrels").ShouldBe(expected, $"docs/units.md, between the marks 'barrels', should read:\n{expected}\n");
    }

    [Fact]
    public void What_the_document_calls_ambiguous_is_refused_with_the_choices_it_names()
    {
        string[] rows = Section("refused").Split('\n');
        rows.Length.ShouldBeGreaterThan(10);
        foreach (string row in rows)
        {
            string[] cells = row.Split('|');
            string[] choices = [.. Code().Matches(cells[3]).Select(m => m.Groups[1].Value)];
            foreach (Match match in Code().Matches(cells[1]))
            {
                UnitParser.TryParse(match.Groups[1].Value, out _, out UnitProblem? problem).ShouldBeFalse(match.Value);
                problem!.Kind.ShouldBe(UnitProblemKind.Ambiguous, match.Value);
                problem.Accepted.ShouldBe(choices, match.Value);
            }

            choices.ShouldAllBe(choice => UnitTable.Symbols.Contains(choice));
        }
    }

    private static string Row(Unit unit)
    {
        string aliases = string.Join(", ", unit.Aliases.Select(a => $"`{a}`"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| `{unit.Symbol}` | {unit.Dimension} | {unit.Factor:G12} | {unit.Offset:G12} | {unit.Note} | {aliases} | {unit.Source} |");
    }

    private static string Section(string name)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "units.md")).ReplaceLineEndings("\n");
        string begin = $"<!-- {name} -->\n", end = $"\n<!-- /{name} -->";
        int start = text.IndexOf(begin, StringComparison.Ordinal);
        int stop = text.IndexOf(end, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0);
        string[] lines = text[(start + begin.Length)..stop].Split('\n');
        return string.Join('\n', lines.Skip(2)); // below the table's head
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
