using Corridor.Model.Contracts;
using Corridor.Model.Markets;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Data.Packages.Validation;

/// <summary>Rates, amounts and prices convert to the unit in which their carrier is balanced; prices convert to the money of account.</summary>
internal static class UnitChecks
{
    internal static void Conversions(ValidationContext context)
    {
        foreach (TableSchema table in PackageSchema.Tables)
        {
            List<ColumnSchema> columns = [.. table.Columns.Where(c => c.UnitColumn is not null)];
            if (columns.Count == 0)
                continue;
            IReadOnlyList<Row> rows = table.RowsOf(context.System);
            for (int i = 0; i < rows.Count; i++)
            {
                if (BasisOf(context, rows[i]) is { } basis)
                    Check(context, table, i, columns, rows[i], basis);
            }
        }
    }

    /// <summary>A formula's price converts for the contracts that use it.</summary>
    internal static void FormulaPrices(ValidationContext context)
    {
        for (int i = 0; i < context.System.Contracts.Count; i++)
        {
            Contract contract = context.System.Contracts[i];
            if (context.Find<PriceFormula>("price_formulas", contract.PriceFormula) is { } formula
                && context.BasisOf(contract.Carrier) is { } basis
                && !basis.TryToAccount(new UnitPrice(1, formula.PriceUnit), out _, out string? problem))
                context.Report(ValidationFindings.NotConvertible, "contracts", i, "price_formula", problem);
        }
    }

    internal static void DistanceTariffs(ValidationContext context)
    {
        for (int i = 0; i < context.System.Pipelines.Count; i++)
        {
            Pipeline line = context.System.Pipelines[i];
            Check(context, "pipelines", i, "tariff", line.Tariff, line.Length);
        }

        for (int i = 0; i < context.System.PowerLines.Count; i++)
        {
            PowerLine line = context.System.PowerLines[i];
            Check(context, "power_lines", i, "tariff", line.Tariff, line.Length);
        }

        for (int i = 0; i < context.System.Transports.Count; i++)
        {
            Transport transport = context.System.Transports[i];
            Check(context, "transports", i, "cost", transport.Cost, transport.Distance);
        }

        for (int i = 0; i < context.System.TransitFees.Count; i++)
        {
            TransitFee fee = context.System.TransitFees[i];
            Length? length = context.Find<Pipeline>("pipelines", fee.Arc)?.Length ?? context.Find<PowerLine>("power_lines", fee.Arc)?.Length ?? context.Find<Transport>("transports", fee.Arc)?.Distance;
            if (context.FindArc(fee.Arc) is not null)
                Check(context, "transit_fees", i, "charge", fee.Charge, length);
        }
    }

    internal static void ExchangeRates(ValidationContext context)
    {
        if (!context.Places.IsComplete("exchange_rates"))
            return;
        var known = context.System.ExchangeRates.Select(r => r.Currency).Append("USD").Append(context.System.Description.Currency).ToHashSet(StringComparer.Ordinal);
        string account = context.System.Description.Currency;
        bool accountConverts = account == "USD" || context.System.ExchangeRates.Any(r => r.Currency == account);
        foreach (TableSchema table in PackageSchema.Tables)
        {
            if (table.Columns.FirstOrDefault(c => c.Kind == ColumnKind.PriceUnit) is not { } column)
                continue;
            IReadOnlyList<Row> rows = table.RowsOf(context.System);
            for (int i = 0; i < rows.Count; i++)
            {
                if (column.Get(rows[i]) is not PriceUnit unit || unit.Currency.Code == account || table.Name == "price_indices")
                    continue;
                string code = unit.Currency.Code;
                string? lacking = known.Add(code) ? code : accountConverts ? null : account;
                if (lacking is null)
                    continue;
                accountConverts |= lacking == account;
                context.Report(ValidationFindings.NoExchangeRate, table.Name, i, column.Name, $"There is no exchange rate for {lacking}, which is needed to state figures in {account}.", $"Add rows for {lacking} to exchange_rates.");
            }
        }
    }

    private static void Check(ValidationContext context, TableSchema table, int row, List<ColumnSchema> columns, Row value, CarrierBasis basis)
    {
        foreach (ColumnSchema column in columns)
        {
            string? problem = null;
            bool converts = column.Get(value) switch
            {
                Amount amount => basis.TryToAccount(amount with { Value = 1 }, out _, out problem),
                Rate rate => basis.TryToAccount(rate with { Value = 1 }, out _, out problem),
                UnitPrice price => basis.TryToAccount(price with { Value = 1 }, out _, out problem),
                _ => true,
            };
            if (!converts)
                context.Report(ValidationFindings.NotConvertible, table.Name, row, column.Name, problem!);
        }
    }

    private static void Check(ValidationContext context, string table, int row, string column, UnitPrice? price, Length? length)
    {
        if (price is { Unit.IsDistanceBased: true } tariff && length is null)
            context.Report(ValidationFindings.NoDistance, table, row, column, $"{column} is per distance ({tariff.Unit}), but the length is not stated.");
    }

    /// <summary>What the figures of a row are converted with; null where its carrier is not known.</summary>
    private static CarrierBasis? BasisOf(ValidationContext context, Row row) => row switch
    {
        Supply supply => AtNode(context, supply.Node),
        SupplyStep step => AtNode(context, context.Find<Supply>("supplies", step.Supply)?.Node),
        Demand demand => AtNode(context, demand.Node),
        DemandStep step => AtNode(context, context.Find<Demand>("demands", step.Demand)?.Node),
        Pipeline line => AtNode(context, line.From),
        PowerLine line => AtNode(context, line.From),
        Transport transport => AtNode(context, transport.From),
        Interconnection point => AtNode(context, context.FindArc(point.Arc)?.From),
        TransitFee fee => AtNode(context, context.FindArc(fee.Arc)?.From),
        Fleet fleet => AtNode(context, context.System.Transports.FirstOrDefault(t => t.Fleet == fleet.Id)?.From),
        Storage storage => AtNode(context, storage.Node),
        Converter converter => new CarrierBasis("activity of " + converter.Id, converter.ReferenceUnit),
        ConverterFlow flow => AtNode(context, flow.Node),
        Measure measure => AtNode(context, measure.Node),
        Contract contract => context.BasisOf(contract.Carrier),
        Rule { Effect: RuleEffect.CapCo2 } => new CarrierBasis("CO2", AmountUnit.Parse("kt")),
        Expansion expansion => ExpansionChecks.BasisOf(context, expansion.Asset),
        Rule rule => context.BasisOf(CarrierOf(context, rule)),
        _ => null,
    };

    private static CarrierBasis? AtNode(ValidationContext context, string? node) => context.BasisOf(context.CarrierOfNode(node));

    private static string? CarrierOf(ValidationContext context, Rule rule) =>
        rule.Carrier ?? context.Find<Contract>("contracts", rule.Contract)?.Carrier ?? context.CarrierOfNode(context.FindArc(rule.Asset)?.From);
}
