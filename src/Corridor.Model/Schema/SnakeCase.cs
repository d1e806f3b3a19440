using System.Text;

namespace Corridor.Model.Schema;

/// <summary>The stored form of the names of enumerations: <c>CapVolume</c> is written <c>cap_volume</c>.</summary>
public static class SnakeCase
{
    /// <summary>The lower snake case of a name in Pascal case.</summary>
    /// <param name="name">A name without blanks, such as <c>DistrictHeat</c>.</param>
    public static string From(string name)
    {
        var builder = new StringBuilder(name.Length + 4);
        for (int i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(name[i]))
                builder.Append('_');
            builder.Append(char.ToLowerInvariant(name[i]));
        }

        return builder.ToString();
    }
}
