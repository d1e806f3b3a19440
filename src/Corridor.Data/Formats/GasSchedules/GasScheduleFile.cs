using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats.GasSchedules;

/// <summary>
/// Boundary conditions and events of a transient in a CSV file with the columns <c>time_s,kind,id,value</c> and, where breaks are listed, <c>delay_s</c>.
/// Rows may stand in any order of ids; the times of one figure never fall.
/// </summary>
/// <param name="Schedule">Pressures, injections and set points by time.</param>
/// <param name="Events">What happens.</param>
public sealed record GasScheduleFile(GasSchedule Schedule, IReadOnlyList<GasEvent> Events)
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="network">The network whose nodes and elements it names.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The schedule; null where a finding of severity error stands in its way.</returns>
    public static GasScheduleFile? Read(string path, GasNetwork network, FindingList findings)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(findings);
        string name = Path.GetFileName(path);
        return Documents.InputFile.Bytes(path, name, findings) is { } bytes ? new GasScheduleReader(name, network, findings).Read(bytes) : null;
    }
}
