namespace Corridor.Model.Rules;

/// <summary>Crisis level, after Regulation (EU) 2017/1938, Article 11. Stored in tables in lower snake case.</summary>
public enum CrisisLevel
{
    /// <summary>Early warning.</summary>
    EarlyWarning,

    /// <summary>Alert.</summary>
    Alert,

    /// <summary>Emergency.</summary>
    Emergency,
}
