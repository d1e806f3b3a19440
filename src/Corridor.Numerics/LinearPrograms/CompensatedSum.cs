namespace Corridor.Numerics.LinearPrograms;

/// <summary>A sum whose rounding error is carried along: A. Neumaier, ZAMM 54 (1974) 39–51.</summary>
internal struct CompensatedSum
{
    private double _sum;
    private double _correction;

    public readonly double Value => _sum + _correction;

    public void Add(double term)
    {
        double next = _sum + term;
        _correction += Math.Abs(_sum) >= Math.Abs(term) ? (_sum - next) + term : (term - next) + _sum;
        _sum = next;
    }
}
