using Corridor.Numerics.LinearPrograms;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>The linear program of a dispatch, and the key to its columns and rows.</summary>
internal sealed class DispatchProgram
{
    public DispatchProgram(CompiledNetwork network)
    {
        Layout = new ProgramLayout(network);
        Supplies = new SupplyPart(Layout);
        Demands = new DemandPart(Layout);
        Arcs = new ArcPart(Layout);
        Storages = new StoragePart(Layout);
        Converters = new ConverterPart(Layout);
        Measures = new MeasurePart(Layout, Demands);
        Contracts = new ContractPart(Layout, Arcs);
        Ledgers = new LedgerPart(Layout, Contracts);
        Rules = new RulePart(Layout, Supplies, Arcs, Storages, Converters, Contracts);
        var writer = new ProgramWriter(Layout);
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
    }

    /// <summary>Which column and row speaks of what.</summary>
    public ProgramKey Key => field ??= new ProgramKey(this);

    public ProgramLayout Layout { get; }

    public SupplyPart Supplies { get; }

    public DemandPart Demands { get; }

    public ArcPart Arcs { get; }

    public StoragePart Storages { get; }

    public ConverterPart Converters { get; }

    public MeasurePart Measures { get; }

    public ContractPart Contracts { get; }

    public LedgerPart Ledgers { get; }

    public RulePart Rules { get; }

    public LinearProgram LinearProgram { get; }
}
