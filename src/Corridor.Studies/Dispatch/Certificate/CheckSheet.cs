using System.Globalization;
using Corridor.Model.Time;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>The items of a certificate while they are being filled, and how places and figures are put in words.</summary>
internal sealed class CheckSheet(Horizon horizon, double tolerance)
{
    private readonly List<ItemRecorder> _items = [];

    /// <summary>Starts an item.</summary>
    public ItemRecorder Begin(CertificateGroup group, string name, Func<Breach, string> words)
    {
        var item = new ItemRecorder(group, name, tolerance, words);
        _items.Add(item);
        return item;
    }

    /// <summary>Makes the certificate.</summary>
    public DispatchCertificate Finish(DispatchStatus status)
    {
        var failures = _items
            .SelectMany((item, order) => item.Failures.Select(f => (item, order, f.Breach, f.Count)))
            .OrderByDescending(f => f.Breach.Relative)
            .ThenBy(f => f.order)
            .ThenBy(f => f.Breach.Element, StringComparer.Ordinal)
            .ToList();
        return new DispatchCertificate
        {
            Tolerance = tolerance,
            Status = status,
            Items = [.. _items.Select(i => i.ToItem(PlaceName))],
            Failures = [.. failures.Take(DispatchCertificate.LargestFailureCount).Select(f => f.item.Say(f.Breach) + Also(f.Count))],
            FailureCount = failures.Count,
        };
    }

    /// <summary>A place with its preposition: "on 2025-01-14", "in 2025", or empty.</summary>
    public string At(Breach breach)
    {
        if (breach.Place == Breach.WholeHorizon)
            return "";
        if (breach.Place < 0)
            return $" in {PlaceName(breach.Place)}";
        return horizon.Step switch
        {
            TimeStep.Hour or TimeStep.Period => $" at {PlaceName(breach.Place)}",
            TimeStep.Day => $" on {PlaceName(breach.Place)}",
            _ => $" in the {(horizon.Step == TimeStep.Week ? "week" : "month")} from {PlaceName(breach.Place)}",
        };
    }

    /// <summary>A figure with six digits; more where they are needed to tell two figures apart is left to the excess that is stated beside them.</summary>
    public static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture) is var text && (text is not ("0" or "-0") || value == 0)
        ? Math.Abs(value) >= 1e6 ? value.ToString("G7", CultureInfo.InvariantCulture) : text
        : value.ToString("G3", CultureInfo.InvariantCulture);

    private static string Also(int count) =>
        count > 1 ? string.Create(CultureInfo.InvariantCulture, $" (the worst of {count})") : "";

    private string? PlaceName(int place)
    {
        if (place == Breach.WholeHorizon)
            return null;
        if (place < 0)
            return (-1 - place).ToString(CultureInfo.InvariantCulture);
        DateTime start = horizon.Periods[place].Start;
        return start.ToString(horizon.Step is TimeStep.Hour or TimeStep.Period ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
