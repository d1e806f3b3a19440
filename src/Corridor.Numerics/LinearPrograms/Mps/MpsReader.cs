using System.Text;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>
/// Reads linear programs in MPS format: free or fixed, RANGES, OBJSENSE, OBJNAME, all bound types but SC, a constant of the objective
/// (RHS of the N row, negated), integer markers, a quadratic objective (QUADOBJ, QSECTION, QMATRIX). The first N row, or the one named, is the
/// objective, others are left out; of several RHS, RANGES or BOUNDS sets the first counts. An UP bound below zero on a column without a lower
/// bound makes that bound −∞. Figures of 10²⁰ and more in RHS, RANGES and BOUNDS are infinite. See docs/solve.md.
/// </summary>
public static class MpsReader
{
    /// <summary>Reads a file; gzip is decompressed on the way, whatever its name.</summary>
    /// <exception cref="MpsFormatException">The content is not a linear program in MPS format.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static MpsProblem ReadFile(string path, MpsFormat format = MpsFormat.Automatic)
    {
        var findings = new MpsFindings();
        var options = new MpsReadOptions { Format = format };
        MpsProblem? problem = Choose(f => ReadOnce(path, f, options), format, findings);
        return problem ?? throw Exception(findings);
    }

    /// <summary>Reads a file and collects what it meets there.</summary>
    /// <param name="path">Path; gzip is decompressed on the way, whatever its name.</param>
    /// <param name="findings">Receives the findings.</param>
    /// <param name="format">How fields are told apart.</param>
    /// <returns>The problem; null where there are errors.</returns>
    public static MpsProblem? ReadFile(string path, MpsFindings findings, MpsFormat format = MpsFormat.Automatic) =>
        ReadFile(path, findings, new MpsReadOptions { Format = format });

    /// <summary>Reads a file, long ones on several threads, and collects what it meets there.</summary>
    /// <param name="path">Path; gzip is decompressed on the way, whatever its name.</param>
    /// <param name="findings">Receives the findings.</param>
    /// <param name="options">Format and threads.</param>
    /// <returns>The problem; null where there are errors.</returns>
    public static MpsProblem? ReadFile(string path, MpsFindings findings, MpsReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            return Choose(f => ReadOnce(path, f, options), options.Format, findings);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            (string message, string hint) = Directory.Exists(path) ? ("The path is a folder.", "Name a file in it.") : (failed.Message, "Check the path and the permissions.");
            findings.Add(new MpsFinding(MpsIssue.Unreadable, 0, 0, "", message, hint));
            return null;
        }
    }

    /// <summary>Reads an uncompressed stream.</summary>
    /// <param name="stream">Read to its end or to ENDATA.</param>
    /// <param name="format">Free or fixed; <see cref="MpsFormat.Automatic"/> needs a seekable stream.</param>
    /// <exception cref="MpsFormatException">The content is not a linear program in MPS format.</exception>
    public static MpsProblem Read(Stream stream, MpsFormat format = MpsFormat.Automatic)
    {
        var findings = new MpsFindings();
        return Read(stream, findings, format) ?? throw Exception(findings);
    }

    /// <summary>Reads an uncompressed stream and collects what it meets there.</summary>
    /// <param name="stream">Read to its end or to ENDATA.</param>
    /// <param name="findings">Receives the findings.</param>
    /// <param name="format">Free or fixed; <see cref="MpsFormat.Automatic"/> needs a seekable stream.</param>
    /// <returns>The problem; null where there are errors.</returns>
    public static MpsProblem? Read(Stream stream, MpsFindings findings, MpsFormat format = MpsFormat.Automatic) =>
        Read(stream, findings, new MpsReadOptions { Format = format });

    /// <summary>Reads an uncompressed stream, long ones on several threads, and collects what it meets there.</summary>
    /// <param name="stream">Read to its end or to ENDATA.</param>
    /// <param name="findings">Receives the findings.</param>
    /// <param name="options">Format and threads; <see cref="MpsFormat.Automatic"/> needs a seekable stream.</param>
    /// <returns>The problem; null where there are errors.</returns>
    public static MpsProblem? Read(Stream stream, MpsFindings findings, MpsReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(options);
        MpsFormat format = options.Format;
        long begin = format == MpsFormat.Automatic ? stream.Position : 0;
        return Choose(Once, format, findings);

        Reading Once(MpsFormat once)
        {
            if (format == MpsFormat.Automatic)
                stream.Position = begin;
            var parser = new MpsParser(stream, once == MpsFormat.Fixed, options);
            return new Reading(parser.Parse(), parser.Findings);
        }
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="MpsFormatException">The content is not a linear program in MPS format.</exception>
    public static MpsProblem ReadText(string text, MpsFormat format = MpsFormat.Automatic)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return Read(stream, format);
    }

    /// <summary>Reads by white space, and, if there are errors, by columns; of two readings with errors the one that came further says more.</summary>
    private static MpsProblem? Choose(Func<MpsFormat, Reading> read, MpsFormat format, MpsFindings findings)
    {
        Reading reading = read(format == MpsFormat.Fixed ? MpsFormat.Fixed : MpsFormat.Free);
        if (reading.Problem is null && format == MpsFormat.Automatic && reading.FirstError > 0)
        {
            Reading columns = read(MpsFormat.Fixed);
            if (columns.Problem is not null || columns.FirstError > reading.FirstError)
                reading = columns;
        }

        findings.AddRange(reading.Findings);
        return reading.Problem;
    }

    private static Reading ReadOnce(string path, MpsFormat format, MpsReadOptions options)
    {
        MpsParser? parser = null;
        try
        {
            using var source = MpsSource.Open(path);
            parser = new MpsParser(source.Stream, format == MpsFormat.Fixed, options);
            MpsProblem? problem = parser.Parse();
            source.Drain();
            return new Reading(problem, parser.Findings);
        }
        catch (InvalidDataException damaged)
        {
            MpsFindings findings = parser?.Findings ?? new MpsFindings();
            findings.Add(new MpsFinding(MpsIssue.Damaged, 0, 0, "", damaged.Message, "Copy or compress the file again."));
            return new Reading(null, findings);
        }
    }

    private static MpsFormatException Exception(MpsFindings findings)
    {
        MpsFinding first = findings.Items.First(f => f.IsError);
        return new MpsFormatException(first.Line, first.Message);
    }

    private sealed record Reading(MpsProblem? Problem, MpsFindings Findings)
    {
        /// <summary>Line of the first error; 0 where there is none at a line.</summary>
        public long FirstError => Findings.Items.FirstOrDefault(f => f.IsError)?.Line ?? 0;
    }
}
