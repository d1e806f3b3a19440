namespace Corridor.Studies.Dispatch.Program;

/// <summary>What a column of a dispatch's linear program is.</summary>
internal enum ColumnKind
{
    /// <summary>Output of a cost step (part) of a supply.</summary>
    SupplyStep,

    /// <summary>Elastic step (part) of a demand, given up.</summary>
    DemandStep,

    /// <summary>Curtailment of a demand.</summary>
    Curtailment,

    /// <summary>Flow of an arc in a direction (part); part 0 of a signed arc is forward less backward.</summary>
    Arc,

    /// <summary>Voltage angle of a node (part 0), or its voltage in a mesh of direct current (part 1).</summary>
    Angle,

    /// <summary>Injection into a storage.</summary>
    Injection,

    /// <summary>Withdrawal from a storage.</summary>
    Withdrawal,

    /// <summary>Level of a storage at the end of the period.</summary>
    Level,

    /// <summary>Activity of a converter.</summary>
    Activity,

    /// <summary>Output (part) of a converter that is thrown away.</summary>
    Disposal,

    /// <summary>Emergency measure.</summary>
    Measure,

    /// <summary>Delivery of a contract through one of its channels (part).</summary>
    Delivery,

    /// <summary>Spot trade over an arc in a direction (part).</summary>
    Spot,

    /// <summary>Deliveries of a contract above its booked transport.</summary>
    OverBooking,

    /// <summary>Item (part) of a contract's ledger in a year: make-up 0, counted 1, excess 2, shortfall 3, carried 4.</summary>
    Ledger,

    /// <summary>Paid violation of a rule, in a period or a year.</summary>
    Violation,

    /// <summary>Capacity that the run chooses.</summary>
    Expansion,
}

/// <summary>What a row of a dispatch's linear program states.</summary>
internal enum RowKind
{
    /// <summary>Balance of a node.</summary>
    Balance,

    /// <summary>Least output of a supply.</summary>
    SupplyMinimum,

    /// <summary>Largest output of a supply in a year.</summary>
    SupplyAnnual,

    /// <summary>The flow of a line follows the angles, or in a mesh of direct current the voltages.</summary>
    PowerFlow,

    /// <summary>The difference of angles of a line stays within its limits.</summary>
    AngleLimit,

    /// <summary>What the vehicles of a fleet hold.</summary>
    Fleet,

    /// <summary>The level of a storage follows what goes in and out.</summary>
    StorageLevel,

    /// <summary>A rate of a storage follows its level.</summary>
    StorageRate,

    /// <summary>No more of an output (part) is thrown away than a converter makes.</summary>
    Disposal,

    /// <summary>Largest activity of a converter in a year.</summary>
    ConverterAnnual,

    /// <summary>Largest volume of an emergency measure.</summary>
    MeasureVolume,

    /// <summary>Measures for a demand give no more than it is served.</summary>
    MeasureDemand,

    /// <summary>Least and largest delivery of a contract with several channels.</summary>
    ContractTotal,

    /// <summary>Booked transport of a contract.</summary>
    Booking,

    /// <summary>Capacity of a payment channel.</summary>
    Channel,

    /// <summary>What arrives over an arc in a direction (part) is contracts' or spot.</summary>
    Split,

    /// <summary>Ledger of a contract: what a year's deliveries are.</summary>
    LedgerDelivered,

    /// <summary>Ledger: take-or-pay minimum of a year.</summary>
    LedgerMinimum,

    /// <summary>Ledger: annual maximum.</summary>
    LedgerMaximum,

    /// <summary>Ledger: make-up and carry-forward come out of earlier years.</summary>
    LedgerWindow,

    /// <summary>A rule on the sum of flows in a period.</summary>
    RuleRate,

    /// <summary>A rule on the sum of flows over a year.</summary>
    RuleVolume,

    /// <summary>
    /// A limit that scales with a capacity to be chosen; the element is the expansion. Part: of a supply the cost step, of an arc the direction, of a storage
    /// injection 0, withdrawal 1, greatest 2 and least level 3, of a converter most 0 and least activity 1.
    /// </summary>
    Expansion,
}

