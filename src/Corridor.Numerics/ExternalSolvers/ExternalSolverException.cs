namespace Corridor.Numerics.ExternalSolvers;

/// <summary>Another program cannot be started, failed, or left an answer that cannot be read.</summary>
public sealed class ExternalSolverException(string message) : Exception(message);
