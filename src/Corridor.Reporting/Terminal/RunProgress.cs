using System.Diagnostics;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Solving;

namespace Corridor.Reporting.Terminal;

/// <summary>
/// Tells how far a run has come. On a terminal one line is written over and over; elsewhere each stage leaves a line when it ends.
/// </summary>
public sealed class RunProgress : IProgress<DispatchProgress>, IProgress<SolveProgress>
{
    private const long LeastMilliseconds = 100;

    private readonly TextWriter? _writer;
    private readonly bool _live;
    private readonly Stopwatch _clock = new();
    private string? _stage;
    private long _written;
    private string _detail = "";

    /// <summary>Begins to tell.</summary>
    /// <param name="writer">Where to; null to be silent.</param>
    /// <param name="live">Whether it is a terminal whose line can be written over.</param>
    public RunProgress(TextWriter? writer, bool live)
    {
        _writer = writer;
        _live = live;
    }

    /// <summary>Begins a stage and ends the one before.</summary>
    /// <param name="stage">A verb: read, compile, solve, check, write.</param>
    /// <returns>Seconds that the stage before took; 0 for the first.</returns>
    public double Begin(string stage)
    {
        double seconds = End();
        _stage = stage;
        _detail = "";
        _clock.Restart();
        _written = 0;
        if (_live)
            Over(stage + " …");
        return seconds;
    }

    /// <summary>Ends the last stage.</summary>
    /// <returns>Seconds that it took.</returns>
    public double End()
    {
        if (_stage is null)
            return 0;
        double seconds = _clock.Elapsed.TotalSeconds;
        if (_live)
            Over("");
        else
            _writer?.WriteLine($"{_stage,-8}{NumberText.Seconds(seconds),8}{_detail}");
        _stage = null;
        return seconds;
    }

    /// <summary>Takes the progress of a solve.</summary>
    /// <param name="value">How far it has come.</param>
    public void Report(DispatchProgress value) => Report(new SolveProgress(SolveStage.Iterations, value.Iteration, value.Gap));

    /// <summary>Takes the progress of a solve of any kind.</summary>
    /// <param name="value">How far it has come.</param>
    public void Report(SolveProgress value)
    {
        if (_writer is null)
            return;
        string gap = double.IsFinite(value.Gap) ? $", gap {NumberText.Residual(value.Gap)}" : "";
        _detail = value.Stage switch
        {
            SolveStage.Nodes => $"  node {NumberText.Count(value.Count)}{gap}",
            SolveStage.Crossover => "  crossover to a vertex",
            _ => $"  iteration {value.Count}{gap}",
        };
        long now = _clock.ElapsedMilliseconds;
        if (!_live || now - _written < LeastMilliseconds)
            return;
        _written = now;
        Over($"{_stage}{_detail}, {NumberText.Seconds(_clock.Elapsed.TotalSeconds)} (Ctrl-C stops)");
    }

    // Carriage return, the text, and "erase to the end of the line".
    private void Over(string text)
    {
        _writer?.Write("\r" + text + "\u001b[K");
        _writer?.Flush();
    }
}
