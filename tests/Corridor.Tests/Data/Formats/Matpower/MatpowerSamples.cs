using System.Text;
using Corridor.Data.Formats.Matpower;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Tests.Data.Formats.Matpower;

/// <summary>Small cases for tests.</summary>
internal static class MatpowerSamples
{
    /// <summary>Three buses with every table and most of the syntax.</summary>
    internal const string Valley = """
        %% A case of three buses
        function mpc = valley
        %VALLEY  Three buses.
        mpc.version = '2';
        mpc.baseMVA = 50;
        %{
        mpc.baseMVA = 99;
        %}
        %	bus_i	type	Pd	Qd	Gs	Bs	area	Vm	Va	baseKV	zone	Vmax	Vmin
        mpc.bus = [
        	10	3	0	0	0	0	1	1.02	0	230	1	1.1	0.9;
        	20	2	90.5	30	.5	-1	1	1	-1.5e0	230	1	1.1	0.9	% a comment
        	7	1	-20	+5	0	2	2	0.99	-2	110	3	Inf	0; 	33 4 0 0 0 0 1 0 0 110 1 1.1 .9
        ];
        mpc.gen = [
        	10, 80, 0, Inf, -Inf, 1.02, 100, 1, 200, 0;
        	20, 10, 0, 40, -40, 1, 100, 1, ...
        	    50, -30;
        	20, 0, 0, 10, -10, 1, 100, 0, 25, 5;
        ];
        mpc.branch = [
        	10	20	0.01	0.1	0.02	100	120	150	0	0	1	-30	30;
        	10	20	0.01	0.1	0.02	100	120	150	0	0	0	-360	360;
        	20	7	0	0.2	0	0	0	0	0.98	-3	1	0	0;
        ];
        mpc.gencost = [2 100 50 3 0.02 20 5 0 0 0
        1 0 0 3 -30 -600 0 0 50 1250
        2 0 0 2 30 0 0 0 0 0];
        mpc.dcline = [
        	10	7	1	15	14.5	0	0	1	1.01	-10	40	-5	5	-6	6	0.2	0.04;
        ];
        mpc.dclinecost = [2 0 0 2 3 0];
        mpc.bus_name = {'North'; 'Miller''s'; "South"; 'Spare'};
        mpc.genfuel = {'hydro', 'gas', 'coal'};
        mpc.reserves.zones = [1 1 1];
        """;

    internal static MatpowerCase? Read(string text, out FindingList findings)
    {
        findings = new FindingList();
        return MatpowerFile.Read(Encoding.UTF8.GetBytes(text), "case.m", findings);
    }

    internal static PowerGrid? Grid(string text, out FindingList findings) => Read(text, out findings)?.ToGrid(findings);

    /// <summary>A case of two buses whose tables may be replaced, with statements behind.</summary>
    internal static string Pair(string? bus = null, string? gen = null, string? branch = null, string? gencost = null, string after = "") => $"""
        function mpc = pair
        mpc.version = '2';
        mpc.baseMVA = 100;
        mpc.bus = [{bus ?? "1 3 0 0 0 0 1 1 0 20 1 1.1 0.9; 2 1 50 20 0 0 1 1 0 20 1 1.1 0.9"}];
        mpc.gen = [{gen ?? "1 50 0 30 -30 1 100 1 100 0"}];
        mpc.branch = [{branch ?? "1 2 0.1 0.2 0 0 0 0 0 0 1 -360 360"}];
        mpc.gencost = [{gencost ?? "2 0 0 2 10 0"}];
        {after}
        """;
}
