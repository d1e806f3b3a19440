using System.IO.Compression;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>
/// Writes problems in free MPS format: numbers read back as the same doubles, names are without blanks and unique. Figures of 10²⁰ and more
/// are infinite in this format and do not come back.
/// </summary>
public static class MpsWriter
{
    /// <summary>Writes a file: under a temporary name first, then renamed.</summary>
    /// <param name="path">Path; one that ends in <c>.gz</c> is compressed. A file there is replaced.</param>
    /// <param name="problem">The problem.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteFile(string path, MpsProblem problem)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(problem);
        string partial = path + ".partial";
        try
        {
            using (FileStream file = new(partial, FileMode.Create, FileAccess.Write, FileShare.None, 1))
            {
                if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
                {
                    using GZipStream packed = new(file, CompressionLevel.Optimal);
                    Write(packed, problem);
                }
                else
                {
                    Write(file, problem);
                }
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Writes to a stream.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="problem">The problem.</param>
    public static void Write(Stream stream, MpsProblem problem)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(problem);
        new MpsDocument(new MpsText(stream), problem).Write();
    }
}
