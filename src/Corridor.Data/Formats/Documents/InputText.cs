using System.Text;
using System.Text.Unicode;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Documents;

/// <summary>Reads a text file of any of the usual encodings.</summary>
internal static class InputText
{
    /// <summary>The file in UTF-8 without a mark: UTF-16 with its mark is recoded, bytes that are not UTF-8 are taken as Latin-1, and said so.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The bytes; null where the file cannot be read.</returns>
    internal static ReadOnlyMemory<byte>? Utf8Bytes(string path, FindingList findings)
    {
        string name = Path.GetFileName(path);
        if (InputFile.Bytes(path, name, findings) is not { } bytes)
            return null;
        if (bytes.Span is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            bytes = Encoding.UTF8.GetBytes((bytes.Span[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes.Span[2..]));
        if (Utf8.IsValid(bytes.Span))
            return bytes;
        findings.Add(FormatFindings.Assumption.At(name, new SourcePlace(name), "The file is not encoded in UTF-8; it is read as Latin-1.", "Save it as UTF-8 if letters look wrong."));
        return Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(bytes.Span));
    }
}
