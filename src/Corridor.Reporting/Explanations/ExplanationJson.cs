using System.Globalization;
using System.Text.Json;
using Corridor.Model;
using Corridor.Model.Schema;
using Corridor.Model.Time;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Explanation;

namespace Corridor.Reporting.Explanations;

/// <summary>Explanations for programs, in display units; docs/explain.md explains the keys.</summary>
public static class ExplanationJson
{
    /// <summary>The explanation of a price.</summary>
    /// <param name="price">The explanation.</param>
    /// <param name="system">The package, for units and sources.</param>
    /// <param name="horizon">The horizon of the run.</param>
    public static byte[] Of(PriceExplanation price, EnergySystem system, Horizon horizon)
    {
        ArgumentNullException.ThrowIfNull(price);
        var names = new ExplanationNames(system, horizon);
        DisplayUnit unit = names.Units[price.Carrier];
        return Write(writer =>
        {
            writer.WriteString("node", price.Node);
            writer.WriteString("carrier", price.Carrier);
            Days(writer, horizon, price.Period);
            writer.WriteString("price_unit", unit.Price.Symbol);
            Number(writer, "price", price.Price * unit.PricePerAccount);
            Number(writer, "remainder", price.Remainder * unit.PricePerAccount);
            writer.WriteStartArray("links");
            foreach (PriceLink link in price.Links.Reverse())
            {
                writer.WriteStartObject();
                writer.WriteString("kind", SnakeCase.From(link.Kind.ToString()));
                writer.WriteString("element", link.Element);
                writer.WriteString("table", link.Table);
                writer.WriteString("place", link.Place);
                writer.WriteString("date", Day(horizon.Periods[link.Period].Start));
                Number(writer, "factor", link.Factor);
                Lines(writer, link.Lines, unit, names);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("arrivals");
            foreach (PriceArrival arrival in price.Arrivals)
            {
                writer.WriteStartObject();
                writer.WriteString("element", arrival.Element);
                writer.WriteString("table", arrival.Table);
                Number(writer, "rate", arrival.Rate);
                writer.WriteString("unit", unit.Account.Symbol + "/d");
                writer.WriteBoolean("full", arrival.Full);
                Number(writer, "one_more_saves", arrival.Rent * unit.PricePerAccount);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }

    /// <summary>The explanation of a flow.</summary>
    /// <param name="flow">The explanation.</param>
    /// <param name="system">The package, for units and sources.</param>
    /// <param name="horizon">The horizon of the run.</param>
    public static byte[] Of(FlowExplanation flow, EnergySystem system, Horizon horizon)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var names = new ExplanationNames(system, horizon);
        DisplayUnit unit = names.Units[names.CarrierOfNode(flow.From)];
        return Write(writer =>
        {
            writer.WriteString("route", flow.Route);
            writer.WriteString("table", flow.Table);
            writer.WriteString("from_node", flow.From);
            writer.WriteString("to_node", flow.To);
            writer.WriteBoolean("backward", flow.Backward);
            Days(writer, horizon, flow.Period);
            writer.WriteString("unit", unit.Account.Symbol + "/d");
            Number(writer, "flow", flow.Flow);
            Number(writer, "capacity", flow.Capacity);
            writer.WriteString("reason", SnakeCase.From(flow.Reason.ToString()));
            writer.WriteString("cause", flow.Cause?.Element);
            writer.WriteString("price_unit", unit.Price.Symbol);
            Number(writer, "price_from", flow.PriceFrom * unit.PricePerAccount);
            Number(writer, "price_to", flow.PriceTo * unit.PricePerAccount);
            Number(writer, "one_more_saves", flow.Rent * unit.PricePerAccount);
            Lines(writer, flow.Lines, unit, names);
            writer.WriteStartArray("contracts");
            foreach (FlowContract contract in flow.Contracts)
            {
                writer.WriteStartObject();
                writer.WriteString("id", contract.Id);
                Number(writer, "delivered", contract.Delivered);
                Number(writer, "minimum", contract.Minimum);
                Number(writer, "maximum", contract.Maximum);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("limits");
            foreach (FlowLimit limit in flow.Limits)
            {
                writer.WriteStartObject();
                writer.WriteString("element", limit.Element);
                writer.WriteString("table", limit.Table);
                writer.WriteString("column", limit.Column);
                Number(writer, "rate", limit.Rate);
                writer.WriteString("source", names.Source(limit.Table, limit.Element, limit.Column));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }

    /// <summary>The explanation of a shortage, or of the margin to one.</summary>
    /// <param name="shortage">The explanation.</param>
    /// <param name="system">The package, for units.</param>
    /// <param name="horizon">The horizon of the run.</param>
    public static byte[] Of(ShortageExplanation shortage, EnergySystem system, Horizon horizon)
    {
        ArgumentNullException.ThrowIfNull(shortage);
        var names = new ExplanationNames(system, horizon);
        return Write(writer =>
        {
            writer.WriteString("zone", shortage.Zone);
            Days(writer, horizon, shortage.Period);
            writer.WriteStartArray("carriers");
            foreach (CarrierShortage carrier in shortage.Carriers)
                Carrier(writer, carrier, names);
            writer.WriteEndArray();
        });
    }

    private static void Carrier(Utf8JsonWriter writer, CarrierShortage carrier, ExplanationNames names)
    {
        writer.WriteStartObject();
        writer.WriteString("carrier", carrier.Carrier);
        writer.WriteString("unit", names.Units[carrier.Carrier].Account.Symbol + "/d");
        writer.WriteBoolean("short", carrier.IsShort);
        Number(writer, "demand", carrier.Demand);
        Number(writer, "curtailed", carrier.Curtailed);
        Number(writer, "given_up", carrier.GivenUp);
        Number(writer, "margin", carrier.Margin);
        writer.WriteStartArray("sectors");
        foreach (SectorShortage sector in carrier.Sectors)
        {
            writer.WriteStartObject();
            writer.WriteString("sector", SnakeCase.From(sector.Sector.ToString()));
            writer.WriteBoolean("protected", sector.Protected);
            Number(writer, "demand", sector.Demand);
            Number(writer, "curtailed", sector.Curtailed);
            Number(writer, "given_up", sector.GivenUp);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("limits");
        foreach (ShortageLimit limit in carrier.Limits)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", SnakeCase.From(limit.Kind.ToString()));
            writer.WriteString("element", limit.Element);
            writer.WriteString("table", limit.Table);
            writer.WriteString("column", limit.Column);
            Number(writer, "one_more_gives", limit.Gain);
            Number(writer, "one_more_saves_money", limit.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("measures");
        foreach (ShortageMeasure measure in carrier.Measures)
        {
            writer.WriteStartObject();
            writer.WriteString("id", measure.Id);
            Number(writer, "used", measure.Used);
            Number(writer, "available", measure.Available);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Lines(Utf8JsonWriter writer, IReadOnlyList<PriceLine> lines, DisplayUnit unit, ExplanationNames names)
    {
        writer.WriteStartArray("lines");
        foreach (PriceLine line in lines)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", SnakeCase.From(line.Kind.ToString()));
            writer.WriteString("element", line.Element);
            writer.WriteString("table", line.Table);
            writer.WriteString("column", line.Column);
            Number(writer, "amount", line.Amount * unit.PricePerAccount);
            writer.WriteString("source", names.Source(line.Table, line.Element, line.Column));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Days(Utf8JsonWriter writer, Horizon horizon, int period)
    {
        writer.WriteString("from", Day(horizon.Periods[period].Start));
        writer.WriteString("to", Day(horizon.Periods[period].End));
    }

    private static string Day(DateTime time) => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private static void Number(Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value))
            writer.WriteNumber(name, value);
        else
            writer.WriteNull(name);
    }

    private static byte[] Write(Action<Utf8JsonWriter> content)
    {
        return JsonBytes.Object(writer =>
        {
            content(writer);
        });
    }
}
