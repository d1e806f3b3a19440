namespace Corridor.Cli;

/// <summary>What the user asked for cannot be; the message says why, in a sentence.</summary>
internal sealed class UsageException(string message) : Exception(message);
