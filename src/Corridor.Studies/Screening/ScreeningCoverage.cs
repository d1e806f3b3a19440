using Corridor.Model.Sanctions;

namespace Corridor.Studies.Screening;

/// <summary>Which entries of the lists were compared with what; the numbers add up to that of all entries.</summary>
/// <param name="WithActors">Persons and entities, compared with the package's actors.</param>
/// <param name="WithAssets">Ports, terminals and other things, compared with the package's assets and nodes.</param>
/// <param name="WithShips">Ships compared with the package's single ships: fleets of one vehicle, and fleets that state an IMO number.</param>
/// <param name="ShipsNotCompared">Ships not compared, because the package has no single ships.</param>
/// <param name="AircraftNotCompared">Aircraft: a package has none.</param>
/// <param name="Nameless">Entries none of whose names has a letter or digit to compare.</param>
public sealed record ScreeningCoverage(int WithActors, int WithAssets, int WithShips, int ShipsNotCompared, int AircraftNotCompared, IReadOnlyList<ListedParty> Nameless);
