using System.IO.Compression;
using System.Text;
using Corridor.Data.Formats;
using Corridor.Data.Formats.Excel;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Workbooks;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Time;
using Corridor.Tests.Data.Formats.Workbooks;

namespace Corridor.Tests.Data.Formats.Fuzzing;

/// <summary>Files made to use up memory, stack or time are refused in little of each.</summary>
public sealed class ReaderLimitTests : IDisposable
{
    private const long Little = 32L << 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-limits-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_package_that_unpacks_to_a_thousand_times_its_size_is_refused_before_it_is_unpacked()
    {
        string path = Zip(("datapackage.json", 100), ("nodes.csv", 9 << 20));
        (FindingList findings, long allocated) = Measure(f => PackageReader.Read(path, f).ShouldBeNull());
        findings.Items.ShouldHaveSingleItem().Code.ShouldBe(PackageFindings.ArchiveLimit.Code);
        allocated.ShouldBeLessThan(Little);
    }

    [Fact]
    public void Many_files_that_are_each_small_enough_are_refused_together()
    {
        string path = Zip([("datapackage.json", 100), .. Enumerable.Range(0, 6).Select(i => ($"f{i}.csv", 7 << 20))]);
        Measure(f => PackageReader.Read(path, f).ShouldBeNull()).Findings.Items.ShouldHaveSingleItem().Code.ShouldBe(PackageFindings.ArchiveLimit.Code);
        Measure(f => WorkbookReader.Open(Zip([.. Enumerable.Range(0, 6).Select(i => ($"xl/worksheets/sheet{i}.xml", 4 << 20))]), f).ShouldBeNull()).Findings.Items.ShouldHaveSingleItem().Code.ShouldBe("G028");
    }

