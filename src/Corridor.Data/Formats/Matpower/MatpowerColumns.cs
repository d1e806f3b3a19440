namespace Corridor.Data.Formats.Matpower;

/// <summary>Columns of the tables of a case, from 0, and their names (MATPOWER manual, appendix B, tables B-1 to B-5).</summary>
internal static class MatpowerColumns
{
    internal const int LeastBus = 13;
    internal const int LeastGen = 10;
    internal const int LeastBranch = 11;
    internal const int LeastCost = 4;
    internal const int LeastDcLine = 17;

    internal const int BusNumber = 0;
    internal const int BusType = 1;
    internal const int Pd = 2;
    internal const int Qd = 3;
    internal const int Gs = 4;
    internal const int Bs = 5;
    internal const int Area = 6;
    internal const int Vm = 7;
    internal const int Va = 8;
    internal const int BaseKv = 9;
    internal const int Zone = 10;
    internal const int Vmax = 11;
    internal const int Vmin = 12;

    internal const int GenBus = 0;
    internal const int Pg = 1;
    internal const int Qg = 2;
    internal const int Qmax = 3;
    internal const int Qmin = 4;
    internal const int Vg = 5;
    internal const int MBase = 6;
    internal const int GenStatus = 7;
    internal const int Pmax = 8;
    internal const int Pmin = 9;
    internal const int Apf = 20;

    internal const int From = 0;
    internal const int To = 1;
    internal const int R = 2;
    internal const int X = 3;
    internal const int B = 4;
    internal const int RateA = 5;
    internal const int RateB = 6;
    internal const int RateC = 7;
    internal const int Ratio = 8;
    internal const int Angle = 9;
    internal const int BranchStatus = 10;
    internal const int AngMin = 11;
    internal const int AngMax = 12;

    internal const int CostModel = 0;
    internal const int StartUp = 1;
    internal const int ShutDown = 2;
    internal const int CostCount = 3;
    internal const int CostFirst = 4;

    internal const int DcStatus = 2;
    internal const int DcPf = 3;
    internal const int DcPt = 4;
    internal const int DcQf = 5;
    internal const int DcQt = 6;
    internal const int DcVf = 7;
    internal const int DcVt = 8;
    internal const int DcPmin = 9;
    internal const int DcPmax = 10;
    internal const int DcQminF = 11;
    internal const int DcQmaxF = 12;
    internal const int DcQminT = 13;
    internal const int DcQmaxT = 14;
    internal const int Loss0 = 15;
    internal const int Loss1 = 16;

    /// <summary>Names of the columns of <c>bus</c>.</summary>
    internal static readonly string[] Bus = ["bus_i", "type", "Pd", "Qd", "Gs", "Bs", "area", "Vm", "Va", "baseKV", "zone", "Vmax", "Vmin", "lam_P", "lam_Q", "mu_Vmax", "mu_Vmin"];

    /// <summary>Names of the columns of <c>gen</c>.</summary>
    internal static readonly string[] Gen = [
        "bus", "Pg", "Qg", "Qmax", "Qmin", "Vg", "mBase", "status", "Pmax", "Pmin", "Pc1", "Pc2", "Qc1min", "Qc1max", "Qc2min", "Qc2max", "ramp_agc", "ramp_10", "ramp_30",
        "ramp_q", "apf", "mu_Pmax", "mu_Pmin", "mu_Qmax", "mu_Qmin"];

    /// <summary>Names of the columns of <c>branch</c>.</summary>
    internal static readonly string[] Branch = [
        "fbus", "tbus", "r", "x", "b", "rateA", "rateB", "rateC", "ratio", "angle", "status", "angmin", "angmax", "Pf", "Qf", "Pt", "Qt", "mu_Sf", "mu_St", "mu_angmin",
        "mu_angmax"];

    /// <summary>Names of the first columns of <c>gencost</c>.</summary>
    internal static readonly string[] Cost = ["model", "startup", "shutdown", "n", "cost"];

    /// <summary>Names of the columns of <c>dcline</c>.</summary>
    internal static readonly string[] DcLine = [
        "fbus", "tbus", "status", "Pf", "Pt", "Qf", "Qt", "Vf", "Vt", "Pmin", "Pmax", "QminF", "QmaxF", "QminT", "QmaxT", "loss0", "loss1", "mu_Pmin", "mu_Pmax", "mu_QminF",
        "mu_QmaxF", "mu_QminT", "mu_QmaxT"];

    /// <summary>The name of a column, or its number where it has none.</summary>
    internal static string Name(string[] names, int column) =>
        column < names.Length ? names[column] : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"column {column + 1}");
}
