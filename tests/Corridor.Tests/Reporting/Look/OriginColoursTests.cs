using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Reporting.Look;

namespace Corridor.Tests.Reporting.Look;

public sealed class OriginColoursTests
{
    [Fact]
    public void AllThatLeadToOnePlaceDiffer()
    {
        EnergySystem system = Star(13);
        var colours = new OriginColours(system);
        system.Zones.Select(z => colours.Of(z.Id)).ShouldBeUnique();
    }

    [Fact]
    public void ReservedColoursStayWithTheirCountries()
    {
        EnergySystem system = Star(40);
        var colours = new OriginColours(system);
        string[] others = [.. system.Zones.Where(z => z.Id is not ("ru" or "kz" or "cn")).Select(z => colours.Of(z.Id))];
        foreach (string zone in (string[])["ru", "kz", "cn"])
        {
            colours.Of(zone).ShouldBe(Palette.Origin(zone));
            others.ShouldNotContain(Palette.Origin(zone));
        }
    }

    [Fact]
    public void TheOrderOfTheTableDoesNotMatter()
    {
        EnergySystem system = Star(10);
        var forward = new OriginColours(system);
        var backward = new OriginColours(system with { Zones = [.. system.Zones.Reverse()], Pipelines = [.. system.Pipelines.Reverse()] });
        foreach (Zone zone in system.Zones)
            backward.Of(zone.Id).ShouldBe(forward.Of(zone.Id));
    }

    [Theory]
    [InlineData("#332288")]
    [InlineData("#4D4D4D")]
    [InlineData("#000000")]
    public void DarkColoursAreLightenedForDarkPages(string colour) => Palette.OnDark(colour).ShouldNotBe(colour);

    [Fact]
    public void LightColoursStayOnDarkPages() => Palette.OnDark("#DDCC77").ShouldBe("#DDCC77");

    private static EnergySystem Star(int zones)
    {
        string[] ids = ["ru", "kz", "cn", .. Enumerable.Range(0, zones - 3).Select(i => $"zone-{i}")];
        EnergySystem sample = SampleSystem.Create();
        return sample with
        {
            Zones = [.. ids.Select(id => new Zone { Id = id, Iso = "XX" })],
            Nodes = [.. ids.Select(id => new Node { Id = id + "-gas", Carrier = "gas", Zone = id })],
            Pipelines = [.. ids.Skip(1).Select(id => sample.Pipelines[0] with { Id = "p-" + id, From = id + "-gas", To = "ru-gas" })],
        };
    }
}
