namespace Corridor.Tests.Data.Formats.Fuzzing;

/// <summary>How the reading of a damaged input ended.</summary>
/// <param name="Succeeded">Whether something was read.</param>
/// <param name="Fault">What must not happen: an exception, an error beside a result, a refusal without words, memory out of proportion; null where nothing did.</param>
/// <param name="InputBytes">Length of all files.</param>
/// <param name="Allocated">Bytes allocated by the reading.</param>
internal sealed record FuzzEnd(bool Succeeded, string? Fault, long InputBytes, long Allocated);
