package io.kehu.build;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lints the OpenAPI files of all services where Spectral and Redocly are installed.
 */
class OpenApiLintTests {

	private static final int NOT_INSTALLED = 3;

	@Test
	void spectralAndRedoclyFindNothing() throws Exception {
		Process process = new ProcessBuilder(ProjectRoot.resolve("build/lint-openapi.sh").toString())
			.redirectErrorStream(true)
			.start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		int status = process.waitFor();
		if (status == NOT_INSTALLED) {
			System.getLogger(OpenApiLintTests.class.getName())
				.log(System.Logger.Level.WARNING, "NOTICE: the OpenAPI files are not linted: {0}", output.strip());
			Assumptions.abort(output);
		}
		assertThat(status).as(output).isZero();
	}

}
