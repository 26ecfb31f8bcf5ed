package io.kehu.platform.embedded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlatformTests {

	@ParameterizedTest
	@CsvSource({ "Linux, amd64, linux-amd64", "Linux, aarch64, linux-arm64", "Mac OS X, x86_64, darwin-amd64",
			"Mac OS X, aarch64, darwin-arm64" })
	void namesWhatThereAreBinariesFor(String system, String processor, String name) {
		assertThat(Platform.of(system, processor).name()).isEqualTo(name);
	}

	@Test
	void refusesOthers() {
		assertThatThrownBy(() -> Platform.of("Windows 11", "amd64")).isInstanceOf(ServerStartException.class)
			.hasMessageContaining("Docker");
	}

}
