namespace CourseKit.Numerics;

/// <summary>A number that is part of a type, so that the JIT compiles a variant for it.</summary>
internal interface IConstant
{
    static abstract int Value { get; }
}

internal readonly struct One : IConstant
{
    public static int Value => 1;
}

internal readonly struct Two : IConstant
{
    public static int Value => 2;
}

internal readonly struct Four : IConstant
{
    public static int Value => 4;
}

internal readonly struct Six : IConstant
{
    public static int Value => 6;
}

internal readonly struct Eight : IConstant
{
    public static int Value => 8;
}

internal readonly struct Twelve : IConstant
{
    public static int Value => 12;
}
