using System.Formats.Tar;

namespace Corridor.Data.Packages;

/// <summary>The place where a file or folder is to be written: where links lead, and whether something else than a file stands there.</summary>
public static class OutputTarget
{
    // As many as the systems themselves follow.
    private const int MostLinks = 40;
    private const int OwnWords = unchecked((int)0x80131620);

    /// <summary>Where a path leads in the end: a link is followed, also to what is not there yet; all else is the full path.</summary>
    /// <param name="path">A file or folder, which need not exist.</param>
    /// <exception cref="IOException">Its links lead in a circle.</exception>
    public static string Resolve(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        FileSystemInfo entry = new FileInfo(full);
        if (entry.LinkTarget is null)
            return full;
        return OperatingSystem.IsWindows() ? entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full : Follow(full, path);
    }

    /// <summary>Why no file can be written there, with what helps, in sentences; null where one can: nothing is there, or a file, or a link to either.</summary>
    /// <param name="path">The file. Nothing there is opened or changed.</param>
    public static string? Refusal(string path)
    {
        string target;
        try
        {
            target = Resolve(path);
        }
        catch (IOException)
        {
            return $"{path} is a link that leads in a circle. Name another file, or mend the link.";
        }

        string there = target == Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) ? "" : $"a link to {target}, ";
        if (Directory.Exists(target))
            return $"{path} is {there}a folder; a file is to be written. Name a file in it.";
        return IsSpecial(target) ? $"{path} is {there}no regular file but a device, a pipe or a socket, which would be replaced. Name another file." : null;
    }

    /// <summary>Whether a device, a pipe or a socket stands there. It is not opened: that could wait for ever, or set a device going.</summary>
    private static bool IsSpecial(string target)
    {
        if (OperatingSystem.IsWindows())
            return target.StartsWith(@"\\.\", StringComparison.Ordinal);
        var file = new FileInfo(target);
        if (!file.Exists || file.Length > 0)
            return false;
        // An archive's entry is made of what the system says of a file; of an empty one nothing else is read.
        try
        {
            using var entries = new MemoryStream();
            using (var writer = new TarWriter(entries, leaveOpen: true))
                writer.WriteEntry(target, "file");
            entries.Position = 0;
            using var reader = new TarReader(entries);
            return reader.GetNextEntry() is { EntryType: TarEntryType.Fifo or TarEntryType.CharacterDevice or TarEntryType.BlockDevice };
        }
        catch (UnauthorizedAccessException)
        {
            // Only a regular file is opened.
            return false;
        }
        catch (IOException problem)
        {
            // A socket has no place in an archive, which is said in its own words; a file that another program has open is one.
            return problem.HResult == OwnWords;
        }
    }

    /// <summary>Goes from folder to folder as the system does: what a link says is meant from the folder where it really stands.</summary>
    private static string Follow(string full, string path)
    {
        string at = Path.GetPathRoot(full)!;
        var ahead = new Stack<string>(Names(full));
        for (int links = 0; ahead.TryPop(out string? name);)
        {
            if (name == ".")
                continue;
            if (name == "..")
            {
                at = Path.GetDirectoryName(at) ?? at;
                continue;
            }

            string next = Path.Combine(at, name);
            if (new FileInfo(next).LinkTarget is not { } said)
            {
                at = next;
                continue;
            }

            if (++links > MostLinks)
                throw new IOException($"{path} is a link that leads in a circle.");
            if (Path.IsPathRooted(said))
                at = Path.GetPathRoot(said)!;
            foreach (string part in Names(said))
                ahead.Push(part);
        }

        return at;
    }

    /// <summary>The names of a path, the last first.</summary>
    private static IEnumerable<string> Names(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse();
}
