package io.kehu.deploy.benchmark;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTests {

	@Test
	void findsQuantiles() {
		Figures figures = new Figures();
		for (int i = 1; i <= 2000; i++) {
			figures.add(i * 1_000_000L);
		}
		assertThat(figures.quantile(0.5)).isEqualTo(1001);
		assertThat(figures.quantile(1)).isEqualTo(2000);
		assertThat(new Figures().quantile(0.5)).isZero();
	}

	@Test
	void makesAsManyLinesAsAsked() throws Exception {
		String body = new String(new CustomerLines(1000, "run").readAllBytes(), StandardCharsets.UTF_8);
		assertThat(body.lines()).hasSize(1000).allMatch((line) -> Target.JSON.readTree(line).has("externalIds"));
	}

}
