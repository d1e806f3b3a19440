namespace Corridor.Acceptance.Browser;

/// <summary>The accessibility rules of axe-core, which <c>./test</c> installs into <c>.build/</c>; the tests are skipped where it is absent.</summary>
internal static class AxeCore
{
    public static string? Script { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CORRIDOR_AXE") is { Length: > 0 } given && File.Exists(given))
            return File.ReadAllText(given);
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string file = Path.Combine(folder.FullName, ".build", "node_modules", "axe-core", "axe.min.js");
            if (File.Exists(file))
                return File.ReadAllText(file);
        }

        return null;
    }
}
