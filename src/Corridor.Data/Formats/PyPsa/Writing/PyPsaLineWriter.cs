using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PyPsa.Writing;

/// <summary>Writes power lines as lines, transformers and links, and pipelines and transports as links.</summary>
internal static class PyPsaLineWriter
{
    private const string PowerLines = "power_lines";

    /// <summary>Writes the power lines.</summary>
    public static void Power(PyPsaExport export)
    {
        foreach (PowerLine line in export.System.PowerLines)
        {
            if (line.Kind == PowerLineKind.Dc)
                Link(export, line);
            else
                Branch(export, line);
            export.Report.Dropped(PowerLines, "fixed_loss", "a loss that does not depend on the flow is not in the format", line.Id, line.FixedLoss is null ? 0 : 1);
            export.Report.Dropped(PowerLines, "emergency_rating", "the format has one rating", line.Id, line.EmergencyRating is null ? 0 : 1);
            export.Report.Dropped(PowerLines, "angle_min and angle_max", "angles are not limited by the format's programs", line.Id, line.AngleMin is null && line.AngleMax is null ? 0 : 1);
        }
    }

    /// <summary>Writes the pipelines.</summary>
    public static void Pipelines(PyPsaExport export)
    {
        foreach (Pipeline line in export.System.Pipelines)
        {
            double forward = export.Scale.Rate(line.From, line.Capacity, "pipelines.capacity");
            double backward = line.ReverseCapacity is { } reverse ? export.Scale.Rate(line.From, reverse, "pipelines.reverse_capacity") : 0;
            var arc = new Arc("pipelines", line, line.From, line.To, line.Status, line.Start, line.End, forward, backward, line.FuelShare ?? 0, export.Scale.Price(line.From, line.Tariff, "pipelines.tariff", line.Length?.InKilometres()), line.Length);
            Both(export, arc);
            export.Report.Dropped("pipelines", "diameter, pressure and others", "the format has no hydraulics", line.Id, line.InnerDiameter is null && line.MaxPressure is null ? 0 : 1);
        }
    }

    /// <summary>Writes the transports.</summary>
    public static void Transports(PyPsaExport export)
    {
        foreach (Transport route in export.System.Transports)
        {
            var arc = new Arc("transports", route, route.From, route.To, route.Status, route.Start, route.End, export.Scale.Rate(route.From, route.Capacity, "transports.capacity"), 0, route.LossShare ?? 0, export.Scale.Price(route.From, route.Cost, "transports.cost", route.Distance?.InKilometres()), route.Distance);
            Both(export, arc);
            export.Report.Dropped("transports", "delayed", "deliveries arrive in the period in which they leave", route.Id, route.Delayed ? 1 : 0);
            export.Report.Dropped("transports", "fleet", "the format has no fleets", route.Id, route.Fleet is null ? 0 : 1);
        }
    }

    private static void Link(PyPsaExport export, PowerLine line)
    {
        double forward = line.Rating.InMegawatts();
        double backward = (line.ReverseRating ?? line.Rating).InMegawatts();
        Both(export, new Arc(PowerLines, line, line.From, line.To, line.Status, line.Start, line.End, forward, backward, line.LossShare ?? 0, export.Scale.Price(line.From, line.Tariff, "power_lines.tariff", line.Length?.InKilometres()), line.Length));
    }

    /// <summary>One link where backward is as forward without loss or cost, else one for each direction.</summary>
    private static void Both(PyPsaExport export, Arc arc)
    {
        bool isOne = arc.Backward == 0 || (arc.Loss == 0 && arc.Cost == 0 && arc.Forward > 0);
        One(export, arc, "", arc.From, arc.To, arc.Forward, isOne ? arc.Backward : 0);
        if (isOne)
            return;
        One(export, arc, "back", arc.To, arc.From, arc.Backward, 0);
        export.Report.Approximated(arc.Table, "reverse", "links", "each direction is a link of its own", arc.Row.Id);
    }

