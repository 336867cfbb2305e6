namespace CourseKit.Kernel.Tests.Jupyter;

/// <summary>The real kernel with its real session, and Jupyter's own client; each case is a function of frontend.py.</summary>
public sealed class FrontEndTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>
{
    [Fact]
    public void Installing_says_where_and_as_what() => Approved.Check(kernel.Said, "Install.txt");

    [PythonFact("python3-jupyter-client", "jupyter_client")]
    public Task State_lives_from_cell_to_cell_and_values_are_shown() => RunAsync("state");

    [PythonFact("python3-jupyter-client", "jupyter_client")]
    public Task Loops_sleeps_and_tasks_are_interrupted_and_the_state_survives() => RunAsync("interrupt");

    [PythonFact("python3-jupyter-client", "jupyter_client")]
    public Task What_cannot_be_interrupted_costs_the_state_and_says_so() => RunAsync("stubborn");

    [PythonFact("python3-jupyter-client", "jupyter_client")]
    public Task A_cell_that_kills_the_process_is_an_error_and_the_next_cell_runs() => RunAsync("death");

    [PythonFact("python3-jupyter-client", "jupyter_client")]
    public Task Questions_are_asked_and_answered() => RunAsync("stdin");

    [PythonFact("python3-jupyter-client", "jupyter_client")]
    public Task Shutdown_and_restart_leave_no_process_behind() => RunAsync("restart");

    [PythonFact("python3-jupyter-client", "jupyter_client")]
    public Task Control_c_is_the_front_ends_and_to_be_told_to_end_is_to_end() => RunAsync("signals");

    [PythonFact("python3-jupyter-client", "jupyter_client")]
    public Task A_front_end_that_is_killed_leaves_no_kernel_behind() => RunAsync("orphan");

    [PythonFact("python3-jupyter-client", "jupyter_client")]
    public Task Ten_million_lines_fill_no_memory_and_end_with_a_note() => RunAsync("flood");

    [PythonFact("python3-jupyter-client", "jupyter_client")]
    public Task A_front_end_that_stops_reading_fills_no_memory() => RunAsync("slow");

    [PythonFact("python3-jupyter-client", "jupyter_client")]
    public Task Text_and_displays_that_come_late_land_below_their_cell() => RunAsync("late");

    [PythonFact("python3-jupyter-client", "jupyter_client")]
    public Task Many_small_writes_are_few_messages() => RunAsync("coalesce");

    [PythonFact("python3-jupyter-client", "jupyter_client")]
    public Task Garbage_on_every_port_ends_nothing() => RunAsync("garbage");

    private async Task RunAsync(string name) => Assert.Equal("ok\n", await PythonScript.RunAsync("frontend.py", [name, kernel.Work], kernel.Environment));
}
