using System.Text;
using Adapty.Kiota.Errors;

namespace Adapty.Kiota.Tests.Unit.Errors;

/// <summary>What is taken out of Adapty's words, and what must stay in them to be of use.</summary>
public sealed class RedactorTests
{
    private static readonly Redactor NoSecrets = new([]);

    [Theory]
    // A long secret goes wherever it stands, in any case.
    [InlineData("member-20417", "xmember-20417y MEMBER-20417", "x***y ***")]
    [InlineData("member-20417", "member-20417member-20417", "******")]
    [InlineData("abcdef", "xabcdefx", "x***x")]
    // A short one only where it stands alone, be it at an end of the text.
    [InlineData("abcde", "xabcde abcdex abcde_ _abcde 1abcde", "xabcde abcdex abcde_ _abcde 1abcde")]
    [InlineData("abcde", "abcde (abcde) abcde", "*** (***) ***")]
    [InlineData("11", "111 11", "111 ***")]
    [InlineData("aa", "aaa", "aaa")]
    // An edge that is no part of a word needs nothing beside it.
    [InlineData("+7", "a+7, a+78", "a***, a+78")]
    [InlineData("7+", "7+a, 87+", "***a, 87+")]
    // The mask itself may hold it.
    [InlineData("*", "a*b", "a***b")]
    public void A_secret(string secret, string text, string expected) => Assert.Equal(expected, new Redactor([secret]).Redact(text));

    [Fact]
    public void A_secret_that_holds_another_goes_as_a_whole()
    {
        Assert.Equal("*** and ***", new Redactor(["member", "member-20417", "member"]).Redact("member-20417 and member"));
    }

    [Fact]
    public void An_empty_secret_is_none() => Assert.Equal("text", new Redactor([""]).Redact("text"));

    [Theory]
    [InlineData("kim@example.com", "***")]
    [InlineData("to kim@example.com, or to lee@example.org", "to ***, or to ***")]
    [InlineData("<kim.d_o'e+vip%x-1@mail-1.example.com>", "<***>")]
    [InlineData(@"kim\u002edoe@example.com", "***")]
    [InlineData("\u00e9va@example.com", "***")]
    [InlineData("(kim@localhost)", "(***)")]
    // No name before it, or no host behind it.
    [InlineData("@example", "@example")]
    [InlineData("at @ all", "at @ all")]
    [InlineData("kim@", "kim@")]
    [InlineData("kim@ lee@example.com", "kim@ ***")]
    [InlineData("@@kim@example.com", "@@***")]
    public void An_email_address(string text, string expected) => Assert.Equal(expected, NoSecrets.Redact(text));

    [Theory]
    [InlineData("5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b603", "***")]
    [InlineData("5B1E7C9A-0D42-4F6E-9A35-7C21D8E4B603", "***")]
    [InlineData("of 5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b603, 3f0d6b52-94c1-4f0e-8a6b-2c7e51d9a840.", "of ***, ***.")]
    [InlineData("5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b6033f0d6b52-94c1-4f0e-8a6b-2c7e51d9a840", "******")]
    [InlineData("5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b60", "5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b60")]
    [InlineData("5b1e7c9a0d424f6e9a357c21d8e4b603 is an id of a request", "5b1e7c9a0d424f6e9a357c21d8e4b603 is an id of a request")]
    public void A_UUID(string text, string expected) => Assert.Equal(expected, NoSecrets.Redact(text));

    [Theory]
    [InlineData("short", "short")]
    [InlineData("ten chars.", "ten chars.")]
    [InlineData("eleven char", "eleven cha…")]
    [InlineData("a\r\nb\tc\u0085d", "a  b c d")]
    public void A_line_is_one_and_is_cut(string text, string expected) => Assert.Equal(expected, NoSecrets.Line(text, 10));

    [Theory]
    [InlineData("""{"first_name":"Kim","store":"app_store","LAST_NAME" : "Doe"}""", """{"first_name":"***","store":"app_store","LAST_NAME" : "***"}""")]
    [InlineData("""{"idfa":"a\"b\\","note":"kept"}""", """{"idfa":"***","note":"kept"}""")]
    [InlineData("""{"idfa":"","note":"kept"}""", """{"idfa":"***","note":"kept"}""")]
    // In broken JSON.
    [InlineData(""" "birthday":"1990-01-01","note":"kept" """, """ "birthday":"***","note":"kept" """)]
    [InlineData("\"birthday\":\"1990-01-01\"", "\"birthday\":\"***\"")]
    [InlineData("""{"note":"kept","birthday":"1990-01-0""", """{"note":"kept","birthday":"***""")]
    [InlineData("""{"birthday":"1990\""", """{"birthday":"***""")]
    [InlineData("""{"birthday":"1990\""" + "\"", """{"birthday":"***""")]
    [InlineData("""{"birthday": """, """{"birthday": """)]
    [InlineData("""{"birthday""", """{"birthday""")]
    // No value of that field.
    [InlineData("""["first_name","Kim"]""", """["first_name","Kim"]""")]
    [InlineData("""{"birthday":1990,"note":"kept"}""", """{"birthday":1990,"note":"kept"}""")]
    [InlineData("""{"note":"birthday","birthday":{"year":"kept"}}""", """{"note":"birthday","birthday":{"year":"kept"}}""")]
    public void A_field_that_names_a_person_in_an_excerpt(string body, string expected) =>
        Assert.Equal(expected, NoSecrets.Excerpt(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void No_body_has_no_excerpt() => Assert.Null(NoSecrets.Excerpt([]));

    [Theory]
    [InlineData('x', 2048, 2048)]
    [InlineData('x', 2049, 2048)]
    [InlineData('x', 4096, 2048)]
    [InlineData('x', 100_000, 2048)]
    // Three bytes each: 682 fit.
    [InlineData('\u20ac', 682, 682)]
    [InlineData('\u20ac', 683, 682)]
    [InlineData('\u20ac', 100_000, 682)]
    public void An_excerpt_is_as_much_as_fits_into_2_KB(char letter, int length, int expected) =>
        Assert.Equal(new string(letter, expected), NoSecrets.Excerpt(Encoding.UTF8.GetBytes(new string(letter, length))));

    /// <summary>The field is masked, so that more of the body would fit; but half an id is not recognised, and must not show.</summary>
    [Theory]
    [InlineData(3990)]
    [InlineData(4045)]
    [InlineData(4060)]
    [InlineData(4095)]
    public void A_secret_at_the_end_of_what_is_read_does_not_show_in_part(int start)
    {
        var head = $$"""{"birthday":"{{new string('1', 3000)}}","note":" """;
        var body = Encoding.UTF8.GetBytes(head + new string('x', start - head.Length) + " member-20417, 5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b603" + new string('y', 3000));

        var excerpt = new Redactor(["member-20417"]).Excerpt(body)!;

        Assert.StartsWith("""{"birthday":"***","note":" xxxx""", excerpt, StringComparison.Ordinal);
        Assert.DoesNotContain("m", excerpt, StringComparison.Ordinal);
        Assert.DoesNotContain("5b", excerpt, StringComparison.Ordinal);
    }
}
