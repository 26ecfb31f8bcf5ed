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

	@Test
	void readsTheSpeedOfOpenSsl() {
		EcdsaSpeed speed = EcdsaSpeed.read("""
				                              sign    verify    sign/s verify/s
				 256 bits ecdsa (nistp256)   0.0000s   0.0001s  26193.1  13612.0
				""");
		assertThat(speed).isEqualTo(new EcdsaSpeed(26193.1, 13612.0));
	}

	@Test
	void theTokensThatAreVerifiedAreAcceptable() throws Exception {
		assertThat(new Verification(1).first(0, 1)).isPositive();
	}

}
