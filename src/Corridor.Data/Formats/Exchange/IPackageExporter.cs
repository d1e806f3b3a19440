using Corridor.Model;

namespace Corridor.Data.Formats.Exchange;

/// <summary>Writes a package in another program's format.</summary>
public interface IPackageExporter
{
    /// <summary>Name of the format on the command line, such as <c>pypsa</c>.</summary>
    public string Format { get; }

    /// <summary>What is written, in a line.</summary>
    public string Description { get; }

    /// <summary>Writes a package. The target appears whole or not at all.</summary>
    /// <param name="system">The package.</param>
    /// <param name="path">File or folder to write; one there is replaced.</param>
    /// <param name="cancellation">Stops the export; nothing is then written.</param>
    /// <returns>What the format could hold and what not.</returns>
    /// <exception cref="IOException">The target cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The target may not be written.</exception>
    /// <exception cref="OperationCanceledException">The export was stopped.</exception>
    public FidelityReport Export(EnergySystem system, string path, CancellationToken cancellation);
}
