using Corridor.Benchmarks.Cases;

namespace Corridor.Benchmarks;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is ["lp", .. string[] rest])
            return LinearProgramCases.Run(rest);
        Console.Error.WriteLine("usage: lp [--trace] [--threads N] [--repeat N] [--optima optima.csv] FILE.mps[.gz] …");
        return 2;
    }
}
