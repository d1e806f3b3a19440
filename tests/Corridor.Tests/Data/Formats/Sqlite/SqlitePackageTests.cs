using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Sqlite;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Schema;
using Corridor.Tests.Architecture;
using Corridor.Tests.Data.Packages;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;

namespace Corridor.Tests.Data.Formats.Sqlite;

/// <summary>A package in a database comes back as it was; what people do to the database is named with table and row.</summary>
public sealed class SqlitePackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-sqlite-").FullName;

    private string Database => Path.Combine(_folder, "package.sqlite");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Generated_systems_come_back_as_they_were() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            EnergySystem system = new SystemGenerator(seed).Some(mostRows: 3);
            return SystemGenerator.Differences(system, WriteAndRead(system)).ToList() is { Count: 0 };
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public void The_bundled_package_comes_back_as_it_was_and_its_references_hold()
    {
        EnergySystem system = PackageReader.Read(Path.Combine(Repository.Root, "data", "eurasia"), new FindingList()).ShouldNotBeNull();
        SystemGenerator.Differences(system, WriteAndRead(system)).ShouldBeEmpty();
        Query("PRAGMA integrity_check").ShouldBe(["ok"]);
        Query("PRAGMA foreign_key_check").ShouldBeEmpty();
        Query("SELECT typeof(length) FROM pipelines WHERE length IS NOT NULL GROUP BY 1").ShouldBe(["real"]);
        Query("SELECT unit FROM columns WHERE table_name = 'pipelines' AND column_name = 'length'").ShouldBe(["km"]);
        Query("SELECT COUNT(*) FROM columns").ShouldBe([PackageSchema.Tables.Sum(t => t.Columns.Count).ToString(System.Globalization.CultureInfo.InvariantCulture)]);
    }

    [Fact]
    public void The_same_system_is_written_as_the_same_bytes()
    {
        EnergySystem system = new SystemGenerator(2).Full(rows: 2);
        new SqliteExporter().Export(system, Database, CancellationToken.None).IsExact.ShouldBeTrue();
        byte[] first = File.ReadAllBytes(Database);
        new SqliteExporter().Export(WriteAndRead(system), Database, CancellationToken.None);
        File.ReadAllBytes(Database).ShouldBe(first);
        Directory.GetFiles(_folder).ShouldHaveSingleItem();
    }

    [Fact]
    public void Two_rows_of_one_id_are_refused_before_the_file_is_touched()
    {
        File.WriteAllText(Database, "mine");
        EnergySystem system = new() { Description = new PackageDescription { Name = "x" }, Zones = [new Zone { Id = "kz" }, new Zone { Id = "kz" }] };
        Should.Throw<ExportRefusedException>(() => new SqliteExporter().Export(system, Database, CancellationToken.None)).Message.ShouldContain("zones.id");
        File.ReadAllText(Database).ShouldBe("mine");
    }

    [Theory]
    [InlineData("PRAGMA ignore_check_constraints=ON; UPDATE pipelines SET length = 'far' WHERE rowid = 2", "G008", "package.sqlite [pipelines]:2", "'far' is no number")]
    [InlineData("UPDATE pipelines SET capacity = x'00FF' WHERE rowid = 1", "G008", "package.sqlite [pipelines]:1", "blob")]
    [InlineData("UPDATE supplies SET name = 'a' || char(7) WHERE rowid = 1", "G008", "package.sqlite [supplies]:1", "control character")]
    [InlineData("UPDATE pipelines SET start = 45931 WHERE rowid = 1", "G008", "package.sqlite [pipelines]:1", "'45931' is no date")]
    [InlineData("PRAGMA ignore_check_constraints=ON; UPDATE demands SET sector = 'homes' WHERE rowid = 1", "G008", "package.sqlite [demands]:1", "'homes' is no sector")]
    [InlineData("PRAGMA ignore_check_constraints=ON; UPDATE demands SET protected = 2 WHERE rowid = 1", "G008", "package.sqlite [demands]:1", "neither true nor false")]
    [InlineData("UPDATE pipelines SET length = 9e999 WHERE rowid = 1", "G009", "package.sqlite [pipelines]:1", "no finite number")]
    [InlineData("ALTER TABLE nodes DROP COLUMN lon; ALTER TABLE nodes ADD COLUMN lon REAL AS (1.0)", "G008", "package.sqlite [nodes]", "generated")]
    [InlineData("ALTER TABLE nodes RENAME COLUMN zone TO country", "G007", "package.sqlite [nodes]", "'zone'")]
    [InlineData("ALTER TABLE zones RENAME TO areas; CREATE VIEW zones AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id FROM n", "G008", "package.sqlite [zones]", "view")]
    [InlineData("DROP TABLE package", "G007", "package.sqlite", "no table 'package'")]
    [InlineData("UPDATE package SET value = 'roubles' WHERE field = 'currency'", "G012", "package.sqlite [package]:7", "roubles")]
    public void What_is_wrong_is_named_with_table_and_row(string change, string code, string place, string word)
    {
        new SqliteExporter().Export(new SystemGenerator(3).Full(rows: 3), Database, CancellationToken.None);
        Query(change);
        Import(out FindingList findings).ShouldBeNull();
        Finding found = findings.Items.First(f => f.Severity == Severity.Error);
        (found.Code, found.Place.ToString()).ShouldBe((code, place), found.ToString());
        found.Message.ShouldContain(word);
    }

    [Fact]
    public void Other_tables_and_columns_are_reported_and_without_effect()
    {
        EnergySystem system = new SystemGenerator(3).Some(2);
        new SqliteExporter().Export(system, Database, CancellationToken.None);
        Query("CREATE TABLE notes (text TEXT); ALTER TABLE zones ADD COLUMN colour TEXT");
        ImportResult read = Import(out FindingList findings).ShouldNotBeNull();
        findings.Items.Where(f => f.Code == "G015").Select(f => f.Subject).ShouldBe(["notes", "zones.colour"], ignoreOrder: true);
        read.Fidelity.Count(FidelityKind.Dropped).ShouldBe(2);
        SystemGenerator.Differences(system, read.System).ShouldBeEmpty();
    }

    [Fact]
    public void Damaged_and_foreign_files_are_findings()
    {
        Import(out FindingList findings).ShouldBeNull();
        findings.Items[0].Code.ShouldBe("G001");
        File.WriteAllText(Database, "id,name\n");
        Import(out findings).ShouldBeNull();
        findings.Items[0].Code.ShouldBe("G004");
        new SqliteExporter().Export(new SystemGenerator(5).Full(20), Database, CancellationToken.None);
        byte[] bytes = File.ReadAllBytes(Database);
        var random = new Random(7);
        for (int attempt = 0; attempt < 25; attempt++)
        {
            byte[] broken = [.. bytes];
            for (int i = 0; i < 200; i++)
                broken[random.Next(attempt % 2 == 0 ? 100 : 0, broken.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(Database, broken);
            ImportResult? read = Import(out findings);
            (read is null).ShouldBe(findings.HasErrors);
        }
    }

    private ImportResult? Import(out FindingList findings)
    {
        findings = new FindingList();
        return new SqliteImporter().Import(new ImportRequest(Database), findings, CancellationToken.None);
    }

    private EnergySystem WriteAndRead(EnergySystem system)
    {
        new SqliteExporter().Export(system, Database, CancellationToken.None);
        ImportResult? read = Import(out FindingList findings);
        findings.HasErrors.ShouldBeFalse(string.Join('\n', findings.Items));
        return read.ShouldNotBeNull().System;
    }

    private List<string> Query(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false }.ToString());
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        return rows;
    }
}
