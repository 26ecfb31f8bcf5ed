package io.kehu.migration.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a file holds, its lines are rows, rejected, inside fields, blank, or above the
 * rows; {@link Reading} checks it for each file of each test.
 */
class ReadingAccountTests {

	private static final String[] PIECES = { "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", "\n\n", "a", "Anna",
			"12", "3,5", " ", "\\\"", "\\", "\u0000", "\u200b", "Müller", "2024-01-02", "{", "}", "[", "]", "\"id\":1",
			"名", "\uD83D\uDE00", "'", "|", "\"a\nb\"", ",\"Lund\n", "\uFFFD", "\u00a0" };

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void balancesRandomTexts(long seed) throws IOException {
		SplittableRandom random = new SplittableRandom(seed);
		for (int file = 0; file < 150; file++) {
			StringBuilder text = new StringBuilder(random.nextBoolean() ? "id,name,city\n" : "");
			int pieces = random.nextInt(1, 120);
			for (int i = 0; i < pieces; i++) {
				text.append(PIECES[random.nextInt(PIECES.length)]);
			}
			read(text.toString());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void balancesDirtyCustomers(String lineEnd) throws IOException {
		SplittableRandom random = new SplittableRandom(lineEnd.length() + lineEnd.charAt(0));
		for (int file = 0; file < 20; file++) {
			StringBuilder text = new StringBuilder("id;name;city").append(lineEnd);
			int lines = random.nextInt(1, 3_000);
			for (int i = 0; i < lines; i++) {
				text.append(dirty(i, random, lineEnd)).append(lineEnd);
			}
			Reading reading = read(text.toString());
			assertThat(reading).isNotNull();
			assertThat(reading.report().problems()).doesNotContainKey(LineProblemKind.UNACCOUNTED);
		}
	}

	private static String dirty(int number, SplittableRandom random, String lineEnd) {
		return switch (random.nextInt(40)) {
			case 0 -> "";
			case 1 -> number + ";short";
			case 2 -> number + ";much;too;long";
			case 3 -> number + ";Anna;\"Lund";
			case 4 -> number + ";\"open;Ulm";
			case 5 -> number + ";\"shut\" and on;Ulm";
			case 6 -> number + ";\"two" + lineEnd + "lines\";Ulm";
			case 7 -> number + ";Anna;Lund\"";
			case 8 -> number + ";A\u0000nna;Lund";
			case 9 -> "\"" + number + ";Anna;Lund";
			case 10 -> " ";
			case 11 -> number + ";\"\"\"\";Ulm";
			default -> number + ";Anna;Ulm";
		};
	}

	@Test
	void countsTheLastLineWithAndWithoutAnEnd() throws IOException {
		assertThat(Reading.of("id,name\n1,Ann\n2,Bob").report().lines()).isEqualTo(3);
		assertThat(Reading.of("id,name\n1,Ann\n2,Bob\n").report().lines()).isEqualTo(3);
		assertThat(Reading.of("id,name\n1,Ann\n2,Bob\n\n").report().lines()).isEqualTo(4);
		assertThat(Reading.of("id,name\r1,Ann\r2,Bob\r").report().lines()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\r\u0000\n", "\r\u0000\u0000\n", "\u0000\r\u0000\n\u0000" })
	void countsALineEndAroundCharactersOfTheCodeZeroOnce(String lineEnd) throws IOException {
		String names = "1,Anna Magnusson\n".repeat(20);
		assertThat(Reading.of("id,name\n" + names + "2,Bob" + lineEnd + names).report().lines()).isEqualTo(42);
	}

	/** Returns null when the file is refused as a whole. */
	private static Reading read(String text) throws IOException {
		try {
			return Reading.of(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IntakeException ex) {
			assertThat(ex.getMessage()).isNotBlank().doesNotContain("StreamRead", "Exception");
			return null;
		}
	}

}
