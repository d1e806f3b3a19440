using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.ExternalSolvers;

/// <summary>One run of another program.</summary>
internal sealed partial class ExternalRun : IDisposable
{
    private const int LongestOutput = 1 << 20;
    private const int LongestExcerpt = 300;

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    public ExternalRun(string executable, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(executable)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        try
        {
            _process = Process.Start(start) ?? throw new ExternalSolverException($"{executable} could not be started.");
        }
        catch (System.ComponentModel.Win32Exception refused)
        {
            throw new ExternalSolverException($"{executable} could not be started: {refused.Message}.");
        }

        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        // A program that asks for commands gets none.
        _process.StandardInput.Close();
    }

    public int ExitCode => _process.ExitCode;

    /// <summary>What it printed, its beginning alone where that is long.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>The last line that says how it ended.</summary>
    public static string LastWords(string output) => Ending().Matches(output) is { Count: > 0 } all ? all[^1].Value.Trim() : "";

    /// <summary>The first lines, for a message.</summary>
    public static string Excerpt(string output)
    {
        string line = output.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestExcerpt ? line : line[..LongestExcerpt] + "…";
    }

    /// <summary>Its iterations, as far as it says them; 0 otherwise.</summary>
    public static int Iterations(string output)
    {
        Match said = Counted().Matches(output).LastOrDefault() ?? Match.Empty;
        string digits = said.Groups[1].Success ? said.Groups[1].Value : said.Groups[2].Value;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 0;
    }

    /// <summary>Waits for its end, or ends it.</summary>
    /// <returns>Why it was ended; null where it ended by itself.</returns>
    public StopReason? Wait(TimeSpan? most, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (most is { } limit && limit < TimeSpan.FromDays(20))
            stop.CancelAfter(limit);
        try
        {
            _process.WaitForExitAsync(stop.Token).GetAwaiter().GetResult();
            return cancellation.IsCancellationRequested ? StopReason.Cancelled : null;
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
            return cancellation.IsCancellationRequested ? StopReason.Cancelled : StopReason.TimeLimit;
        }
    }

    public void Dispose() => _process.Dispose();

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            if (line.Data is { } text && _output.Length < LongestOutput)
                _output.Append(text).Append('\n');
        }
    }

    [GeneratedRegex(@"^.*\b(optimal|infeasible|unbounded|stopped|limit)\b.*$", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Ending();

    [GeneratedRegex(@" - (\d+) iterations|iterations\s*:?\s*(\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Counted();
}