    private static void One(PyPsaExport export, Arc arc, string part, string from, string to, double forward, double backward)
    {
        PyPsaSheet sheet = export.Begin("links", arc.Row, arc.Status, arc.Start, arc.End, arc.Table, part);
        sheet.Set("bus0", export.Buses.GetValueOrDefault(from));
        sheet.Set("bus1", export.Buses.GetValueOrDefault(to));
        sheet.Set("efficiency", 1 - arc.Loss);
        if (arc.Cost != 0)
            sheet.Set("marginal_cost", arc.Cost);
        if (backward > 0)
            sheet.Set("p_min_pu", -backward / forward);
        sheet.Set("length", arc.Length?.InKilometres());
        if (part.Length == 0)
            export.Capacity(sheet, arc.Row.Id, "p_nom", forward, r => export.Scale.Rate(from, r, "expansions"));
        else
            export.Fixed(sheet, arc.Row.Id, forward, arc.Forward, r => export.Scale.Rate(from, r, "expansions"));
    }

    private static void Branch(PyPsaExport export, PowerLine line)
    {
        double rating = line.Rating.InMegawatts();
        double bus = export.Voltages.GetValueOrDefault(line.From, 1);
        double standing = export.Standing(line.Id, rating, r => export.Scale.Rate(line.From, r, "expansions"));

        // A transformer's figures are in per unit of its own power, so that one without power is written as a line.
        bool turns = line.TapRatio is not null || line.PhaseShift is not null;
        bool isTransformer = standing > 0 && line.Kind == PowerLineKind.Ac && (turns || bus != export.Voltages.GetValueOrDefault(line.To, 1));
        PyPsaSheet sheet = export.Begin(isTransformer ? "transformers" : "lines", line, line.Status, line.Start, line.End, PowerLines);
        sheet.Set("bus0", export.Buses.GetValueOrDefault(line.From));
        sheet.Set("bus1", export.Buses.GetValueOrDefault(line.To));
        double voltage = line.Voltage ?? bus;

        // The format takes the voltage of the first bus; the ratio of the squares keeps the per unit values.
        double ratio = bus == voltage ? 1 : bus * bus / (voltage * voltage);
        double per = isTransformer ? standing / (bus * bus) : 1;
        sheet.Set("x", (line.Reactance ?? 0) * ratio * per);
        sheet.Set("r", (line.Resistance ?? 0) * ratio * per);
        if (line.Charging is { } charging)
            sheet.Set("b", isTransformer ? charging / standing : charging / (bus * bus));
        if (isTransformer)
        {
            sheet.Set("tap_ratio", line.TapRatio);
            sheet.Set("phase_shift", line.PhaseShift);
        }
        else
        {
            export.Report.Dropped(PowerLines, "tap_ratio and phase_shift", "a line has neither", line.Id, turns ? 1 : 0);
        }

        export.Report.Dropped(PowerLines, "length", "a transformer has none", line.Id, isTransformer && line.Length is not null ? 1 : 0);
        if (!isTransformer)
            sheet.Set("length", line.Length?.InKilometres());
        export.Capacity(sheet, line.Id, "s_nom", rating, r => export.Scale.Rate(line.From, r, "expansions"));
        export.Report.Approximated(PowerLines, "reverse_rating", "s_nom", "a branch has one rating for both directions", line.Id, line.ReverseRating is { } reverse && reverse != line.Rating ? 1 : 0);
        export.Report.Dropped(PowerLines, "tariff", "a branch that follows Kirchhoff's laws has no cost in the format", line.Id, line.Tariff is null ? 0 : 1);
        export.Report.Approximated(PowerLines, "voltage", "buses.v_nom", "the reactance is restated at the voltage of the bus", line.Id, ratio == 1 ? 0 : 1);
    }

    private sealed record Arc(string Table, Corridor.Model.Schema.Entity Row, string From, string To, AssetStatus Status, DateOnly? Start, DateOnly? End, double Forward, double Backward, double Loss, double Cost, Length? Length);
}