/// <summary>A column in the terms of the network.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Element">Index of the element in its list.</param>
/// <param name="Part">Part of it; its meaning stands at the kind.</param>
/// <param name="Period">Period; −1 for columns of a year.</param>
/// <param name="Year">Calendar year of a column that spans periods; 0 otherwise.</param>
internal readonly record struct ColumnKey(ColumnKind Kind, int Element, int Part, int Period, int Year);

/// <summary>A row in the terms of the network.</summary>
/// <param name="Kind">What it states.</param>
/// <param name="Element">Index of the element in its list.</param>
/// <param name="Part">Part of it; its meaning stands at the kind.</param>
/// <param name="Period">Period; −1 for rows that span periods.</param>
/// <param name="Year">Calendar year of a row that spans periods; 0 where it spans all of them, or none.</param>
internal readonly record struct RowKey(RowKind Kind, int Element, int Part, int Period, int Year);

/// <summary>The key to a dispatch's linear program: which column and row speaks of what.</summary>
internal sealed class ProgramKey
{
    private readonly ProgramLayout _layout;
    private readonly ColumnKey[] _columns;
    private readonly ColumnKey[] _longColumns;
    private readonly RowKey[] _rows;
    private readonly RowKey[] _longRows;
    private int _described;

    public ProgramKey(DispatchProgram program)
    {
        _layout = program.Layout;
        _columns = new ColumnKey[_layout.ColumnsPerPeriod];
        _longColumns = new ColumnKey[_layout.LongColumns];
        _rows = new RowKey[_layout.RowsPerPeriod];
        _longRows = new RowKey[_layout.LongRows];
        for (int n = 0; n < _layout.Network.Nodes.Count; n++)
            Row(n, RowKind.Balance, n);
        program.Expansions.Describe(this);
        program.Supplies.Describe(this);
        program.Demands.Describe(this);
        program.Arcs.Describe(this);
        program.Storages.Describe(this);
        program.Converters.Describe(this);
        program.Measures.Describe(this);
        program.Contracts.Describe(this);
        program.Ledgers.Describe(this);
        program.Rules.Describe(this);
        int all = _columns.Length + _longColumns.Length + _rows.Length + _longRows.Length;
        if (_described != all)
            throw new InvalidOperationException($"{all - _described} rows or columns of the program are not described.");
    }

    /// <summary>Says what a column of each period is; a slot of −1 is none.</summary>
    public void Column(int slot, ColumnKind kind, int element, int part = 0)
    {
        if (slot < 0)
            return;
        _columns[slot] = new ColumnKey(kind, element, part, -1, 0);
        _described++;
    }

    /// <summary>Says what a row of each period states; a slot of −1 is none.</summary>
    public void Row(int slot, RowKind kind, int element, int part = 0)
    {
        if (slot < 0)
            return;
        _rows[slot] = new RowKey(kind, element, part, -1, 0);
        _described++;
    }

    /// <summary>Says what a column that spans periods is.</summary>
    public void LongColumn(int index, ColumnKind kind, int element, int part, int year)
    {
        if (index < 0)
            return;
        _longColumns[index] = new ColumnKey(kind, element, part, -1, year);
        _described++;
    }

    /// <summary>Says what a row that spans periods states.</summary>
    public void LongRow(int index, RowKind kind, int element, int part, int year)
    {
        if (index < 0)
            return;
        _longRows[index] = new RowKey(kind, element, part, -1, year);
        _described++;
    }

    /// <summary>What a column of the program is.</summary>
    public ColumnKey OfColumn(int column)
    {
        int periods = _layout.PeriodCount * _columns.Length;
        return column >= periods ? _longColumns[column - periods] : _columns[column % _columns.Length] with { Period = column / _columns.Length };
    }

    /// <summary>What a row of the program states.</summary>
    public RowKey OfRow(int row)
    {
        int periods = _layout.PeriodCount * _rows.Length;
        return row >= periods ? _longRows[row - periods] : _rows[row % _rows.Length] with { Period = row / _rows.Length };
    }
}
