using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Documents;

/// <summary>Tells that nothing is at a path, and which file or folder of a like name is beside it.</summary>
internal static class MissingPath
{
    private const int MostNames = 10_000;

    /// <summary>The finding.</summary>
    /// <param name="path">The path; nothing is there.</param>
    /// <param name="name">How findings name it.</param>
    /// <param name="what">What is not there: file, folder.</param>
    internal static Finding Of(string path, string name, string what) =>
        FormatFindings.NotFound.At(name, new SourcePlace(name), $"There is no such {what}.", Hint(Path.TrimEndingDirectorySeparator(path)));

    private static string Hint(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        if (!Directory.Exists(folder))
            return "The folder that should hold it is not there either; check the path.";
        try
        {
            IEnumerable<string> names = Directory.EnumerateFileSystemEntries(folder).Take(MostNames).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);
            return Suggestion.Ask(Path.GetFileName(path), names) ?? "Check the path; the folder has nothing of a like name.";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "Check the path; its folder cannot be listed.";
        }
    }
}
