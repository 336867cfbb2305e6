"""What python3-jupyter-kernel-test says of the kernel coursekit-csharp: a line for each of its tests."""
import sys
import unittest

import jupyter_kernel_test


class CourseKit(jupyter_kernel_test.KernelTests):
    kernel_name = "coursekit-csharp"
    language_name = "C#"
    file_extension = ".cs"
    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oops");'
    completion_samples = [
        {"text": "Console.WriteLi", "matches": {"WriteLine"}},
        {"text": "Math.Sqr", "matches": {"Sqrt"}},
        {"text": 'var \N{GRINNING FACE} = "\N{GRINNING FACE}"; Math.Sqr'},
    ]
    complete_code_samples = ["1 + 1", "var x = 1;", "foreach (var i in new[] { 1 })\n{\n    Console.WriteLine(i);\n}"]
    incomplete_code_samples = ["class A\n{", "Console.WriteLine(", "for (var i = 0; i < 3; i++)"]
    invalid_code_samples = ["var = ;", "}", "foreach (x) { }"]
    code_generate_error = 'throw new InvalidOperationException("boom");'
    code_execute_result = [{"code": "1 + 1", "result": "2"}, {"code": "6 * 7", "result": "42"}, {"code": '"text"', "result": "text"}]
    code_display_data = [
        {"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"},
        {"code": '"<svg xmlns=\\"http://www.w3.org/2000/svg\\"/>".DisplayAs("image/svg+xml");', "mime": "image/svg+xml"},
        {"code": '"$x^2$".DisplayAs("text/latex");', "mime": "text/latex"},
        {"code": '"**bold**".DisplayAs("text/markdown");', "mime": "text/markdown"},
        {"code": '"{\\"data\\": []}".DisplayAs("application/vnd.plotly.v1+json");', "mime": "application/vnd.plotly.v1+json"},
    ]
    code_history_pattern = "1?+*"
    supported_history_operations = ("tail", "range", "search")
    code_clear_output = r'Console.Write("gone\x1b[2Jstays");'
    code_inspect_sample = "Console.WriteLine"


class Lines(unittest.TestResult):
    def addSuccess(self, test):
        print(f"ok       {test._testMethodName}")

    def addSkip(self, test, reason):
        print(f"skipped  {test._testMethodName}")


result = Lines()
unittest.defaultTestLoader.loadTestsFromTestCase(CourseKit).run(result)
for test, trace in result.failures + result.errors:
    print(f"failed   {test}\n{trace}", file=sys.stderr)
sys.exit(0 if result.wasSuccessful() and result.testsRun else 1)
