using CourseKit.Notebooks.Approval;
using CourseKit.Notebooks.Pages;
using CourseKit.Notebooks.Parameters;

namespace CourseKit.Notebooks.Running;

/// <summary>The budgets of a run and where its results go.</summary>
public sealed record RunOptions
{
    /// <summary>Where <c>.ipynb</c> and <c>.html</c> are written. Default <c>artifacts/notebooks</c> below the current directory.</summary>
    public string OutputFolder { get; init; } = Path.Combine("artifacts", "notebooks");

    /// <summary>The budget of a cell that names none. Default 60 s.</summary>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The budget of a whole notebook. Default 10 min.</summary>
    public TimeSpan NotebookTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What a cell that asks for packages gets on top, for getting them. Default 3 min.</summary>
    public TimeSpan RestoreTimeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Multiplies every budget, those written in cells too: 2 on a machine half as fast. Default 1.</summary>
    public double TimeoutScale { get; init; } = 1;

    /// <summary>How long an interrupted cell may take to stop before its session is killed. Default 2 s.</summary>
    public TimeSpan InterruptGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How many notebooks run at a time. Default 1.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Ends with the first cell that fails: the rest of its notebook is not run, and no other notebook is begun.</summary>
    public bool FailFast { get; init; }

    /// <summary>Leaves out notebooks that passed before and whose cells, files, library and data have not changed since.</summary>
    public bool Incremental { get; init; }

    /// <summary>Leaves cells out, as skipped, whose kernel does not run here; they fail otherwise.</summary>
    public bool SkipUnsupported { get; init; }

    /// <summary>What the outputs are held against, and where they differ the cell fails; null, the default, for nothing.</summary>
    public OutputApproval? Approval { get; init; }

    /// <summary>Parameters, answers and secrets from outside; nothing by default.</summary>
    public GivenValues Given { get; init; } = new();

    /// <summary>How much of what cells put out is kept.</summary>
    public OutputLimits Output { get; init; } = new();

    /// <summary>How often the files are written while a cell runs, so that little is lost if the run is killed. Default 5 s.</summary>
    public TimeSpan SaveInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Where the pages take plotly.js from. Default <see cref="PlotlySource.Cdn"/>.</summary>
    public PlotlySource Plotly { get; init; } = PlotlySource.Cdn;

    /// <summary>The clock behind budgets and elapsed times.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
