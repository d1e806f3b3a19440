using Corridor.Model.Schema;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>Columns of a payment channel, and its closing.</summary>
internal static class ChannelApplier
{
    private static readonly TableSchema Table = PackageSchema.Table("payment_channels");

    internal static void Apply(ChangeStage stage, ChannelChange change)
    {
        int row = stage.Draft.Find(Table, change.Channel.Text);
        if (row < 0)
        {
            stage.Unknown(change.Channel, Table.Name, Table);
            return;
        }

        ColumnEdits.Apply(stage, Table, row, change.Columns);
        if (change.Closed)
            stage.Edit(Table, row, Table.Column("status")!, FigureOperation.Of("suspended"));
    }
}
