using System.Globalization;
using Corridor.Model.Contracts;
using Corridor.Model.Findings;
using Corridor.Model.Provenance;
using Corridor.Model.Rules;
using Corridor.Model.Schema;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>Columns of a contract, and its suspension.</summary>
internal static class ContractApplier
{
    private static readonly TableSchema Table = PackageSchema.Table("contracts");

    internal static void Apply(ChangeStage stage, ContractChange change)
    {
        int row = stage.Draft.Find(Table, change.Contract.Text);
        if (row < 0)
        {
            stage.Unknown(change.Contract, Table.Name, Table);
            return;
        }

        var contract = (Contract)stage.Draft.Rows(Table)[row];
        if (change.Columns.TryGetValue("price", out ScenarioText price) && contract.PriceFormula is { } formula && !change.Columns.ContainsKey("price_formula"))
            stage.Report(ScenarioFindings.NoFigure, price.Place, $"The price of {contract.Id} follows the formula {formula}.", "Write 'price_formula: null' as well, so that the fixed price holds.");
        else
            ColumnEdits.Apply(stage, Table, row, change.Columns);
        if (change.Suspended)
            Suspend(stage, row);
    }

    /// <summary>Nothing is delivered and nothing is owed: the quantities are nought, and where no daily limit says so, a rule does.</summary>
    private static void Suspend(ChangeStage stage, int row)
    {
        var contract = (Contract)stage.Draft.Rows(Table)[row];
        foreach (string name in (string[])["acq", "dcq", "min_daily"])
        {
            ColumnSchema column = Table.Column(name)!;
            if (column.Get(contract) is not null)
                stage.Edit(Table, row, column, FigureOperation.Of("0"));
        }

        if (contract.Dcq is not null)
            return;
        string id = string.Create(CultureInfo.InvariantCulture, $"scenario.{stage.Scenario.Name}.{stage.Number}");
        stage.Draft.Add(
            PackageSchema.Table("rules"),
            new Rule
            {
                Id = id,
                Name = $"Suspension of {contract.Name ?? contract.Id}",
                Effect = RuleEffect.Forbid,
                Contract = contract.Id,
                Start = stage.Window.Start,
                End = stage.Window.To,
                Source = stage.Change.Source,
                Basis = stage.Change.Source is null ? Basis.Assumed : Basis.Derived,
                Note = stage.Note,
            },
            stage.Place);
        stage.Did("rules", id, null, null, contract.Id, stage.Window);
    }
}
