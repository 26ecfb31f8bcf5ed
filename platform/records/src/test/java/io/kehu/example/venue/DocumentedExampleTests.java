package io.kehu.example.venue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documentation shows exactly the files that the tests of the example run.
 */
class DocumentedExampleTests {

	private static final Pattern BLOCK = Pattern.compile("```(?:java|sql)\\n(.*?)```", Pattern.DOTALL);

	private static final Path TESTS = Path.of("src/test");

	private static final Path EXAMPLE = TESTS.resolve("java/io/kehu/example/venue");

	private static final int BUDGET = 220;

	private static final List<Path> FILES = List.of(EXAMPLE.resolve("VenueDetails.java"),
			EXAMPLE.resolve("VenueView.java"), EXAMPLE.resolve("Venue.java"), EXAMPLE.resolve("VenueController.java"),
			EXAMPLE.resolve("VenueConfiguration.java"), TESTS.resolve("resources/db/migration/V1__venue.sql"));

	@Test
	void showsTheFilesInTheirOrder() throws IOException {
		String page = Files.readString(Path.of("../../docs/new-record.md"));
		List<String> blocks = BLOCK.matcher(page).results().map((result) -> result.group(1)).toList();
		assertThat(blocks).hasSameSizeAs(FILES);
		for (int i = 0; i < FILES.size(); i++) {
			assertThat(blocks.get(i)).as("%s", FILES.get(i)).isEqualTo(withoutImports(Files.readString(FILES.get(i))));
		}
	}

	@Test
	void staysWithinItsBudget() throws IOException {
		List<Path> java = FILES.stream().filter((file) -> file.toString().endsWith(".java")).toList();
		assertThat(java).hasSizeLessThanOrEqualTo(5);
		long lines = 0;
		for (Path file : java) {
			try (Stream<String> all = Files.lines(file)) {
				lines += all.count();
			}
		}
		assertThat(lines).isLessThanOrEqualTo(BUDGET);
	}

	private static String withoutImports(String source) {
		Matcher matcher = Pattern.compile("(?s)^package .*?\\n(?=/\\*\\*)").matcher(source);
		return matcher.replaceFirst("");
	}

}
