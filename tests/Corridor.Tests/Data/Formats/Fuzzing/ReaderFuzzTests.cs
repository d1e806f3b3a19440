using Corridor.Data.Formats.Exchange;

namespace Corridor.Tests.Data.Formats.Fuzzing;

/// <summary>Whatever the files of others hold, reading them ends in findings or in a package that can be checked, written and read; docs/validation/fuzzing.md has the long run.</summary>
public sealed class ReaderFuzzTests : IDisposable
{
    private const int Inputs = 300;

    // Seeds beyond those of the long run.
    private const int FirstSeed = 1_000_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-reader-fuzz-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Damaged_inputs_of_every_reader_give_findings_or_a_sound_package()
    {
        IReadOnlyList<FuzzReader> readers = FuzzReaders.All(Path.Combine(_folder, "samples"));
        readers.Select(r => r.Name).ShouldBeSubsetOf([.. ExchangeFormats.Importers.Select(i => i.Format), "contingencies", "gasjson", "package", "sanctions", "schedules"]);
        ExchangeFormats.Importers.Select(i => i.Format).ShouldBeSubsetOf(readers.Select(r => r.Name));
        foreach (FuzzReader reader in readers)
        {
            int read = 0;
            for (int seed = FirstSeed; seed < FirstSeed + Inputs; seed++)
            {
                FuzzEnd end = reader.Try(seed, Path.Combine(_folder, "input"));
                end.Fault.ShouldBeNull($"{reader.Name} seed {seed}");
                read += end.Succeeded ? 1 : 0;
            }

            // Some damage must be harmless and some must not, or nothing is tried.
            read.ShouldBeInRange(Inputs / 100, Inputs * 95 / 100, reader.Name);
        }
    }
}
