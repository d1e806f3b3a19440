using Corridor.Model.Findings;

namespace Corridor.Data.Formats.GasLib;

/// <summary>Checks that nodes and connections share.</summary>
internal static class GasLibBounds
{
    /// <summary>Reports a lower bound above its upper bound.</summary>
    internal static void CheckOrder(string subject, SourcePlace place, double? lower, double? upper, string lowerName, string upperName, FindingList findings)
    {
        if (lower > upper)
            findings.Add(FormatFindings.Contradiction.At(subject, place, $"<{lowerName}> of {subject} is above <{upperName}>."));
    }

    /// <summary>Counts the elements that nobody took, to be reported once for each kind.</summary>
    internal static void CountUnknown(GasLibElement element, GasLibFigures figures, Dictionary<(string Kind, string Member), int> unknown)
    {
        foreach (string name in figures.NotTaken())
            unknown[(element.Name, name)] = unknown.GetValueOrDefault((element.Name, name)) + 1;
    }
}
