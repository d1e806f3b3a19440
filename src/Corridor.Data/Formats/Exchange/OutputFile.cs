using System.Globalization;

namespace Corridor.Data.Formats.Exchange;

/// <summary>Writes a file or folder beside its place and renames it when it is complete: it appears whole or not at all.</summary>
public static class OutputFile
{
    /// <summary>Writes a file; one there is replaced.</summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="write">Writes the bytes into a stream that can seek.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Save(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        SaveAs(path, temporary =>
        {
            using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
            write(stream);
        });
    }

    /// <summary>Writes a file by its name, for what opens files itself; one there is replaced.</summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="write">Writes a file of the name that it is given, which does not exist.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void SaveAs(string path, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        string target = Target(path);
        if (Directory.Exists(target))
            throw new IOException($"{path} is a folder; a file is to be written.");
        string temporary = Beside(target);
        try
        {
            write(temporary);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Writes a folder. One there is replaced as far as it holds nothing but files of the names written.</summary>
    /// <param name="path">The folder; made with its parents.</param>
    /// <param name="write">Writes the files into a folder of the name that it is given, which exists and is empty.</param>
    /// <exception cref="IOException">The folder cannot be written, or holds something else.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void SaveFolder(string path, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        string target = Target(path);
        if (File.Exists(target))
            throw new IOException($"{path} is a file; a folder is to be written.");
        string temporary = Beside(target);
        Directory.CreateDirectory(temporary);
        try
        {
            write(temporary);
            if (!Directory.Exists(target))
            {
                Directory.Move(temporary, target);
                return;
            }

            var written = Directory.EnumerateFileSystemEntries(temporary).Select(f => Path.GetFileName(f)).ToHashSet(StringComparer.Ordinal);
            foreach (string entry in Directory.EnumerateFileSystemEntries(target))
            {
                if (!written.Contains(Path.GetFileName(entry)) && (Directory.Exists(entry) || !IsOfKind(entry, written)))
                    throw new IOException($"{path} holds '{Path.GetFileName(entry)}', which would be lost.");
            }

            string old = Beside(target);
            Directory.Move(target, old);
            Directory.Move(temporary, target);
            Directory.Delete(old, recursive: true);
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
    }

    /// <summary>Files of an earlier export with fewer or more tables have the same endings.</summary>
    private static bool IsOfKind(string entry, HashSet<string> written) => written.Any(w => Path.GetExtension(w) == Path.GetExtension(entry));

    private static string Target(string path)
    {
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(target) is { } parent)
            Directory.CreateDirectory(parent);
        return target;
    }

    private static string Beside(string target)
    {
        for (int i = 0; ; i++)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"{target}.new{i}");
            if (!Path.Exists(path))
                return path;
        }
    }
}
