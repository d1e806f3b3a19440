namespace Corridor.Reporting.Export;

/// <summary>Takes the rows of a table, cell by cell in the order of the columns.</summary>
public interface IRowSink
{
    /// <summary>A text cell.</summary>
    /// <param name="value">Text, or null.</param>
    public void Text(string? value);

    /// <summary>A number cell; what is not finite becomes null.</summary>
    /// <param name="value">Any number.</param>
    public void Number(double value);

    /// <summary>A cell with a whole number.</summary>
    /// <param name="value">Any whole number.</param>
    public void Integer(long value);

    /// <summary>A cell that names a period.</summary>
    /// <param name="index">Index of the period, from 0.</param>
    public void Period(int index);

    /// <summary>A cell that names an element.</summary>
    /// <param name="index">Index of the element in its table, from 0.</param>
    /// <param name="id">Its id.</param>
    public void Element(int index, string id);

    /// <summary>Ends the row.</summary>
    public void EndRow();
}
