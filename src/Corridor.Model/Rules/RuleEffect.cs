namespace Corridor.Model.Rules;

/// <summary>What a rule does to the flows that its selector matches. Stored in tables in lower snake case.</summary>
public enum RuleEffect
{
    /// <summary>The flows are zero.</summary>
    Forbid,

    /// <summary>Their sum may not exceed the value.</summary>
    CapVolume,

    /// <summary>The contract price used for settlement may not exceed the value.</summary>
    CapPrice,

    /// <summary>Each unit pays the value.</summary>
    Levy,

    /// <summary>Their sum may not fall below the value.</summary>
    Require,

    /// <summary>The CO2 of the supplies and converters matched may not exceed the value.</summary>
    CapCo2,
}
