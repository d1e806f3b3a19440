using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>Ledgers of contracts: take-or-pay, make-up, carry-forward, annual maximum, by calendar year.</summary>
internal sealed class LedgerPart
{
    /// <summary>Share of what was paid for make-up that is credited when it is taken: paying early is never free.</summary>
    public const double MakeUpCredit = 0.99;

    private readonly ProgramLayout _layout;
    private readonly ContractPart _contracts;
    private readonly int[] _firstColumn;
    private readonly int[] _firstRow;
    private readonly int[] _windowRow;

    public LedgerPart(ProgramLayout layout, ContractPart contracts)
    {
        _layout = layout;
        _contracts = contracts;
        IReadOnlyList<CompiledContract> all = layout.Network.Contracts;
        _firstColumn = new int[all.Count];
        _firstRow = new int[all.Count];
        _windowRow = new int[all.Count];
        for (int k = 0; k < all.Count; k++)
        {
            int years = all[k].Years.Count;
            bool ledger = HasLedger(all[k]);
            _firstColumn[k] = ledger ? layout.AddLongColumns(5 * years) : -1;
            _firstRow[k] = ledger ? layout.AddLongRows(3 * years, $"take-or-pay ledger of contract {all[k].Id}") : -1;
            _windowRow[k] = ledger ? layout.AddLongRows((years * (years + 1) / 2) + years, $"make-up and carry-forward of contract {all[k].Id}") : -1;
        }
    }

    /// <summary>Whether a contract needs a ledger in the program; otherwise all that it delivers is excess.</summary>
    public static bool HasLedger(CompiledContract contract) =>
        contract.Years.Any(y => y.Minimum > 0 || !double.IsPositiveInfinity(y.Maximum));

    /// <summary>Long column of make-up taken (0), counted (1), excess (2), shortfall (3) or carry-forward used (4) in a year.</summary>
    public int Column(int contract, int year, int item) => _firstColumn[contract] + (5 * year) + item;

    /// <summary>Long row of the annual maximum of a year.</summary>
    public int MaximumRow(int contract, int year) => _firstRow[contract] + (3 * year) + 2;

    /// <summary>Says what its columns and rows are.</summary>
    public void Describe(ProgramKey key)
    {
        for (int k = 0; k < _firstColumn.Length; k++)
        {
            if (_firstColumn[k] < 0)
                continue;
            int window = _windowRow[k];
            for (int y = 0; y < _layout.Network.Contracts[k].Years.Count; y++)
            {
                int year = _layout.Network.Contracts[k].Years[y].Year;
                for (int item = 0; item < 5; item++)
                    key.LongColumn(Column(k, y, item), ColumnKind.Ledger, k, item, year);
                key.LongRow(_firstRow[k] + (3 * y), RowKind.LedgerDelivered, k, 0, year);
                key.LongRow(_firstRow[k] + (3 * y) + 1, RowKind.LedgerMinimum, k, 0, year);
                key.LongRow(_firstRow[k] + (3 * y) + 2, RowKind.LedgerMaximum, k, 0, year);
                for (int i = 0; i <= y + 1; i++)
                    key.LongRow(window++, RowKind.LedgerWindow, k, 0, year);
            }
        }
    }

    public void Write(ProgramWriter writer)
    {
        for (int k = 0; k < _firstColumn.Length; k++)
        {
            if (_firstColumn[k] >= 0)
                Write(writer, _layout.Network.Contracts[k], k);
        }
    }

    private void Write(ProgramWriter writer, CompiledContract contract, int k)
    {
        int years = contract.Years.Count;
        double price = contract.HasPrice ? Math.Max(0, contract.AveragePrice) : 0;
        int window = _windowRow[k];
        for (int y = 0; y < years; y++)
        {
            CompiledContractYear year = contract.Years[y];
            int makeUp = Column(k, y, 0), counted = Column(k, y, 1), excess = Column(k, y, 2), shortfall = Column(k, y, 3), carried = Column(k, y, 4);
            bool mayMakeUp = contract.MakeUpYears > 0 && (y > 0 || contract.MakeUpOpening > 0);
            writer.LongColumn(makeUp, 0, mayMakeUp ? double.PositiveInfinity : 0, -MakeUpCredit * price);
            writer.LongColumn(counted, 0, year.Minimum, 0);
            writer.LongColumn(excess, 0, double.PositiveInfinity, 0);
            writer.LongColumn(shortfall, 0, year.Minimum, price);
            writer.LongColumn(carried, 0, contract.CarryForward * year.Minimum, 0);

            int delivered = _firstRow[k] + (3 * y), minimum = delivered + 1, maximum = delivered + 2;
            for (int t = 0; t < _layout.PeriodCount; t++)
            {
                if (_layout.Network.Horizon.Periods[t].Year != year.Year)
                    continue;
                for (int part = 0; part < contract.Parts; part++)
                    writer.LongEntry(delivered, _contracts.DeliverySlot(k, part), t, writer.Days(t));
            }

            foreach (int column in (ReadOnlySpan<int>)[makeUp, counted, excess])
            {
                writer.LongEntry(delivered, column, -1);
                writer.LongEntry(maximum, column, 1);
            }

            writer.LongRowBounds(maximum, double.NegativeInfinity, year.Maximum);
            foreach (int column in (ReadOnlySpan<int>)[counted, shortfall, carried])
                writer.LongEntry(minimum, column, 1);
            writer.LongRowBounds(minimum, year.Minimum, double.PositiveInfinity);

            for (int from = 0; from <= y; from++)
                MakeUpWindow(writer, contract, k, window++, from, y);
            CarryForwardBalance(writer, contract, k, window++, y);
        }
    }

    // Make-up taken in years from … to comes out of payments not older than the make-up period.
    private void MakeUpWindow(ProgramWriter writer, CompiledContract contract, int k, int row, int from, int to)
    {
        for (int i = from; i <= to; i++)
            writer.LongEntry(row, Column(k, i, 0), 1);
        for (int j = Math.Max(0, from - contract.MakeUpYears); j < to; j++)
            writer.LongEntry(row, Column(k, j, 3), -1);
        writer.LongRowBounds(row, double.NegativeInfinity, from < contract.MakeUpYears ? contract.MakeUpOpening : 0);
    }

    private void CarryForwardBalance(ProgramWriter writer, CompiledContract contract, int k, int row, int to)
    {
        for (int i = 0; i <= to; i++)
            writer.LongEntry(row, Column(k, i, 4), 1);
        for (int j = 0; j < to; j++)
            writer.LongEntry(row, Column(k, j, 2), -1);
        writer.LongRowBounds(row, double.NegativeInfinity, contract.CarryForwardOpening);
    }
}
