using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Parameters;
using CourseKit.Notebooks.Running;

namespace CourseKit.Cli.Run;

/// <summary><c>coursekit describe NOTEBOOK</c></summary>
internal static class DescribeCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var path = new Argument<string>("NOTEBOOK") { Description = "A notebook (.dib, .ipynb); nothing of it runs." };
        var json = new Option<bool>("--json") { Description = "As JSON: name, type, default, description, cellNumber." };
        var command = new Command("describe", "Lists the parameters of a notebook with their types and defaults.") { path, json };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(path), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string path, bool json)
    {
        try
        {
            var file = NotebookFinder.Find([path]) is [var only] ? only : path;
            var parameters = ParameterDescription.Of(file, NotebookFile.Load(file));
            Console.Out.WriteLine(json ? JsonSerializer.Serialize(parameters, Json) : Table(path, parameters));
            return ExitCode.Passed;
        }
        catch (Exception error) when (error is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"coursekit: {error.Message}");
            return ExitCode.Unreadable;
        }
    }

    private static string Table(string path, IReadOnlyList<NotebookParameter> parameters)
    {
        if (parameters.Count == 0)
            return $"{path} has no parameters: no cell is marked with // coursekit: parameters";
        string[][] rows =
        [
            ["name", "type", "default", ""],
            .. parameters.Select(parameter => new[] { parameter.Name, parameter.Type, OneLine(parameter.Default), parameter.Description }),
        ];
        var widths = Enumerable.Range(0, 3).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, column) => column < 3 ? cell.PadRight(widths[column]) : cell)).TrimEnd()));
    }

    private static string OneLine(string code) => string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
