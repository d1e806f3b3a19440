using System.Globalization;
using System.Text;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;

namespace Corridor.Tests.Data.Formats.GlobalEnergyMonitor;

/// <summary>Lines thrown at random into a small region, so that ends, routes and terminals meet in every way.</summary>
public sealed class GemNetworkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-gem-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.5)]
    [InlineData(20)]
    public void A_line_is_a_chain_of_stretches_as_long_as_its_route(double region)
    {
        var random = new Random(7);
        for (int round = 0; round < 40; round++)
        {
            EnergySystem system = GemSamples.Import(new FindingList(), "", GemSamples.Save(_folder, "gas.csv", Table(random, region))).ShouldNotBeNull().System;
            var nodes = system.Nodes.Select(n => n.Id).ToHashSet();
            ILookup<string, RoutePoint> routes = system.RoutePoints.ToLookup(r => r.Arc);
            foreach (IGrouping<string?, Pipeline> line in system.Pipelines.GroupBy(p => p.Note))
            {
                Pipeline[] stretches = [.. line];
                for (int i = 0; i < stretches.Length; i++)
                {
                    (nodes.Contains(stretches[i].From) && nodes.Contains(stretches[i].To)).ShouldBeTrue();
                    stretches[i].From.ShouldNotBe(stretches[i].To);
                    if (i == 0)
                        continue;
                    stretches[i].From.ShouldBe(stretches[i - 1].To);
                    RoutePoint before = routes[stretches[i - 1].Id].Last(), after = routes[stretches[i].Id].First();
                    (before.Lon, before.Lat).ShouldBe((after.Lon, after.Lat), "the route goes on where it was cut");
                }

                // The file states 1000 km for each line, shared out along the route.
                stretches.Sum(p => p.Length!.Value.InKilometres()).ShouldBe(1000, 1e-2 * stretches.Length);
            }

            var findings = new FindingList();
            PackageValidator.Validate(system, new PackagePlaces(), findings);
            findings.Items.Where(f => f.Severity == Severity.Error).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Lines_meet_across_the_date_line()
    {
        const string Table = "name,status,countries,capacity,capacity units,route\nA,operating,Russia,1,bcm/y,\"LINESTRING (170 66, 179.98 66)\"\nB,operating,Russia,1,bcm/y,\"LINESTRING (-179.98 66, -170 66)\"\nC,operating,Russia,1,bcm/y,\"LINESTRING (179.5 66.2, -179.5 66.3)\"\nD,operating,Russia,1,bcm/y,\"LINESTRING (180 66.25, 180 68)\"\n";
        EnergySystem system = GemSamples.Import(new FindingList(), "", GemSamples.Save(_folder, "gas.csv", Table)).ShouldNotBeNull().System;
        Pipeline Line(string name) => system.Pipelines.Single(p => p.Name == name);
        Line("A").To.ShouldBe(Line("B").From);
        Line("D").From.ShouldBe(Line("C (1 of 2)").To);
        Line("C (1 of 2)").Length!.Value.InKilometres().ShouldBeInRange(20, 26);
    }

    private static string Table(Random random, double region)
    {
        var text = new StringBuilder("name,status,countries,capacity,capacity units,LengthMergedKm,route\n");
        int lines = 2 + random.Next(14);
        for (int i = 0; i < lines; i++)
        {
            string points = string.Join(", ", Enumerable.Range(0, 2 + random.Next(4)).Select(_ => string.Create(CultureInfo.InvariantCulture, $"{60 + Math.Round(random.NextDouble() * region, 2 + random.Next(2))} {50 + Math.Round(random.NextDouble() * region, 2)}")));
            text.Append(CultureInfo.InvariantCulture, $"L{i},operating,Kazakhstan,{i + 1},bcm/y,1000,\"LINESTRING ({points}, 60.5 50.0{i % 10})\"\n");
        }

        return text.ToString();
    }
}
