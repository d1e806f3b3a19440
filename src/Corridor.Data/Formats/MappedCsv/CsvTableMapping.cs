using Corridor.Model.Findings;
using Corridor.Model.Schema;

namespace Corridor.Data.Formats.MappedCsv;

/// <summary>How one file fills one table.</summary>
/// <param name="File">The file, relative to the folder that is imported.</param>
/// <param name="Table">The table.</param>
/// <param name="Separator">What stands between two cells.</param>
/// <param name="DecimalComma">Whether numbers have a comma as the decimal mark.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Place">Where the mapping states it.</param>
internal sealed record CsvTableMapping(string File, TableSchema Table, char Separator, bool DecimalComma, IReadOnlyList<CsvColumnMapping> Columns, SourcePlace Place);
