namespace Corridor.Studies.Screening;

/// <summary>A place that a word of a name tells.</summary>
/// <param name="Country">Number of the country or region.</param>
/// <param name="City">Number of the city in it; 0 for the country itself.</param>
/// <param name="Part">Which word of the place's name it is, from 0.</param>
internal readonly record struct NamePlace(int Country, int City, int Part)
{
    /// <summary>Whether two places may be one: the same city, or a country and a city in it.</summary>
    public bool MayBe(NamePlace other) => Country == other.Country && (City == other.City || City == 0 || other.City == 0);
}
