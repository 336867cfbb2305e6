namespace CourseKit.Notebooks.Documents;

/// <summary>A notebook's metadata as an .ipynb keeps it.</summary>
internal static class IpynbMetadata
{
    /// <summary>The kernel list of a notebook that says nothing of kernels.</summary>
    public const string DefaultKernels =
        """{"defaultKernelName":"csharp","items":[{"aliases":["c#","cs"],"languageName":"C#","name":"csharp"}]}""";

    /// <summary>What Jupyter needs to choose the kernel and to colour the code.</summary>
    private static readonly JsonFields CSharp = JsonFields.Parse(
        """
        {
          "kernelspec": { "display_name": "C# (CourseKit)", "language": "C#", "name": "coursekit-csharp" },
          "language_info":
          {
            "file_extension": ".cs", "mimetype": "text/x-csharp", "name": "C#", "pygments_lexer": "csharp", "version": "13.0"
          }
        }
        """);

    /// <summary>The document's own metadata, a .dib's kernel list under its name here, and what is missing of the defaults.</summary>
    public static JsonFields Of(NotebookDocument document)
    {
        var metadata = document.Metadata;
        if (!metadata.ContainsKey(KernelMetadata.Polyglot))
            metadata = metadata.ContainsKey(KernelMetadata.KernelInfo)
                ? metadata.Renamed(KernelMetadata.KernelInfo, KernelMetadata.Polyglot)
                : metadata.With(KernelMetadata.Polyglot, DefaultKernels);
        return document.DefaultKernel == "csharp"
            ? new JsonFields(CSharp.Where(field => !metadata.ContainsKey(field.Key)).Concat(metadata))
            : metadata;
    }
}
