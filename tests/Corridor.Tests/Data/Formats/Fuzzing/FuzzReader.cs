using System.Globalization;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;

namespace Corridor.Tests.Data.Formats.Fuzzing;

/// <summary>A reader under test: it reads damaged samples, and a package that it makes of one must be fit to be checked, written and read.</summary>
/// <param name="Name">Name of the reader.</param>
/// <param name="Samples">Valid inputs.</param>
/// <param name="Read">Reads a path; tells whether there is a result, and the package where it is one.</param>
internal sealed record FuzzReader(string Name, IReadOnlyList<FuzzSample> Samples, Func<string, FindingList, (bool Has, EnergySystem? System)> Read)
{
    /// <summary>What a reader may allocate for the least input, buffers of rows and files included [bytes].</summary>
    private const long LeastBytes = 24L << 20;

    /// <summary>What it may allocate for each byte of the input [bytes].</summary>
    private const long BytesPerByte = 1000;

    private string _folder = "";
    private FuzzSample? _written;

    /// <summary>Reads one damaged input.</summary>
    /// <param name="seed">Decides sample, file and damage.</param>
    /// <param name="folder">An empty folder of this reader alone.</param>
    internal FuzzEnd Try(int seed, string folder)
    {
        FuzzSample sample = Samples[seed % Samples.Count];
        Prepare(sample, folder);
        var mutator = new FuzzMutator(seed);
        string target = sample.Targets[mutator.Next(sample.Targets.Count)];
        byte[] damaged = Damage(mutator, sample, target);
        string path = Path.Combine(folder, target);
        File.WriteAllBytes(path, damaged);
        try
        {
            long length = sample.Files.Where(f => f.Key != target).Sum(f => (long)f.Value.Length) + damaged.Length;
            return One(sample.Main.Length == 0 ? folder : Path.Combine(folder, sample.Main), length);
        }
        finally
        {
            File.WriteAllBytes(path, sample.Files[target]);
        }
    }

    private void Prepare(FuzzSample sample, string folder)
    {
        if (_folder == folder && ReferenceEquals(_written, sample))
            return;
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        foreach ((string name, byte[] content) in sample.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
            File.WriteAllBytes(Path.Combine(folder, name), content);
        }

        (_folder, _written) = (folder, sample);
    }

    /// <summary>Zip files are damaged inside their parts, three times of four; databases byte by byte.</summary>
    private byte[] Damage(FuzzMutator mutator, FuzzSample sample, string target)
    {
        byte[] original = sample.Files[target];
        FuzzSample donor = Samples[mutator.Next(Samples.Count)];
        byte[] other = donor.Files[donor.Targets[mutator.Next(donor.Targets.Count)]];
        if (original.AsSpan().StartsWith("SQLite"u8))
            return mutator.MutateBytes(original);
        if (!original.AsSpan().StartsWith("PK"u8))
            return mutator.Mutate(original, other);
        if (mutator.Next(4) == 0)
            return mutator.MutateBytes(original);
        List<(string Name, byte[] Content)> parts = FuzzSample.Unpack(original);
        int part = mutator.Next(parts.Count);
        int another = mutator.Next(parts.Count);
        switch (mutator.Next(20))
        {
            case 0:
                parts.RemoveAt(part);
                break;
            case 1:
                parts.Add(parts[part]);
                break;
            case 2:
                parts[part] = (parts[another].Name, parts[part].Content);
                break;
            default:
                parts[part] = (parts[part].Name, mutator.Mutate(parts[part].Content, parts[another].Content));
                break;
        }

        return FuzzSample.Pack(parts);
    }

#pragma warning disable CA1031 // Whatever comes out is what is looked for.
    private FuzzEnd One(string path, long length)
    {
        var findings = new FindingList();
        bool has = false;
        long before = GC.GetAllocatedBytesForCurrentThread(), allocated = 0;
        try
        {
            (has, EnergySystem? system) = Read(path, findings);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            string? fault = has == findings.HasErrors ? has ? "a result beside errors" : "neither a result nor an error" : null;
            if (findings.Items.FirstOrDefault(f => f.Message.Length == 0 || f.Place.File.Length == 0) is { } bare)
                fault = $"a finding without words or place: {bare.Code} {bare.Message}";
            if (system is not null)
                fault ??= Written(system);
            if (allocated > LeastBytes + (BytesPerByte * length))
                fault ??= string.Create(CultureInfo.InvariantCulture, $"memory: {allocated >> 20} MB");
            return new FuzzEnd(has, fault, length, allocated);
        }
        catch (Exception problem)
        {
            string place = problem.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Corridor.Data", StringComparison.Ordinal) || l.Contains("Corridor.Model", StringComparison.Ordinal))?.Trim() ?? "";
            int file = place.IndexOf(" in ", StringComparison.Ordinal);
            return new FuzzEnd(has, $"{problem.GetType().Name}: {problem.Message.Split('\n')[0]} {(file > 0 ? place[..file] + " " + Path.GetFileName(place[(file + 4)..]) : place)}", length, allocated);
        }
    }
#pragma warning restore CA1031

    /// <summary>Checks, writes and reads a package; what it could not be written with must be told by the check.</summary>
    private string? Written(EnergySystem system)
    {
        var findings = new FindingList();
        PackageValidator.Validate(system, new PackagePlaces(), findings);
        string folder = _folder + ".package";
        try
        {
            PackageWriter.Write(system, folder);
        }
        catch (ArgumentException problem)
        {
            return "not written: " + problem.Message.Split('\n')[0];
        }

        var again = new FindingList();
        EnergySystem? read = PackageReader.Read(folder, again);
        return again.Items.FirstOrDefault(f => f.Severity == Severity.Error) is { } error ? $"not read back: {error.Code} {error.Place.File} {error.Place.Field} {error.Message}"
            : read is null ? "not read back" : null;
    }
}
