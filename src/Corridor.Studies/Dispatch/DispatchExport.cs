using System.Globalization;
using Corridor.Numerics.LinearPrograms.Mps;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch.Program;

namespace Corridor.Studies.Dispatch;

/// <summary>
/// Writes the linear program of a dispatch for other solvers. Names say what rows and columns are: kind, element, part where it is not the first,
/// and the start of the period or the year, such as <c>arc:yamal-europe:1:2025-01-01</c>.
/// </summary>
public static class DispatchExport
{
    /// <summary>Writes an MPS file, in money and units of account of the network.</summary>
    /// <param name="network">The network on its horizon.</param>
    /// <param name="path">Path; one that ends in <c>.gz</c> is compressed. A file there is replaced.</param>
    /// <returns>Numbers of rows and columns.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static (int Rows, int Columns) WriteMps(CompiledNetwork network, string path)
    {
        ArgumentNullException.ThrowIfNull(network);
        var program = new DispatchProgram(network);
        var names = new Names(program);
        MpsWriter.WriteFile(path, new MpsProblem
        {
            Name = "dispatch",
            Program = program.LinearProgram,
            Maximise = false,
            RowNames = MpsNames.Distinct(Enumerable.Range(0, program.LinearProgram.RowCount).Select(names.Row)),
            ColumnNames = MpsNames.Distinct(Enumerable.Range(0, program.LinearProgram.ColumnCount).Select(names.Column)),
            IntegerColumns = [],
            ObjectiveName = "cost",
            Quadratic = program.Quadratic?.LowerTriangle,
        });
        return (program.LinearProgram.RowCount, program.LinearProgram.ColumnCount);
    }

    private sealed class Names(DispatchProgram program)
    {
        private readonly CompiledNetwork _network = program.Layout.Network;
        private readonly string[] _periods = [.. program.Layout.Network.Horizon.Periods.Select(p => p.Start.ToString(p.Start.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture))];

        public string Column(int column)
        {
            ColumnKey key = program.Key.OfColumn(column);
            return Of(Word(key.Kind), Element(key), key.Part, key.Period, key.Year);
        }

        public string Row(int row)
        {
            RowKey key = program.Key.OfRow(row);
            return Of(Word(key.Kind), Element(key), key.Part, key.Period, key.Year);
        }

        private string Of(string kind, string element, int part, int period, int year)
        {
            string time = period >= 0 ? ":" + _periods[period] : year != 0 ? string.Create(CultureInfo.InvariantCulture, $":{year}") : "";
            return part == 0 ? $"{kind}:{element}{time}" : string.Create(CultureInfo.InvariantCulture, $"{kind}:{element}:{part}{time}");
        }

        private string Element(ColumnKey key) => key.Kind switch
        {
            ColumnKind.SupplyStep => _network.Supplies[key.Element].Id,
            ColumnKind.DemandStep or ColumnKind.Curtailment => _network.Demands[key.Element].Id,
            ColumnKind.Arc or ColumnKind.Spot => _network.Arcs[key.Element].Id,
            ColumnKind.Angle => _network.Nodes[key.Element].Id,
            ColumnKind.Injection or ColumnKind.Withdrawal or ColumnKind.Level => _network.Storages[key.Element].Id,
            ColumnKind.Activity or ColumnKind.Disposal => _network.Converters[key.Element].Id,
            ColumnKind.Measure => _network.Measures[key.Element].Id,
            ColumnKind.Expansion => _network.Expansions[key.Element].Id,
            ColumnKind.Delivery or ColumnKind.OverBooking or ColumnKind.Ledger => _network.Contracts[key.Element].Id,
            _ => _network.Rules[key.Element].Id,
        };

        private string Element(RowKey key) => key.Kind switch
        {
            RowKind.Balance => _network.Nodes[key.Element].Id,
            RowKind.SupplyMinimum or RowKind.SupplyAnnual => _network.Supplies[key.Element].Id,
            RowKind.PowerFlow or RowKind.AngleLimit or RowKind.Split => _network.Arcs[key.Element].Id,
            RowKind.Fleet => _network.Fleets[key.Element].Id,
            RowKind.StorageLevel or RowKind.StorageRate => _network.Storages[key.Element].Id,
            RowKind.Disposal or RowKind.ConverterAnnual => _network.Converters[key.Element].Id,
            RowKind.MeasureVolume => _network.Measures[key.Element].Id,
            RowKind.MeasureDemand => _network.Demands[key.Element].Id,
            RowKind.ContractTotal or RowKind.Booking or RowKind.LedgerDelivered or RowKind.LedgerMinimum or RowKind.LedgerMaximum or RowKind.LedgerWindow => _network.Contracts[key.Element].Id,
            RowKind.Expansion => _network.Expansions[key.Element].Id,
            RowKind.Channel => _network.Channels[key.Element].Id,
            _ => _network.Rules[key.Element].Id,
        };

        private static string Word<T>(T kind)
            where T : struct, Enum => Corridor.Model.Schema.SnakeCase.From(kind.ToString());
    }
}
