namespace Corridor.Cli;

internal static class Program
{
    private static int Main(string[] args) => Session.Run(args);
}
