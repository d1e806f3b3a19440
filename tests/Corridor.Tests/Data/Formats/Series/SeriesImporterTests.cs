using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Series;
using Corridor.Data.Packages;
using Corridor.Data.Packages.Validation;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Markets;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Units;
using Corridor.Tests.Data.Formats.Workbooks;

namespace Corridor.Tests.Data.Formats.Series;

public sealed class SeriesImporterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-series-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_pink_sheet_gives_energy_prices_by_month_and_drops_the_rest()
    {
        ImportResult result = Import("pink.csv", "World Bank Commodity Price Data\n,,,\n,\"Crude oil, Brent\",\"Natural gas, Europe **\",Cocoa\n,($/bbl),($/mmbtu),($/kg)\n2024M01,80.23,9.56,4.4\n2024M02,83.76,8.15,…\n").ShouldNotBeNull();
        EnergySystem system = result.System;
        system.PriceIndices.Select(i => (i.Name, i.PriceUnit.Symbol)).ShouldBe([("Crude oil, Brent", "USD/bbl"), ("Natural gas, Europe", "USD/MMBtu_gross")]);
        system.PriceSeries.Select(p => (p.Index, p.Month, p.Value)).ShouldBe([
            ("crude-oil-brent", new DateOnly(2024, 1, 1), 80.23), ("crude-oil-brent", new DateOnly(2024, 2, 1), 83.76),
            ("natural-gas-europe", new DateOnly(2024, 1, 1), 9.56), ("natural-gas-europe", new DateOnly(2024, 2, 1), 8.15)]);
        result.Fidelity.Count(FidelityKind.Exact).ShouldBe(4);
        result.Fidelity.Entries.Where(e => e.Kind == FidelityKind.Dropped).Select(e => (e.Note, e.Count)).ShouldBe([("'…' stands for no value", 1), ("no energy carrier", 1)]);
        system.PriceSeries[0].Note.ShouldBe("pink.csv:5:2");
    }

    [Fact]
    public void Daily_prices_become_means_of_months_and_the_report_says_so()
    {
        ImportResult result = Import("eia.csv", "period,series,series-description,value,units\n2024-01-02,RNGWHHD,Henry Hub,2.5,$/MMBTU\n2024-01-03,RNGWHHD,Henry Hub,3.5,$/MMBTU\n2024-02-01,RNGWHHD,Henry Hub,2,$/MMBTU\n2024-02,STOCK,Stocks,9,MMCF\n").ShouldNotBeNull();
        result.System.PriceSeries.Select(p => p.Value).ShouldBe([3.0, 2.0]);
        result.Fidelity.Entries.Single(e => e.Kind == FidelityKind.Approximated).Count.ShouldBe(2);
        result.Fidelity.Entries.Single(e => e.Kind == FidelityKind.Dropped).Examples.ShouldBe(["STOCK [MMCF]"]);
    }

    [Fact]
    public void A_table_of_the_EIA_has_its_units_in_its_heads()
    {
        ImportResult result = Import("wide.csv", "Back to Contents,Data 1\nSourcekey,RWTC\nDate,\"Cushing, OK WTI Spot Price FOB (Dollars per Barrel)\"\n\"Jan 15, 2024\",72.1\nFeb-2024,76.61\n").ShouldNotBeNull();
        result.System.PriceIndices.ShouldHaveSingleItem().PriceUnit.Symbol.ShouldBe("USD/bbl");
        result.System.PriceSeries.Select(p => (p.Month.Month, p.Value)).ShouldBe([(1, 72.1), (2, 76.61)]);
    }

    [Fact]
    public void Point_data_of_ENTSOG_become_observations_at_nodes()
    {
        const string Header = "indicator,periodType,periodFrom,periodTo,operatorKey,operatorLabel,pointKey,pointLabel,directionKey,unit,value\n";
        ImportResult result = Import("entsog.csv", Header
            + "Physical Flow,day,2024-01-05 06:00,2024-01-06 06:00,SK-TSO-0001,eustream,ITP-00117,Velké Kapušany,entry,kWh/d,400000000\n"
            + "Physical Flow,day,2024-01-06 06:00,2024-01-07 06:00,SK-TSO-0001,eustream,ITP-00117,Velké Kapušany,entry,kWh/d,\n"
            + "Allocation,day,2024-01-05 06:00,2024-01-06 06:00,SK-TSO-0001,eustream,ITP-00117,Velké Kapušany,entry,kWh/d,1\n").ShouldNotBeNull();
        Observation observation = result.System.Observations.ShouldHaveSingleItem();
        (observation.Subject, observation.Start, observation.End).ShouldBe(("itp-00117", new DateOnly(2024, 1, 5), new DateOnly(2024, 1, 6)));
        observation.Value!.Value.Value.ShouldBe(4e8);
        result.System.Nodes.ShouldHaveSingleItem().Zone.ShouldBe("sk");
        result.Fidelity.Count(FidelityKind.Dropped).ShouldBe(1);
    }

    [Fact]
    public void Flows_count_for_the_time_that_the_file_states_and_British_operators_are_in_GB()
    {
        const string Header = "periodFrom,periodTo,operatorKey,pointKey,directionKey,unit,value\n";
        ImportResult result = Import("entsog.csv", Header
            + "2024-01-01 06:00,2024-02-01 06:00,UK-TSO-0001,ITP-1,entry,kWh/d,10\n"
            + "2024-01-01,2024-01-01,UK-TSO-0001,ITP-1,entry,kWh/d,11\n"
            + "2024-01-01 06:00,2024-01-01 07:00,UK-TSO-0001,ITP-1,entry,kWh,12\n"
            + "2024-01-02 06:00,2024-01-01 06:00,UK-TSO-0001,ITP-1,entry,kWh/d,13\n", out FindingList findings).ShouldNotBeNull();
        result.System.Observations.Select(o => (o.Start.Day, o.End.DayNumber - o.Start.DayNumber, o.Value!.Value.Value)).ShouldBe([(1, 31, 310.0), (1, 1, 11.0)]);
        (result.System.Zones.Single().Id, result.System.Zones.Single().Iso).ShouldBe(("gb", "GB"));
        result.Fidelity.Entries.Single(e => e.Kind == FidelityKind.Dropped).Attribute.ShouldBe("periodTo");
        Finding backwards = findings.Items.ShouldHaveSingleItem();
        (backwards.Code, backwards.Place.Line, backwards.Place.Column).ShouldBe(("G025", 5, 2));
    }

    [Theory]
    [InlineData("2024-01-01 23:00", "2024-01-02 00:00", 0)]
    [InlineData("2024-01-01 06:00", "2024-01-02 04:00", 0)]
    [InlineData("2024-03-31 06:00", "2024-04-01 05:00", 1)]
    [InlineData("2024-01-01 00:00", "2024-01-01 23:59", 1)]
    [InlineData("2024-01-01 06:00", "2024-01-03 06:00", 2)]
    [InlineData("2024-01-01", "2024-01-02", 2)]
    [InlineData("2024-01-01", "2024-01-02 06:00", 1)]
    public void A_flow_of_less_than_a_day_is_left_behind_also_over_midnight(string from, string to, int days)
    {
        const string Header = "periodFrom,periodTo,operatorKey,pointKey,directionKey,unit,value\n2020-01-01,2020-01-01,DE-TSO-0001,ITP-0,entry,kWh/d,1\n";
        ImportResult result = Import("entsog.csv", $"{Header}{from},{to},DE-TSO-0001,ITP-1,entry,kWh/d,10\n", out FindingList findings).ShouldNotBeNull();
        findings.Items.ShouldBeEmpty();
        result.System.Observations.Where(o => o.Subject == "itp-1").Select(o => (o.End.DayNumber - o.Start.DayNumber, o.Value!.Value.Value)).ShouldBe(days == 0 ? [] : [(days, 10.0 * days)]);
        result.Fidelity.Entries.Where(e => e.Kind == FidelityKind.Dropped).Sum(e => e.Count).ShouldBe(days == 0 ? 1 : 0);
    }

    [Fact]
    public void Line_breaks_in_heads_do_not_reach_the_package()
    {
        EnergySystem system = Import("wide.csv", "Date,\"Hub\nprice (USD/MMBtu_gross)\"\n2024-01,3\n").ShouldNotBeNull().System;
        system.PriceIndices.ShouldHaveSingleItem().Name.ShouldBe("Hub price");
    }

    [Fact]
    public void Put_into_a_package_the_scaffold_of_flows_replaces_none_of_its_rows()
    {
        ImportResult part = Import("flows.csv", "periodFrom,operatorKey,pointKey,directionKey,unit,value\n2024-01-01,DE-TSO-0001,ITP-1,entry,kWh/d,10\n").ShouldNotBeNull();
        var own = new EnergySystem
        {
            Description = new PackageDescription { Name = "own" },
            Carriers = [new Carrier { Id = "gas", Name = "Pipeline gas", Kind = CarrierKind.Gas, Unit = AmountUnit.Parse("bcm@15C"), GrossHeatingValue = 40, HeatingValueUnit = "MJ/m3@15C" }],
            Zones = [new Zone { Id = "de", Name = "Germany", Note = "our own" }],
            Sources = [new SourceDocument { Id = "flows", Title = "Another document" }],
        };
        EnergySystem whole = PackageMerge.Merge(own, part, new FindingList()).ShouldNotBeNull();
        (whole.Carriers.ShouldHaveSingleItem(), whole.Zones.ShouldHaveSingleItem()).ShouldBe((own.Carriers[0], own.Zones[0]));
        part.Fidelity.Entries.Count(e => e.Note.Contains("which stays", StringComparison.Ordinal)).ShouldBe(2);
        // The package's source of the same id is another document: that of the flows gets an id of its own, and their rows name it.
        whole.Sources.Select(s => s.Id).ShouldBe(["flows", "flows-2"]);
        whole.Observations.ShouldHaveSingleItem().Source.ShouldBe("flows-2");
        // A second time everything is there already.
        PackageMerge.Merge(whole, Import("flows.csv", File.ReadAllText(Path.Combine(_folder, "flows.csv"))).ShouldNotBeNull(), new FindingList()).ShouldNotBeNull().Sources.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("USD/MMBtu_gross", 30 / 0.8 / (1 / 0.29307107017222))] // 1 MMBtu is 0.293071 MWh
    [InlineData("EUR/MWh_net", 30 * 40 / 36.0)]
    [InlineData("EUR/kcm@20C", 30 * 40 / 3.6)]
    [InlineData("EUR/MWh", 30.0)]
    [InlineData("EUR/MWh_gross", 30.0)]
    public void Prices_put_into_a_package_are_stated_in_the_unit_of_its_index(string unit, double value)
    {
        EnergySystem own = WithIndex(unit, new DateOnly(2024, 1, 1));
        ImportResult part = Import("ttf.csv", "series,month,value,unit\nttf,2024-02,30,EUR/MWh\n").ShouldNotBeNull();
        EnergySystem whole = PackageMerge.Merge(own, part, new FindingList()).ShouldNotBeNull();
        whole.PriceIndices.ShouldHaveSingleItem().ShouldBe(own.PriceIndices[0]);
        whole.PriceSeries[0].ShouldBe(own.PriceSeries[0]);
        whole.PriceSeries[1].Value.ShouldBe(value, 1e-6 * value);
        whole.PriceSeries[1].Source.ShouldBe("ttf");
        part.Fidelity.Entries.Count(e => e.Note.Contains("converted from EUR/MWh_gross", StringComparison.Ordinal)).ShouldBe(unit == "EUR/MWh_gross" ? 0 : 1);
    }

    [Theory]
    [InlineData("USD/MMBtu_gross", "EUR/MWh", "EUR")] // the only rate holds from a later month
    [InlineData("EUR/t", "EUR/MWh", "heating value")]
    [InlineData("EUR/MWh_gross", "USD/bbl", "heating value")]
    public void Prices_that_the_package_cannot_convert_are_an_error_that_names_both_units(string unit, string printed, string why)
    {
        EnergySystem own = WithIndex(unit, new DateOnly(2024, 3, 1));
        ImportResult part = Import("ttf.csv", $"series,month,value,unit\nttf,2024-02,30,{printed}\n").ShouldNotBeNull();
        var findings = new FindingList();
        PackageMerge.Merge(own, part, findings).ShouldBeNull();
        Finding refusal = findings.Items.ShouldHaveSingleItem();
        refusal.Severity.ShouldBe(Severity.Error);
        foreach (string word in (string[])[unit, printed, why, "ttf.csv:2:3"])
            refusal.Message.ShouldContain(word);
    }

    private static EnergySystem WithIndex(string unit, DateOnly ratesFrom) => new()
    {
        Description = new PackageDescription { Name = "own" },
        Carriers = [new Carrier { Id = "gas", Kind = CarrierKind.Gas, Unit = AmountUnit.Parse("mcm@20C"), GrossHeatingValue = 40, NetHeatingValue = 36, HeatingValueUnit = "MJ/m3@20C" }],
        Nodes = [new Node { Id = "hub", Carrier = "gas", Zone = "nl" }],
        PriceIndices = [new PriceIndex { Id = "ttf", Name = "TTF, our own", PriceUnit = PriceUnit.Parse(unit), Nodes = ["hub"], Source = "exchange" }],
        PriceSeries = [new PricePoint { Index = "ttf", Month = new DateOnly(2024, 1, 1), Value = 9 }],
        ExchangeRates = [new ExchangeRate { Currency = "EUR", Month = ratesFrom, PerUsd = 0.8 }],
    };

    [Fact]
    public void A_sheet_with_cells_far_to_the_right_takes_no_memory_for_those_between()
    {
        const string Far = "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>2024-02</v></c><c r=\"XFD3\"><v>2</v></c></row>";
        string path = new WorkbookParts().With("xl/worksheets/sheet1.xml", WorkbookParts.Sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Date</v></c><c r=\"B1\" t=\"str\"><v>Hub ($/bbl)</v></c></row><row r=\"2\"><c r=\"A2\" t=\"str\"><v>2024-01</v></c><c r=\"B2\"><v>3</v></c></row>" + Far)).Save(_folder);
        var findings = new FindingList();
        new SeriesImporter().Import(new ImportRequest(path), findings, default).ShouldNotBeNull().System.PriceSeries.ShouldHaveSingleItem().Value.ShouldBe(3);
        findings.Items.ShouldHaveSingleItem().Code.ShouldBe("G018");
    }

    [Fact]
    public void What_comes_out_is_a_package_that_is_read_back_equal()
    {
        EnergySystem system = Import("long.csv", "series,month,value,unit\nbrent,2024-01,80.2,USD/bbl\nttf,2024-01,30,EUR/MWh\n").ShouldNotBeNull().System;
        string package = Path.Combine(_folder, "package");
        PackageWriter.Write(system, package);
        var findings = new FindingList();
        EnergySystem again = PackageReader.Read(package, findings, new PackagePlaces(), default).ShouldNotBeNull();
        PackageValidator.Validate(again, new PackagePlaces(), findings);
        findings.Items.Where(f => f.Severity == Severity.Error && f.Code != ValidationFindings.MissingTable.Code).ShouldBeEmpty();
        again.PriceSeries.ShouldBe(system.PriceSeries);
        again.PriceIndices.Select(i => i.PriceUnit).ShouldBe(system.PriceIndices.Select(i => i.PriceUnit));
    }

    [Fact]
    public void Cells_without_a_value_are_counted_and_words_are_findings()
    {
        ImportResult result = Import("gaps.csv", "series,month,value,unit\nttf,2024-01,30,EUR/MWh\nttf,2024-02,n/a,EUR/MWh\nttf,2024-03,-,EUR/MWh\nttf,2024-04,unknown,EUR/MWh\nttf,2024-05,,EUR/MWh\n", out FindingList findings).ShouldNotBeNull();
        result.Fidelity.Count(FidelityKind.Dropped).ShouldBe(3);
        Finding word = findings.Items.ShouldHaveSingleItem();
        (word.Code, word.Place.Line, word.Place.Column).ShouldBe(("G025", 5, 3));
    }

    [Fact]
    public void Texts_that_are_cut_are_told_once_a_file()
    {
        string text = new('x', 40_000);
        Import("long.csv", $"series,month,value,unit,note\nbrent,2024-01,80,USD/bbl,{text}\nbrent,2024-02,81,USD/bbl,{text}\n", out FindingList findings).ShouldNotBeNull();
        Finding finding = findings.Items.ShouldHaveSingleItem();
        (finding.Code, finding.Place.Line).ShouldBe(("G018", 2));
        finding.Message.ShouldStartWith("2 texts");
    }

    [Theory]
    [InlineData("", "G004")]
    [InlineData("a,b\n1,2\n", "G004")]
    [InlineData("series,month,value,unit\n", "G022")]
    [InlineData("series,month,value,unit\nx,2024-13,1,USD/bbl\n", "G025,G022")]
    [InlineData("series,month,value,unit\nx,2024-01,\"1,5\",USD/bbl\n", "G025,G022")]
    [InlineData("series,month,value,unit\nx,2024-01,1\n", "G025,G022")]
    [InlineData("series,month,value,unit\nx,2024-01,1,cows\n", "G030")]
    [InlineData("series,month,value,unit\nx,2024-01,NaN,USD/bbl\n", "G025,G022")]
    [InlineData("series,month,value,unit\nx,9999-12-31,1,USD/bbl\n", "G025,G022")]
    public void Broken_files_are_findings(string content, string codes)
    {
        Import("x.csv", content, out FindingList findings).ShouldBeNull();
        findings.Items.Select(f => f.Code).ShouldBe(codes.Split(','));
    }

    private ImportResult? Import(string name, string content) => Import(name, content, out _);

    private ImportResult? Import(string name, string content, out FindingList findings)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return new SeriesImporter().Import(new ImportRequest(path), findings = new FindingList(), default);
    }
}
