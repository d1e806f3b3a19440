using Corridor.Data.Packages;
using Corridor.Reporting.Export;

namespace Corridor.Cli.Commands;

/// <summary>Looks at a place to be written before anything is calculated.</summary>
internal static class OutputPlace
{
    /// <summary>Whether a file can stand there.</summary>
    /// <param name="option">The option that names it.</param>
    /// <param name="path">The place.</param>
    /// <exception cref="UsageException">It is no file's place.</exception>
    public static void File(string option, string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new UsageException($"{option} names no file.");
        if (Directory.Exists(path))
            throw new UsageException($"{path} is a folder; {option} names a file.");
        RefuseBelowFile(path);
        if (OutputTarget.Refusal(path) is { } refusal)
            throw new UsageException($"{option}: {refusal}");
    }

    /// <summary>Whether a folder can stand there.</summary>
    /// <param name="option">The option that names it.</param>
    /// <param name="path">The place.</param>
    /// <exception cref="UsageException">It is no folder's place.</exception>
    public static void Folder(string option, string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new UsageException($"{option} names no folder.");
        if (System.IO.File.Exists(path))
            throw new UsageException($"{path} is a file; {option} names a folder.");
        RefuseBelowFile(path);
    }

    /// <summary>Whether the folder of a run can stand there and be written.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="UsageException">It is no place for a run.</exception>
    /// <exception cref="IOException">The system does not let it be written.</exception>
    public static void Run(string folder)
    {
        if (RunFolder.Refusal(folder) is { } refusal)
            throw new UsageException(refusal);
        RefuseBelowFile(folder);
        if (RunFolder.Probe(folder) is { } unwritable)
            throw new IOException(unwritable);
    }

    private static void RefuseBelowFile(string path)
    {
        for (string? above = Path.GetDirectoryName(Path.GetFullPath(path)); above is not null; above = Path.GetDirectoryName(above))
        {
            if (System.IO.File.Exists(above))
                throw new UsageException($"{path} cannot be made: {above} is a file.");
        }
    }
}
