using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Exchange;

/// <summary>Makes a package of another program's data.</summary>
public interface IPackageImporter
{
    /// <summary>Name of the format on the command line, such as <c>pypsa</c>.</summary>
    public string Format { get; }

    /// <summary>What the format is, in a line.</summary>
    public string Description { get; }

    /// <summary>Reads a file or folder and maps it.</summary>
    /// <param name="request">What to read.</param>
    /// <param name="findings">Takes what is wrong (G…).</param>
    /// <param name="cancellation">Stops the import.</param>
    /// <returns>The package; null where a finding of severity error stands in its way.</returns>
    /// <exception cref="OperationCanceledException">The import was stopped.</exception>
    public ImportResult? Import(ImportRequest request, FindingList findings, CancellationToken cancellation);
}
