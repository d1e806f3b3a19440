namespace Corridor.Studies.Compilation;

/// <summary>Which table an arc comes from, and its physics in a dispatch.</summary>
public enum ArcKind
{
    /// <summary>Gas or liquid pipeline.</summary>
    Pipeline,

    /// <summary>Alternating current line: the flow follows voltage angles.</summary>
    AcLine,

    /// <summary>Direct current line of a meshed grid: its flow follows voltages.</summary>
    DcMeshed,

    /// <summary>Direct current line: the flow is chosen.</summary>
    DcLine,

    /// <summary>Rail, ship or truck.</summary>
    Transport,
}
