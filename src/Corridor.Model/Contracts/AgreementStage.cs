namespace Corridor.Model.Contracts;

/// <summary>How far an agreement has come; a contract is dispatched from Contract onward. Stored in tables in lower snake case.</summary>
public enum AgreementStage
{
    /// <summary>Talks reported.</summary>
    Talks,

    /// <summary>Memorandum of understanding.</summary>
    Memorandum,

    /// <summary>Framework agreement.</summary>
    Framework,

    /// <summary>Heads of agreement, main terms.</summary>
    HeadsOfAgreement,

    /// <summary>Binding contract signed.</summary>
    Contract,

    /// <summary>Being built.</summary>
    Construction,

    /// <summary>Delivering.</summary>
    Delivery,

    /// <summary>Ended or terminated.</summary>
    Ended,
}
