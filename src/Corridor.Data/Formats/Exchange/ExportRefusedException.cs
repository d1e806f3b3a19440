namespace Corridor.Data.Formats.Exchange;

/// <summary>A format cannot hold what is to be written: too many rows, too long a text, an id given twice. Nothing is written.</summary>
public sealed class ExportRefusedException : IOException
{
    /// <summary>Without a reason.</summary>
    public ExportRefusedException()
    {
    }

    /// <summary>With the reason.</summary>
    /// <param name="message">What cannot be held, and where it stands.</param>
    public ExportRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>With the reason and its cause.</summary>
    /// <param name="message">What cannot be held, and where it stands.</param>
    /// <param name="cause">The cause.</param>
    public ExportRefusedException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
