using System.Buffers.Binary;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.ExternalSolvers;

/// <summary>
/// The binary file of Clp's and Cbc's command saveSolution: two counts of 32 bits, the objective, then row activities, row duals, column
/// activities and reduced costs as doubles, all in the order of bytes of the machine.
/// </summary>
internal static class ClpAnswer
{
    public static ExternalPoint Read(string path, LinearProgram problem)
    {
        byte[] bytes = File.ReadAllBytes(path);
        long expected = 8 + (8L * (1 + (2L * problem.RowCount) + (2L * problem.ColumnCount)));
        if (bytes.Length != expected || BinaryPrimitives.ReadInt32LittleEndian(bytes) != problem.RowCount || BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)) != problem.ColumnCount)
            throw new ExternalSolverException("The answer has not the size of the problem.");
        ReadOnlySpan<byte> body = bytes.AsSpan(16);
        return new ExternalPoint(
            Doubles(body[(16 * problem.RowCount)..], problem.ColumnCount),
            Doubles(body[(8 * problem.RowCount)..], problem.RowCount));
    }

    private static double[] Doubles(ReadOnlySpan<byte> bytes, int count)
    {
        double[] values = new double[count];
        for (int k = 0; k < count; k++)
            values[k] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[(8 * k)..]);
        return values;
    }
}
