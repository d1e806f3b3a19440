using Corridor.Data.Formats.Exchange;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>A marginal cost as a figure and a factor over time.</summary>
/// <param name="Base">The figure [money/MWh].</param>
/// <param name="Profile">The factor, none of its values negative; null for none.</param>
internal readonly record struct PyPsaCost(double Base, PyPsaFigure? Profile)
{
    /// <summary>The marginal cost of a component.</summary>
    /// <param name="context">Takes what cannot come over.</param>
    /// <param name="components">Its list.</param>
    /// <param name="row">Its row.</param>
    /// <param name="sign">Factor on all values.</param>
    public static PyPsaCost Of(PyPsaContext context, PyPsaComponents components, int row, double sign)
    {
        PyPsaFigure figure = context.Figure(components, row, "marginal_cost");
        if (figure.Series is null || figure.Least == figure.Greatest)
            return new PyPsaCost(sign * figure.Least, null);
        if (figure.Least >= 0 || figure.Greatest <= 0)
        {
            double mean = figure.Mean(context.Times.Hours);
            if (mean != 0)
                return new PyPsaCost(sign * mean, figure.Map(v => v / mean));
            return default;
        }

        context.Tally.Say(FidelityKind.Approximated, components.Table, row, "marginal_cost (series)", "cost", "a cost that changes its sign over time is replaced by its average", warns: true);
        return new PyPsaCost(sign * figure.Mean(context.Times.Hours), null);
    }
}
