using System.Globalization;
using Corridor.Data.Formats.Documents;

namespace Corridor.Data.Formats.GasJson;

/// <summary>Reads figures by points.</summary>
internal static class GasJsonSeries
{
    /// <summary>The list of an abscissa that never falls, and the list 'value' of the same length; null where either is wrong, which is reported.</summary>
    internal static (double[] Abscissae, double[] Values)? Pair(JsonFields fields, string abscissa)
    {
        if (Numbers(fields, abscissa) is not { } at || Numbers(fields, "value") is not { } values)
            return null;
        if (at.Length != values.Length || at.Length == 0)
        {
            fields.Report(FormatFindings.Contradiction, fields.Take(abscissa)!, abscissa, string.Create(CultureInfo.InvariantCulture, $"{fields.Subject} has {at.Length} entries of '{abscissa}' and {values.Length} of 'value'; as many of each are expected, and at least one."));
            return null;
        }

        for (int i = 1; i < at.Length; i++)
        {
            if (at[i] < at[i - 1])
            {
                fields.Report(FormatFindings.OutOfRange, fields.Take(abscissa)!.Elements[i], abscissa, string.Create(CultureInfo.InvariantCulture, $"'{abscissa}' of {fields.Subject} falls from {at[i - 1]} to {at[i]}; it must not fall."));
                return null;
            }
        }

        return (at, values);
    }

    /// <summary>A list of finite numbers; null where it is missing or wrong, which is reported.</summary>
    internal static double[]? Numbers(JsonFields fields, string name)
    {
        if (fields.Take(name) is not { } list)
        {
            _ = fields.DemandId(name);
            return null;
        }

        if (!list.IsArray)
        {
            fields.Report(FormatFindings.WrongKind, list, name, $"'{name}' of {fields.Subject} is {list.Describe()}; a list of numbers is expected.");
            return null;
        }

        double[] numbers = new double[list.Elements.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (fields.Finite(list.Elements[i], name) is not { } number)
                return null;
            numbers[i] = number;
        }

        return numbers;
    }
}
