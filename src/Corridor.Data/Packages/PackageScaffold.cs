using System.Text;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Units;

namespace Corridor.Data.Packages;

/// <summary>Makes the smallest package that runs, as a start for one's own.</summary>
public static class PackageScaffold
{
    private const string SourceId = "own-estimate";

    private const string Readme = """
        # {0}

        A small package for Corridor: a gas field, a line, and a town with households and industry. All its figures are
        made up. Replace them with your own.

            corridor check {0}      finds what is wrong, with file, line and character
            corridor run {0}        dispatches the year that datapackage.json names

        The tables are CSV files: any spreadsheet or editor will do (save as "CSV UTF-8", separated by commas, with points as
        decimal marks). `datapackage.json` lists them and says what each column means and in which unit it is.

        1. `carriers.csv`: what flows, and in which unit it is balanced. A gas volume says its temperature: `mcm@20C`.
        2. `zones.csv`, `nodes.csv`: countries or regions, and the places in them where supply and demand meet.
        3. `supplies.csv`: what is produced at a node: capacity, cost.
        4. `demands.csv`: what is consumed at a node in a year, by sector, and what it costs not to serve it.
        5. `pipelines.csv`: how it gets there.
        6. `sources.csv`: where the figures come from. Name the source of each row in its column `source`; where a figure is
           assumed, write `assumed` into `basis` and the reasoning into `note`.

        Rates, amounts and prices are in the unit that the row states: `rate_unit`, `amount_unit`, `price_unit`.
        Ids are lower case letters, digits, `-` and `.`; other tables name a row by its id.

        Further tables (storages, contracts, rules, power lines, refineries …) are described in Corridor's `docs/package.md`;
        a table that is missing is empty. List a new file in `datapackage.json`.

        """;

    /// <summary>Makes a package.</summary>
    /// <param name="folder">A folder that does not exist or is empty.</param>
    /// <param name="findings">Collects why it cannot be made.</param>
    /// <returns>Whether the package was made.</returns>
    public static bool Create(string folder, FindingList findings)
    {
        var place = new SourcePlace(folder);
        try
        {
            if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            {
                findings.Add(PackageFindings.FolderInUse.At(folder, place, $"'{folder}' exists and is not empty; nothing was written.", "Choose another name, or empty the folder."));
                return false;
            }

            string name = NameOf(folder);
            PackageWriter.Write(System(name), folder);
            File.WriteAllText(Path.Combine(folder, "README.md"), Readme.Replace("{0}", name, StringComparison.Ordinal), new UTF8Encoding(false));
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            findings.Add(PackageFindings.Unwritable.At(folder, place, "It cannot be written: " + problem.Message, "Choose a folder that you may write to."));
            return false;
        }
    }

    /// <summary>The last part of the path as the name of a package.</summary>
    private static string NameOf(string folder)
    {
        string last = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))).ToLowerInvariant();
        string name = new([.. last.Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-')]);
        return name.Trim('-') is { Length: > 0 } trimmed ? trimmed : "package";
    }

    private static EnergySystem System(string name)
    {
        AmountUnit million = AmountUnit.Parse("mcm@20C");
        AmountUnit billion = AmountUnit.Parse("bcm@20C");
        RateUnit perYear = RateUnit.Parse("bcm@20C/year");
        PriceUnit price = PriceUnit.Parse("USD/kcm@20C");
        UnitPrice Price(double value) => new(value, price);
        Demand Demand(string id, string text, DemandSector sector, bool isProtected, double volume, double curtailment) => new()
        {
            Id = id,
            Name = text,
            Node = "town",
            Sector = sector,
            Protected = isProtected,
            AnnualVolume = new Amount(volume, billion),
            AmountUnit = billion,
            CurtailmentCost = Price(curtailment),
            PriceUnit = price,
            Source = SourceId,
        };
        return new EnergySystem
        {
            Description = new PackageDescription
            {
                Name = name,
                Title = "A field, a line and a town",
                Description = "The smallest package that runs. All figures are made up.",
                Version = "0.1.0",
                Currency = "USD",
                From = new DateOnly(2025, 1, 1),
                To = new DateOnly(2026, 1, 1),
            },
            Carriers = [new Carrier { Id = "gas", Name = "Natural gas", Kind = CarrierKind.Gas, Unit = million, GrossHeatingValue = 37.5, NetHeatingValue = 33.8, HeatingValueUnit = "MJ/m3@20C", Source = SourceId }],
            Zones = [new Zone { Id = "home", Name = "Home country" }],
            Nodes =
            [
                new Node { Id = "field", Name = "Gas field", Carrier = "gas", Zone = "home", Lon = 66.0, Lat = 52.0 },
                new Node { Id = "town", Name = "Town", Carrier = "gas", Zone = "home", Lon = 69.1, Lat = 54.9 },
            ],
            Supplies = [new Supply { Id = "field-production", Name = "Production of the field", Node = "field", Capacity = new Rate(3, perYear), RateUnit = perYear, Cost = Price(20), PriceUnit = price, Source = SourceId }],
            Demands =
            [
                Demand("town-households", "Households", DemandSector.Household, true, 1.2, 3000),
                Demand("town-industry", "Industry", DemandSector.Industry, false, 0.9, 600),
            ],
            Pipelines =
            [
                new Pipeline
                {
                    Id = "field-town",
                    Name = "Line from the field to the town",
                    From = "field",
                    To = "town",
                    Length = Length.FromKilometres(400),
                    Capacity = new Rate(2.5, perYear),
                    RateUnit = perYear,
                    FuelShare = 0.01,
                    Tariff = Price(8),
                    PriceUnit = price,
                    Source = SourceId,
                },
            ],
            Sources = [new SourceDocument { Id = SourceId, Title = "Made up, to be replaced by your own figures", Language = "en" }],
        };
    }
}
