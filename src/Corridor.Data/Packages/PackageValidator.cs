namespace Corridor.Data.Packages;

/// <summary>placeholder</summary>
public static class PackageValidator;
