using System.Text;
using Corridor.Reporting.Terminal;

namespace Corridor.Cli;

/// <summary>The two streams that a command talks to, always in UTF-8 with line feeds.</summary>
internal sealed class Terminals : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(false);

    private readonly Stream _outStream;
    private readonly StreamWriter _out;
    private readonly StreamWriter _error;

    public Terminals()
    {
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Utf8;
        _outStream = Console.OpenStandardOutput();
        _out = new StreamWriter(_outStream, Utf8, 4096) { NewLine = "\n" };
        _error = new StreamWriter(Console.OpenStandardError(), Utf8, 1024) { AutoFlush = true, NewLine = "\n" };
    }

    /// <summary>Answers. Made when first used: what prints none starts faster.</summary>
    public Screen Out => field ??= new Screen(_out, Screen.WantsColours(Console.IsOutputRedirected), Width(Console.IsOutputRedirected));

    /// <summary>Progress, findings that stand in the way, mistakes.</summary>
    public Screen Error => field ??= new Screen(_error, Screen.WantsColours(Console.IsErrorRedirected), Width(Console.IsErrorRedirected));

    public TextWriter OutWriter => _out;

    public TextWriter ErrorWriter => _error;

    /// <summary>Whether a line on the error stream can be written over.</summary>
    public static bool ErrorIsLive => !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>Whether bytes for programs were written.</summary>
    public bool HasAnswered { get; private set; }

    /// <summary>Bytes for programs, as they are.</summary>
    public void OutBytes(ReadOnlySpan<byte> bytes)
    {
        HasAnswered = true;
        _out.Flush();
        _outStream.Write(bytes);
    }

    /// <summary>Closes both. What could not be written by now has been told; it is let go.</summary>
    public void Dispose()
    {
        foreach (StreamWriter writer in (StreamWriter[])[_out, _error])
        {
            try
            {
                writer.Dispose();
            }
            catch (IOException)
            {
                // The stream takes no more, and the session has said so: a second failure adds nothing.
            }
        }
    }

    private static int Width(bool redirected)
    {
        if (redirected)
            return Screen.LargestWidth;
        try
        {
            return Console.WindowWidth is > 0 and int width ? width : Screen.LargestWidth;
        }
        catch (IOException)
        {
            // A stream that is no terminal after all has no width.
            return Screen.LargestWidth;
        }
    }
}
