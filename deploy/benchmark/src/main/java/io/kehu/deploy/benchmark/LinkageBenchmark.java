package io.kehu.deploy.benchmark;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Links made-up persons of whom a fifth are doubled, or the records of a file, without
 * labels; the reference is the sorted neighbourhood over three keys.
 */
@Command(name = "linkage", mixinStandardHelpOptions = true, description = "Record linkage, time and F1.")
final class LinkageBenchmark implements Callable<Integer> {

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	private LinkageInput input = new LinkageInput();

	@Option(names = "--heap", defaultValue = "1g", description = "Heap (${DEFAULT-VALUE})")
	private String heap = "1g";

	@Override
	public Integer call() throws Exception {
		PrintWriter out = this.spec.commandLine().getOut();
		String[] linkage = run("linkage", this.heap);
		String[] reference = run("neighbourhood", "4g");
		out.println("| %s | seconds | F1 | precision | recall |".formatted(this.input.description()));
		out.println("|---|---|---|---|---|");
		out.println("| linkage, heap %s | %s |".formatted(this.heap, String.join(" | ", linkage)));
		out.println("| sorted neighbourhood (reference) | %s |".formatted(String.join(" | ", reference)));
		out.printf("ratio of times: %.2f%n", Double.parseDouble(linkage[0]) / Double.parseDouble(reference[0]));
		out.flush();
		return 0;
	}

	private String[] run(String method, String memory) throws Exception {
		List<String> command = new ArrayList<>(List.of("linkage-run", method));
		command.addAll(this.input.arguments());
		return OwnProcess.run(List.of("-Xmx" + memory), command).split(" ", -1);
	}

}
