namespace Corridor.Model.Rules;

/// <summary>Kind of emergency measure. Stored in tables in lower snake case.</summary>
public enum MeasureKind
{
    /// <summary>Release of strategic stock.</summary>
    StorageRelease,

    /// <summary>Switch to another fuel.</summary>
    FuelSwitch,

    /// <summary>Contracted reduction of demand.</summary>
    DemandReduction,

    /// <summary>Reverse flow.</summary>
    ReverseFlow,

    /// <summary>Additional import.</summary>
    ExtraImport,

    /// <summary>Additional production.</summary>
    ExtraProduction,

    /// <summary>Anything else.</summary>
    Other,
}
