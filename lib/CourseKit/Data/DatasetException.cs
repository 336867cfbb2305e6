namespace CourseKit.Data;

/// <summary>A data file is missing, damaged or not what it says.</summary>
/// <remarks>The message names the file, what was required, what was found, and what to do.</remarks>
public sealed class DatasetException : IOException
{
    /// <summary>Says what is wrong with the data.</summary>
    public DatasetException(string message) : base(message)
    {
    }

    /// <summary>Says what is wrong with the data and keeps the failure that showed it.</summary>
    public DatasetException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
