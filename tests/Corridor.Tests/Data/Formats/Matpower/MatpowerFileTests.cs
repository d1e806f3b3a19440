using System.Text;
using Corridor.Data.Formats.Matpower;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Tests.Data.Formats.Matpower;

public sealed class MatpowerFileTests
{
    [Fact]
    public void Every_table_of_a_case_becomes_its_part_of_the_grid()
    {
        MatpowerCase mpc = MatpowerSamples.Read(MatpowerSamples.Valley, out FindingList findings).ShouldNotBeNull(string.Join('\n', findings.Items));
        PowerGrid grid = mpc.ToGrid(findings).ShouldNotBeNull();
        findings.Items.ShouldBeEmpty();
        (mpc.Name, mpc.Version, grid.BasePower).ShouldBe(("valley", 2, 50.0));
        grid.Buses.Select(b => (b.Id, b.Control, b.ActiveDemand, b.ReactiveDemand)).ShouldBe([("10", BusControl.Slack, 0, 0), ("20", BusControl.Voltage, 90.5, 30), ("7", BusControl.Load, -20, 5), ("33", BusControl.Isolated, 0, 0)]);
        (grid.Buses[1].ShuntConductance, grid.Buses[1].ShuntSusceptance, grid.Buses[1].Angle, grid.Buses[2].Zone, grid.Buses[2].VoltageMax, grid.Buses[3].Voltage).ShouldBe((0.5, -1, -1.5, "3", double.PositiveInfinity, 1));
        grid.Units.Select(u => (u.Id, u.Bus, u.ActiveMin, u.ActiveMax, u.ReactiveMax, u.InService)).ShouldBe([("gen-10-1", 0, 0, 200, double.PositiveInfinity, true), ("gen-20-1", 1, -30, 50, 40, true), ("gen-20-2", 1, 5, 25, 10, false)]);
        grid.Units[0].Cost!.Polynomial.ShouldBe([5, 20, 0.02]);
        (grid.Units[0].Cost!.StartUp, grid.Units[0].Cost!.ShutDown).ShouldBe((100, 50));
        grid.Units[1].Cost!.Points.ShouldBe([(-30, -600), (0, 0), (50, 1250)]);
        grid.Units[2].Cost!.Polynomial.ShouldBe([0, 30]);
        grid.Branches.Select(b => (b.Id, b.From, b.To, b.Tap, b.IsTransformer, b.InService)).ShouldBe([("10-20-1", 0, 1, 1, false, true), ("10-20-2", 0, 1, 1, false, false), ("20-7-1", 1, 2, 0.98, true, true)]);
        (grid.Branches[0].Rating, grid.Branches[0].ShortTermRating, grid.Branches[0].EmergencyRating, grid.Branches[0].AngleMin, grid.Branches[1].AngleMax).ShouldBe((100, 120, 150, -30, double.PositiveInfinity));
        (grid.Branches[2].Rating, grid.Branches[2].AngleMin, grid.Branches[2].AngleMax, grid.Branches[2].Shift).ShouldBe((double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity, -3));
        GridDcLine line = grid.DcLines.ShouldHaveSingleItem();
        (line.Id, line.Flow, line.FlowMax, line.FixedLoss, line.LossShare, line.VoltageTo).ShouldBe(("dc-10-7-1", 15, 40, 0.2, 0.04, 1.01));

        // A negative limit is one of the power that arrives: (1 − 0.04) P − 0.2 ≥ −10.
        line.FlowMin.ShouldBe(-9.8 / 0.96, 1e-12);
        (line.ReactiveFromLimits, line.ReactiveToLimits).ShouldBe(((-5, 5), (-6, 6)));
        line.Cost!.Polynomial.ShouldBe([0, 3]);
        mpc.BusNames.ShouldBe(["North", "Miller's", "South", "Spare"]);
        mpc.GenFuels.ShouldBe(["hydro", "gas", "coal"]);
        mpc.Others.Select(o => o.Name).ShouldBe(["reserves.zones"]);
        (grid.Buses[1].Place.ToString(), grid.Buses[3].Place.ToString(), grid.Branches[2].Place.Line).ShouldBe(("case.m:12:2", "case.m:13:41", 24));
    }

