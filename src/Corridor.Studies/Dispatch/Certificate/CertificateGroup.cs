namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>What an item of a certificate is about; the certificate states the worst of each.</summary>
public enum CertificateGroup
{
    /// <summary>The balance of every node and period.</summary>
    Balance,

    /// <summary>Every limit of the package: capacities, levels, ledgers, channels, rules; elements that are missing or unknown.</summary>
    Bounds,

    /// <summary>The objective and its parts.</summary>
    Objective,

    /// <summary>Feasibility of the dual point of the program.</summary>
    Dual,

    /// <summary>The distance between the objective and the bound that duals prove.</summary>
    Gap,
}
