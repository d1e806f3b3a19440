using System.Diagnostics;
using System.Globalization;

namespace Corridor.Cli;

/// <summary>The largest memory that this process has held.</summary>
internal static class PeakMemory
{
    /// <summary>Largest resident memory, 10⁶ bytes.</summary>
    public static double Megabytes()
    {
        // The kernel's own line costs less than the class that reads it among twenty others.
        if (OperatingSystem.IsLinux())
        {
            foreach (string line in File.ReadLines("/proc/self/status"))
            {
                if (line.StartsWith("VmHWM:", StringComparison.Ordinal)
                    && long.TryParse(line.AsSpan(6, line.Length - 6 - " kB".Length), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out long kilobytes))
                {
                    return kilobytes * 1024 / 1e6;
                }
            }
        }

        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }
}
