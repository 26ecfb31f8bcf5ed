package io.kehu.platform.test.infrastructure;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProviderTests {

	@Test
	void takesContainersWhereDockerAnswers() {
		assertThat(Provider.choose(Map.of(), () -> true)).isEqualTo(Provider.DOCKER);
		assertThat(Provider.choose(Map.of(), () -> false)).isEqualTo(Provider.EMBEDDED);
	}

	@Test
	void isForcedByTheEnvironmentWithoutAskingDocker() {
		assertThat(choose("embedded")).isEqualTo(Provider.EMBEDDED);
		assertThat(choose("docker")).isEqualTo(Provider.DOCKER);
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		assertThatIllegalArgumentException().isThrownBy(() -> choose("podman")).withMessageContaining("podman");
	}

	private static Provider choose(String forced) {
		return Provider.choose(Map.of(Provider.VARIABLE, forced), () -> {
			throw new AssertionError("Docker was asked");
		});
	}

}
