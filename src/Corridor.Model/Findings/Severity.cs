namespace Corridor.Model.Findings;

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Information,

    /// <summary>The package can be used, but an input is doubtful or has no effect.</summary>
    Warning,

    /// <summary>The package cannot be used as it is.</summary>
    Error,
}
