namespace Corridor.Reporting.Export;

/// <summary>Words for what the system refuses to read or write, in place of its own.</summary>
public static class WriteFailure
{
    private const int OwnWords = unchecked((int)0x80131620);

    /// <summary>Whether the system refused, as against an error whose words are our own.</summary>
    /// <param name="problem">An <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</param>
    public static bool IsOfSystem(Exception problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem is UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException or PathTooLongException || problem.HResult != OwnWords;
    }

    /// <summary>Why, as the end of a sentence; and what helps.</summary>
    /// <param name="problem">What the system threw.</param>
    public static (string Reason, string Hint) Of(Exception problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem switch
        {
            UnauthorizedAccessException => ("permission is denied", "Choose another place, or change its permissions."),
            PathTooLongException => ("its name is too long for the system", "Choose a shorter name."),
            FileNotFoundException or DirectoryNotFoundException => ("its folder is not there, or was removed meanwhile", "Choose a folder that exists."),
            // Codes of Unix as they are, of Windows in the lower half: ENOSPC and EDQUOT, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.
            { HResult: 28 or 122 or unchecked((int)0x80070070) or unchecked((int)0x80070027) } => ("the disk is full", "Make room, or choose another place."),
            { HResult: 30 or unchecked((int)0x80070013) } => ("the disk is read-only", "Choose another place."),
            { HResult: 36 or unchecked((int)0x800700CE) } => ("its name is too long for the system", "Choose a shorter name."),
            { HResult: 20 } => ("a part of its path is a file", "Choose another place."),
            { HResult: 17 or 21 } => ("something else of that name is there", "Choose another name."),
            { HResult: 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021) } => ("another program has it open", "Close it there, or choose another name."),
            _ => ("the system refuses it", "Choose another place; CORRIDOR_DEBUG=1 shows what the system says."),
        };
    }

    /// <summary>A sentence about a place that cannot be written.</summary>
    /// <param name="path">The place as the user named it.</param>
    /// <param name="problem">What was thrown.</param>
    public static string Sentence(string path, Exception problem) => $"{path} cannot be written: {Of(problem).Reason}.";
}
