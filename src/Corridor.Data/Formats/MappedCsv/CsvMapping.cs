using Corridor.Model;
using Corridor.Model.Provenance;

namespace Corridor.Data.Formats.MappedCsv;

/// <summary>A mapping file: what the package is, where its figures come from, and which file fills which table.</summary>
/// <param name="Description">Head of the package.</param>
/// <param name="Source">Source of all rows that name none of their own.</param>
/// <param name="Tables">The tables.</param>
internal sealed record CsvMapping(PackageDescription Description, SourceDocument Source, IReadOnlyList<CsvTableMapping> Tables);
