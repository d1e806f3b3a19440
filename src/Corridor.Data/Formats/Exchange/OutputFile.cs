using System.Globalization;
using Corridor.Data.Packages;

namespace Corridor.Data.Formats.Exchange;

/// <summary>Writes a file or folder beside its place and renames it when it is complete: it appears whole or not at all.</summary>
public static class OutputFile
{
    /// <summary>Writes a file; one there is replaced, and of a link the file that it leads to.</summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="write">Writes the bytes into a stream that can seek.</param>
    /// <exception cref="IOException">The file cannot be written, or a folder, device, pipe or socket stands there.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Save(string path, Action<Stream> write)
    {
        MakeParent(path);
        Replace(path, write);
    }

    /// <summary>Writes a file into a folder that exists; one there is replaced, and of a link the file that it leads to.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the bytes into a stream that can seek.</param>
    /// <exception cref="IOException">The file cannot be written, or a folder, device, pipe or socket stands there.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Replace(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        ReplaceAs(path, temporary =>
        {
            using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
            write(stream);
        });
    }

    /// <summary>Writes a file by its name, for what opens files itself; one there is replaced, and of a link the file that it leads to.</summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="write">Writes a file of the name that it is given, which does not exist.</param>
    /// <exception cref="IOException">The file cannot be written, or a folder, device, pipe or socket stands there.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void SaveAs(string path, Action<string> write)
    {
        MakeParent(path);
        ReplaceAs(path, write);
    }

    /// <summary>Writes a folder. One there is replaced if it holds nothing but files that the same format writes.</summary>
    /// <param name="path">The folder; made with its parents.</param>
    /// <param name="isWritten">Whether the format writes files of a name; the name is the path inside the folder, with slashes.</param>
    /// <param name="write">Writes the files into a folder of the name that it is given, which exists and is empty.</param>
    /// <param name="mark">A file that every folder of the format holds: one with other files and without it is not replaced; null for none.</param>
    /// <exception cref="ExportRefusedException">There is a folder with something else in it.</exception>
    /// <exception cref="IOException">The folder cannot be written, or a file stands in its place.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void SaveFolder(string path, Predicate<string> isWritten, Action<string> write, string? mark = null)
    {
        ArgumentNullException.ThrowIfNull(isWritten);
        ArgumentNullException.ThrowIfNull(write);
        MakeParent(path);
        string target = OutputTarget.Resolve(path);
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

            if (Foreign(target, isWritten, mark) is { } foreign)
                throw new ExportRefusedException($"{path} holds '{foreign}', which this format did not write and which would be lost: name another folder, or empty this one.");
            string old = Beside(target);
            Directory.Move(target, old);
            try
            {
                Directory.Move(temporary, target);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                Directory.Move(old, target);
                throw;
            }

            Directory.Delete(old, recursive: true);
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
    }

    /// <summary>The first file, in the order of names, that an earlier export did not write; null where there is none.</summary>
    private static string? Foreign(string folder, Predicate<string> isWritten, string? mark)
    {
        var names = new List<string>();
        var folders = new Stack<DirectoryInfo>([new DirectoryInfo(folder)]);
        while (folders.TryPop(out DirectoryInfo? at))
        {
            foreach (FileSystemInfo entry in at.EnumerateFileSystemInfos())
            {
                if (entry is DirectoryInfo { LinkTarget: null } inner)
                    folders.Push(inner);
                else
                    names.Add(Path.GetRelativePath(folder, entry.FullName).Replace(Path.DirectorySeparatorChar, '/'));
            }
        }

        bool isOurs = mark is null || names.Contains(mark);
        return names.Where(n => !isOurs || !isWritten(n)).Order(StringComparer.Ordinal).FirstOrDefault();
    }

    private static void ReplaceAs(string path, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (OutputTarget.Refusal(path) is { } refusal)
            throw new IOException(refusal);
        string target = OutputTarget.Resolve(path), temporary = Beside(target);
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

    private static void MakeParent(string path)
    {
        if (Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))) is { } parent)
            Directory.CreateDirectory(parent);
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
