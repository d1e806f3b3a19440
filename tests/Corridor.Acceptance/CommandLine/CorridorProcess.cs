using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Corridor.Acceptance.CommandLine;

/// <summary>Starts the real program, as a user does.</summary>
internal sealed class CorridorProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StringBuilder _error = new();
    private readonly Task<string> _output;
    private readonly Task _reading;
    private readonly bool _wantsJson;
    private readonly SemaphoreSlim _line = new(0);

    private CorridorProcess(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "corridor.dll"));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        _wantsJson = arguments.Contains("--json");
        start.Environment.Remove("CORRIDOR_DEBUG");
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _output = _process.StandardOutput.ReadToEndAsync();
        _reading = ReadErrors();
    }

    public int Id => _process.Id;

    public static CorridorProcess Start(string folder, params string[] arguments) => new(folder, arguments);

    /// <summary>Runs to the end.</summary>
    public static Outcome Run(string folder, params string[] arguments)
    {
        using CorridorProcess process = Start(folder, arguments);
        return process.Finish();
    }

    /// <summary>Waits until the first stage of a run has been told.</summary>
    public void AwaitFirstLine() => _line.Wait(Patience).ShouldBeTrue("the program said nothing");

    public void Kill() => _process.Kill(entireProcessTree: true);

    public Outcome Finish()
    {
        if (!_process.WaitForExit(Patience))
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException("The program did not end.");
        }

        _reading.GetAwaiter().GetResult();
        var outcome = new Outcome(_process.ExitCode, _output.GetAwaiter().GetResult(), _error.ToString());
        // Whatever test asks for JSON: one value, with no key twice, and nothing beside it; wrong usage alone is text.
        if (_wantsJson && outcome.Code is 0 or 1 or 3)
            JsonDocument.Parse(outcome.Output, new JsonDocumentOptions { AllowDuplicateProperties = false }).Dispose();
        return outcome;
    }

    public void Dispose()
    {
        _process.Dispose();
        _line.Dispose();
    }

    private async Task ReadErrors()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            _error.Append(line).Append('\n');
            _line.Release();
        }
    }
}

/// <summary>How the program ended.</summary>
internal sealed record Outcome(int Code, string Output, string Error)
{
    /// <summary>Never a stack trace, whatever happened.</summary>
    public Outcome Calm()
    {
        (Output + Error).ShouldNotContain("   at ", Case.Sensitive);
        (Output + Error).ShouldNotContain("Unhandled");
        return this;
    }
}
