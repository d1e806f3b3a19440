using Corridor.Data.Packages;

namespace Corridor.Reporting.Export;

/// <summary>
/// A folder that appears complete or not at all. It is filled beside its place, and takes it at the end; an older run there is
/// removed only after that. What a killed run left behind is cleaned when the folder is next written.
/// </summary>
public sealed class RunFolder : IDisposable
{
    private static readonly string[] OwnEntries = ["run.json", "result.sqlite", "csv", "backtest.json", "sensitivity.json", "inputs", "solution.bin", "report.html"];

    private readonly FileStream _lock;
    private bool _committed;

    private RunFolder(string place, string partial, string retired, FileStream locked)
    {
        Place = place;
        Partial = partial;
        Retired = retired;
        _lock = locked;
    }

    /// <summary>Where the folder will stand, a full path.</summary>
    public string Place { get; }

    /// <summary>Where it is filled until then.</summary>
    public string Partial { get; }

    private string Retired { get; }

    /// <summary>Why a folder may not be written, in a sentence; null if it may. Nothing is changed.</summary>
    /// <param name="path">The folder.</param>
    public static string? Refusal(string path)
    {
        string place = FullPath(path);
        if (File.Exists(place))
            return $"{path} is a file; a folder is expected.";
        if (Path.GetDirectoryName(place) is null)
            return $"{path} cannot hold a run.";
        if (!Directory.Exists(place))
            return null;
        string? stranger = Directory.EnumerateFileSystemEntries(place).Select(Path.GetFileName).Order(StringComparer.Ordinal).FirstOrDefault(name => !OwnEntries.Contains(name));
        if (stranger is null)
            return null;
        return $"{path} holds '{stranger}', which no run has written, and would be replaced as a whole. Name another folder with --out, or move the file away.";
    }

    /// <summary>Tries whether a folder can be written; why not, in a sentence, or null. Leaves nothing behind.</summary>
    /// <param name="path">The folder.</param>
    public static string? Probe(string path)
    {
        string place = FullPath(path);
        string parent = Path.GetDirectoryName(place)!;
        for (string? above = parent; above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
                return $"{path} cannot be made: {above} is a file.";
        }

        var missing = new List<string>();
        for (string? above = parent; above is not null && !Directory.Exists(above); above = Path.GetDirectoryName(above))
            missing.Add(above);
        string probe = Path.Combine(parent, $".{Path.GetFileName(place)}.probe");
        try
        {
            Directory.CreateDirectory(parent);
            using (new FileStream(probe, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
            }

            // Another run may have begun in one of them meanwhile.
            foreach (string folder in missing.Where(f => !Directory.EnumerateFileSystemEntries(f).Any()))
                Directory.Delete(folder);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return WriteFailure.Sentence(path, exception);
        }
    }

    /// <summary>Begins to write a folder.</summary>
    /// <param name="path">Where it shall stand; made with its parents, or replacing an older run.</param>
    /// <exception cref="IOException">Something there was not written by a run, another run is writing there, or the disk refuses.</exception>
    public static RunFolder Begin(string path)
    {
        if (Refusal(path) is { } refusal)
            throw new IOException(refusal);
        string place = FullPath(path);
        string parent = Path.GetDirectoryName(place)!, name = Path.GetFileName(place);
        Directory.CreateDirectory(parent);
        string partial = Path.Combine(parent, $".{name}.partial"), retired = Path.Combine(parent, $".{name}.replaced");
        FileStream locked;
        try
        {
            locked = new FileStream(Path.Combine(parent, $".{name}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException or FileNotFoundException) && IsLock(exception))
        {
            throw new IOException($"Another run is writing {path}.", exception);
        }

        try
        {
            Recover(place, retired);
            Remove(partial);
            Directory.CreateDirectory(partial);
            return new RunFolder(place, partial, retired, locked);
        }
        catch
        {
            locked.Dispose();
            throw;
        }
    }

    /// <summary>Whether someone else has the file open: a sharing violation on Windows (32), a lock elsewhere (EAGAIN, EWOULDBLOCK).</summary>
    private static bool IsLock(IOException exception) => (exception.HResult & 0xFFFF) is 32 or 33 || exception.HResult is 11 or 35;

    /// <summary>Puts the folder into its place.</summary>
    public void Commit()
    {
        if (Directory.Exists(Place))
            Directory.Move(Place, Retired);
        Directory.Move(Partial, Place);
        _committed = true;
        Remove(Retired);
    }

    /// <summary>Removes what was not put into place, and lets others write there.</summary>
    public void Dispose()
    {
        if (!_committed)
        {
            Remove(Partial);
            Recover(Place, Retired);
        }

        _lock.Dispose();
    }

    /// <summary>A run killed between the two moves left the older run beside its place: it goes back.</summary>
    private static void Recover(string place, string retired)
    {
        if (!Directory.Exists(retired))
            return;
        if (Directory.Exists(place))
            Remove(retired);
        else
            Directory.Move(retired, place);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static string FullPath(string path) => OutputTarget.Resolve(path);
}
