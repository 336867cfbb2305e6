namespace CourseKit.Data;

/// <summary>A data file that is missing, damaged or not what it says: the message names the file, what was expected, what was found, what to do.</summary>
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
