using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Schema;
using Corridor.Model.Units;
using Corridor.Tests.Architecture;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Data.Packages;

/// <summary>What is written is read back bit by bit, and written again as the same bytes.</summary>
public sealed class RoundTripTests : IDisposable
{
    private readonly string _folder = TemporaryPackage.NewPath();

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Generated_systems_come_back_as_they_were() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            EnergySystem system = new SystemGenerator(seed).Some(mostRows: 3);
            return SystemGenerator.Differences(system, WriteAndRead(system)).ToList() is { Count: 0 };
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void A_system_with_every_table_and_column_filled_comes_back_as_it_was()
    {
        EnergySystem system = new SystemGenerator(1).Full(rows: 2);
        foreach (TableSchema table in PackageSchema.Tables)
        {
            foreach (ColumnSchema column in table.Columns)
                table.RowsOf(system).ShouldAllBe(row => column.Get(row) != null, $"{table.Name}.{column.Name} is not exercised");
        }

        SystemGenerator.Differences(system, WriteAndRead(system)).ShouldBeEmpty();
        Directory.GetFiles(_folder).Length.ShouldBe(PackageSchema.Tables.Count + 1);
    }

    [Fact]
    public void The_bundled_package_comes_back_as_it_was()
    {
        var findings = new FindingList();
        EnergySystem system = PackageReader.Read(Path.Combine(Repository.Root, "data", "eurasia"), findings).ShouldNotBeNull();
        findings.HasErrors.ShouldBeFalse(string.Join('\n', findings.Items));
        SystemGenerator.Differences(system, WriteAndRead(system)).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_system_is_written_as_the_same_bytes_whatever_was_there()
    {
        EnergySystem system = new SystemGenerator(2).Full(rows: 3);
        PackageWriter.Write(system, _folder);
        string first = Hash();
        PackageWriter.Write(new SystemGenerator(3).Full(rows: 1), _folder);
        Hash().ShouldNotBe(first);
        File.WriteAllText(Path.Combine(_folder, "README.md"), "mine");
        PackageWriter.Write(WriteAndRead(system), _folder);
        Hash().ShouldBe(first);
        File.ReadAllText(Path.Combine(_folder, "README.md")).ShouldBe("mine");
        Beside().ShouldBeEmpty();
    }

    [Fact]
    public void Only_tables_and_columns_in_use_are_written()
    {
        EnergySystem system = new() { Description = new PackageDescription { Name = "x" }, Zones = [new Zone { Id = "kz" }] };
        PackageWriter.Write(system, _folder);
        File.ReadAllText(Path.Combine(_folder, "zones.csv")).ShouldBe("id\nkz\n");
        Directory.GetFiles(_folder).Length.ShouldBe(2);
    }

    [Fact]
    public void Figures_of_a_row_are_written_in_one_unit()
    {
        RateUnit perDay = RateUnit.Parse("mcm@20C/d");
        RateUnit perYear = RateUnit.Parse("bcm@20C/year");
        EnergySystem system = With(new Supply { Id = "s", Node = "n", RateUnit = perDay, Capacity = new Rate(3.65, perYear), MinOutput = new Rate(2, perDay) });
        Supply read = WriteAndRead(system).Supplies[0];
        read.Capacity.Unit.ShouldBe(perDay);
        read.Capacity.Value.ShouldBe(10, 1e-12);
        read.MinOutput!.Value.Value.ShouldBe(2);
    }

    [Fact]
    public void A_unit_that_the_row_does_not_repeat_is_written()
    {
        EnergySystem system = With(new Supply { Id = "s", Node = "n", Capacity = new Rate(3, RateUnit.Parse("kb/d")) });
        WriteAndRead(system).Supplies[0].Capacity.ShouldBe(new Rate(3, RateUnit.Parse("kb/d")));
    }

    [Fact]
    public void What_no_package_can_hold_is_refused_and_nothing_is_written()
    {
        Should.Throw<ArgumentException>(() => PackageWriter.Write(With(Supply(double.NaN)), _folder));
        Should.Throw<ArgumentException>(() => PackageWriter.Write(With(Supply(1) with { MinOutput = new Rate(1, RateUnit.Parse("kt/d")) }), _folder));
        Should.Throw<ArgumentException>(() => PackageWriter.Write(With(Supply(1) with { Name = "\0" }), _folder)).Message.ShouldBe("Table supplies, row 1, column name: A cell cannot hold control characters.");
        Directory.Exists(_folder).ShouldBeFalse();
        Beside().ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_and_its_archive_have_one_hash()
    {
        PackageWriter.Write(new SystemGenerator(4).Some(2), _folder);
        string zip = _folder + ".zip";
        System.IO.Compression.ZipFile.CreateFromDirectory(_folder, zip);
        var findings = new FindingList();
        string? hash = PackageHash.Compute(zip, findings);
        File.Delete(zip);
        hash.ShouldBe(Hash());
        hash.ShouldNotBeNull().Length.ShouldBe(64);
    }

    private static Supply Supply(double capacity) => new() { Id = "s", Node = "n", Capacity = new Rate(capacity, RateUnit.Parse("mcm@20C/d")) };

    private static EnergySystem With(Supply supply) => new() { Description = new PackageDescription { Name = "x" }, Supplies = [supply] };

    /// <summary>What was left over beside the folder.</summary>
    private IEnumerable<string> Beside() => Directory.GetDirectories(Path.GetDirectoryName(_folder)!).Where(d => d.StartsWith(_folder + ".", StringComparison.Ordinal));

    private string Hash() => PackageHash.Compute(_folder, new FindingList()).ShouldNotBeNull();

    private EnergySystem WriteAndRead(EnergySystem system)
    {
        PackageWriter.Write(system, _folder);
        var findings = new FindingList();
        EnergySystem? read = PackageReader.Read(_folder, findings);
        findings.Items.ShouldBeEmpty();
        return read.ShouldNotBeNull();
    }
}
