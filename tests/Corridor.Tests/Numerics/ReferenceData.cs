namespace Corridor.Tests.Numerics;

/// <summary>Published cases outside the repository; tests that need them are skipped where they are absent.</summary>
internal static class ReferenceData
{
    internal static string Folder(string name)
    {
        string? root = Environment.GetEnvironmentVariable("CORRIDOR_REFERENCE_DATA");
        Skip.If(string.IsNullOrEmpty(root), "CORRIDOR_REFERENCE_DATA is not set.");
        string folder = Path.Combine(root!, name);
        Skip.IfNot(Directory.Exists(folder), $"The reference data have no folder '{name}'.");
        return folder;
    }
}
