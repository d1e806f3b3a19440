using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Documents;

/// <summary>Reads a text file of any of the usual encodings.</summary>
internal static class InputText
{
    /// <summary>A file of text has no zero byte in its first bytes.</summary>
    private const int Looked = 8192;

    /// <summary>The file in UTF-8 without a mark: UTF-16 is recoded, lines that are not UTF-8 are taken as Latin-1, and said so.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The bytes; null where the file cannot be read, or is none of text.</returns>
    internal static ReadOnlyMemory<byte>? Utf8Bytes(string path, FindingList findings)
    {
        string name = Path.GetFileName(path);
        if (InputFile.Bytes(path, name, findings) is not { } bytes)
            return null;
        if (Utf16Of(bytes.Span) is { } encoding)
        {
            try
            {
                string text = encoding.GetString(bytes.Span);
                bytes = Encoding.UTF8.GetBytes(text.StartsWith('\uFEFF') ? text[1..] : text);
            }
            catch (DecoderFallbackException)
            {
                findings.Add(FormatFindings.NotWellFormed.At(name, new SourcePlace(name), "The file begins as UTF-16 does, but is not.", "Save it as UTF-8."));
                return null;
            }
        }

        if (bytes.Span[..Math.Min(bytes.Length, Looked)].Contains((byte)0))
        {
            bool isZip = bytes.Span.StartsWith("PK"u8);
            findings.Add(FormatFindings.UnknownFormat.At(name, new SourcePlace(name), isZip ? $"'{name}' is a zip file or workbook; a file of text is expected." : $"'{name}' is no file of text: it has zero bytes.", isZip ? "Save the sheet as CSV in UTF-8, or unpack the file." : null));
            return null;
        }

        if (Utf8.IsValid(bytes.Span))
            return bytes;
        return Recoded(bytes.Span, name, findings);
    }

    /// <summary>Lines that are not UTF-8 are read as Latin-1, the others stay: one line pasted in from elsewhere does not spoil the rest.</summary>
    private static byte[] Recoded(ReadOnlySpan<byte> bytes, string name, FindingList findings)
    {
        int foreign = 0, first = 0, lines = 0, widened = 0;
        bool isMixed = false;
        for (int at = 0, end; at < bytes.Length; at = end)
        {
            end = End(bytes, at);
            ReadOnlySpan<byte> line = bytes[at..end];
            lines++;
            if (!Utf8.IsValid(line))
            {
                first = foreign++ == 0 ? lines : first;
                widened += High(line);
            }
            else
            {
                isMixed |= !Ascii.IsValid(line);
            }
        }

        byte[] text = new byte[bytes.Length + widened];
        int to = 0;
        for (int at = 0, end; at < bytes.Length; at = end)
        {
            end = End(bytes, at);
            ReadOnlySpan<byte> line = bytes[at..end];
            if (Utf8.IsValid(line))
            {
                line.CopyTo(text.AsSpan(to));
                to += line.Length;
                continue;
            }

            foreach (byte b in line)
            {
                if (b < 0x80)
                {
                    text[to++] = b;
                    continue;
                }

                text[to++] = (byte)(0xC0 | (b >> 6));
                text[to++] = (byte)(0x80 | (b & 0x3F));
            }
        }

        string message = isMixed
            ? string.Create(CultureInfo.InvariantCulture, $"{foreign} of {lines} lines, the first of them line {first}, are not encoded in UTF-8 as the others are; they are read as Latin-1.")
            : string.Create(CultureInfo.InvariantCulture, $"The file is not encoded in UTF-8; it is read as Latin-1 ({foreign} of {lines} lines have such letters).");
        Finding finding = FormatFindings.Assumption.At(name, isMixed ? new SourcePlace(name, first) : new SourcePlace(name), message, "Save it as UTF-8 if letters look wrong.");
        findings.Add(isMixed ? finding with { Severity = Severity.Warning } : finding);
        return text;
    }

    /// <summary>Where the line that begins at a byte ends, its line feed or carriage return included.</summary>
    private static int End(ReadOnlySpan<byte> bytes, int at)
    {
        int length = bytes[at..].IndexOfAny((byte)'\n', (byte)'\r');
        if (length < 0)
            return bytes.Length;
        return at + length + (bytes[(at + length)..].StartsWith("\r\n"u8) ? 2 : 1);
    }

    private static int High(ReadOnlySpan<byte> line)
    {
        int count = 0;
        foreach (byte b in line)
            count += b >> 7;
        return count;
    }

    /// <summary>UTF-16 by its mark, or by the zero byte in the first letter; null for any other.</summary>
    private static UnicodeEncoding? Utf16Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        _ => null,
    };
}
