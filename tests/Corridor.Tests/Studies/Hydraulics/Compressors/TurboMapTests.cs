using System.Globalization;
using System.Xml.Linq;
using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Compressors;
using Corridor.Tests.Numerics;

namespace Corridor.Tests.Studies.Hydraulics.Compressors;

/// <summary>Maps against the measurements that GasLib states beside their coefficients (gaslib.zib.de, CC BY 3.0).</summary>
public class TurboMapTests
{
    // compressor_1 of GasLib-582.
    private static readonly TurboCompressor Turbo = new()
    {
        Id = "compressor_1",
        Drive = "drive_1",
        SpeedMin = 4700,
        SpeedMax = 6500,
        SpeedLines = [0, 0.01357578307692308, 0, 0, 0, 0, -5.394200581530082, 0.0002074692531357724, 0],
        EfficiencyLines =
        [
            0.8555870230167826, -1.860119222349977e-05, 4.801745725880117e-10, 0.0629620434625925, 1.997326294642135e-05,
            -1.460270901018291e-09, -0.107520438065594, 1.254578870690385e-05, -5.141889351431648e-10,
        ],
        SurgeLine = [39.67013512365385, 118.4558063871487, 0],
        ChokeLine = [-43.00857215851677, 16.08792455583167, 0],
        EfficiencyOfChokeLine = 0.5,
    };

    [Theory]
    [InlineData(4700, 61.96803682060428, 0.6449455485471374, 0.82)]
    [InlineData(5600, 73.41068764679514, 0.7858428620088779, 0.82)]
    [InlineData(4700, 12.04913204890597, 3.4223, 0.5)]
    [InlineData(6500, 22.06064750000001, 4.0446, 0.5)]
    public void Measured_heads_lie_on_the_map(double speed, double head, double volumeFlow, double efficiency)
    {
        TurboMap.Head(Turbo, volumeFlow, speed).ShouldBe(head, 1e-12 * head);
        TurboMap.Speed(Turbo, volumeFlow, head, out _).ShouldBe(speed, 1e-9 * speed);
        TurboMap.Efficiency(Turbo, volumeFlow, speed).ShouldBe(efficiency, 0.016);
    }

    [Fact]
    public void Surge_and_choke_lines_pass_through_their_measurements()
    {
        TurboMap.Surge(Turbo, 0.20223).ShouldBe(63.62545284932694, 1e-11);
        TurboMap.Surge(Turbo, 0.40446).ShouldBe(87.580770575, 1e-11);
        TurboMap.Choke(Turbo, 3.4223).ShouldBe(12.04913204890597, 1e-11);
        TurboMap.Choke(Turbo, 4.0446).ShouldBe(22.06064750000001, 1e-11);
    }

    [Fact]
    public void Drives_pass_through_their_measurements_and_weaken_in_the_heat()
    {
        CompressorDrive engine = new("engine", DriveKind.GasDrivenMotor, [230.514705882, 24.4195632799, 0.00423351158645], [], []);
        DriveModel.PowerLimit(engine, 165, 288).ShouldBe(4375e3, 1e-2);
        DriveModel.PowerLimit(engine, 250, 288).ShouldBe(6600e3, 1e-2);
        DriveModel.PowerLimit(engine, 330, 288).ShouldBe(8750e3, 1e-2);
        CompressorDrive turbine = new(
            "drive_1",
            DriveKind.GasTurbine,
            [
                -1496.222462872491, 4.848886009147775, -0.0002941451299068079, 9.000675834411878, -0.02916895863370923,
                1.769459440863755e-06, -0.02991526481799991, 9.694795569200874e-05, -5.881097012267645e-09,
            ],
            [],
            []);
        DriveModel.PowerLimit(turbine, 5600, 273.15).ShouldBe(16_433_148, 1);
        DriveModel.PowerLimit(turbine, 5600, 303.15).ShouldBe(13_763_196, 1);
    }

    [SkippableTheory]
    [InlineData("GasLib-582/GasLib-582-v2.cs", 576)]
    [InlineData("GasLib-135/GasLib-135.cs", 2088)]
    public void All_measured_heads_of_a_network_lie_on_their_maps(string file, int expected)
    {
        XElement root = XDocument.Load(Path.Combine(ReferenceData.Folder("gaslib"), file)).Root!;
        XNamespace ns = root.GetDefaultNamespace();
        int count = 0;
        foreach (XElement element in root.Descendants(ns + "turboCompressor"))
        {
            double[] Coefficients(string name, int number) =>
                [.. Enumerable.Range(1, number).Select(i => Value(element.Element(ns + $"{name}_coeff_{i}")!))];
            TurboCompressor unit = Turbo with
            {
                SpeedLines = Coefficients("n_isoline", 9),
                EfficiencyLines = Coefficients("eta_ad_isoline", 9),
                SurgeLine = Coefficients("surgeline", 3),
                ChokeLine = Coefficients("chokeline", 3),
            };
            foreach (XElement line in element.Descendants(ns + "adiabaticEfficiency"))
            {
                foreach (XElement point in line.Elements(ns + "measurement"))
                {
                    double head = Value(point.Element(ns + "adiabaticHead")!);
                    double flow = Value(point.Element(ns + "volumetricFlowrate")!);
                    double speed = Value(point.Element(ns + "speed")!);
                    TurboMap.Head(unit, flow, speed).ShouldBe(head, 1e-11 * head);
                    TurboMap.Efficiency(unit, flow, speed).ShouldBe(Value(line), 0.07);
                    count++;
                }
            }
        }

        count.ShouldBe(expected);
    }

    private static double Value(XElement element) => double.Parse(element.Attribute("value")!.Value, CultureInfo.InvariantCulture);
}
