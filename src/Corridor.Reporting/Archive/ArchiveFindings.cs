using Corridor.Model.Findings;

namespace Corridor.Reporting.Archive;

/// <summary>What can be wrong with the folder of a run.</summary>
internal static class ArchiveFindings
{
    public const string NotARun = "R001";
    public const string Damaged = "R002";
    public const string OtherVersion = "R003";

    public static Finding Of(string code, string path, string message, string hint) =>
        new(code, Severity.Error, path, new SourcePlace(path), message, hint);
}
