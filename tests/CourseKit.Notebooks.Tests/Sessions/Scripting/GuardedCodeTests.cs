using CourseKit.Notebooks.Sessions.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseKit.Notebooks.Tests.Sessions.Scripting;

public class GuardedCodeTests
{
    private const string Turn = "global::CourseKit.Notebooks.Sessions.LoopGuard.Turn();";
    private static readonly CSharpParseOptions Script = new(kind: SourceCodeKind.Script);

    [Theory]
    [InlineData("while (true) { work(); }", "while (true) {! work(); }")]
    [InlineData("for (;;) work(); // endless", "for (;;) {!work();} // endless")]
    [InlineData("foreach (var x in xs) foreach (var y in ys) work();", "foreach (var x in xs) {!foreach (var y in ys) {!work();}}")]
    [InlineData("do ; while (true);", "do {!;} while (true);")]
    [InlineData("foreach (var (a, b) in pairs) { }", "foreach (var (a, b) in pairs) {! }")]
    [InlineData("if (a) while (b) work(); else rest();", "if (a) while (b) {!work();} else rest();")]
    [InlineData("Action f = () => { while (true) { } };", "Action f = () => { while (true) {! } };")]
    [InlineData("class C { void M() { for (;;) { } } }", "class C { void M() { for (;;) {! } } }")]
    [InlineData("await foreach (var x in xs) { }", "await foreach (var x in xs) {! }")]
    [InlineData("work(); // while (true) { }", "work(); // while (true) { }")]
    [InlineData("while (true) int x = 1;", "while (true) int x = 1;")]
    [InlineData("while (true) { syntax error", "while (true) { syntax error")]
    public void Every_loop_gets_its_turn(string code, string expected) =>
        Assert.Equal(expected.Replace("!", Turn, StringComparison.Ordinal), new GuardedCode(code, Script, []).Text);

    [Fact]
    public void Every_place_leads_back_to_the_authors()
    {
        const string Code = "var a = 1;\nfor (;;) { first(); while (b) second(); }\n third();";
        var guarded = new GuardedCode(Code, Script, []);

        foreach (var word in new[] { "var", "for", "first", "while", "second", "third" })
        {
            var place = Place(guarded.Text, word);
            Assert.Equal(Place(Code, word), guarded.Places.Original(place));
            Assert.Equal(Place(Code, word).Line, place.Line);
        }
    }

    [Theory]
    [InlineData("for (;;) {   work(); }", 1, 14)]
    [InlineData("for (;;) {\n  work(); }", 2, 3)]
    public void A_place_inside_a_guard_leads_to_the_word_behind_it(string code, int line, int column)
    {
        var guarded = new GuardedCode(code, Script, []);

        Assert.Equal(new CodePlace(line, column), guarded.Places.Original(Place(guarded.Text, "LoopGuard")));
    }

    private static CodePlace Place(string text, string word)
    {
        var before = text[..text.IndexOf(word, StringComparison.Ordinal)];
        return new(before.Count(letter => letter == '\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
