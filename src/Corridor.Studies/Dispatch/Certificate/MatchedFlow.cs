using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>A flow by the id of its element; the part is the position of a contract's channel.</summary>
internal readonly record struct MatchedFlow(FlowKind Kind, string Id, int Part = 0);
