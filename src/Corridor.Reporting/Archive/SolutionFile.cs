using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Corridor.Numerics.LinearPrograms;
using Corridor.Studies.Dispatch;

namespace Corridor.Reporting.Archive;

/// <summary>
/// The file <c>solution.bin</c> of a run: the primal and the dual point of its linear program. Little-endian: "CORRIDOR", version,
/// stop reason, iterations, three lengths (32-bit integers), the values (64-bit floating point), SHA-256 of all before.
/// </summary>
internal static class SolutionFile
{
    private const int Version = 1;
    private const int HeadLength = 32;
    private static readonly byte[] Magic = "CORRIDOR"u8.ToArray();

    /// <summary>Writes the file.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Write(string path, SolvedPoint point)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        Span<byte> head = stackalloc byte[HeadLength];
        Magic.CopyTo(head);
        int[] numbers = [Version, (int)point.StopReason, point.Iterations, point.Primal.Length, point.RowDual.Length, point.RowRay?.Length ?? 0];
        for (int i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteInt32LittleEndian(head[(8 + (4 * i))..], numbers[i]);
        Append(head);
        foreach (double[] values in (double[][])[point.Primal, point.RowDual, point.RowRay ?? []])
            Append(Bytes(values));
        stream.Write(hash.GetHashAndReset());

        void Append(ReadOnlySpan<byte> bytes)
        {
            hash.AppendData(bytes);
            stream.Write(bytes);
        }
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">It is none, cut off or damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SolvedPoint Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length < HeadLength + SHA256.HashSizeInBytes || !bytes.AsSpan(0, 8).SequenceEqual(Magic))
            throw new InvalidDataException($"{Path.GetFileName(path)} is no solution of a run.");
        int Number(int i) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8 + (4 * i)));
        if (Number(0) != Version)
            throw new InvalidDataException($"{Path.GetFileName(path)} was written by another version of the program.");
        int primal = Number(3), dual = Number(4), ray = Number(5), body = bytes.Length - SHA256.HashSizeInBytes;
        if (primal < 0 || dual < 0 || ray < 0 || body != HeadLength + (8L * ((long)primal + dual + ray)) || !Enum.IsDefined((StopReason)Number(1)) ||
            !SHA256.HashData(bytes.AsSpan(0, body)).AsSpan().SequenceEqual(bytes.AsSpan(body)))
            throw new InvalidDataException($"{Path.GetFileName(path)} is cut off or damaged.");
        int at = HeadLength;
        return new SolvedPoint((StopReason)Number(1), Number(2), Values(primal), Values(dual), ray == 0 ? null : Values(ray));

        double[] Values(int count)
        {
            var values = new double[count];
            bytes.AsSpan(at, 8 * count).CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
            if (!BitConverter.IsLittleEndian)
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<double, long>(values), MemoryMarshal.Cast<double, long>(values.AsSpan()));
            at += 8 * count;
            return values;
        }
    }

    private static ReadOnlySpan<byte> Bytes(double[] values)
    {
        if (BitConverter.IsLittleEndian)
            return MemoryMarshal.AsBytes(values.AsSpan());
        var turned = new long[values.Length];
        BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<double, long>(values), turned);
        return MemoryMarshal.AsBytes(turned.AsSpan());
    }
}
