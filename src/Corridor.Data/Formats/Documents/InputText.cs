using System.Text;
using System.Text.Unicode;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Documents;

/// <summary>Reads a text file of any of the usual encodings.</summary>
internal static class InputText
{
    /// <summary>A file of text has no zero byte in its first bytes.</summary>
    private const int Looked = 8192;

    /// <summary>The file in UTF-8 without a mark: UTF-16 is recoded, bytes that are not UTF-8 are taken as Latin-1, and said so.</summary>
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
        findings.Add(FormatFindings.Assumption.At(name, new SourcePlace(name), "The file is not encoded in UTF-8; it is read as Latin-1.", "Save it as UTF-8 if letters look wrong."));
        return Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(bytes.Span));
    }

    /// <summary>UTF-16 by its mark, or by the zero byte in the first letter; null for any other.</summary>
    private static UnicodeEncoding? Utf16Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        _ => null,
    };
}