    [Fact]
    public void A_file_of_version_1_has_its_tables_in_the_order_of_its_results()
    {
        PowerGrid grid = MatpowerSamples.Grid(
            """
            function [base, buses, gens, lines, areas, costs] = case1
            base = 100;
            buses = [1 3 0 0 0 0 1 1 0 20 1 1.1 0.9; 2 1 50 20 0 0 1 1 0 20 1 1.1 0.9];
            gens = [1 50 0 30 -30 1 100 1 100 0];
            lines = [1 2 0.1 0.2 0 0 0 0 0 0 1];
            areas = [1 1];
            costs = [2 0 0 2 10 0];
            return;
            """,
            out FindingList findings).ShouldNotBeNull(string.Join('\n', findings.Items));
        (grid.Buses.Count, grid.Units[0].Cost!.Polynomial![1], grid.Branches[0].Reactance).ShouldBe((2, 10, 0.2));
        findings.Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("mpc.bus(:, [PD, QD]) = mpc.bus(:, [PD, QD]) / 1e3;", 0.05, 0.02, 0.1)]
    [InlineData("pf = 0.8; mpc.bus(:, QD) = mpc.bus(:, PD) * sin(acos(pf)); mpc.bus(:, PD) = mpc.bus(:, PD) * pf;", 40, 30, 0.1)]
    [InlineData("Vbase = mpc.bus(1, BASE_KV) * 1e3;\nSbase = mpc.baseMVA * 1e6;\nmpc.branch(:, [BR_R BR_X]) = mpc.branch(:, [BR_R BR_X]) / (Vbase^2 / Sbase);", 50, 20, 0.025)]
    [InlineData("mpc.bus(end, 3) = -mpc.bus(2, 3) + 2*mpc.bus(2, 3)^2/50;", 50, 20, 0.1)]
    [InlineData("mpc.bus(mpc.bus(:, BUS_I) == 2, PD) = 7;", 7, 20, 0.1)]
    [InlineData("x = [60 70; 80 90]'; mpc.bus(2, 3:4) = x(:, 1)';", 60, 70, 0.1)]
    [InlineData("mpc.bus(find(mpc.bus(:, PD) > 0), [PD QD]) = ones(1, 2) * sqrt(3);", 1.7320508075688772, 1.7320508075688772, 0.1)]
    [InlineData("k = 1:2:3; mpc.bus(2, PD) = sum(k) * size(mpc.bus, 1) + numel(k) - length(zeros(3, 1));", 7, 20, 0.1)]
    [InlineData("mpc.bus = [mpc.bus(1, :); mpc.bus(2, :) .* [1 1 2 2 ones(1, 9)]];", 100, 40, 0.1)]
    [InlineData("mpc.bus(3, :) = [3 1 5 5 0 0 1 1 0 20 1 1.1 0.9]; mpc.bus(3, :) = [];", 50, 20, 0.1)]
    [InlineData("mpc.bus(2, [PD QD]) = [1 -2] - [-3 -4] + [1 - 2, 3];", 3, 5, 0.1)]
    [InlineData("mpc.bus(2, PD) = 1d2; mpc.bus(2, QD) = 2 ^ -1;", 100, 0.5, 0.1)]
    [InlineData("c = idx_dcline; mpc.bus(2, PD) = c.LOSS1;", 17, 20, 0.1)]
    public void Statements_change_tables_as_MATLAB_does(string statements, double active, double reactive, double resistance)
    {
        const string Names = """
            [PQ, PV, REF, NONE, BUS_I, BUS_TYPE, PD, QD, GS, BS, BUS_AREA, VM, ...
                VA, BASE_KV, ZONE, VMAX, VMIN, LAM_P, LAM_Q, MU_VMAX, MU_VMIN] = idx_bus;
            [F_BUS, T_BUS, BR_R, BR_X] = idx_brch;

            """;
        PowerGrid grid = MatpowerSamples.Grid(MatpowerSamples.Pair(after: Names + statements), out FindingList findings).ShouldNotBeNull(string.Join('\n', findings.Items));
        grid.Buses[1].ActiveDemand.ShouldBe(active, 1e-12);
        grid.Buses[1].ReactiveDemand.ShouldBe(reactive, 1e-12);
        grid.Branches[0].Resistance.ShouldBe(resistance, 1e-15);
    }

    [Theory]
    [InlineData("0.1", 0.1)]
    [InlineData("123456789012345678", 123456789012345678.0)]
    [InlineData("1.7976931348623157e308", double.MaxValue)]
    [InlineData("5e-324", double.Epsilon)]
    [InlineData("2.2250738585072011e-308", 2.2250738585072011e-308)]
    [InlineData("9007199254740993", 9007199254740992.0)]
    [InlineData("0.30000000000000004", 0.30000000000000004)]
    [InlineData("00012.50", 12.5)]
    [InlineData("1.D+2", 100.0)]
    public void Numbers_are_rounded_correctly(string text, double expected)
    {
        MatpowerCase mpc = MatpowerSamples.Read(MatpowerSamples.Pair(gencost: $"2 0 0 2 {text} 0"), out _).ShouldNotBeNull();
        mpc.GenCost![0, 4].ShouldBe(expected);
    }

    [Fact]
    public void A_case_without_reference_takes_the_bus_of_its_largest_unit_and_says_so()
    {
        PowerGrid grid = MatpowerSamples.Grid(MatpowerSamples.Pair(bus: "1 2 0 0 0 0 1 1 0 20 1 1.1 0.9; 2 1 50 20 0 0 1 1 0 20 1 1.1 0.9", gen: "1 50 0 30 -30 1 100 1 100 0; 2 0 0 0 0 1 100 1 150 0; 1 0 0 0 0 1 100 0 900 0", gencost: "2 0 0 2 1 0; 2 0 0 2 1 0; 2 0 0 2 1 0"), out FindingList findings).ShouldNotBeNull();
        grid.Buses.Select(b => b.Control).ShouldBe([BusControl.Voltage, BusControl.Slack]);
        Finding found = findings.Items.ShouldHaveSingleItem();
        (found.Code, found.Message.Contains("bus 2", StringComparison.Ordinal)).ShouldBe(("G017", true));
    }

    [Fact]
    public void Participation_is_the_column_apf()
    {
        PowerGrid grid = MatpowerSamples.Grid(MatpowerSamples.Pair(gen: "1 50 0 30 -30 1 100 1 100 0 0 0 0 0 0 0 0 0 0 0 0.4"), out _).ShouldNotBeNull();
        grid.Units[0].Participation.ShouldBe(0.4);
    }

    [Fact]
    public void A_file_in_Latin_1_is_read()
    {
        byte[] text = [.. "% caf"u8, 0xE9, (byte)'\n', .. Encoding.ASCII.GetBytes(MatpowerSamples.Pair(after: "mpc.bus_name = {'a'; 'S")), 0xE3, .. "o'};"u8];
        MatpowerFile.Read(text, "case.m", new FindingList()).ShouldNotBeNull().BusNames.ShouldBe(["a", "São"]);
    }
}
