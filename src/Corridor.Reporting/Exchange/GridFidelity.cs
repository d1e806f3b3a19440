using System.Text.Json;
using Corridor.Data.Formats.Exchange;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Exchange;

/// <summary>What was kept on the way from a file to a power grid.</summary>
/// <param name="Import">From another program's data to a package; null where none was read.</param>
/// <param name="Grid">From a package to the grid of one moment; null where the file is a grid itself.</param>
public sealed record GridFidelity(FidelityReport? Import, FidelityReport? Grid)
{
    /// <summary>Tells it in a line for each step; nothing where there was none.</summary>
    /// <param name="screen">Where to.</param>
    public void Write(Screen screen)
    {
        if (Import is not null)
            FidelityView.WriteCounts(screen, "figures of the file", FidelityCounts.Of(Import));
        if (Grid is not null)
            FidelityView.WriteCounts(screen, "figures of the package", FidelityCounts.Of(Grid));
    }

    /// <summary>The counts of each step: <c>fidelity.import</c>, <c>fidelity.grid</c>; nothing where there was no step.</summary>
    internal static void Write(Utf8JsonWriter json, GridFidelity? fidelity)
    {
        if (fidelity is null or { Import: null, Grid: null })
            return;
        json.WriteStartObject("fidelity");
        if (fidelity.Import is { } import)
            ExchangeJson.Counts(json, "import", import);
        if (fidelity.Grid is { } grid)
            ExchangeJson.Counts(json, "grid", grid);
        json.WriteEndObject();
    }
}
