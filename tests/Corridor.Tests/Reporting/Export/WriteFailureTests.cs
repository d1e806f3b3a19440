using Corridor.Reporting.Export;

namespace Corridor.Tests.Reporting.Export;

public sealed class WriteFailureTests
{
    [Fact]
    public void The_words_of_the_system_are_told_from_our_own()
    {
        WriteFailure.IsOfSystem(new IOException("mine is a folder; a file is to be written.")).ShouldBeFalse();
        WriteFailure.IsOfSystem(new IOException("No space left on device : '/a/b.new0'", 28)).ShouldBeTrue();
        WriteFailure.IsOfSystem(new UnauthorizedAccessException("Access to the path '/a' is denied.")).ShouldBeTrue();
        WriteFailure.IsOfSystem(new DirectoryNotFoundException("Could not find a part of the path '/a/b'.")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(28, "the disk is full")]
    [InlineData(unchecked((int)0x80070070), "the disk is full")]
    [InlineData(30, "the disk is read-only")]
    [InlineData(unchecked((int)0x80070020), "another program has it open")]
    [InlineData(5, "the system refuses it")]
    public void Each_code_has_its_words(int code, string words) => WriteFailure.Of(new IOException("raw text", code)).Reason.ShouldBe(words);

    [Fact]
    public void The_sentence_names_the_place_and_no_text_of_an_exception() =>
        WriteFailure.Sentence("out.xlsx", new UnauthorizedAccessException("Access to the path '/a' is denied.")).ShouldBe("out.xlsx cannot be written: permission is denied.");
}
