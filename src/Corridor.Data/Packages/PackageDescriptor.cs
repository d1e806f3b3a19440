using Corridor.Model;

namespace Corridor.Data.Packages;

/// <summary>What a datapackage.json says, with the places where it says it.</summary>
/// <param name="Description">Head of the package.</param>
/// <param name="Resources">The files, in the order listed; those that cannot be read left out.</param>
internal sealed record PackageDescriptor(PackageDescription Description, IReadOnlyList<ResourceEntry> Resources)
{
    /// <summary>Name of the file.</summary>
    internal const string FileName = "datapackage.json";
}

/// <summary>A resource of a datapackage.json.</summary>
/// <param name="Name">Its name: that of the table.</param>
/// <param name="Path">Its file, relative to the package.</param>
/// <param name="Fields">Its fields by name, the first of each.</param>
/// <param name="Part">Where it stands.</param>
internal sealed record ResourceEntry(string Name, string Path, IReadOnlyDictionary<string, FieldEntry> Fields, JsonPart Part);

/// <summary>A field of a resource.</summary>
/// <param name="Name">Column name.</param>
/// <param name="Unit">Unit declared; null for none.</param>
/// <param name="UnitPart">Where the unit stands; null for none.</param>
/// <param name="Type">Type declared; null for none.</param>
/// <param name="Part">Where the field stands.</param>
internal sealed record FieldEntry(string Name, string? Unit, JsonPart? UnitPart, string? Type, JsonPart Part);
