package io.kehu.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps the module guide complete: each module is described, and the diagram matches the
 * dependencies in the POMs.
 */
class ModuleGuideTests {

	@Test
	void describesEachModule() throws Exception {
		List<String> described = guide().lines()
			.filter((line) -> line.matches("\\| `[^`]+` \\| [^0-9|]+.* \\|"))
			.map((line) -> line.split("`")[1])
			.toList();
		List<String> modules = script().lines()
			.filter((line) -> line.startsWith("| `"))
			.map((line) -> line.split("`")[1])
			.toList();
		assertThat(described).isNotEmpty().containsExactlyInAnyOrderElementsOf(modules);
	}

	@Test
	void drawsTheDependenciesOfThePoms() throws Exception {
		assertThat(guide()).as("build/modules.sh --update replaces the diagram")
			.contains("flowchart TD\n" + script("--graph") + "```\n");
	}

	private static String guide() throws IOException {
		return Files.readString(ProjectRoot.resolve("docs/modules.md"));
	}

	private static String script(String... arguments) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(ProjectRoot.resolve("build/modules.sh").toString());
		builder.command().addAll(List.of(arguments));
		Process process = builder.redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output;
	}

}
