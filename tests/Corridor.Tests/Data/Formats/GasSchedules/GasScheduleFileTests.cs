using Corridor.Data.Formats.GasSchedules;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Tests.Data.Formats.GasSchedules;

/// <summary>Schedules and events in CSV.</summary>
public sealed class GasScheduleFileTests
{
    private static readonly GasNetwork Network = new()
    {
        Name = "net",
        Nodes = [new GasNode { Id = "a" }, new GasNode { Id = "b" }],
        Elements =
        [
            new GasPipe { Id = "p", From = 0, To = 1, Length = 1000, Diameter = 0.5 },
            new GasValve { Id = "p", From = 0, To = 1 },
            new GasCompressorStation { Id = "k", From = 0, To = 1 },
        ],
        Gas = new GasQuality { Name = "g", MolarMass = 0.018 },
    };

    [Fact]
    public void All_kinds_of_rows_are_read()
    {
        (GasScheduleFile? read, FindingList findings) = Read(
            "time_s,kind,id,value,delay_s\n0,pressure,a,6e6,\n3600,pressure,a,5e6,\n0,injection,b,-50,\n0,ratio,k,1.2,\n100,bypass,k,,\n"
            + "200,valve-close,p,,\n300,pipe-rupture,p,400,60\n400,entry-loss,a,,\n500,station-trip,k,,\n600,node-rupture,b,,30\n");
        findings.Items.ShouldBeEmpty();
        read.ShouldNotBeNull();
        read.Schedule.Pressures.Single().Series.At(1800).ShouldBe(5.5e6);
        read.Schedule.Injections.Single().Node.ShouldBe(1);
        read.Schedule.Controls.Single().At(150).Mode.ShouldBe(StationMode.Bypass);
        read.Events.ShouldBe([new ValveChange(200, 1, false), new PipeRupture(300, 0, 400, 60), new EntryLoss(400, 0), new StationTrip(500, 2), new NodeRupture(600, 1, 30)]);
    }

    [Theory]
    [InlineData("time_s,kind,id\n", "G007")]
    [InlineData("", "G007")]
    [InlineData("time_s,kind,id,value\n0,pressure,zz,1\n", "G014")]
    [InlineData("time_s,kind,id,value\n0,pressure,a,-1\n", "G010")]
    [InlineData("time_s,kind,id,value\n0,pressure,a,much\n", "G008")]
    [InlineData("time_s,kind,id,value\n0,pressure,a,NaN\n", "G009")]
    [InlineData("time_s,kind,id,value\n5,pressure,a,1\n4,pressure,a,1\n", "G010")]
    [InlineData("time_s,kind,id,value\n0,explosion,a,1\n", "G008")]
    [InlineData("time_s,kind,id,value\n0,pipe-rupture,p,1000\n", "G010")]
    [InlineData("time_s,kind,id,value\n0,pressure,\"a,1\n", "G005")]
    public void What_is_wrong_is_found_at_its_place(string text, string code)
    {
        (GasScheduleFile? read, FindingList findings) = Read(text);
        read.ShouldBeNull();
        findings.Items[0].Code.ShouldBe(code);
        findings.Items[0].Place.Line.ShouldBeGreaterThan(0);
    }

    private static (GasScheduleFile? File, FindingList Findings) Read(string text)
    {
        string folder = Directory.CreateTempSubdirectory("corridor-").FullName;
        string path = Path.Combine(folder, "schedule.csv");
        File.WriteAllText(path, text);
        try
        {
            var findings = new FindingList();
            return (GasScheduleFile.Read(path, Network, findings), findings);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
