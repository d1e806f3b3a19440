using System.IO.Compression;
using System.Text;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;

namespace Corridor.Tests.Data.Packages;

/// <summary>Inputs of any size end with a bounded list of findings; memory and time do not grow with the garbage.</summary>
public sealed class LargeInputTests : IDisposable
{
    private const int Size = 100 * 1024 * 1024;
    private readonly TemporaryPackage _package = new();

    public void Dispose() => _package.Dispose();

    [Theory]
    [InlineData("random", "P016", 2, 1)]
    [InlineData("zeros", "P032", 2, 1)]
    [InlineData("one long line", "P032", 2, 1)]
    [InlineData("quotation marks", "P031", 3, 200)]
    [InlineData("text", "P030", 2, 200)]
    [InlineData("numbers", "P035", 2, 200)]
    public void Garbage_of_100_megabytes(string kind, string code, int line, int count)
    {
        WriteGarbage(kind);
        long before = GC.GetAllocatedBytesForCurrentThread();
        _package.Read().ShouldNotBeNull();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        _package.Findings.HasErrors.ShouldBeTrue();
        Finding first = _package.Findings.Items.First(f => f.Code == code);
        first.Place.File.ShouldBe("nodes.csv");
        first.Place.Line.ShouldBe(line);
        _package.Findings.Count(code).ShouldBe(count);
        _package.Findings.Items.Count.ShouldBeLessThan(1000);
        allocated.ShouldBeLessThan(100L * 1024 * 1024);
    }

    [Fact]
    public void Archive_reads_as_its_folder()
    {
        string zip = _package.Folder + ".zip";
        ZipFile.CreateFromDirectory(_package.Folder, zip, CompressionLevel.Fastest, includeBaseDirectory: true);
        var findings = new FindingList();
        EnergySystem? system = PackageReader.Read(zip, findings);
        File.Delete(zip);
        findings.Items.ShouldBeEmpty();
        system.ShouldNotBeNull().Nodes.Select(n => n.Id).ShouldBe(_package.Read()!.Nodes.Select(n => n.Id));
    }

    [Fact]
    public void Archive_that_unpacks_out_of_proportion()
    {
        string zip = _package.Folder + ".zip";
        using (ZipArchive archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            using Stream stream = archive.CreateEntry("nodes.csv", CompressionLevel.Optimal).Open();
            stream.Write(new byte[64 * 1024 * 1024]);
        }

        var findings = new FindingList();
        PackageReader.Read(zip, findings).ShouldBeNull();
        File.Delete(zip);
        findings.Items.Single().Code.ShouldBe("P012");
    }

    [Fact]
    public void Archive_whose_entries_lead_out_of_it()
    {
        string zip = _package.Folder + ".zip";
        using (ZipArchive archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            foreach (string file in Directory.EnumerateFiles(_package.Folder))
                archive.CreateEntryFromFile(file, Path.GetFileName(file));
            archive.CreateEntryFromFile(_package.Path_("zones.csv"), "../../zones.csv");
        }

        var findings = new FindingList();
        PackageReader.Read(zip, findings).ShouldNotBeNull();
        File.Delete(zip);
        findings.Items.Single().Code.ShouldBe("P007");
    }

    [Fact]
    public void File_that_is_no_archive()
    {
        var findings = new FindingList();
        PackageReader.Read(_package.Path_("zones.csv"), findings).ShouldBeNull();
        findings.Items.Single().Code.ShouldBe("P013");
    }

    [Fact]
    public void Nothing_at_the_path()
    {
        var findings = new FindingList();
        PackageReader.Read(_package.Folder + "x", findings).ShouldBeNull();
        findings.Items.Single().Code.ShouldBe("P001");
        findings.Items.Single().Hint.ShouldNotBeNull().ShouldContain(Path.GetFileName(_package.Folder));
    }

    [Fact]
    public void The_folder_that_was_meant_is_found_among_thousands()
    {
        string parent = _package.Path_("many");
        string[] names = [.. Enumerable.Range(0, 2500).Select(k => FormattableString.Invariant($"{k * 7919 % 10000:D4}-package"))];
        foreach (string name in names)
            Directory.CreateDirectory(Path.Combine(parent, name));
        foreach (string name in (string[])[names[0], names[500], names[1000], names[1500], names[2000], names[^1]])
        {
            var findings = new FindingList();
            PackageReader.Read(Path.Combine(parent, name + "x"), findings).ShouldBeNull();
            findings.Items.Single().Hint.ShouldNotBeNull().ShouldContain(name);
        }
    }

    private void WriteGarbage(string kind)
    {
        byte[] block = kind switch
        {
            "random" => RandomBytes(),
            "zeros" => new byte[1 << 20],
            "one long line" => Repeat("x"),
            "quotation marks" => Repeat("\"a\nb\"c,\n"),
            "text" => Repeat("lorem ipsum dolor sit amet\n"),
            _ => Repeat("a,gas,kz,one.two\n"),
        };
        using FileStream stream = File.Create(_package.Path_("nodes.csv"));
        stream.Write("id,carrier,zone,lon\n"u8);
        for (int written = 0; written < Size; written += block.Length)
            stream.Write(block);
    }

    private static byte[] RandomBytes()
    {
        var bytes = new byte[1 << 20];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Repeat(string text)
    {
        byte[] one = Encoding.UTF8.GetBytes(text);
        var bytes = new byte[(1 << 20) / one.Length * one.Length];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = one[i % one.Length];
        return bytes;
    }
}
