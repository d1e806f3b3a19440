namespace Corridor.Data.Packages;

/// <summary>Tells paths inside a package from those that lead out of it.</summary>
internal static class PackagePath
{
    /// <summary>Whether a path is relative, has no step up, and is no address.</summary>
    internal static bool IsSafe(string path) =>
        path.Length > 0
        && !path.Contains(':', StringComparison.Ordinal)
        && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Contains('\0', StringComparison.Ordinal)
        && !path.StartsWith('/')
        && !path.StartsWith('~')
        && !path.Split('/').Any(part => part is ".." or "");
}
