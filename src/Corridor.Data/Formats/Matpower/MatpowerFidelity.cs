using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Data.Formats.Matpower;

/// <summary>Accounts for the parts of a case that its grid does not hold: further columns, costs of reactive power, other members of the structure.</summary>
internal static class MatpowerFidelity
{
    private const string Result = "A result of a former run of the program";

    /// <summary>Adds to a report what making the grid left out.</summary>
    internal static void Report(MatpowerCase mpc, PowerGrid grid, FidelityReport fidelity, FindingList findings)
    {
        Columns(mpc.Bus, MatpowerColumns.Bus, fidelity, _ => Result, MatpowerColumns.LeastBus);
        Columns(mpc.Gen, MatpowerColumns.Gen, fidelity, GenColumn, MatpowerColumns.LeastGen);
        fidelity.Dropped("gen", "mBase", "Only models of machines use the base of a unit", null, mpc.Gen.Rows);
        Columns(mpc.Branch, MatpowerColumns.Branch, fidelity, _ => Result, MatpowerColumns.AngMax + 1);
        if (mpc.DcLine is { } lines)
        {
            fidelity.Dropped("dcline", "Pt", "It follows from Pf and the losses", null, lines.Rows);
            Columns(lines, MatpowerColumns.DcLine, fidelity, _ => Result, MatpowerColumns.LeastDcLine);
        }

        if (mpc.GenCost is { } costs && costs.Rows == 2 * mpc.Gen.Rows)
            fidelity.Dropped("gencost", "reactive", "Costs of reactive power are not modelled", null, mpc.Gen.Rows);
        if (mpc.GenCost is null)
            fidelity.Defaulted("gencost", "cost", "supplies.cost", "The case states no costs; the supplies have none", null, grid.Units.Count);
        Texts(mpc, "bus_name", "nodes.name", mpc.BusNames.Count, fidelity);
        foreach ((string name, int count) in (ReadOnlySpan<(string, int)>)[("gentype", mpc.GenTypes.Count), ("genfuel", mpc.GenFuels.Count)])
        {
            if (MatpowerImporter.HasRowForUnit(mpc, grid))
                Texts(mpc, name, "supplies.name", count, fidelity);
            else
                fidelity.Dropped("case", name, "A row of gen is left out, so that the texts are not those of the units", null, count);
        }

        fidelity.Dropped("gen", "", "A row out of service at a bus that does not exist", null, mpc.Gen.Rows - grid.Units.Count);
        fidelity.Dropped("branch", "", "A row out of service at a bus that does not exist", null, mpc.Branch.Rows - grid.Branches.Count);
        foreach ((string name, SourcePlace place) in mpc.Others)
        {
            fidelity.Dropped("case", name, "The member of the structure is not known, or not modelled", place.ToString());
            findings.Add(FormatFindings.NotCarried.At("mpc." + name, place, $"The member '{name}' of the case does not come over."));
        }
    }

    private static void Texts(MatpowerCase mpc, string name, string target, int count, FidelityReport fidelity)
    {
        int changed = mpc.ChangedTexts.GetValueOrDefault(name);
        fidelity.Exact("case", name, target, count - changed);
        fidelity.Approximated("case", name, target, "Control characters become blanks, and what is too long for a cell is cut off", null, changed);
    }

    private static string GenColumn(int column) => column switch
    {
        < 16 => "Capability curves of units are not modelled",
        < MatpowerColumns.Apf => "Ramp limits are not modelled",
        _ => Result,
    };

    private static void Columns(MatpowerTable table, string[] names, FidelityReport fidelity, Func<int, string> reason, int first)
    {
        for (int c = first; c < table.Columns; c++)
        {
            if (table.Name != "gen" || c != MatpowerColumns.Apf)
                Dropped(fidelity, table, c, MatpowerColumns.Name(names, c), reason(c));
        }
    }

    /// <summary>Counts the figures other than 0 of a column that is left out.</summary>
    private static void Dropped(FidelityReport fidelity, MatpowerTable table, int column, string name, string reason)
    {
        int count = 0;
        string? example = null;
        for (int i = 0; i < table.Rows; i++)
        {
            double value = table.Get(i, column);
            if (value == 0.0)
                continue;
            count++;
            example ??= string.Create(CultureInfo.InvariantCulture, $"row {i + 1} = {value}");
        }

        fidelity.Dropped(table.Name, name, reason, example, count);
    }
}
