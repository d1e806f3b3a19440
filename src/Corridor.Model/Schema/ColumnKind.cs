namespace Corridor.Model.Schema;

/// <summary>What the cells of a column hold.</summary>
public enum ColumnKind
{
    /// <summary>Text, ids included.</summary>
    Text,

    /// <summary>Texts separated by semicolons.</summary>
    TextList,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>Whole number.</summary>
    Integer,

    /// <summary>Finite number, in the unit of the column if it has one.</summary>
    Number,

    /// <summary>Date, <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>One of a fixed set of names in lower snake case.</summary>
    Enumeration,

    /// <summary>Number in the <c>amount_unit</c> of the row.</summary>
    Amount,

    /// <summary>Number in the <c>rate_unit</c> of the row.</summary>
    Rate,

    /// <summary>Number in the <c>price_unit</c> of the row.</summary>
    UnitPrice,

    /// <summary>Unit of an amount, such as <c>bcm@20C</c>.</summary>
    AmountUnit,

    /// <summary>Unit of a rate, such as <c>bcm@20C/year</c>.</summary>
    RateUnit,

    /// <summary>Unit of a price, such as <c>USD/kcm@20C</c>.</summary>
    PriceUnit,

    /// <summary>Length in the unit of the column.</summary>
    Length,

    /// <summary>Absolute pressure in the unit of the column.</summary>
    Pressure,

    /// <summary>Power in the unit of the column.</summary>
    Power,
}
