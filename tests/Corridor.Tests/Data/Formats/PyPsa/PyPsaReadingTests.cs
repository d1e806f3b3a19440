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
    [InlineData("name,bus,p_nom\ng,onne,5", "bus", 0, "Did you mean 'one'?")]
    [InlineData("name,bus,p_nom\ng,one", "2 cells", 3, "commas")]
    [InlineData("name,bus,p_nom\ng,one,5,6", "4 cells", 9, "quotation marks")]
    public void What_is_wrong_with_a_row_names_the_column_and_what_mends_it(string text, string word, int column, string hint)
    {
        using PyPsaCase net = One().With("buses.csv", "name,carrier,v_nom", "one,AC,380", "two,AC,380").With("generators.csv", text.Split('\n'));
        net.TryImport().ShouldBeNull();
        Finding finding = net.Findings.Items.First(f => f.Severity == Severity.Error);
        (finding.Message.Contains(word, StringComparison.Ordinal), finding.Place.Column).ShouldBe((true, column));
        finding.Hint.ShouldNotBeNull().ShouldContain(hint);
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
    [InlineData("loads-p_set.csv", ",town\n0,-inf", "G009", 2)]
    [InlineData("generators.csv", "name,bus,p_nom,marginal_cost\ng,one,5,inf", "G009", 2)]
    [InlineData("generators.csv", "name,bus,p_nom\ng,one,1e300", "G010", 2)]
    [InlineData("snapshots.csv", ",snapshot,objective\n0,2015-01-01,inf", "G010", 2)]
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
    [InlineData("generators.csv", "name,bus,p_nom,e_sum_max\ng,one,50,-20", "G026")]
    [InlineData("generators.csv", "name,bus,p_nom_extendable,p_nom_min\ng,one,True,inf", "G026")]
    [InlineData("generators-p_nom.csv", ",g\n0,70", "G026")]
    [InlineData("generators.csv", "name,bus,p_nom_extendable,p_nom_set\ng,one,True,inf", "G026")]
    [InlineData("storage_units.csv", "name,bus,p_nom,standing_loss\nx,one,5,-0.1", "G026")]
    [InlineData("storage_units.csv", "name,bus,p_nom,efficiency_dispatch\nx,one,5,0", "G026")]
    [InlineData("global_constraints.csv", "name,type,carrier_attribute,sense,constant\nx,primary_energy,co2_emissions,<=,inf", "G026")]
    [InlineData("global_constraints.csv", "name,type,sense,constant\nx,transmission_volume_expansion_limit,<=,5", "G026")]
    [InlineData("snapshots.csv", ",snapshot,objective,stores\n0,2015-01-01,2,1", "G026")]
    public void What_is_lost_and_matters_is_a_warning(string file, string text, string code)
    {
        using PyPsaCase net = One().With(file, text.Split('\n'));
        net.Import();
        net.Findings.Items.Select(f => f.Code).ShouldContain(code);
    }

    [Fact]
    public void An_infinite_capacity_that_is_set_leaves_the_bounds_beside_it()
    {
        using PyPsaCase net = One().With("generators.csv", "name,bus,p_nom_extendable,p_nom_set,p_nom_min,p_nom_max", "g,one,True,inf,20,70");
        Expansion expansion = net.Import().System.Expansions.ShouldHaveSingleItem();
        (expansion.CapacityMin?.Value, expansion.CapacityMax?.Value).ShouldBe((20.0, 70.0));
        net.Findings.Items.ShouldHaveSingleItem().Message.ShouldContain("p_nom_set");
    }

    [Theory]
    [InlineData("lines.csv", "name,bus0,bus1,s_nom,x,length\nw,one,two,10,1,inf")]
    [InlineData("lines.csv", "name,bus0,bus1,s_nom,x,length\nw,one,two,10,1,-5")]
    [InlineData("links.csv", "name,bus0,bus1,p_nom,length\nw,one,two,10,inf")]
    public void A_length_that_is_none_is_told_and_not_counted_as_kept(string file, string text)
    {
        using PyPsaCase net = One().With("buses.csv", "name,v_nom", "one,380", "two,380").With(file, text.Split('\n'));
        ImportResult result = net.Import();
        result.System.PowerLines.ShouldHaveSingleItem().Length.ShouldBeNull();
        FidelityEntry entry = result.Fidelity.Entries.Single(e => e.Attribute == "length");
        (entry.Kind, entry.Count).ShouldBe((FidelityKind.Dropped, 1));
        net.Findings.Items.ShouldHaveSingleItem().Code.ShouldBe("G026");
    }

    [Theory]
    [InlineData("links-efficiency.csv", "gate", "0.5", "0.7")]
    [InlineData("links-efficiency2.csv", "gate", "0.5", "0.7")]
    [InlineData("links-marginal_cost.csv", "gate", "5", "7")]
    [InlineData("lines-s_max_pu.csv", "wire", "0.5", "0.7")]
    [InlineData("transformers-s_max_pu.csv", "trafo", "0.5", "0.7")]
    [InlineData("transformers-phase_shift.csv", "trafo", "5", "7")]
    [InlineData("storage_units-p_max_pu.csv", "lake", "0.5", "0.7")]
    [InlineData("storage_units-efficiency_store.csv", "lake", "0.5", "0.7")]
    [InlineData("storage_units-standing_loss.csv", "lake", "0.05", "0.07")]
    [InlineData("storage_units-state_of_charge_set.csv", "lake", "0.5", "0.7")]
    [InlineData("stores-e_max_pu.csv", "tank", "0.5", "0.7")]
    [InlineData("stores-e_min_pu.csv", "tank", "0.1", "0.2")]
    [InlineData("generators-efficiency.csv", "g", "0.5", "0.7")]
    [InlineData("generators-marginal_cost.csv", "g", "-5", "7")]
    [InlineData("generators-marginal_cost_quadratic.csv", "g", "5", "7")]
    [InlineData("generators-ramp_limit_up.csv", "g", "0.5", "0.7")]
    [InlineData("generators-p_set.csv", "g", "5", "7")]
    [InlineData("buses-v_mag_pu_set.csv", "one", "1.01", "1.02")]
    public void What_changes_over_time_and_comes_over_as_one_figure_or_not_is_told_and_counted(string file, string name, string first, string second)
    {
        using PyPsaCase net = Everything().With(file, "," + name, "0," + first, "1," + second);
        ImportResult result = net.Import();
        net.Findings.Items.ShouldContain(f => f.Code == "G026" && f.Place.File.Length > 0 && f.Subject.Contains(Path.GetFileNameWithoutExtension(file).Split('-')[1], StringComparison.Ordinal));
        string[] parts = Path.GetFileNameWithoutExtension(file).Split('-');
        result.Fidelity.Entries.Where(e => e.Part == parts[0] && e.Attribute == parts[1] + " (series)").Select(e => e.Kind).ShouldAllBe(k => k == FidelityKind.Approximated || k == FidelityKind.Dropped);
        result.Fidelity.Entries.ShouldContain(e => e.Part == parts[0] && e.Attribute == parts[1] + " (series)");
        PyPsaCase.ShouldBeSound(result.System);
    }

    [Theory]
    [InlineData("links-p_max_pu.csv", "gate")]
    [InlineData("generators-p_max_pu.csv", "g")]
    [InlineData("loads-p_set.csv", "town")]
    [InlineData("storage_units-inflow.csv", "lake")]
    public void What_changes_over_time_and_comes_over_so_is_counted_as_exact(string file, string name)
    {
        using PyPsaCase net = Everything().With(file, "," + name, "0,0.5", "1,0.7");
        ImportResult result = net.Import();
        net.Findings.Items.ShouldBeEmpty();
        string[] parts = Path.GetFileNameWithoutExtension(file).Split('-');
        result.Fidelity.Entries.Single(e => e.Part == parts[0] && e.Attribute == parts[1] + " (series)").ShouldSatisfyAllConditions(e => e.Kind.ShouldBe(FidelityKind.Exact), e => e.Count.ShouldBe(2));
        PyPsaCase.ShouldBeSound(result.System);
    }

    [Fact]
    public void A_unit_that_gives_and_takes_at_a_cost_of_either_sign_is_read()
    {
        using PyPsaCase net = Everything().With("generators.csv", "name,bus,p_nom,p_min_pu", "g,one,50,-1").With("generators-marginal_cost.csv", ",g", "0,-5", "1,7");
        net.Import().System.Converters.ShouldContain(c => c.Name == "g");
        net.Findings.Items.Select(f => f.Code).ShouldAllBe(c => c == "G026");
    }

    [Theory]
    [InlineData("transformer_types.csv", "name,s_nom,vsc,vscr,pfe,i0\nown,0,10,1,5,0.1")]
    [InlineData("transformers.csv", "name,bus0,bus1,s_nom,x,type,num_parallel\ntrafo,one,two,50,0.1,own,0")]
    [InlineData("transformers.csv", "name,bus0,bus1,s_nom,x,r\ntrafo,one,two,0,0.1,0.1")]
    public void A_transformer_of_no_power_has_finite_figures_and_is_told(string file, string text)
    {
        using PyPsaCase net = Everything()
            .With("transformer_types.csv", "name,s_nom,vsc,vscr,pfe,i0", "own,40,10,1,5,0.1")
            .With("transformers.csv", "name,bus0,bus1,s_nom,x,type", "trafo,one,two,50,0.1,own")
            .With(file, text.Split('\n'));
        PowerLine line = net.Import().System.PowerLines.Single(l => l.Name == "trafo");
        new[] { line.Reactance, line.Resistance, line.Charging, line.TapRatio, line.PhaseShift }.ShouldAllBe(f => f == null || double.IsFinite(f.Value));
        line.Reactance.ShouldNotBeNull().ShouldBeGreaterThan(0);
        net.Findings.Items.ShouldContain(f => f.Code == "G026" && f.Subject.StartsWith("transformers", StringComparison.Ordinal));
    }

    [Fact]
    public void A_unit_without_efficiency_gives_no_endless_emissions()
    {
        using PyPsaCase net = One().With("carriers.csv", "name,co2_emissions", "coal,0.3").With("generators.csv", "name,bus,p_nom,carrier,efficiency", "g,one,50,coal,0");
        net.Import().System.Supplies.ShouldHaveSingleItem().Co2.ShouldBeNull();
        net.Findings.Items.ShouldHaveSingleItem().Subject.ShouldBe("generators efficiency");
    }

    [Fact]
    public void A_shunt_out_of_service_is_counted()
    {
        using PyPsaCase net = One().With("shunt_impedances.csv", "name,bus,b,active", "s,one,0.1,False");
        ImportResult result = net.Import();
        result.System.PowerNodes.ShouldHaveSingleItem().ShuntSusceptance.ShouldBeNull();
        result.Fidelity.Entries.ShouldContain(e => e.Kind == FidelityKind.Dropped && e.Part == "shunt_impedances" && e.Attribute == "active");
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

    /// <summary>One of each component, over two hours.</summary>
    private static PyPsaCase Everything() => One()
        .With("buses.csv", "name,carrier,v_nom", "one,AC,380", "two,AC,380", "gas,gas,1", "heat,heat,1")
        .With("carriers.csv", "name,co2_emissions", "coal,0.3")
        .With("snapshots.csv", ",snapshot", "0,2015-01-01 00:00:00", "1,2015-01-01 01:00:00")
        .With("generators.csv", "name,bus,p_nom,carrier", "g,one,50,coal")
        .With("lines.csv", "name,bus0,bus1,x,s_nom", "wire,one,two,0.1,50")
        .With("transformers.csv", "name,bus0,bus1,x,s_nom", "trafo,one,two,0.1,50")
        .With("links.csv", "name,bus0,bus1,bus2,efficiency,efficiency2,p_nom", "gate,gas,one,heat,0.5,0.3,20")
        .With("storage_units.csv", "name,bus,p_nom,max_hours,cyclic_state_of_charge", "lake,one,5,6,True")
        .With("stores.csv", "name,bus,e_nom,e_cyclic", "tank,gas,5,True");

    private static PyPsaCase One() => PyPsaExampleTests.Bus("one").With("generators.csv", "name,bus,p_nom", "g,one,50").With("loads.csv", "name,bus,p_set", "town,one,5");
}
