using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Corridor.Cli.Commands;
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

    /// <summary>Runs a command line.</summary>
    public static int Run(string[] args)
    {
        using var session = new Session();
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
            // What is still held back may meet a full disk: that is to be told, and is no result.
            Terminals.OutWriter.Flush();
            return code;
        }
        catch (OperationCanceledException)
        {
            Terminals.Error.Write("Stopped. Nothing was written.", TextStyle.Caution);
            return ExitCode.NoResult;
        }
        catch (UsageException exception)
        {
            return args is [{ Length: > 0 } command, ..] && command[0] != '-' ? Refuse(exception.Message, $"corridor {command} --help") : Refuse(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Explain(exception);
            Terminals.Error.Write(exception.Message, TextStyle.Bad);
            return ExitCode.NoResult;
        }
#pragma warning disable CA1031 // The outermost handler: a user never meets a stack trace.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Explain(exception);
            Terminals.Error.Write($"A fault of the program: {exception.GetType().Name}: {exception.Message}", TextStyle.Bad);
            Terminals.Error.Write("Please report it with the command and the package; CORRIDOR_DEBUG=1 shows where it happened.");
            return ExitCode.NoResult;
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

        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = Terminals.OutWriter, Error = Terminals.ErrorWriter });
    }

    private int Refuse(string message, string help = "corridor --help")
    {
        Terminals.Error.Write(message, TextStyle.Bad);
        Terminals.Error.Write($"See {help}.");
        return ExitCode.Usage;
    }

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
