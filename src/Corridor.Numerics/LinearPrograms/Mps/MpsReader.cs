using System.IO.Compression;
using System.Text;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>
/// Reads linear programs in MPS format: free or fixed, RANGES, OBJSENSE, all bound types, a constant of the objective
/// (RHS of the N row, negated), integer markers. The first N row is the objective, others are ignored; of several RHS,
/// RANGES or BOUNDS sets the first counts. An UP bound below zero on a column without a lower bound makes that bound −∞.
/// </summary>
public static class MpsReader
{
    /// <summary>Reads a file; one that ends in <c>.gz</c> is decompressed on the way.</summary>
    /// <exception cref="MpsFormatException">The content is not a linear program in MPS format.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static MpsProblem ReadFile(string path, MpsFormat format = MpsFormat.Automatic)
    {
        if (format != MpsFormat.Automatic)
            return ReadOnce(path, format);
        try
        {
            return ReadOnce(path, MpsFormat.Free);
        }
        catch (MpsFormatException free)
        {
            try
            {
                return ReadOnce(path, MpsFormat.Fixed);
            }
            catch (MpsFormatException columns)
            {
                // The reading that came further says more about the error.
                throw columns.Line > free.Line ? columns : free;
            }
        }
    }

    /// <summary>Reads a file and collects what it meets there.</summary>
    /// <param name="path">Path; one that ends in <c>.gz</c> is decompressed on the way.</param>
    /// <param name="findings">Receives the findings.</param>
    /// <param name="format">How fields are told apart.</param>
    /// <returns>The problem; null where there are errors.</returns>
    public static MpsProblem? ReadFile(string path, MpsFindings findings, MpsFormat format = MpsFormat.Automatic)
    {
        ArgumentNullException.ThrowIfNull(findings);
        try
        {
            return ReadFile(path, format);
        }
        catch (MpsFormatException broken)
        {
            findings.Add(new MpsFinding(MpsIssue.Malformed, broken.Line, 0, "", broken.Message));
            return null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            findings.Add(new MpsFinding(MpsIssue.Unreadable, 0, 0, "", failed.Message));
            return null;
        }
    }

    /// <summary>Reads an uncompressed stream.</summary>
    /// <param name="stream">Read to its end or to ENDATA.</param>
    /// <param name="format">Free or fixed; <see cref="MpsFormat.Automatic"/> needs a seekable stream.</param>
    /// <exception cref="MpsFormatException">The content is not a linear program in MPS format.</exception>
    public static MpsProblem Read(Stream stream, MpsFormat format = MpsFormat.Automatic)
    {
        if (format != MpsFormat.Automatic)
            return new MpsParser(stream, format == MpsFormat.Fixed).Parse();
        long begin = stream.Position;
        try
        {
            return new MpsParser(stream, false).Parse();
        }
        catch (MpsFormatException free)
        {
            stream.Position = begin;
            try
            {
                return new MpsParser(stream, true).Parse();
            }
            catch (MpsFormatException columns)
            {
                throw columns.Line > free.Line ? columns : free;
            }
        }
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="MpsFormatException">The content is not a linear program in MPS format.</exception>
    public static MpsProblem ReadText(string text, MpsFormat format = MpsFormat.Automatic)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return Read(stream, format);
    }

    private static MpsProblem ReadOnce(string path, MpsFormat format)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            return Read(file, format);
        using GZipStream unzipped = new(file, CompressionMode.Decompress);
        try
        {
            return Read(unzipped, format);
        }
        catch (InvalidDataException damaged)
        {
            throw new MpsFormatException(0, "The file is not intact gzip: " + damaged.Message);
        }
    }
}
