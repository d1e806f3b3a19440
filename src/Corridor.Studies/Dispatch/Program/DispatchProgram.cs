using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.QuadraticPrograms;
using Corridor.Numerics.Sparse;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>The linear program of a dispatch, and the key to its columns and rows.</summary>
internal sealed class DispatchProgram
{
    public DispatchProgram(CompiledNetwork network)
    {
        Layout = new ProgramLayout(network);
        Expansions = new ExpansionPart(Layout);
        Supplies = new SupplyPart(Layout, Expansions);
        Demands = new DemandPart(Layout);
        Arcs = new ArcPart(Layout, Expansions);
        Storages = new StoragePart(Layout, Expansions);
        Converters = new ConverterPart(Layout, Expansions);
        Measures = new MeasurePart(Layout, Demands);
        Contracts = new ContractPart(Layout, Arcs);
        Ledgers = new LedgerPart(Layout, Contracts);
        Rules = new RulePart(Layout, Supplies, Arcs, Storages, Converters, Contracts);
        var writer = new ProgramWriter(Layout);
        Expansions.Write(writer);
        Supplies.Write(writer);
        Demands.Write(writer);
        Arcs.Write(writer);
        Storages.Write(writer);
        Converters.Write(writer);
        Measures.Write(writer);
        Contracts.Write(writer);
        Ledgers.Write(writer);
        Rules.Write(writer);
        LinearProgram = writer.Build();
        if (writer.Diagonal is { } diagonal)
            Quadratic = new QuadraticProgram(LinearProgram, Diagonal(diagonal));
    }

    // ½ xᵀQx with a diagonal Q.
    private static SparseMatrix Diagonal(double[] values)
    {
        var start = new int[values.Length + 1];
        var index = new List<int>();
        for (int j = 0; j < values.Length; j++)
        {
            if (values[j] != 0)
                index.Add(j);
            start[j + 1] = index.Count;
        }

        return new SparseMatrix(values.Length, values.Length, start, [.. index], [.. index.Select(j => values[j])]);
    }

    /// <summary>Which column and row speaks of what.</summary>
    public ProgramKey Key => field ??= new ProgramKey(this);

    public ProgramLayout Layout { get; }

    public ExpansionPart Expansions { get; }

    public SupplyPart Supplies { get; }

    public DemandPart Demands { get; }

    public ArcPart Arcs { get; }

    public StoragePart Storages { get; }

    public ConverterPart Converters { get; }

    public MeasurePart Measures { get; }

    public ContractPart Contracts { get; }

    public LedgerPart Ledgers { get; }

    public RulePart Rules { get; }

    /// <summary>The program without its quadratic costs.</summary>
    public LinearProgram LinearProgram { get; }

    /// <summary>The program where costs rise with the output; null where the objective is linear.</summary>
    public QuadraticProgram? Quadratic { get; }
}
