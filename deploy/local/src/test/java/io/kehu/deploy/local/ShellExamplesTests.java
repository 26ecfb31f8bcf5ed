package io.kehu.deploy.local;

import java.nio.file.Path;

import io.kehu.deploy.local.system.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShellExamplesTests {

	private static final String GATEWAY = "http://localhost:8080";

	@Test
	void aSecretsFolderMayHaveSpaces() {
		ShellExamples examples = ShellExamples.of(Settings.defaults(), GATEWAY, Path.of("/home/ann o'hara/secret"));
		assertThat(examples.lines().get(0)).contains("$(cat '/home/ann o'\\''hara/secret')")
			.endsWith("| sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')");
	}

	@ParameterizedTest
	@CsvSource({ "migration-service,/customers,/customers", "customer-service,/products,/orders",
			"customer-service+order-service,/users,/roles" })
	void onlyWhatRunsIsAsked(String without, String first, String second) {
		ShellExamples examples = ShellExamples.of(without(without), GATEWAY, Path.of("/secret"));
		assertThat(examples.lines()).hasSize(3);
		assertThat(examples.lines().get(1)).contains(GATEWAY + "/api/v1" + first);
		assertThat(examples.lines().get(2)).endsWith(" '" + GATEWAY + "/api/v1" + second + "?limit=5'");
	}

	@ParameterizedTest
	@CsvSource({ "gateway", "auth-service" })
	void nothingCanBeAskedWithoutAToken(String without) {
		ShellExamples examples = ShellExamples.of(without(without), GATEWAY, Path.of("/secret"));
		assertThat(examples.lines()).isEmpty();
		assertThat(examples.title()).contains("No token");
	}

	private static Settings without(String names) {
		Settings settings = Settings.defaults();
		for (String name : names.split("\\+")) {
			settings = settings.without(name);
		}
		return settings;
	}

}
