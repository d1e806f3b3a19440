using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PyPsa;
using Corridor.Data.Formats.PyPsa.Reading;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;

namespace Corridor.Tests.Data.Formats.PyPsa;

public class PyPsaReadingTests
{
    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData(" -2e3 ", -2000)]
    [InlineData("inf", double.PositiveInfinity)]
    [InlineData("-Inf", double.NegativeInfinity)]
    [InlineData("", double.NaN)]
    [InlineData("NaN", double.NaN)]
    [InlineData("None", double.NaN)]
    [InlineData("5.", 5)]
    public void Numbers(string cell, double expected)
    {
        PyPsaCells.TryNumber(System.Text.Encoding.UTF8.GetBytes(cell), out double value).ShouldBeTrue();
        value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("12 MW")]
    [InlineData("1e999")]
    [InlineData("0x10")]
    public void No_numbers(string cell) => PyPsaCells.TryNumber(System.Text.Encoding.UTF8.GetBytes(cell), out _).ShouldBeFalse();

    [Theory]
    [InlineData("True", 1)]
    [InlineData("true", 1)]
    [InlineData("TRUE", 1)]
    [InlineData("1", 1)]
    [InlineData("1.0", 1)]
    [InlineData("False", 0)]
    [InlineData("f", 0)]
    [InlineData("0.0", 0)]
    [InlineData("", double.NaN)]
    public void Switches(string cell, double expected)
    {
        PyPsaCells.TryFlag(System.Text.Encoding.UTF8.GetBytes(cell), out double value).ShouldBeTrue();
        value.ShouldBe(expected);
    }

    [Fact]
    public void No_switch() => PyPsaCells.TryFlag("2"u8, out _).ShouldBeFalse();

    [Fact]
    public void Without_snapshots_there_is_one_hour()
    {
        using PyPsaCase net = One();
        EnergySystem system = net.Import().System;
        system.Periods.Select(p => (p.Start, p.Hours)).ShouldBe([("2001-01-01T00:00", 1.0)]);
        system.Supplies.ShouldHaveSingleItem().Note.ShouldBe("generators.csv line 2");
    }

    [Fact]
    public void Numbered_snapshots_are_laid_end_to_end()
    {
        using PyPsaCase net = One().With("snapshots.csv", "snapshot,objective,stores,generators", "0,2,2,2", "1,3,3,3");
        ImportResult result = net.Import();
        result.System.Periods.Select(p => p.Start).ShouldBe(["2001-01-01T00:00", "2001-01-01T02:00"]);
        result.Fidelity.Entries.ShouldContain(e => e.Kind == FidelityKind.Defaulted && e.Part == "snapshots");
    }

    [Fact]
    public void One_investment_period_is_read_and_two_are_not()
    {
        using PyPsaCase net = One().With("investment_periods.csv", "period,objective,years", "2030,1,1")
            .With("snapshots.csv", ",period,timestep,objective,stores,generators", "0,2030,2030-01-01 00:00:00,1,1,1", "1,2030,2030-01-01 01:00:00,1,1,1")
            .With("loads-p_set.csv", "period,timestep,town", "2030,2030-01-01 00:00:00,5", "2030,2030-01-01 01:00:00,6");
        net.Import().System.Periods.Count.ShouldBe(2);
        net.With("investment_periods.csv", "period,objective,years", "2030,1,10", "2040,0.6,10");
        net.TryImport().ShouldBeNull();
        net.Findings.Items.Where(f => f.Severity == Severity.Error).Select(f => f.Code).ShouldBe(["G023"]);
    }

    [Fact]
    public void The_folder_may_lie_in_the_one_named()
    {
        using PyPsaCase net = One();
        string outer = Directory.CreateTempSubdirectory("corridor-pypsa-outer-").FullName;
        try
        {
            Directory.Move(net.Path, Path.Combine(outer, "net"));
            var findings = new FindingList();
            new PyPsaImporter().Import(new ImportRequest(outer), findings, CancellationToken.None).ShouldNotBeNull();
        }
        finally
        {
            Directory.Move(Path.Combine(outer, "net"), net.Path);
            Directory.Delete(outer, recursive: true);
        }
    }

    [Fact]
    public void A_netCDF_file_is_told_apart()
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".nc");
        File.WriteAllBytes(file, [0x89, 0x48, 0x44, 0x46]);
        try
        {
            var findings = new FindingList();
            new PyPsaImporter().Import(new ImportRequest(file), findings, CancellationToken.None).ShouldBeNull();
            Finding finding = findings.Items.ShouldHaveSingleItem();
            finding.Code.ShouldBe("G004");
            finding.Hint.ShouldNotBeNull().ShouldContain("export_to_csv_folder");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("generators.csv", "name,bus,p_nom\ng,nowhere,5", "G014", 2)]
    [InlineData("generators.csv", "name,bus,p_nom\ng,one,five", "G008", 2)]
    [InlineData("generators.csv", "name,bus,p_nom_extendable\ng,one,maybe", "G008", 2)]
    [InlineData("generators.csv", "name,bus,p_nom\ng,one,5\ng,one,6", "G013", 3)]
    [InlineData("generators.csv", "name,bus,p_nom,p_nom\ng,one,5,5", "G013", 1)]
    [InlineData("generators.csv", "name,bus,p_nom\ng,one", "G029", 2)]
    [InlineData("generators.csv", "name,bus,p_nom\ng,\"one,5", "G005", 2)]
    [InlineData("loads-p_set.csv", ",town\n0,5\n1,6", "G016", 3)]
    [InlineData("loads-p_set.csv", ",town\n", "G016", 0)]
    [InlineData("loads-p_set.csv", ",town\n0,much", "G008", 2)]
    [InlineData("lines.csv", "name,bus0,bus1,type,length\nl,one,two,unknown,5", "G014", 2)]
    [InlineData("lines.csv", "name,bus0,bus1,x\nl,one,gas,5", "G016", 2)]
    [InlineData("snapshots.csv", ",snapshot,objective\n0,2015-01-01,0", "G010", 0)]
    public void What_is_wrong_is_told_with_its_place(string file, string text, string code, int line)
    {
        using PyPsaCase net = One().With("buses.csv", "name,carrier,v_nom", "one,AC,380", "two,AC,380", "gas,gas,1").With(file, text.Split('\n'));
        net.TryImport().ShouldBeNull();
        Finding finding = net.Findings.Items.First(f => f.Severity == Severity.Error);
        finding.Code.ShouldBe(code);
        finding.Place.File.ShouldBe(file);
        finding.Place.Line.ShouldBe(line);
    }

    [Theory]
    [InlineData("generators.csv", "name,bus,p_nom,ramp_limit_up\ng,one,50,0.2", "G026")]
    [InlineData("generators.csv", "name,bus,p_nom,p_set\ng,one,50,20", "G026")]
    [InlineData("generators.csv", "name,bus,p_nom,e_sum_min\ng,one,50,20", "G026")]
    [InlineData("generators-p_max_pu.csv", ",g,stranger\n0,1,1", "G021")]
    [InlineData("global_constraints.csv", "name,type,sense,constant\nx,transmission_volume_expansion_limit,<=,5", "G026")]
    [InlineData("snapshots.csv", ",snapshot,objective,stores\n0,2015-01-01,2,1", "G026")]
    public void What_is_lost_and_matters_is_a_warning(string file, string text, string code)
    {
        using PyPsaCase net = One().With(file, text.Split('\n'));
        net.Import();
        net.Findings.Items.Select(f => f.Code).ShouldContain(code);
    }

    [Theory]
    [InlineData("generators.csv", "name,bus,p_nom,ramp_limit_up\ng,one,50,1")]
    [InlineData("generators.csv", "name,bus,p_nom,committable\ng,one,50,False")]
    [InlineData("generators.csv", "name,bus,p_nom,p_nom_mod,weight\ng,one,50,0,3")]
    public void What_is_lost_and_does_not_matter_is_none(string file, string text)
    {
        using PyPsaCase net = One().With(file, text.Split('\n'));
        net.Import();
        net.Findings.Items.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_out_of_service_stays_so()
    {
        using PyPsaCase net = One().With("generators.csv", "name,bus,p_nom,active", "g,one,50,True", "old,one,50,False");
        net.Import().System.Supplies.Select(s => s.Status).ShouldBe([AssetStatus.Operating, AssetStatus.Suspended]);
    }

    [Fact]
    public void Long_series_are_kept_as_numbers()
    {
        const int Hours = 500, Units = 40;
        using PyPsaCase net = One()
            .With("snapshots.csv", [",snapshot", .. Enumerable.Range(0, Hours).Select(t => $"{t},{new DateTime(2015, 1, 1).AddHours(t):yyyy-MM-dd HH:mm:ss}")])
            .With("generators.csv", ["name,bus,p_nom", .. Enumerable.Range(0, Units).Select(g => $"g{g},one,5")])
            .With("generators-p_max_pu.csv", ["," + string.Join(',', Enumerable.Range(0, Units).Select(g => $"g{g}")), .. Enumerable.Range(0, Hours).Select(t => t + string.Concat(Enumerable.Range(0, Units).Select(g => FormattableString.Invariant($",{(t + g) % 7 / 7.0}"))))]);
        net.Import();
        long before = GC.GetAllocatedBytesForCurrentThread();
        EnergySystem system = net.Import().System;
        long used = GC.GetAllocatedBytesForCurrentThread() - before;

        // Eight bytes a value, and no more than as much again and a megabyte for all else.
        used.ShouldBeLessThan((2L * 8 * Hours * Units) + (1 << 20));
        system.Profiles.Count.ShouldBe(Hours * Units);
        system.Profiles[(3 * Hours) + 4].ShouldBe(system.Profiles.Skip((3 * Hours) + 4).First());
        system.Profiles[(3 * Hours) + 4].Value.ShouldBe((4 + 3) % 7 / 7.0);
    }

    private static PyPsaCase One() => PyPsaExampleTests.Bus("one").With("generators.csv", "name,bus,p_nom", "g,one,50").With("loads.csv", "name,bus,p_set", "town,one,5");
}
