using System.Xml.Linq;
using CourseKit.Notebooks.Sessions.Insight.Inspection;

namespace CourseKit.Notebooks.Tests.Sessions.Insight;

public class DocumentationTextTests
{
    [Fact]
    public void Documentation_reads_as_plain_text()
    {
        var member = XElement.Parse("""
            <member>
              <summary>
                Trains on <paramref name="x"/>,
                <c>(n, k)</c>, see <see cref="M:Kit.Trainer.Fit(System.Int32)"/> and <see cref="T:Kit.List`1"/>; <see langword="null"/> is none.
                <para>Twice is not better.</para>
              </summary>
              <typeparam name="T">A number.</typeparam>
              <param name="x">Rows
                of numbers.</param>
              <param name="y">Labels.</param>
              <returns>The loss.</returns>
              <exception cref="T:System.ArgumentException">No rows.</exception>
              <remarks>Steps: <list type="bullet"><item>shuffle</item><item><description>train</description></item></list>
                <code>
                fit();
                </code></remarks>
            </member>
            """, LoadOptions.PreserveWhitespace);

        var text = DocumentationText.Of(member);

        Assert.Equal("""
            Trains on x, (n, k), see Fit and List; null is none.

            Twice is not better.

            Type parameters:
              T: A number.

            Parameters:
              x: Rows of numbers.
              y: Labels.

            Returns: The loss.

            Exceptions:
              ArgumentException: No rows.

            Remarks: Steps:
            - shuffle
            - train

                fit();
            """.ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void Nothing_is_no_text() => Assert.Null(DocumentationText.Of(XElement.Parse("<member><summary> </summary></member>")));
}
