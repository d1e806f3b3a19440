namespace Corridor.Reporting.Export;

/// <summary>A table of results: one for the elements of a kind, or one for their figures by period.</summary>
/// <param name="Name">Lower snake case.</param>
/// <param name="Meaning">What it holds, in one line.</param>
/// <param name="KeyColumns">How many of the first columns tell the rows apart; rows come in the order of the key.</param>
/// <param name="Columns">Columns.</param>
/// <param name="WriteRows">Gives every row to a sink.</param>
public sealed record ResultTable(string Name, string Meaning, int KeyColumns, IReadOnlyList<ResultColumn> Columns, Action<IRowSink> WriteRows);
