using Corridor.Model.Hydraulics;
using Corridor.Reporting.Hydraulics;
using Corridor.Reporting.Hydraulics.Drawing;
using Corridor.Reporting.Maps;

namespace Corridor.Tests.Reporting.Hydraulics;

public sealed class NetworkFrameTests
{
    [Fact]
    public void CoordinatesKeepTheirDirectionsAndProportions()
    {
        NetworkFrame frame = NetworkFrame.For(Square([(0, 0), (200, 0), (200, 100), (0, 100)]));
        frame.IsSchematic.ShouldBeFalse();
        MapPoint a = frame.At[0], b = frame.At[1], c = frame.At[2];
        b.X.ShouldBeGreaterThan(a.X);
        c.Y.ShouldBeLessThan(b.Y);
        ((b.X - a.X) / (b.Y - c.Y)).ShouldBe(2, 1e-9);
    }

    [Fact]
    public void DegreesOfLongitudeAreShorterThanThoseOfLatitude()
    {
        NetworkFrame frame = NetworkFrame.For(Square([(10.1, 59.5), (12.1, 59.5), (12.1, 60.5), (10.1, 60.5)]));
        ((frame.At[1].X - frame.At[0].X) / (frame.At[1].Y - frame.At[2].Y)).ShouldBe(2 * Math.Cos(Math.PI / 3), 1e-6);
    }

    [Fact]
    public void ALineWithoutCoordinatesIsLaidOutStraight()
    {
        const int Count = 9;
        var network = new GasNetwork
        {
            Name = "line",
            Gas = SampleGasNetwork.NaturalGas,
            Nodes = [.. Enumerable.Range(0, Count).Select(i => new GasNode { Id = "n" + i })],
            Elements = [.. Enumerable.Range(1, Count - 1).Select(i => new GasPipe { Id = "p" + i, From = i - 1, To = i, Length = 1000, Diameter = 0.5 })],
        };
        NetworkFrame frame = NetworkFrame.For(network);
        frame.IsSchematic.ShouldBeTrue();
        double whole = (frame.At[^1] - frame.At[0]).Length;
        for (int i = 1; i < Count; i++)
            (frame.At[i] - frame.At[i - 1]).Length.ShouldBe(whole / (Count - 1), 0.03 * whole);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(900)]
    public void AnyNetworkStaysInTheFrameWithoutTwoNodesInOnePlace(int ring)
    {
        // A ring, larger than what is laid out exactly, and the sample without coordinates; beside it a node that nothing joins.
        GasNetwork network = SampleGasNetwork.Create(places: false);
        if (ring > 0)
        {
            network = network with
            {
                Nodes = [.. Enumerable.Range(0, ring).Select(i => new GasNode { Id = "n" + i })],
                Elements = [.. Enumerable.Range(0, ring).Select(i => new GasPipe { Id = "p" + i, From = i, To = (i + 1) % ring, Length = 1000, Diameter = 0.5 })],
            };
        }

        network = network with { Nodes = [.. network.Nodes, new GasNode { Id = "alone" }] };
        NetworkFrame frame = NetworkFrame.For(network), again = NetworkFrame.For(network);
        frame.At.ShouldBe(again.At);
        frame.At.ShouldAllBe(p => frame.Box.Contains(p));
        frame.At.Distinct().Count().ShouldBe(network.Nodes.Count);
        if (ring == 0)
        {
            for (int i = 0; i < frame.At.Count; i++)
            {
                for (int k = 0; k < i; k++)
                    (frame.At[i] - frame.At[k]).Length.ShouldBeGreaterThan(12, $"{network.Nodes[i].Id} and {network.Nodes[k].Id}");
            }
        }
    }

    [Theory]
    [InlineData(40.2, 83.9)]
    [InlineData(1.0131, 1.0129)]
    [InlineData(70, 70)]
    [InlineData(0.2, 154.5)]
    public void ClassesOfPressureHoldAllOfThem(double a, double b)
    {
        double least = Math.Min(a, b), most = Math.Max(a, b);
        var scale = new PressureScale(least, most);
        scale.Count.ShouldBeInRange(1, 10);
        scale.Least.ShouldBeLessThanOrEqualTo(least * (1 + 1e-9));
        (scale.Least + (scale.Count * scale.Step)).ShouldBeGreaterThanOrEqualTo(most * (1 - 1e-9));
        scale.Class(least).ShouldBe(0);
        scale.Class(most).ShouldBe(scale.Count - 1);
        Enumerable.Range(0, scale.Count + 1).Select(scale.Bound).ShouldBeUnique();
    }

    [Fact]
    public void ALargeNetworkStaysASmallFile()
    {
        const int Side = 60;
        var nodes = new List<GasNode>();
        var elements = new List<GasElement>();
        for (int i = 0; i < Side * Side; i++)
        {
            nodes.Add(new GasNode { Id = "n" + i, X = i % Side, Y = i / Side, Injection = -1 });
            if (i % Side > 0)
                elements.Add(new GasPipe { Id = "h" + i, From = i - 1, To = i, Length = 1000, Diameter = 0.5 });
            if (i >= Side)
                elements.Add(new GasPipe { Id = "v" + i, From = i - Side, To = i, Length = 1000, Diameter = 0.5 });
        }

        using var writer = new StringWriter { NewLine = "\n" };
        HydraulicReport.Write(new HydraulicReportInput { Network = new GasNetwork { Name = "lattice", Gas = SampleGasNetwork.NaturalGas, Nodes = nodes, Elements = elements } }, writer);
        writer.ToString().Length.ShouldBeLessThan(600_000);
        writer.ToString().ShouldContain("only the largest entries and exits");
    }

    private static GasNetwork Square((double X, double Y)[] places) => new()
    {
        Name = "square",
        Gas = SampleGasNetwork.NaturalGas,
        Nodes = [.. places.Select((p, i) => new GasNode { Id = "n" + i, X = p.X, Y = p.Y })],
        Elements = [.. places.Select((_, i) => new GasPipe { Id = "p" + i, From = i, To = (i + 1) % places.Length, Length = 1000, Diameter = 0.5 })],
    };
}
