package io.kehu.deploy.local;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressBoardTests {

	private final StringWriter out = new StringWriter();

	@Test
	void elsewhereThanOnATerminalEachProcessGetsOneLine() {
		try (ProgressBoard board = board(false)) {
			board.begun("kafka", "localhost:9092");
			board.begun("redis", "localhost:6390");
			board.done("redis", Duration.ofMillis(230));
			board.failed("kafka", Duration.ofMillis(12_300));
		}
		assertThat(this.out.toString().lines()).containsExactly(
				"  redis                ready       0.2 s  localhost:6390",
				"  kafka                failed     12.3 s  localhost:9092");
	}

	@Test
	void onATerminalTheLinesAreDrawnAgain() {
		try (ProgressBoard board = board(true)) {
			board.begun("kafka", "localhost:9092");
			board.done("kafka", Duration.ofMillis(4000));
		}
		assertThat(this.out.toString()).contains("kafka                ...", "\033[1A", "ready       4.0 s");
	}

	private ProgressBoard board(boolean terminal) {
		return new ProgressBoard(
				new Console(new PrintWriter(this.out, true), new PrintWriter(this.out, true), terminal), "ready");
	}

}
