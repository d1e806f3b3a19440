using System.Globalization;

namespace Corridor.Data.Formats.PyPsa.Reading;

/// <summary>Reads and writes time stamps.</summary>
internal static class PyPsaTimes
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
    ];

    /// <summary>Reads a time stamp; one with an offset from UTC is none, since a package has local times.</summary>
    internal static bool TryParse(string text, out DateTime time) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowTrailingWhite, out time);

    /// <summary>The stamp as a package writes it.</summary>
    internal static string ToPackage(DateTime time) => time.Second == 0
        ? time.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)
        : time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The stamp as the format writes it.</summary>
    internal static string ToFolder(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
