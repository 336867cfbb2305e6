namespace CourseKit.Data.Files;

/// <summary>MATLAB's array classes by their numbers in the file.</summary>
internal enum MatClass
{
    Cell = 1,
    Struct = 2,
    Object = 3,
    Char = 4,
    Sparse = 5,
    Double = 6,
    Single = 7,
    Int8 = 8,
    UInt8 = 9,
    Int16 = 10,
    UInt16 = 11,
    Int32 = 12,
    UInt32 = 13,
    Int64 = 14,
    UInt64 = 15,
    Function = 16,
    Opaque = 17,
}

/// <summary>A variable that is there but not read.</summary>
/// <param name="What">What it is, as it stands in the message to whoever asks for it.</param>
internal sealed record MatUnread(string What)
{
    public override string ToString() => What;
}
