package io.kehu.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps the architecture decision records in one shape: number, status, date, context,
 * decision and consequences.
 */
class DecisionRecordTests {

	@ParameterizedTest
	@MethodSource("records")
	void hasNumberStatusDateAndConsequences(Path file) throws IOException {
		int number = Integer.parseInt(file.getFileName().toString().substring(0, 4));
		assertThat(Files.readString(file)).startsWith("# " + number + ". ")
			.containsPattern(
					"\\A# [^\n]+\n\n- Status: (proposed|accepted|superseded by \\[\\d+]\\(\\d{4}-[a-z0-9-]+\\.md\\))\n"
							+ "- Date: 20\\d\\d-[01]\\d-[0-3]\\d(, revised 20\\d\\d-[01]\\d-[0-3]\\d)?\n\n")
			.contains("\n## Context\n", "\n## Decision\n", "\n## Consequences\n");
	}

	@Test
	void areNumberedWithoutGaps() throws IOException {
		List<Integer> numbers = records().map((file) -> Integer.parseInt(file.getFileName().toString().substring(0, 4)))
			.toList();
		assertThat(numbers).isNotEmpty().allMatch((number) -> number == numbers.indexOf(number) + 1);
	}

	static Stream<Path> records() throws IOException {
		try (Stream<Path> files = Files.list(ProjectRoot.resolve("docs/adr"))) {
			return files.sorted().toList().stream();
		}
	}

}
