package io.kehu.deploy.benchmark;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import io.kehu.migration.matching.exact.DeduplicationReport;
import io.kehu.migration.matching.exact.FileDeduplication;
import io.kehu.migration.matching.exact.HashSearch;
import io.kehu.migration.matching.exact.SortSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Takes the duplicates out of one file and prints how many records it kept, and in how
 * much memory.
 */
@Command(name = "duplicates-run", hidden = true, description = "One run of duplicates.")
final class DuplicateRun implements Callable<Integer> {

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(index = "0", description = "hash or sort")
	private String method = "hash";

	@Parameters(index = "1", description = "CSV file")
	private Path input = Path.of("");

	@Parameters(index = "2", description = "Directory for what is written")
	private Path directory = Path.of("");

	@Parameters(index = "3", description = "Megabytes to sort at once")
	private int memory;

	@Override
	public Integer call() throws Exception {
		DeduplicationReport report = new FileDeduplication(this.input, ',', false, List.of()).run(
				this.method.equals("hash") ? new HashSearch() : new SortSearch(this.memory),
				this.directory.resolve("kept.csv"), this.directory.resolve("merged.csv"));
		PrintWriter out = this.spec.commandLine().getOut();
		out.println(report.kept() + " " + OwnProcess.residentMebibytes());
		out.flush();
		return 0;
	}

}
