using System.CommandLine;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Schema;
using Corridor.Reporting.Terminal;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor show PKG [TABLE] [--id ID]</c>: tables, and where a row's figures come from.</summary>
internal static class ShowCommand
{
    public static Command Create(Session session)
    {
        var package = new Argument<string>("PKG") { Description = "Package: a folder or a zip file of it." };
        var table = new Argument<string?>("TABLE") { Description = "Table to print; without it, all tables with their numbers of rows.", Arity = ArgumentArity.ZeroOrOne };
        var id = new Option<string?>("--id") { Description = "Row: each of its figures with its source, what others claim, and why it is used.", HelpName = "ID" };
        var command = new Command("show", "Print tables of a package, and the sources of its figures.") { package, table, id };
        CommandTree.WithExamples(
            command,
            "corridor show data/eurasia                                        the tables",
            "corridor show data/eurasia pipelines                              the rows of one",
            "corridor show data/eurasia pipelines --id p-ru-power-of-siberia  where its figures come from");
        command.SetAction(parsed => Execute(session, parsed.GetRequiredValue(package), parsed.GetValue(table), parsed.GetValue(id)));
        return command;
    }

    private static int Execute(Session session, string path, string? tableName, string? id)
    {
        TableSchema? table = tableName is null ? null : PackageSchema.Find(tableName) ?? throw new UsageException($"There is no table '{tableName}'; the tables are {string.Join(", ", PackageSchema.Tables.Select(t => t.Name))}.");
        if (id is not null && table is null)
            throw new UsageException("--id needs a table.");
        if (id is not null && table!.IdColumn is null)
            throw new UsageException($"The rows of {table.Name} have no ids.");
        var findings = new FindingList();
        EnergySystem? system = PackageInput.Read(path, findings, session.Stopped);
        // A broken package can be looked at: what was read of it is shown, and what was not is said.
        if (system is null)
            return session.Refuse(path, findings, "There is nothing to show.");
        if (id is not null && !table!.RowsOf(system).Any(r => table.IdOf(r) == id))
            throw new UsageException($"{table.Name} has no row '{id}'.");
        if (table is null)
            TableView.WriteTables(session.Terminals.Out, system);
        else if (id is null)
            TableView.WriteRows(session.Terminals.Out, system, table);
        else
            FigureView.Write(session.Terminals.Out, system, table, id);
        return findings.HasErrors ? session.Refuse(path, findings, "Rows with errors are not shown.") : ExitCode.Fine;
    }
}
