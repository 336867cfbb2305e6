using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace CourseKit.Testing;

/// <summary>The public surface of an assembly as text, one line a member, so that a change of it is seen in review.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Read(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.AppendLine(Header(type));
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
                text.Append("    ").AppendLine(member);
        }
        return text.ToString();
    }

    private static string Header(Type type)
    {
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct"
            : type.IsSubclassOf(typeof(Delegate)) ? "delegate" : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";
        var bases = new[] { type.BaseType }.Where(b => b is not null && b != typeof(object) && b != typeof(ValueType) && b != typeof(Enum))
            .Concat(type.GetInterfaces().Where(i => i.IsPublic && type.BaseType?.GetInterfaces().Contains(i) != true))
            .Select(b => Name(b!)).Order(StringComparer.Ordinal).ToArray();
        return $"{kind} {type.Namespace}.{Name(type)}{(bases.Length > 0 ? $" : {string.Join(", ", bases)}" : "")}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), System.Globalization.CultureInfo.InvariantCulture)}");
        return type.GetFields(Declared).Where(f => Visible(f.Attributes)).Select(f => $"{Static(f.IsStatic)}{(f.IsLiteral ? "const " : "")}{Name(f.FieldType)} {f.Name}")
            .Concat(type.GetConstructors(Declared).Where(Visible).Select(c => $".ctor({Parameters(c)})"))
            .Concat(type.GetProperties(Declared).Where(p => p.GetAccessors(true).Any(Visible)).Select(Property))
            .Concat(type.GetEvents(Declared).Where(e => Visible(e.AddMethod!)).Select(e => $"event {Name(e.EventHandlerType!)} {e.Name}"))
            .Concat(type.GetMethods(Declared).Where(m => Visible(m) && IsWritten(m)).Select(Method));
    }

    /// <summary>Neither an accessor nor made by the compiler, as the equality of a record is.</summary>
    private static bool IsWritten(MethodInfo method) =>
        !method.IsDefined(typeof(CompilerGeneratedAttribute)) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static string Property(PropertyInfo property)
    {
        var get = property.GetMethod is { } getter && Visible(getter) ? " get;" : "";
        var set = property.SetMethod is { } setter && Visible(setter)
            ? setter.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit") ? " init;" : " set;"
            : "";
        var index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{string.Join(", ", parameters.Select(p => Name(p.ParameterType)))}]" : "";
        return $"{Static(property.GetAccessors(true)[0].IsStatic)}{Name(property.PropertyType)} {property.Name}{index} {{{get}{set} }}";
    }

    private static string Method(MethodInfo method) =>
        $"{Static(method.IsStatic)}{Name(method.ReturnType)} {method.Name}{Generic(method.IsGenericMethod ? method.GetGenericArguments() : [])}({Parameters(method)})";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p =>
        $"{(p.IsDefined(typeof(ParamArrayAttribute)) ? "params " : p.IsOut ? "out " : "")}{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? $" = {Default(p)}" : "")}"));

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => parameter.ParameterType.IsValueType ? "default" : "null",
        string text => $"\"{text}\"",
        bool value => value ? "true" : "false",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        var other => other.ToString()!,
    };

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return $"ref {Name(type.GetElementType()!)}";
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return $"{Name(value)}?";
        var name = type.Name.Split('`')[0];
        if (type is { IsNested: true, IsGenericParameter: false })
            name = $"{Name(type.DeclaringType!)}.{name}";
        return name switch { "Int32" => "int", "Int64" => "long", "Single" => "float", "Double" => "double", "String" => "string", "Boolean" => "bool", "Byte" => "byte", "Void" => "void", "Object" => "object", _ => name }
            + Generic(type.IsGenericType ? type.GetGenericArguments() : []);
    }

    private static string Generic(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Name))}>";

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool Visible(FieldAttributes attributes) => (attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family;
}
