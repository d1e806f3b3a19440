using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Series;
using Corridor.Data.Packages;
using Corridor.Data.Packages.Validation;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Provenance;

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
        result.Fidelity.Count(FidelityKind.Dropped).ShouldBe(1);
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
