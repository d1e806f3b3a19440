using Corridor.Model.Units;

namespace Corridor.Tests.Model.Units;

public class MoneyTests
{
    [Fact]
    public void Money_of_one_currency_and_year_adds()
    {
        Money sum = new Money(10, Currency.Usd, 2024) + (2 * new Money(5, Currency.Usd, 2024)) - new Money(1, Currency.Usd, 2024);
        sum.ShouldBe(new Money(19, Currency.Usd, 2024));
        sum.ToString().ShouldBe("19 USD (2024)");
        (sum / 2).CompareValue(sum).ShouldBeLessThan(0);
    }

    [Fact]
    public void Two_currencies_do_not_add()
    {
        Should.Throw<ArgumentException>(() => new Money(1, Currency.Usd) + new Money(1, Currency.Cny)).Message.ShouldContain("USD and CNY");
        Should.Throw<ArgumentException>(() => new Money(1, Currency.Usd).CompareValue(new Money(1, Currency.Eur)));
    }

    [Fact]
    public void Two_price_years_do_not_add()
    {
        Should.Throw<ArgumentException>(() => new Money(1, Currency.Usd, 2020) + new Money(1, Currency.Usd, 2024));
        Should.Throw<ArgumentException>(() => new Money(1, Currency.Usd, 2020) - new Money(1, Currency.Usd)).Message.ShouldContain("nominal");
    }

    [Theory]
    [InlineData("CNY")]
    [InlineData("RUB")]
    [InlineData("KZT")]
    [InlineData(" UZS ")]
    public void Codes_are_read(string text)
    {
        Currency.TryParse(text, out Currency currency, out _).ShouldBeTrue();
        currency.Code.ShouldBe(text.Trim());
    }

    [Theory]
    [InlineData("usd", UnitProblemKind.Unknown, "USD")]
    [InlineData("€", UnitProblemKind.Unknown, "EUR")]
    [InlineData("$", UnitProblemKind.Ambiguous, null)]
    [InlineData("¥", UnitProblemKind.Ambiguous, null)]
    [InlineData("dollar", UnitProblemKind.Unknown, null)]
    [InlineData("ÜSD", UnitProblemKind.Unknown, null)]
    [InlineData("", UnitProblemKind.Unknown, null)]
    public void Other_texts_are_refused(string text, UnitProblemKind kind, string? suggestion)
    {
        Currency.TryParse(text, out Currency currency, out UnitProblem? problem).ShouldBeFalse();
        currency.Code.ShouldBe("XXX");
        problem!.Kind.ShouldBe(kind);
        problem.Suggestion.ShouldBe(suggestion);
    }

    [Fact]
    public void No_currency_is_the_default()
    {
        default(Currency).ShouldBe(new Currency("XXX"));
        Should.Throw<ArgumentException>(() => new Currency("usd"));
    }
}