    [Fact]
    public void A_cell_in_the_last_corner_of_a_sheet_costs_nothing()
    {
        string path = new WorkbookParts().With("xl/worksheets/sheet1.xml", WorkbookParts.Sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>")).Save(_folder);
        (FindingList findings, long allocated) = Measure(f =>
        {
            using WorkbookReader book = WorkbookReader.Open(path, f).ShouldNotBeNull();
            using WorkbookSheetReader sheet = book.OpenSheet(book.Sheets[0], f).ShouldNotBeNull();
            int rows = 0;
            while (sheet.Read())
                rows++;
            rows.ShouldBe(2);
        });
        findings.Items.ShouldBeEmpty();
        allocated.ShouldBeLessThan(Little);
        foreach (string format in (string[])["excel", "gem", "series"])
            Refused(format, path);
    }

    [Theory]
    [InlineData("gaslib", "x.net", "<network>", "<a>", 100_000)]
    [InlineData("gaslib", "x.net", "<network xmlns=\"http://gaslib.zib.de/Gas\">", "<a>", 100_000)]
    [InlineData("gaslib", "x.net", "<!DOCTYPE n [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><network>", "&a;", 1)]
    [InlineData("pandapipes", "x.json", "{\"_module\": \"pandapipes.pandapipes_net\", \"_object\": ", "[", 100_000)]
    [InlineData("pandapipes", "x.json", "", "{\"a\":", 100_000)]
    [InlineData("matpower", "x.m", "mpc.bus = ", "[", 100_000)]
    [InlineData("matpower", "x.m", "mpc.bus = [1 ", "...\n", 100_000)]
    [InlineData("series", "x.csv", "series,month,value,unit\n", "\"", 100_001)]
    [InlineData("gem", "x.csv", "ProjectID,Countries,PipelineName,WKTFormat\nP1,Russia,A,\"", "MULTILINESTRING ((", 50_000)]
    public void Texts_nested_without_end_are_refused(string format, string name, string before, string part, int times)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, before + string.Concat(Enumerable.Repeat(part, times)));
        Refused(format, path, 40);
    }

    [Fact]
    public void A_Python_literal_nested_without_end_is_refused()
    {
        foreach ((string name, byte[] content) in FuzzTexts.SciGridSegments.Files)
            File.WriteAllBytes(Path.Combine(_folder, name), content);
        string pipes = Path.Combine(_folder, "X_PipeSegments.csv");
        File.WriteAllText(pipes, File.ReadAllText(pipes).Replace("{'max_cap_M_m3_per_d': 7,", "{'max_cap_M_m3_per_d': " + new string('[', 50_000), StringComparison.Ordinal));
        Refused("scigrid", _folder, 40);
    }

    [Theory]
    [InlineData("a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n", "", 0)]
    [InlineData("", "[", 20_000)]
    [InlineData("package: ", "{a: ", 20_000)]
    [InlineData("", "- ", 20_000)]
    public void A_mapping_that_unfolds_or_nests_is_refused(string before, string part, int times)
    {
        File.WriteAllText(Path.Combine(_folder, "mapping.yaml"), before + string.Concat(Enumerable.Repeat(part, times)));
        Refused("csv", _folder, 100);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("- [a, {")]
    [InlineData("\n? ")]
    [InlineData("\n- - : :")]
    [InlineData("'")]
    [InlineData("\n...\n---\n")]
    [InlineData("\n  : ]}")]
    public void A_mapping_that_breaks_off_anywhere_is_a_finding(string end)
    {
        string whole = Encoding.UTF8.GetString(FuzzTexts.MappedCsv.Files["mapping.yaml"]);
        for (int length = 0; length < whole.Length - 60; length += 3)
        {
            File.WriteAllText(Path.Combine(_folder, "mapping.yaml"), whole[..length] + end);
            Refused("csv", _folder);
        }
    }

    [Fact]
    public void A_factor_that_makes_a_figure_infinite_and_a_currency_that_is_none_are_found_at_their_places()
    {
        foreach ((string name, byte[] content) in FuzzTexts.MappedCsv.Files)
            File.WriteAllBytes(Path.Combine(_folder, name), content);
        string mapping = Path.Combine(_folder, "mapping.yaml"), whole = File.ReadAllText(mapping);
        File.WriteAllText(mapping, whole.Replace("factor: 0.9", "factor: 1e308", StringComparison.Ordinal));
        Refused("csv", _folder).Items.Where(f => f.Severity == Severity.Error).Select(f => (f.Place.File, f.Place.Line, f.Place.Field)).ShouldBe([("lines.csv", 2, "rating")]);
        File.WriteAllText(mapping, whole.Replace("currency: EUR", "currency: =cmd", StringComparison.Ordinal));
        Refused("csv", _folder).Items.Where(f => f.Severity == Severity.Error).Select(f => (f.Code, f.Place.Line)).ShouldBe([("G012", 2)]);
        File.WriteAllText(mapping, "from: 2026-01-01\nto: 2025-01-01\n" + whole);
        Refused("csv", _folder).Items.Count(f => f.Severity == Severity.Error).ShouldBe(1);
    }

    [Theory]
    [InlineData("{\"name\": \"\\ud800\"}")]
    [InlineData("{\"\\udc00\": 1}")]
    [InlineData("{\"resources\": [{\"name\": \"\\ud83d x\"}]}")]
    public void Half_a_surrogate_pair_in_the_head_of_a_package_is_a_finding(string head)
    {
        File.WriteAllText(Path.Combine(_folder, "datapackage.json"), head);
        Measure(f => PackageReader.Read(_folder, f)).Findings.HasErrors.ShouldBeTrue();
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a,")]
    [InlineData("\"")]
    [InlineData("\"a")]
    [InlineData("\",\"")]
    public void A_line_without_end_is_passed_over_in_the_memory_of_one_row(string part)
    {
        using var stream = new Endless(Encoding.ASCII.GetBytes(part), 40L << 20);
        long allocated = Measure(_ =>
        {
            var csv = new CsvReader(stream);
            int rows = 0;
            while (csv.Read())
                csv.Fault.ShouldNotBe(CsvFault.None, $"row {++rows}");
        }).Allocated;
        stream.Position.ShouldBe(stream.Length);
        allocated.ShouldBeLessThan(8L << 20);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(1)")]
    [InlineData("=HYPERLINK(\"http://example.org\")")]
    public void A_text_like_a_formula_stays_a_text_in_a_workbook_and_comes_back(string name)
    {
        string path = Path.Combine(_folder, "book.xlsx");
        var system = new EnergySystem { Description = new PackageDescription { Name = "x", Currency = "USD" }, Zones = [new Zone { Id = "kz", Name = name }] };
        new ExcelExporter().Export(system, path, CancellationToken.None);
        string cell = System.Security.SecurityElement.Escape(name);
        var sheets = FuzzSample.Unpack(File.ReadAllBytes(path)).Where(p => p.Name.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Select(p => Encoding.UTF8.GetString(p.Content)).ToList();
        sheets.ShouldAllBe(s => !s.Contains("<f>", StringComparison.Ordinal) && !s.Contains("<f ", StringComparison.Ordinal));
        sheets.ShouldContain(s => s.Contains(cell, StringComparison.Ordinal) || s.Contains(name.Replace("&", "&amp;", StringComparison.Ordinal), StringComparison.Ordinal));
        new ExcelImporter().Import(new ImportRequest(path), new FindingList(), CancellationToken.None).ShouldNotBeNull().System.Zones[0].Name.ShouldBe(name);
    }

    /// <summary>An import that must end in errors and may allocate a multiple of its input.</summary>
    private static FindingList Refused(string format, string path, int perByte = 1)
    {
        long length = Directory.Exists(path) ? Directory.EnumerateFiles(path).Sum(f => new FileInfo(f).Length) : new FileInfo(path).Length;
        (FindingList findings, long allocated) = Measure(f => ExchangeFormats.Importer(format)!.Import(new ImportRequest(path), f, CancellationToken.None).ShouldBeNull());
        findings.HasErrors.ShouldBeTrue(format);
        allocated.ShouldBeLessThan(Little + (perByte * length), format);
        return findings;
    }

    private static (FindingList Findings, long Allocated) Measure(Action<FindingList> read)
    {
        var findings = new FindingList();
        long before = GC.GetAllocatedBytesForCurrentThread();
        read(findings);
        return (findings, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>A zip file of entries of blanks, packed a thousand times smaller.</summary>
    private string Zip(params (string Name, int Length)[] files)
    {
        string path = Path.Combine(_folder, "bomb.zip");
        using var archive = new ZipArchive(new FileStream(path, FileMode.Create), ZipArchiveMode.Create);
        byte[] blanks = new byte[1 << 16];
        blanks.AsSpan().Fill((byte)' ');
        foreach ((string name, int length) in files)
        {
            using Stream stream = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
            for (int left = length; left > 0; left -= blanks.Length)
                stream.Write(blanks, 0, Math.Min(left, blanks.Length));
        }

        return path;
    }

    /// <summary>The same bytes over and over.</summary>
    private sealed class Endless(byte[] part, long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = (int)Math.Min(count, length - Position);
            for (int i = 0; i < read; i++)
                buffer[offset + i] = part[(Position + i) % part.Length];
            Position += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
