namespace Corridor.Numerics.Factorization;

/// <summary>Puts the values of a matrix into the factor's panels before they are eliminated.</summary>
public interface IPanelAssembler
{
    /// <summary>
    /// Adds the matrix entries (row ≥ column) of the columns <paramref name="firstColumn"/> … <paramref name="endColumn"/>−1, in elimination
    /// order, to a zeroed column-major panel.
    /// </summary>
    /// <param name="firstColumn">First column.</param>
    /// <param name="endColumn">Column after the last.</param>
    /// <param name="position">Place in the panel of each row that belongs to it.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="height">Rows of the panel.</param>
    public void Assemble(int firstColumn, int endColumn, int[] position, Span<double> panel, int height);
}
