using Corridor.Model.Findings;

namespace Corridor.Reporting.Terminal;

/// <summary>What a command prints as JSON where it has no outcome of its own form.</summary>
public static class OutcomeJson
{
    /// <summary>Errors in the input: <c>status</c> is <c>refused</c>.</summary>
    /// <param name="input">The input as the user named it.</param>
    /// <param name="findings">The findings.</param>
    public static byte[] Refused(string input, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return JsonBytes.Object(json =>
        {
            json.WriteString("status", "refused");
            json.WriteString("input", input);
            FindingsJson.Counted(json, findings);
        });
    }

    /// <summary>No result although the input has no errors.</summary>
    /// <param name="status">Such as <c>failed</c>, <c>cancelled</c>.</param>
    /// <param name="message">Why, in a sentence.</param>
    /// <param name="hint">What helps; null where nothing is known.</param>
    public static byte[] Without(string status, string message, string? hint)
    {
        return JsonBytes.Object(json =>
        {
            json.WriteString("status", status);
            json.WriteString("message", message);
            json.WriteString("hint", hint);
            FindingsJson.Counted(json, new FindingList());
        });
    }
}
