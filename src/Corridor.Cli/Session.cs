using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Corridor.Cli.Commands;
using Corridor.Model.Findings;
using Corridor.Reporting.Export;
using Corridor.Reporting.Terminal;

namespace Corridor.Cli;

/// <summary>One call of the command: parses, runs, and turns whatever happens into an exit code and a sentence.</summary>
internal sealed class Session : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _signals = [];

    private Session()
    {
        Terminals = new Terminals();
        foreach (PosixSignal signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM])
            _signals.Add(PosixSignalRegistration.Create(signal, Stop));
    }

    public Terminals Terminals { get; }

    /// <summary>Runs since the process began to work.</summary>
    public Stopwatch Clock { get; } = Stopwatch.StartNew();

    /// <summary>Set when the user asks to stop.</summary>
    public CancellationToken Stopped => _stop.Token;

    /// <summary>Whether standard output is to hold JSON and nothing else, whatever happens.</summary>
    public bool WantsJson { get; private set; }

    /// <summary>What is being written, as the user named it; said where the system refuses it.</summary>
    public string? Target { get; set; }

    /// <summary>Tells that errors in the input stand in the way, as text or, where it was asked for, as JSON.</summary>
    /// <param name="input">The input as the user named it.</param>
    /// <param name="findings">The errors.</param>
    /// <param name="consequence">What was not done, as a sentence.</param>
    /// <returns>The exit code.</returns>
    public int Refuse(string input, FindingList findings, string consequence)
    {
        if (!WantsJson)
            return PackageInput.Refuse(Terminals.Error, input, findings, consequence);
        Terminals.OutBytes(OutcomeJson.Refused(input, findings));
        return ExitCode.Findings;
    }

    /// <summary>Tells that there is no result, on the error stream and, where it was asked for, as JSON.</summary>
    /// <param name="message">Why, as a sentence.</param>
    /// <param name="hint">What helps; null where nothing is known.</param>
    /// <param name="status">The status in JSON.</param>
    /// <param name="style">How it looks.</param>
    /// <returns>The exit code.</returns>
    public int Fail(string message, string? hint = null, string status = "failed", TextStyle style = TextStyle.Bad)
    {
        Terminals.Error.Write(message, style);
        if (hint is not null)
            Terminals.Error.Write("  → " + hint, indent: 4);
        if (!WantsJson || Terminals.HasAnswered)
            return ExitCode.NoResult;
        try
        {
            Terminals.OutBytes(OutcomeJson.Without(status, message, hint));
        }
        catch (IOException)
        {
            // Standard output takes nothing: the error stream has said what happened.
        }

        return ExitCode.NoResult;
    }

    /// <summary>Runs a command line.</summary>
    public static int Run(string[] args)
    {
        using var session = new Session { WantsJson = args.Contains("--json", StringComparer.Ordinal) };
        return session.Guarded(args);
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals)
            signal.Dispose();
        Terminals.Dispose();
        _stop.Dispose();
    }

    private int Guarded(string[] args)
    {
        try
        {
            int code = Invoke(args);
            Target = null;
            // What is still held back may meet a full disk: that is to be told, and is no result.
            Terminals.OutWriter.Flush();
            return code;
        }
        catch (Exception exception) when (IsStop(exception))
        {
            return Fail("Stopped. Nothing was written.", status: "cancelled", style: TextStyle.Caution);
        }
        catch (UsageException exception)
        {
            return args is [{ Length: > 0 } command, ..] && command[0] != '-' ? Refuse(exception.Message, $"corridor {command} --help") : Refuse(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Explain(exception);
            if (!WriteFailure.IsOfSystem(exception))
                return Fail(exception.Message);
            (string reason, string hint) = WriteFailure.Of(exception);
            return Fail(Target is { } target ? $"{target} cannot be written: {reason}." : $"A file or the output cannot be read or written: {reason} ({exception.Message}).", hint);
        }
#pragma warning disable CA1031 // The outermost handler: a user never meets a stack trace.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Explain(exception);
            return Fail($"A fault of the program: {exception.GetType().Name}: {exception.Message}", "Please report it with the command and the package; CORRIDOR_DEBUG=1 shows where it happened.");
        }
    }

    private int Invoke(string[] args)
    {
        RootCommand root = CommandTree.Create(this, args.Length > 0 ? args[0] : null);
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            string path = parsed.CommandResult.Command == root ? "" : " " + parsed.CommandResult.Command.Name;
            return Refuse(string.Join(" ", parsed.Errors.Select(e => e.Message).Distinct()), $"corridor{path} --help");
        }

        // Also where it is written --json=true or --json false.
        WantsJson = parsed.CommandResult.Command.Options.OfType<Option<bool>>().FirstOrDefault(o => o.Name == "--json") is { } json && parsed.GetValue(json);
        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = Terminals.OutWriter, Error = Terminals.ErrorWriter });
    }

    private int Refuse(string message, string help = "corridor --help")
    {
        Terminals.Error.Write(message, TextStyle.Bad);
        Terminals.Error.Write($"See {help}.");
        return ExitCode.Usage;
    }

    /// <summary>Whether it is what a signal brought about; what works side by side gathers it.</summary>
    private bool IsStop(Exception exception) => exception is OperationCanceledException
        || (exception is AggregateException several && _stop.IsCancellationRequested && several.Flatten().InnerExceptions.All(e => e is OperationCanceledException));

    private void Explain(Exception exception)
    {
        if (Environment.GetEnvironmentVariable("CORRIDOR_DEBUG") == "1")
            Terminals.ErrorWriter.WriteLine(exception);
    }

    /// <summary>The first signal asks to stop; a second one ends the process as usual.</summary>
    private void Stop(PosixSignalContext context)
    {
        context.Cancel = !_stop.IsCancellationRequested;
        _stop.Cancel();
    }
}
