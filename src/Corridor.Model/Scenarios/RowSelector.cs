using Corridor.Model.Findings;

namespace Corridor.Model.Scenarios;

/// <summary>Which rows a change is about: those of some ids, or those that meet every condition given.</summary>
public sealed record RowSelector
{
    /// <summary>Ids; <c>*</c> in one stands for any characters. Empty where conditions select.</summary>
    public IReadOnlyList<ScenarioText> Ids { get; init; } = [];

    /// <summary>Zone of the row's node; zones within it count as well.</summary>
    public ScenarioText? Zone { get; init; }

    /// <summary>Carrier of the row's node.</summary>
    public ScenarioText? Carrier { get; init; }

    /// <summary>Sector of a demand.</summary>
    public ScenarioText? Sector { get; init; }

    /// <summary>Owner of an asset.</summary>
    public ScenarioText? Owner { get; init; }

    /// <summary>Table of the rows.</summary>
    public ScenarioText? Table { get; init; }

    /// <summary>Where it stands.</summary>
    public SourcePlace Place { get; init; } = SourcePlace.None;

    /// <summary>Whether an id fits a pattern in which <c>*</c> stands for any characters.</summary>
    /// <param name="pattern">Id or pattern.</param>
    /// <param name="id">An id.</param>
    public static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> id)
    {
        int star = -1, mark = 0, p = 0;
        for (int i = 0; i < id.Length;)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, mark) = (p++, i);
            }
            else if (p < pattern.Length && pattern[p] == id[i])
            {
                (p, i) = (p + 1, i + 1);
            }
            else if (star >= 0)
            {
                (p, i) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }

    /// <summary>The selection in a few words: its ids, or its conditions.</summary>
    public override string ToString() => Ids.Count > 0
        ? string.Join(", ", Ids.Select(i => i.Text))
        : string.Join(", ", new[] { ("zone", Zone), ("carrier", Carrier), ("sector", Sector), ("owner", Owner), ("table", Table) }
            .Where(c => c.Item2 is not null).Select(c => $"{c.Item1} {c.Item2!.Value.Text}"));
}
